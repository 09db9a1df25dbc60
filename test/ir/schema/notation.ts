/** Types in one line, and a whole document's schemas read through the real loader. */
import { upgrade } from '../../../generator/openapi/upgrade/upgrade.ts';
import { memoryIo } from '../../../generator/source/io.ts';
import { loadDocuments } from '../../../generator/source/load.ts';
import { typescript as TYPESCRIPT } from '../../../generator/languages/typescript/data.ts';
import { type SchemaReader, createSchemaReader } from '../../../generator/ir/schema/reader.ts';
import type { Schema, TypeNode } from '../../../generator/ir/types.ts';
import type { Documents } from '../../../generator/source/types.ts';

export interface Read {
  /** Notation by schema name; a second schema of one name is `name'`. */
  readonly types: Readonly<Record<string, string>>;
  readonly schemas: ReadonlyMap<string, Schema>;
  /** `code @ pointer` of what was said, in order. */
  readonly said: readonly string[];
  readonly messages: readonly string[];
  readonly coverage: ReturnType<SchemaReader['finish']>['coverage'];
}

export async function documentsOf(
  document: object,
  files: Readonly<Record<string, string>> = {},
): Promise<Documents> {
  const io = memoryIo({ 'openapi.json': JSON.stringify(document), ...files });
  const loaded = await loadDocuments('openapi.json', { io, allowRemote: false, upgrade });
  if (loaded.value === undefined) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
  return loaded.value;
}

export async function readSchemas(
  schemas: object,
  { version = '3.1.0', files = {} }: { version?: string; files?: Readonly<Record<string, string>> } = {},
): Promise<Read> {
  return collect(
    createSchemaReader(
      await documentsOf(
        { openapi: version, info: { title: 'T', version: '1' }, paths: {}, components: { schemas } },
        files,
      ),
      TYPESCRIPT,
    ),
  );
}

/** The type of one schema among `others`, and what was said about it. */
export async function readOne(schema: unknown, others: object = {}, version = '3.1.0'): Promise<string> {
  return (await readSchemas({ X: schema, ...others }, { version })).types['X'] ?? 'absent';
}

export function collect(reader: SchemaReader): Read {
  const { schemas, diagnostics, coverage } = reader.finish();
  const types: Record<string, string> = {};
  const byName = new Map<string, Schema>();
  for (const schema of schemas) {
    let name = schema.name;
    while (byName.has(name)) name += "'";
    byName.set(name, schema);
    types[name] = show(schema.type);
  }
  return {
    types,
    schemas: byName,
    said: diagnostics.map((one) => `${one.code} @ ${one.origin?.pointer ?? ''}`),
    messages: diagnostics.map((one) => one.message),
    coverage,
  };
}

export function show(type: TypeNode): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar + (type.format === undefined ? '' : `<${type.format}>`);
    case 'literal':
      return JSON.stringify(type.value) + (type.label === undefined ? '' : `=${type.label}`);
    case 'array':
      return `[${show(type.items)}]`;
    case 'tuple':
      return `(${[...type.items.map((item, index) => show(item) + (index < type.required ? '' : '?')), ...(type.rest === undefined ? ['...'] : type.rest === false ? [] : [`...${show(type.rest)}`])].join(', ')})`;
    case 'record':
      return `{[${type.keys === undefined ? '' : show(type.keys)}]: ${show(type.values)}}`;
    case 'object': {
      const parts = [
        ...type.properties.map(
          (one) =>
            `${one.readOnly ? 'ro ' : ''}${one.writeOnly ? 'wo ' : ''}${one.name}${one.alias === undefined ? '' : ` as ${one.alias}`}${one.required ? '' : '?'}: ${show(one.type)}`,
        ),
        ...(type.patterns ?? []).map((one) => `/${one.pattern}/: ${show(one.type)}`),
        ...(type.additional === undefined
          ? []
          : [type.additional === false ? '!' : `...${show(type.additional)}`]),
      ];
      return `${type.bases.map((base) => `${nameOf(base.id)} + `).join('')}{ ${parts.join('; ')} }`;
    }
    case 'union':
      return `${type.mode}(${type.members.map(show).join(' | ')}${type.open === undefined ? '' : ` | …${type.open}`})${type.discriminator === undefined ? '' : ` by ${type.discriminator.property}: ${type.discriminator.mapping.map((one) => `${one.value}=${one.member}`).join(' ')}`}`;
    case 'intersection':
      return `(${type.members.map(show).join(' & ')})`;
    case 'nullable':
      return `${show(type.type)}?`;
    case 'ref':
      return nameOf(type.id);
    case 'unknown':
      return `unknown:${type.reason}`;
    case 'never':
      return 'never';
    default:
      return type satisfies never;
  }
}

const nameOf = (id: string): string => `@${id.split(/[/:]/).at(-1) ?? id}`;
