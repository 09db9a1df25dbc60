/** Version of this package. */
export const VERSION: string = '1.0.0'; // x-release-please-version
