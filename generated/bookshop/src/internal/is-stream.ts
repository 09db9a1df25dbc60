/**
 * Whether a value is a web stream. Checks its methods, because some platforms (React Native) have no
 * `ReadableStream` class.
 */
export const isStream = (value: unknown): value is ReadableStream =>
  typeof Object(value).getReader === 'function';
