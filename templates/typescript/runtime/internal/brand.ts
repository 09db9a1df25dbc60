/**
 * The name of this client. The generator writes this file and `version.ts` for
 * each SDK: it replaces the values and keeps the names.
 */

/** Client class name: used in the `User-Agent` header and in the name of the base error. */
export const CLIENT_NAME: string = 'SDK';
