/** Names of error statuses, in every language. */

/**
 * Names of errors by status: for classes in the runtime's `error.ts`, and for bodies without a name in the
 * document.
 */
export const STATUS_NAMES = new Map([
  ['400', 'BadRequest'],
  ['401', 'Authentication'],
  ['403', 'PermissionDenied'],
  ['404', 'NotFound'],
  ['409', 'Conflict'],
  ['422', 'UnprocessableEntity'],
  ['429', 'RateLimit'],
  ['500', 'InternalServer'],
]);
