/** Our calls beside those of a published SDK, operation by operation. */
import type { OwnSdk } from './own-calls.ts';
import { operationKey } from './published.ts';

export interface Difference {
  readonly operation: string;
  readonly theirs: string;
  readonly ours: string;
}

export interface NameScore {
  /** Operations that both have. */
  readonly of: number;
  readonly call: number;
  readonly method: number;
  readonly resource: number;
  readonly differences: readonly Difference[];
}

export function compareNames(published: ReadonlyMap<string, readonly string[]>, sdk: OwnSdk): NameScore {
  const ours = new Map(
    sdk.calls.map((one) => [
      operationKey(one.operation.split(' ')[0] ?? '', one.operation.split(' ')[1] ?? ''),
      [...one.resource, one.name].join('.'),
    ]),
  );
  const both = [...published].flatMap(([operation, theirs]) => {
    const own = ours.get(operation);
    return own === undefined ? [] : [{ operation, theirs, ours: own }];
  });
  const count = (part: (call: string) => string): number =>
    both.filter((one) => one.theirs.some((call) => part(call) === part(one.ours))).length;
  return {
    of: both.length,
    call: count((call) => call),
    method: count((call) => call.slice(call.lastIndexOf('.') + 1)),
    resource: count((call) => call.slice(0, Math.max(0, call.lastIndexOf('.')))),
    differences: both
      .filter((one) => !one.theirs.includes(one.ours))
      .map((one) => ({ ...one, theirs: one.theirs.join(' | ') })),
  };
}
