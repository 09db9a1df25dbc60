/** The class name of the client. */
import type { Api } from '../../ir/types.ts';
import type { Names } from './casing.ts';

/** Error classes of every SDK. A client named `API` or `NotFound` must not take their names. */
export const ERROR_CLASSES: ReadonlySet<string> = new Set(
  (
    'APIError APIConnectionError APIConnectionTimeoutError APIUserAbortError APIParseError BadRequestError AuthenticationError PermissionDeniedError ' +
    'NotFoundError ConflictError UnprocessableEntityError RateLimitError InternalServerError'
  ).split(' '),
);

/**
 * Other exports of the package, and globals of the platform: a file that imports a client of this name would
 * hide them.
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

/** The name from the config if it is a valid class name, otherwise in PascalCase: `Smithery`. */
export const wantedClassName = (names: Names, client: Api['client']): string =>
  client.isNameGiven === true && /^\p{Lu}[\p{L}\p{N}]*$/u.test(client.name)
    ? client.name
    : names.pascal(client.name);

/** The wanted name, or `StreamClient` if the name alone has another meaning. */
export function clientClassName(names: Names, client: Api['client']): string {
  const name = wantedClassName(names, client);
  return TAKEN.has(name) ? `${name}Client` : name;
}
