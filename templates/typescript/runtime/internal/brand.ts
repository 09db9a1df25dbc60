/**
 * Who this client is. This file and `version.ts` are written anew for each SDK:
 * the generator replaces the values and keeps the names.
 */

/** Client class name: starts the `User-Agent` and names the root error. */
export const CLIENT_NAME: string = 'SDK';
