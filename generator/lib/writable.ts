/** An object that is still being filled by the function that made it. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
