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
