/** An operation as every target offers it: arguments, request and result. */
import type { Method } from '../ir/types.ts';
import { type Arguments, planArguments } from './arguments.ts';
import { type ErrorBody, planErrors } from './errors.ts';
import { type MethodResult, planResult } from './result.ts';
import type { Shapes } from './shapes.ts';
import { type Request, type RequestData, planRequest } from './wire.ts';

export interface PlannedMethod {
  /** Keys of its resource; empty for the client itself. */
  readonly resource: readonly string[];
  readonly method: Method;
  readonly arguments: Arguments;
  readonly request: Request;
  readonly result: MethodResult;
  readonly errors: readonly ErrorBody[];
}

export function planMethod(
  shapes: Shapes,
  place: { readonly resource: readonly string[]; readonly method: Method },
  facts: Pick<RequestData, 'security' | 'perEndpoint' | 'idempotencyHeader'>,
): PlannedMethod {
  const { method } = place;
  const args = planArguments(shapes, method);
  const result = planResult(shapes, method);
  return {
    ...place,
    arguments: args,
    request: planRequest(method, { args, result, ...facts }),
    result,
    errors: planErrors(method),
  };
}
