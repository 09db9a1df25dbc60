export { Smithery, Smithery as default } from './client.ts';
export { type ClientOptions, SmitheryCore } from './core.ts';
export { APIPromise } from './api-promise.ts';
export {
  SDKError as SmitheryError,
  APIError,
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
  APIParseError,
  BadRequestError,
  AuthenticationError,
  PermissionDeniedError,
  NotFoundError,
  ConflictError,
  UnprocessableEntityError,
  RateLimitError,
  InternalServerError,
  type ErrorsOf,
  isErrorOf,
} from './error.ts';
export type { RequestOptions } from './internal/request-options.ts';
export type { Middleware, MiddlewareRequest } from './internal/client-options.ts';
export { PagePromise } from './pagination.ts';
export { ServersPage, SkillsPage, NamespacesPage, ReleasesPage, ConnectionsPage } from './pages.ts';
export { type Result, toResult } from './result.ts';
export { Stream } from './streaming.ts';
export { type Uploadable, toFile } from './uploads.ts';
