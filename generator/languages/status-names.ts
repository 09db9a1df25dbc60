/** What the statuses of errors are called, in every language. */

/**
 * What errors of a status are called: their classes in the runtime's `error.ts`, and bodies that the document
 * leaves without a name.
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
