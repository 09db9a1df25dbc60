/** Version of this package. */
export const VERSION: string = '2.4.0'; // x-release-please-version
