import { byCodeUnit, sortedBy } from '../lib/order.ts';
import type { Origin } from '../lib/origin.ts';
import { snake, splitWords } from '../lib/words.ts';
import type { Api, Method, Provenance, Resource, Schema } from '../ir/types.ts';
import { operationOf } from './methods.ts';
import { comment, indent, inline, keyOf } from './text.ts';

export interface Explicit {
  /**
   * Values of `paginated` that must be written, because the default would be different: `books.list` → value.
   */
  readonly paginated: ReadonlyMap<string, string | false>;
}

/** `resources:` with one line per method and the rule that named it. */
export function resourceLines(api: Api, document: string, explicit: Explicit): readonly string[] {
  const models = modelsByResource(api);
  const placed = new Set(pathsOf(api.root, []));
  const top: { readonly key: string; readonly lines: readonly string[] }[] = [];
  const client = bodyLines({ ...api.root, children: [] }, [], {
    own: models.get('$client') ?? [],
    document,
    explicit,
    models,
  });
  if (client.length > 0) top.push({ key: '$client', lines: client });
  const shared = models.get('$shared') ?? [];
  if (shared.length > 0) top.push({ key: '$shared', lines: modelLines(shared, document) });
  for (const child of api.root.children)
    top.push({
      key: child.key,
      lines: bodyLines(child, [child.key], { own: models.get(child.key) ?? [], document, explicit, models }),
    });
  // A resource without methods may have models, such as webhook events.
  for (const [path, schemas] of models) {
    if (!placed.has(path) && !path.startsWith('$'))
      top.push({ key: path, lines: nestedModels(path.split('\n').slice(1), modelLines(schemas, document)) });
  }
  if (top.length === 0) return ['', 'resources: {}'];
  return [
    '',
    '# What is called how: client.<resource>.<method>(). Rename and move freely.',
    'resources:',
    ...top.flatMap(({ key, lines }, index) => [
      ...(index === 0 ? [] : ['']),
      `  ${keyOf(key.split('\n')[0] ?? '')}:`,
      ...indent(2, lines),
    ]),
  ];
}

const pathsOf = (resource: Resource, path: readonly string[]): readonly string[] =>
  resource.children.flatMap((child) => [
    [...path, child.key].join('\n'),
    ...pathsOf(child, [...path, child.key]),
  ]);

const nestedModels = ([key, ...rest]: readonly string[], lines: readonly string[]): readonly string[] =>
  key === undefined
    ? lines
    : ['subresources:', ...indent(1, [`${keyOf(key)}:`, ...indent(1, nestedModels(rest, lines))])];

function bodyLines(
  resource: Resource,
  path: readonly string[],
  {
    own,
    document,
    explicit,
    models,
  }: {
    readonly own: readonly Schema[];
    readonly document: string;
    readonly explicit: Explicit;
    readonly models: ReadonlyMap<string, readonly Schema[]>;
  },
): readonly string[] {
  const methods = resource.methods.flatMap((method) => methodLines(method, path, explicit));
  const children = resource.children.flatMap((child) => {
    const inner = [...path, child.key];
    return [
      `${keyOf(child.key)}:`,
      ...indent(
        1,
        bodyLines(child, inner, { own: models.get(inner.join('\n')) ?? [], document, explicit, models }),
      ),
    ];
  });
  return [
    ...modelLines(own, document),
    ...(methods.length === 0 ? [] : ['methods:', ...indent(1, methods)]),
    ...(children.length === 0 ? [] : ['subresources:', ...indent(1, children)]),
  ];
}

function methodLines(method: Method, path: readonly string[], explicit: Explicit): readonly string[] {
  const endpoint = operationOf(method);
  const paginated = explicit.paginated.get([...path, method.key].join('.'));
  const positional = isUsual(method) ? undefined : method.positional;
  const value =
    paginated === undefined && positional === undefined
      ? endpoint
      : {
          endpoint,
          ...(paginated !== undefined && { paginated }),
          ...(positional !== undefined && { positional_params: positional }),
        };
  return [`${keyOf(method.key)}: ${inline(value)} ${text(method.provenance)}`];
}

/** Whether only the last path parameter is positional, which is the default. */
function isUsual(method: Method): boolean {
  if (method.positional === undefined) return true;
  const last = method.pathParts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : [])).at(-1);
  return method.positional.join('\n') === (last ?? '');
}

const text = ({ rule, detail }: Provenance): string => comment(detail === '' ? rule : `${rule}: ${detail}`);

function modelsByResource(api: Api): ReadonlyMap<string, readonly Schema[]> {
  const found = new Map<string, Schema[]>();
  for (const schema of api.schemas) {
    if (schema.model === undefined) continue;
    const id = schema.model.resource.join('\n');
    found.set(id, [...(found.get(id) ?? []), schema]);
  }
  return found;
}

function modelLines(schemas: readonly Schema[], document: string): readonly string[] {
  if (schemas.length === 0) return [];
  const names = keysOf(schemas);
  const lines = schemas.map((schema) => ({
    key: names.get(schema) ?? schema.name,
    target: targetOf(schema, document),
    rule: schema.model?.provenance.rule,
  }));
  return [
    'models:',
    ...indent(
      1,
      sortedBy(lines, (item) => item.key).map(
        ({ key, target, rule }) =>
          `${keyOf(key)}: ${inline(target)}${rule === 'component' || rule === undefined ? '' : ` ${comment(rule)}`}`,
      ),
    ),
  ];
}

/** Lowercase with underscores, unless that changes or duplicates a name. */
export function keysOf(schemas: readonly Schema[]): ReadonlyMap<Schema, string> {
  const counts = new Map<string, number>();
  const plain = (schema: Schema): string => schema.model?.name ?? schema.name;
  for (const schema of schemas) counts.set(snake(plain(schema)), (counts.get(snake(plain(schema))) ?? 0) + 1);
  return new Map(
    [...schemas]
      .sort((a, b) => byCodeUnit(a.id, b.id))
      .map((schema) => {
        const key = snake(plain(schema));
        const same = splitWords(key).join(' ') === splitWords(plain(schema)).join(' ').toLowerCase();
        return [schema, same && key !== '' && counts.get(key) === 1 ? key : plain(schema)];
      }),
  );
}

/** The name of a component, or a pointer. */
export function targetOf(schema: Schema, document: string): string {
  const origin: Origin = schema.origin;
  const hash = schema.id.indexOf('#');
  const pointer = schema.id.startsWith('id:') || hash < 0 ? origin.pointer : schema.id.slice(hash + 1);
  const component = /^\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(pointer)?.[1];
  if (origin.document !== document) return `${relative(document, origin.document)}#${pointer}`;
  return component !== undefined && !/[/#~.$\s]/.test(component) ? component : `#${pointer}`;
}

/** The path of a file relative to another file. URLs are unchanged. */
function relative(from: string, to: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(to)) return to;
  const [near, far] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < near.length && shared < far.length - 1 && near[shared] === far[shared]) shared += 1;
  const path = [...near.slice(shared).map(() => '..'), ...far.slice(shared)].join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
