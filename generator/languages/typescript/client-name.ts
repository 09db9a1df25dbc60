/** What the class of the client is called. */
import type { Api } from '../../ir/types.ts';
import type { Names } from './casing.ts';

/** Error classes of every SDK, which a client called `API` or `NotFound` must not take. */
export const ERROR_CLASSES: ReadonlySet<string> = new Set(
  (
    'APIError APIConnectionError APIConnectionTimeoutError APIUserAbortError APIParseError BadRequestError AuthenticationError PermissionDeniedError ' +
    'NotFoundError ConflictError UnprocessableEntityError RateLimitError InternalServerError'
  ).split(' '),
);

/**
 * What the package exports beside the client, and names of the platform: a file that imported such a client
 * would lose them.
 */
const TAKEN = new Set([
  ...ERROR_CLASSES,
  ...'APIPromise ClientOptions Middleware MiddlewareRequest PagePromise RequestOptions Result Stream Uploadable'.split(
    ' ',
  ),
  ...(
    'Array Blob Boolean Date Error Fetch File FormData Function Headers Iterator Map Math Number Object Promise Proxy Record Reflect Request RequestInit ' +
    'Response Set String Symbol URL'
  ).split(' '),
]);

/** As the config writes it, if a class can be called so; else in PascalCase: `Smithery`. */
export const wantedClassName = (names: Names, client: Api['client']): string =>
  client.isNameGiven === true && /^\p{Lu}[\p{L}\p{N}]*$/u.test(client.name)
    ? client.name
    : names.pascal(client.name);

/** The same, or `StreamClient` where the name alone means something else. */
export function clientClassName(names: Names, client: Api['client']): string {
  const name = wantedClassName(names, client);
  return TAKEN.has(name) ? `${name}Client` : name;
}
