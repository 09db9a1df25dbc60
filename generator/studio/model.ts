/** A model: its name in each language, its fields, and where it is used. */
import { methodsOf, operationOf } from '../init/methods.ts';
import { requestTypes, responseTypes } from '../ir/references.ts';
import { referencedIds } from '../ir/type-walk.ts';
import type { Schema, TypeNode } from '../ir/types.ts';
import { languageData } from '../languages/data.ts';
import type { ExplainedType } from '../languages/explained.ts';
import type { FieldRow, ModelDetail } from './contract.ts';
import type { Plan } from './plan.ts';
import { sourceOf } from './source.ts';

export const typeOf = ({ renderer }: Plan, language: string, id: string): ExplainedType | undefined =>
  renderer.generationOf(language).views.explained.types.find(({ schema }) => schema?.id === id);

/** Undefined if no model has the schema with this id. */
export function modelDetailOf(plan: Plan, id: string): ModelDetail | undefined {
  const { api } = plan;
  const schema = api.schemas.find((item) => item.id === id);
  if (schema?.model === undefined) return undefined;
  const { model } = schema;
  const named = new Map(api.schemas.map((item) => [item.id, item]));
  const uses = (types: Iterable<TypeNode>): boolean => referencedIds(types).has(id);
  const source = sourceOf(plan, schema.origin);
  return {
    id,
    name: [...model.resource, model.name].join('.'),
    resource: model.resource.join('.'),
    key: model.name,
    schema: schema.name,
    rule: model.provenance.detail,
    types: plan.languages.flatMap((language) => {
      const type = typeOf(plan, language, id);
      return type === undefined
        ? []
        : [{ language, title: languageData(language)?.title ?? language, name: type.name }];
    }),
    fields: fieldsOf(schema, named),
    methods: methodsOf(api.root).flatMap(({ name, method }) =>
      uses([...requestTypes(method), ...responseTypes(method)]) ? [{ id: operationOf(method), name }] : [],
    ),
    models: api.schemas.flatMap((item) =>
      item.model !== undefined && item.id !== id && uses([item.type])
        ? [{ id: item.id, name: [...item.model.resource, item.model.name].join('.') }]
        : [],
    ),
    ...(schema.type.description !== undefined && { description: schema.type.description }),
    ...(source && { source }),
  };
}

type Named = ReadonlyMap<string, Schema>;

function fieldsOf({ type }: Schema, named: Named): readonly FieldRow[] {
  if (type.kind !== 'object') return [{ name: '', type: typeText(type, named), isRequired: true }];
  return [
    ...type.bases.map(({ id }) => ({ name: '', type: named.get(id)?.name ?? id, isRequired: true })),
    ...type.properties.map(({ name, type: own, required, description }) => ({
      name,
      type: typeText(own, named),
      isRequired: required,
      ...(description !== undefined && { description }),
    })),
  ];
}

/** A type in a few words, in no language. */
function typeText(type: TypeNode, named: Named): string {
  const text = (inner: TypeNode): string => typeText(inner, named);
  switch (type.kind) {
    case 'scalar':
      return type.format === undefined ? type.scalar : `${type.scalar} (${type.format})`;
    case 'literal':
      return JSON.stringify(type.value);
    case 'array':
      return `list of ${text(type.items)}`;
    case 'tuple':
      return `[${type.items.map(text).join(', ')}]`;
    case 'record':
      return `map of ${text(type.values)}`;
    case 'object':
      return `{ ${type.properties.map(({ name }) => name).join(', ')} }`;
    case 'union':
      return type.members.map(text).join(' | ');
    case 'intersection':
      return type.members.map(text).join(' & ');
    case 'nullable':
      return `${text(type.type)} or null`;
    case 'ref':
      return named.get(type.id)?.name ?? type.id;
    case 'unknown':
      return 'anything';
    case 'never':
      return 'nothing';
    default:
      return type satisfies never;
  }
}
