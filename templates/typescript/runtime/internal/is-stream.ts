/**
 * Whether a value is a stream of the web. Asked of the value, as some platforms (React Native) have no such
 * class.
 */
export const isStream = (value: unknown): value is ReadableStream =>
  typeof Object(value).getReader === 'function';
