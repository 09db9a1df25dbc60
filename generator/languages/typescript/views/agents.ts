/**
 * What a program that writes code with the SDK must know first: a whole call, where all calls are listed, and
 * which ones are destructive.
 */
import { type Code, empty, join } from '../code.ts';
import { codeSpan } from '../../../text/markdown.ts';
import { effectsOf } from '../../../plan/effects.ts';
import type { TypescriptSdk } from '../sdk.ts';

export interface AgentsView {
  /** Methods that destroy, as code spans; empty where they are too many to be listed. */
  readonly destroying: Code;
  readonly hasDestroying: boolean;
  readonly hasMany: boolean;
}

/** A longer list would not be read. */
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
