/** Who this client is: its name starts the `User-Agent` and names the root error. */
export const CLIENT_NAME: string = 'Smithery';
