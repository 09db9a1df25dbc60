/**
 * Who this client is. The one runtime file that is written anew for each SDK:
 * the generator replaces both values and keeps both names.
 */

/** Client class name: starts the `User-Agent` and names the root error. */
export const CLIENT_NAME: string = 'SDK';

/** Version of the package. */
export const VERSION: string = '0.0.0';
