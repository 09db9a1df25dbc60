import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import { type Result, failed, ok } from '../../lib/result.ts';
import type { TransformConfig } from '../types.ts';
import type { ConfigEdit, Target, WrittenValue } from './types.ts';

/** `openapi.transforms` as edits. */
export function readTransforms(transforms: readonly TransformConfig[]): Result<readonly ConfigEdit[]> {
  const read = transforms.map(readTransform);
  return ok(
    read.flatMap((result) => result.value ?? []),
    read.flatMap((result) => result.diagnostics),
  );
}

function readTransform(transform: TransformConfig): Result<ConfigEdit | undefined> {
  const origin = transform.origin;
  const args: WrittenValue = { value: transform.args, origin: at(origin, 'args') };
  const targets = targetsAt(args, 'target');
  const value = partAt(args, 'value') ?? partAt(args, 'object');
  switch (transform.command) {
    case 'update':
      return needs(transform, targets, value, (to) => ({
        kind: 'set',
        targets,
        value: to,
        template: partAt(args, 'template')?.value === true,
        origin,
      }));
    case 'append':
      return needs(transform, targets, value, (to) => ({ kind: 'append', targets, value: to, origin }));
    case 'merge':
    case 'mergeObject':
      return needs(transform, targets, value, (to) => ({
        kind: 'merge',
        targets,
        value: to,
        lists: 'replace',
        appendsToLists: false,
        origin,
      }));
    case 'remove':
      return needs(transform, targets, args, () => ({
        kind: 'remove',
        targets,
        keys: textsAt(args, 'keys'),
        origin,
      }));
    case 'copy':
    case 'move': {
      const [from] = targetsAt(args, 'from');
      const to = targetsAt(args, 'to');
      if (from === undefined || to.length === 0) return failed([missing(transform, 'from and to')]);
      return ok({ kind: 'copy', from, to, moves: transform.command === 'move', merges: false, origin });
    }
    case 'replaceProperties': {
      const only = targetsAt(partAt(args, 'filter') ?? args, 'only');
      return needs(transform, only, value, (to) => ({
        kind: 'set',
        targets: only,
        value: to,
        template: false,
        origin,
      }));
    }
    case 'oneOfToAnyOf':
      return ok(undefined, [diagnostic('edit-ignored', { command: transform.command }, { origin })]);
    default:
      return failed([
        diagnostic('edit-unknown', { command: transform.command }, { origin: at(origin, 'command') }),
      ]);
  }
}

function needs(
  transform: TransformConfig,
  targets: readonly Target[],
  value: WrittenValue | undefined,
  make: (value: WrittenValue) => ConfigEdit,
): Result<ConfigEdit | undefined> {
  if (targets.length === 0) return failed([missing(transform, 'a target')]);
  if (value === undefined) return failed([missing(transform, 'a value')]);
  return ok(make(value));
}

const missing = (transform: TransformConfig, what: string): Diagnostic =>
  diagnostic(
    'edit-argument',
    { command: transform.command, problem: `needs ${what} in its args` },
    { origin: transform.origin },
  );

export function partAt({ value, origin }: WrittenValue, key: string): WrittenValue | undefined {
  const part: JsonValue | undefined =
    isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return part === undefined ? undefined : { value: part, origin: at(origin, key) };
}

/** A JSONPath, a list of them, or an object that selects equal schemas. */
function targetsAt(args: WrittenValue, key: string): readonly Target[] {
  const part = partAt(args, key);
  if (part === undefined) return [];
  const { value } = part;
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  return items.flatMap(
    (item, index) => targetOf(item, Array.isArray(value) ? at(part.origin, index) : part.origin) ?? [],
  );
}

function targetOf(item: JsonValue, origin: Origin): Target | undefined {
  if (typeof item === 'string') return { kind: 'path', path: item, origin };
  const model = partAt({ value: item, origin }, 'matches_schema');
  if (typeof model?.value !== 'string') return undefined;
  const ignore = partAt({ value: item, origin }, 'ignore')?.value;
  return {
    kind: 'equal',
    path: model.value,
    ignore: [
      model.value,
      ...(typeof ignore === 'string'
        ? [ignore]
        : Array.isArray(ignore)
          ? ignore.filter((entry) => typeof entry === 'string')
          : []),
    ],
    origin,
  };
}

const textsAt = (args: WrittenValue, key: string): readonly string[] => {
  const value = partAt(args, key)?.value;
  return Array.isArray(value)
    ? value.filter((item) => typeof item === 'string')
    : typeof value === 'string'
      ? [value]
      : [];
};
