/**
 * Information for programs that write code with the SDK: a complete call, the list of calls, and the
 * destructive ones.
 */
import { type Code, empty, join } from '../code.ts';
import { codeSpan } from '../../../text/markdown.ts';
import { effectsOf } from '../../../plan/effects.ts';
import type { TypescriptSdk } from '../sdk.ts';

export interface AgentsView {
  /** Destructive methods as code spans; empty if there are too many. */
  readonly destroying: Code;
  readonly hasDestroying: boolean;
  readonly hasMany: boolean;
}

/** Longer lists are omitted. */
const MOST = 40;

export function viewAgents(sdk: TypescriptSdk): AgentsView {
  const calls = sdk.methods
    .filter(({ method }) => effectsOf(method).effect === 'destroy')
    .map((plan) => codeSpan(['client', ...plan.resource.properties, plan.layout.name].join('.')));
  return {
    destroying: calls.length > MOST ? empty : join(calls, ', '),
    hasDestroying: calls.length > 0 && calls.length <= MOST,
    hasMany: calls.length > MOST,
  };
}
