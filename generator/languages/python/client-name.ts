/** The class names of the clients. */
import type { Api } from '../../ir/types.ts';
import type { Names } from './names.ts';

/** Error classes of every SDK, which a client called `API` or `NotFound` must not take. */
const ERROR_CLASSES: ReadonlySet<string> = new Set(
  (
    'APIError APIStatusError APIConnectionError APITimeoutError APIResponseValidationError BadRequestError ' +
    'AuthenticationError PermissionDeniedError NotFoundError ConflictError UnprocessableEntityError RateLimitError ' +
    'InternalServerError APIWebhookValidationError'
  ).split(' '),
);

/** Other exports of the package, and names that the client's file needs with another meaning. */
const TAKEN = new Set([
  ...ERROR_CLASSES,
  ...(
    'Client AsyncClient Stream AsyncStream ReconnectingStream AsyncReconnectingStream Timeout Transport Omit ' +
    'NotGiven BaseModel APIClient SyncAPIClient AsyncAPIClient ' +
    'Any Dict List Mapping Union Optional Literal Self Exception RequestOptions X'
  ).split(' '),
]);

/** The name from the config if it is a valid class name, otherwise in PascalCase: `Smithery`. */
export function clientClassName(names: Names, client: Api['client']): string {
  const wanted =
    client.isNameGiven === true && /^\p{Lu}[\p{L}\p{N}]*$/u.test(client.name)
      ? client.name
      : names.pascal(client.name);
  return TAKEN.has(wanted) ? `${wanted}Client` : wanted;
}

/** The root of the error classes: `SmitheryError`. */
export const rootErrorName = (className: string): string =>
  ERROR_CLASSES.has(`${className}Error`) ? `${className}RootError` : `${className}Error`;
