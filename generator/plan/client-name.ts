/** What the class of the client is called. */
import type { Api } from '../ir/types.ts';
import type { Names } from './casing.ts';

/** Error classes of every SDK, which a client called `API` or `NotFound` must not take. */
export const ERROR_CLASSES: ReadonlySet<string> = new Set(
  ('APIError APIConnectionError APIConnectionTimeoutError APIUserAbortError APIParseError BadRequestError AuthenticationError PermissionDeniedError ' +
    'NotFoundError ConflictError UnprocessableEntityError RateLimitError InternalServerError').split(' '),
);

/** What the package exports beside the client, and names of the platform: a file that imported such a client would lose them. */
const TAKEN = new Set([
  ...ERROR_CLASSES,
  ...('APIPromise ClientOptions Middleware MiddlewareRequest PagePromise RequestOptions Result Stream Uploadable').split(' '),
  ...('Array Blob Boolean Date Error Fetch File FormData Function Headers Iterator Map Math Number Object Promise Proxy Record Reflect Request RequestInit ' +
    'Response Set String Symbol URL').split(' '),
]);

/** The name in PascalCase: `Smithery`; `StreamClient` where the name alone means something else. */
export function clientClassName(names: Names, client: Api['client']): string {
  const name = names.pascal(client.name);
  return TAKEN.has(name) ? `${name}Client` : name;
}
