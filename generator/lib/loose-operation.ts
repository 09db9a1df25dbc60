/** An operation as a config may write it: names of parameters and a final slash make no difference. */
export const looseOperation = (verb: string, path: string): string =>
  `${verb.toLowerCase()} ${path.replace(/\{[^{}]*\}/g, '{}').replace(/(.)\/$/, '$1')}`;
