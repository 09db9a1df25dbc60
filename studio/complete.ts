/** Keys and values of the config as its schema knows them, for the place of the cursor. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly 'x-ignored'?: 'language' | 'service';
  readonly 'x-languages'?: readonly string[];
}

const alternatives = (root: Schema, schema: Schema | undefined, depth = 0): readonly Schema[] => {
  if (schema === undefined || depth > 6) return [];
  const name = schema.$ref?.split('/').at(-1);
  const target = name === undefined ? undefined : root.$defs?.[name];
  return [
    schema,
    ...(target ? alternatives(root, target, depth + 1) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) =>
      alternatives(root, part, depth + 1),
    ),
  ];
};

function schemasAt(root: Schema, path: readonly string[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (found, key) =>
      found.flatMap((schema) => {
        const { additionalProperties, items } = schema;
        const next =
          key === '-'
            ? items
            : (schema.properties?.[key] ??
              (typeof additionalProperties === 'object' ? additionalProperties : undefined));
        return alternatives(root, next);
      }),
    alternatives(root, root),
  );
}

/** Keys around a line, by indentation. */
function pathAt(lines: readonly string[], indent: number): readonly string[] {
  const path: string[] = [];
  let limit = indent;
  for (const line of [...lines].reverse()) {
    const [, spaces = '', dash = '', key] = /^(\s*)((?:- )*)([\w$./-]+)\s*:/.exec(line) ?? [];
    const depth = spaces.length;
    if (key === undefined || line.trim().startsWith('#')) continue;
    if (depth + dash.length < limit) {
      path.unshift(key);
      limit = depth + dash.length;
    }
    if (dash !== '' && depth < limit) {
      path.unshift('-');
      limit = depth;
    }
    if (limit === 0) break;
  }
  return path;
}

/** What the schema says about a key of the config. */
export interface KeyAbout {
  readonly key: string;
  readonly description: string;
  /** Type, allowed values, default and example, as far as the schema has them. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** About the key on a line, 0-based. Undefined if the line has none that the schema knows. */
export function aboutKey(schema: object, lines: readonly string[], at: number): KeyAbout | undefined {
  const [, indent = '', key] = /^(\s*(?:- )*)([\w$./-]+)\s*:/.exec(lines[at] ?? '') ?? [];
  if (key === undefined) return undefined;
  const root = schema as Schema;
  const above = lines.slice(0, at);
  // A key after a dash belongs to an item, and the dash is on the same line.
  const path = indent.includes('-')
    ? [...pathAt(above, indent.indexOf('-')), '-']
    : pathAt(above, indent.length);
  const found = schemasAt(root, [...path, key]);
  const description = found.map((item) => item.description).find((text) => text !== undefined);
  if (description === undefined) return undefined;
  const texts = (values: readonly unknown[]): string =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ');
  const types = found.flatMap(({ type }) => type ?? []).filter((type) => type !== 'null');
  const values = found.flatMap((item) => item.enum ?? []);
  const first = <Key extends keyof Schema>(name: Key): Schema[Key] | undefined =>
    found.map((item) => item[name]).find((value) => value !== undefined);
  const ignored = first('x-ignored');
  const facts: readonly (readonly [string, readonly unknown[]])[] = [
    ['type', values.length > 0 ? [] : [...new Set(types)]],
    ['values', [...new Set(values)]],
    ['default', first('default') === undefined ? [] : [first('default')]],
    ['example', first('examples')?.slice(0, 1) ?? []],
    ['languages', first('x-languages') ?? []],
    [
      'no effect here',
      ignored === undefined ? [] : [ignored === 'language' ? 'for other languages' : 'for a hosted service'],
    ],
  ];
  return {
    key,
    description,
    facts: facts.flatMap(([label, list]) => (list.length === 0 ? [] : [[label, texts(list)] as const])),
  };
}

export const completionFor =
  (schema: object) =>
  (context: CompletionContext): CompletionResult | null => {
    const root = schema as Schema;
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const above = context.state.doc.sliceString(0, line.from).split('\n');
    const value = /^(\s*(?:- )*)([\w$.-]+):\s+(\w*)$/.exec(before);
    const key = /^(\s*(?:- )*)(\w*)$/.exec(before);
    if (value) {
      const [, indent = '', name = '', word = ''] = value;
      const found = schemasAt(root, [...pathAt(above, indent.length), name]);
      const options = found.flatMap(({ enum: values, type }) => [
        ...(values ?? []).filter((item) => typeof item === 'string'),
        ...([type].flat().includes('boolean') ? ['true', 'false'] : []),
      ]);
      return options.length === 0
        ? null
        : {
            from: context.pos - word.length,
            options: [...new Set(options)].map((label) => ({ label: String(label) })),
          };
    }
    if (!key || (!context.explicit && key[2] === '')) return null;
    const found = schemasAt(root, pathAt(above, key[1]?.length ?? 0));
    const options = found.flatMap(({ properties }) =>
      Object.entries(properties ?? {}).map(([label, { description }]) => ({
        label,
        apply: `${label}: `,
        type: 'property',
        ...(description !== undefined && { info: description }),
      })),
    );
    return options.length === 0 ? null : { from: context.pos - (key[2]?.length ?? 0), options };
  };
