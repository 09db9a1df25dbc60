import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Result, failed, ok } from '../../lib/result.ts';
import type { SourceDocument } from '../../source/types.ts';
import { partAt } from './from-config.ts';
import type { ConfigEdit, Target, WrittenValue } from './types.ts';

/**
 * The actions of an overlay, in order (OpenAPI Overlay 1.0 section 4.4; `copy` of 1.1 is supported too). A
 * part of an OpenAPI document without `actions` is a single action that merges it into the whole.
 */
export function readOverlay({ name, root }: SourceDocument): Result<readonly ConfigEdit[]> {
  const top: WrittenValue = { value: root, origin: { document: name, pointer: '' } };
  const actions = partAt(top, 'actions');
  if (actions === undefined && isPart(root)) return ok([mergeAll(top)]);
  if (partAt(top, 'overlay') === undefined || actions === undefined || !Array.isArray(actions.value))
    return ok([], [diagnostic('not-an-overlay', { file: name }, { origin: top.origin })]);
  const read = actions.value.map((action: JsonValue, index) =>
    readAction({ value: action, origin: { document: name, pointer: `${actions.origin.pointer}/${index}` } }),
  );
  return ok(
    read.flatMap((result) => result.value ?? []),
    read.flatMap((result) => result.diagnostics),
  );
}

const isPart = (root: JsonValue): boolean =>
  isJsonObject(root) &&
  !Object.hasOwn(root, 'overlay') &&
  ['paths', 'components', 'openapi', 'info', 'security', 'servers', 'tags', 'webhooks', 'definitions'].some(
    (key) => Object.hasOwn(root, key),
  );

const mergeAll = (top: WrittenValue): ConfigEdit => ({
  kind: 'merge',
  targets: [{ kind: 'path', path: '$', origin: top.origin }],
  value: top,
  lists: 'replace',
  appendsToLists: false,
  origin: top.origin,
});

function readAction(action: WrittenValue): Result<ConfigEdit | undefined> {
  const { origin } = action;
  const target = partAt(action, 'target');
  if (typeof target?.value !== 'string')
    return failed([
      diagnostic('edit-argument', { command: 'action', problem: 'has no `target`' }, { origin }),
    ]);
  const at: Target = { kind: 'path', path: target.value, origin: target.origin };
  // `remove: true` overrides `update`, as the specification requires.
  if (partAt(action, 'remove')?.value === true)
    return ok({ kind: 'remove', targets: [at], keys: [], origin });
  const copied = partAt(action, 'copy');
  if (typeof copied?.value === 'string')
    return ok({
      kind: 'copy',
      from: { kind: 'path', path: copied.value, origin: copied.origin },
      to: [at],
      moves: false,
      merges: true,
      origin,
    });
  const update = partAt(action, 'update');
  if (update === undefined)
    return failed([
      diagnostic(
        'edit-argument',
        { command: 'action', problem: 'has neither `update` nor `remove`' },
        { origin },
      ),
    ]);
  return ok({ kind: 'merge', targets: [at], value: update, lists: 'concat', appendsToLists: true, origin });
}
