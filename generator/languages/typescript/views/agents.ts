/**
 * What a program that writes code with the SDK must know first: a whole call, where all calls are listed, and
 * which ones are destructive.
 */
import { type Code, empty, join } from '../code.ts';
import { codeSpan } from '../../../text/markdown.ts';
import type { TypescriptMethod } from '../methods/method.ts';
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
    .filter(isDestroying)
    .map((plan) => codeSpan(['client', ...plan.resource.properties, plan.layout.name].join('.')));
  return {
    destroying: calls.length > MOST ? empty : join(calls, ', '),
    hasDestroying: calls.length > 0 && calls.length <= MOST,
    hasMany: calls.length > MOST,
  };
}

/** DELETE (RFC 9110 section 9.3.5), and what is called so. */
function isDestroying({ method }: TypescriptMethod): boolean {
  return method.verb === 'delete' || DESTROYS.test(method.key);
}

const DESTROYS =
  /(?:^|_)(?:archive|cancel|clear|delete|destroy|disable|erase|purge|remove|reset|revoke|terminate|wipe)(?:_|$)/i;
