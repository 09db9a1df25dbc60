/** Reads and writes JSON. SDKs with `int64: bigint` use `exact-json.ts` in its place. */

export const parseJSON: (text: string) => any = JSON.parse;

/** `undefined` for values that JSON does not have. */
export const stringifyJSON: (value: unknown) => string = JSON.stringify;

/** The digits of a parsed integer, if the number may be rounded. */
export const digitsOf = (_holder: object, _name: string): string | undefined => undefined;
