/** Who this client is: its name starts the `User-Agent` and names the root error. */
export const CLIENT_NAME: string = 'Bookshop';

/** Version of this package. */
export const VERSION: string = '2.4.0';
