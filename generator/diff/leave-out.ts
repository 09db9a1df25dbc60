/**
 * Operations that are excluded from the verdict, such as internal or beta ones, with changes that affect
 * nothing else.
 */
import type { Api, Method, Resource } from '../ir/types.ts';
import { type Change, breaksWire } from './types.ts';

export interface LeaveOut {
  readonly tags: readonly string[];
  /** `x-internal`: excludes operations that have it with a value other than false. */
  readonly extensions: readonly string[];
}

export interface LeaveOutSide {
  readonly api: Api;
  /** Whether an operation of the document has the extension. */
  readonly has: (method: Method, extension: string) => boolean;
}

/** The two sides to compare, and a filter for their changes. */
export interface LeaveOutSides {
  readonly base: Api;
  readonly revision: Api;
  readonly judged: (changes: readonly Change[]) => {
    readonly changes: readonly Change[];
    /** Absent if nothing was to be excluded. */
    readonly leftOut?: { readonly operations: number; readonly changes: number };
  };
  /** Sentences about operations that only one side excludes. */
  readonly notes: readonly string[];
}

/**
 * An operation is excluded if both sides exclude it, or if one side excludes it and the other lacks it. If
 * only one side excludes it, that side is compared as if it had no such operation: a change cannot hide an
 * operation by marking it.
 */
export function leaveOut(
  { base, revision }: { readonly base: LeaveOutSide; readonly revision: LeaveOutSide },
  wanted: LeaveOut | undefined,
): LeaveOutSides {
  if (wanted === undefined)
    return { base: base.api, revision: revision.api, judged: (changes) => ({ changes }), notes: [] };
  const [before, after] = [splitOf(base, wanted), splitOf(revision, wanted)];
  const hidden = [...after.out].filter(([key]) => before.kept.has(key));
  const shown = [...before.out].filter(([key]) => after.kept.has(key));
  const names = new Set(
    [...before.out.keys(), ...after.out.keys()].filter(
      (key) => !before.kept.has(key) && !after.kept.has(key),
    ),
  );
  return {
    base: without(base.api, new Map(shown)),
    revision: without(revision.api, new Map(hidden)),
    judged: (changes) => judgedOf(changes, names),
    notes: [
      ...hidden.map(
        ([, name]) => `${name} counts as removed: it was judged before, and is marked to be left out.`,
      ),
      ...shown.map(([, name]) => `${name} counts as new: it was left out before, and is no longer marked.`),
    ],
  };
}

function judgedOf(
  changes: readonly Change[],
  names: ReadonlySet<string>,
): ReturnType<LeaveOutSides['judged']> {
  const kept = changes.flatMap((change): readonly Change[] => {
    const reach = change.reach.filter((item) => !names.has(unnamed(item.operation)));
    return reach.length === 0 && change.reach.length > 0 ? [] : [{ ...change, reach }];
  });
  // The version makes no promise about excluded operations.
  const isAsked = kept.some((change) => breaksWire(change.wire));
  const reported = kept.filter((change) => change.rule !== 'version-not-raised' || isAsked);
  return { changes: reported, leftOut: { operations: names.size, changes: changes.length - kept.length } };
}

/** Key of an operation → its name. */
interface Split {
  readonly kept: ReadonlyMap<string, string>;
  readonly out: ReadonlyMap<string, string>;
}

function splitOf({ api, has }: LeaveOutSide, { tags, extensions }: LeaveOut): Split {
  const isOut = (method: Method): boolean =>
    method.tags.some((tag) => tags.includes(tag)) || extensions.some((name) => has(method, name));
  const all = methodsOf(api.root);
  const named = (methods: readonly Method[]): ReadonlyMap<string, string> =>
    new Map(methods.map((method) => [keyOf(method), nameOf(method)]));
  return { kept: named(all.filter((method) => !isOut(method))), out: named(all.filter(isOut)) };
}

/** Names of path parameters do not distinguish operations. */
const unnamed = (operation: string): string => operation.replace(/\{[^{}]*\}/g, '{}');
const nameOf = ({ verb, path }: Method): string => `${verb.toUpperCase()} ${path}`;
const keyOf = (method: Method): string => unnamed(nameOf(method));

function without(api: Api, keys: ReadonlyMap<string, string>): Api {
  if (keys.size === 0) return api;
  const strip = (resource: Resource): Resource => ({
    ...resource,
    methods: resource.methods.filter((method) => !keys.has(keyOf(method))),
    children: resource.children.map(strip),
  });
  return { ...api, root: strip(api.root) };
}

const methodsOf = ({ methods, children }: Resource): readonly Method[] => [
  ...methods,
  ...children.flatMap(methodsOf),
];
