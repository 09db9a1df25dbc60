/** Normalizes an operation of a config: parameter names and a trailing slash do not matter. */
export const looseOperation = (verb: string, path: string): string =>
  `${verb.toLowerCase()} ${path.replace(/\{[^{}]*\}/g, '{}').replace(/(.)\/$/, '$1')}`;
