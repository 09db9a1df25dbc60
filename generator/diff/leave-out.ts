/** Operations that a team does not judge: internal ones, betas. What reaches nothing else goes with them. */
import type { Api, Method, Resource } from '../ir/types.ts';
import { type Change, breaksWire } from './types.ts';

export interface LeaveOut {
  readonly tags: readonly string[];
  /** `x-internal`: left out where it is there and not false. */
  readonly extensions: readonly string[];
}

export interface LeftOutChanges {
  readonly changes: readonly Change[];
  readonly leftOut: { readonly operations: number; readonly changes: number };
}

export interface LeaveOutSide {
  readonly api: Api;
  /** Whether the document has an extension on an operation. */
  readonly has: (method: Method, extension: string) => boolean;
}

export function leaveOut(
  changes: readonly Change[],
  sides: readonly LeaveOutSide[],
  { tags, extensions }: LeaveOut,
): LeftOutChanges {
  const names = new Set(
    sides.flatMap(({ api, has }) =>
      methodsOf(api.root)
        .filter(
          (one) => one.tags.some((tag) => tags.includes(tag)) || extensions.some((name) => has(one, name)),
        )
        .map((one) => `${one.verb.toUpperCase()} ${one.path}`),
    ),
  );
  const kept = changes.flatMap((change): readonly Change[] => {
    const reach = change.reach.filter((one) => !names.has(one.operation));
    return reach.length === 0 && change.reach.length > 0 ? [] : [{ ...change, reach }];
  });
  // The version promises nothing of what nobody judges.
  const isAsked = kept.some((one) => breaksWire(one.wire));
  const told = kept.filter((one) => one.rule !== 'version-not-raised' || isAsked);
  return { changes: told, leftOut: { operations: names.size, changes: changes.length - kept.length } };
}

const methodsOf = ({ methods, children }: Resource): readonly Method[] => [
  ...methods,
  ...children.flatMap(methodsOf),
];
