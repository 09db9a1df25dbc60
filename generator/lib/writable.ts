/** An object that the function that created it is still filling. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
