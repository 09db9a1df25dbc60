/** Turns types of the IR into Go types. Nested types are named after the path of properties to them. */
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ObjectType, RefType, Schema, TypeNode, UnionType } from '../../ir/types.ts';
import { distributed } from '../../plan/distribute.ts';
import { memberName } from '../../plan/member-name.ts';
import type { ModelPlan, SdkPlan } from '../../plan/sdk.ts';
import { flatten, ordered, resolveNode, soleBase, visibleIn } from '../../plan/shapes.ts';
import { code, identifier } from './code.ts';
import { declareEnum, enumType, literalType } from './enums.ts';
import { structFields } from './fields.ts';
import { scalarType } from './scalars.ts';
import type { DeclaredFor, GoDeclaration, GoType, Site, Way } from './types.ts';
import { type Declarer, addDeclaration, anything, isMap, listOf, mapOf } from './context.ts';
import { declareUnion, unionMembers } from './unions.ts';
import { proseLines } from '../prose.ts';

export function createDeclarer(
  plan: SdkPlan,
  {
    names,
    scope,
    fileOf,
  }: Pick<Declarer, 'names' | 'scope'> & { fileOf: (keys: readonly string[]) => string },
): Declarer {
  const models = new Map(plan.models.map((model) => [model.schema.id, model]));
  const errors = new Map(plan.errorModels.map((schema) => [schema.id, schema]));
  const known = new Map<string, GoType>();
  const twoWay = new Map<string, boolean>();
  const shapes = { ...plan.shapes, edition: { ...plan.shapes.edition, tagBeforeName: true } };
  const declarer: Declarer = {
    plan,
    names,
    scope,
    declarations: new Map(),
    constants: new Map(),
    diagnostics: [],
    typeOf: (node, site) => typeOf(declarer, node, site),
    modelFor: (id, wanted) => {
      const schema = plan.shapes.schemas.get(id);
      const model = models.get(id);
      if (!schema || (!model && !(wanted === 'response' && errors.has(id)))) return undefined;
      const way = wanted === 'request' && isSame(declarer, schema, twoWay) ? 'response' : wanted;
      const key = `${way} ${id}`;
      const found = known.get(key);
      if (found) return found;
      const name = modelName(declarer, model, schema);
      return openModel(declarer, schema, {
        way,
        name,
        file: model ? fileOf(model.model.resource) : 'errors',
        remember: (type) => known.set(key, type),
      });
    },
    nameOf: (member, siblings, tag) => {
      const name = memberName(shapes, member, { siblings, tag });
      return name === undefined ? undefined : names.pascal(name);
    },
  };
  return declarer;
}

const modelName = ({ names }: Declarer, model: ModelPlan | undefined, schema: Schema): string =>
  names.pascal(model?.model.name ?? schema.name);

/** Suffix of request types; `SamplingParams` needs none. */
const endingOf = (name: string, way: Way): Site['ending'] =>
  way === 'request' && !name.endsWith('Params') ? 'Param' : '';

interface Opening {
  readonly way: Way;
  readonly name: string;
  readonly file: string;
  readonly remember: (type: GoType) => unknown;
}

function openModel(declarer: Declarer, schema: Schema, { way, name, file, remember }: Opening): GoType {
  const { shapes } = declarer.plan;
  const target = resolveNode(shapes, schema.type);
  const plain = target.kind === 'nullable' ? resolveNode(shapes, target.type) : target;
  const site: Site = { path: name, way, file, depth: 0, ending: endingOf(name, way), within: new Map() };
  if (plain.kind === 'object' && !isMap(declarer, plain, way))
    return declareStruct(declarer, plain, site, { schema, remember });
  if (plain.kind === 'union') {
    const members = unionMembers(declarer, plain, way);
    if (plain.mode === 'enum') return declareEnum(declarer, plain, site, { schema, remember });
    if (members.length > 1) return declareUnion(declarer, plain, site, { schema, remember });
  }
  // An alias may only refer to itself through a struct.
  const own = identifier(declarer.scope.free(name + site.ending));
  const alias: GoType = { text: own, kind: 'any' };
  remember(anything);
  const type = typeOf(declarer, schema.type, { ...site, path: `${own}Item` });
  const made: GoType = { ...type, text: alias.text };
  addDeclaration(declarer, {
    kind: 'alias',
    name: own,
    file,
    type,
    doc: proseLines(schema.type.description),
    schema,
  });
  remember(made);
  return made;
}

/** Enums and scalars have the same type in both directions. */
function isSame(declarer: Declarer, schema: Schema, known: Map<string, boolean>): boolean {
  const found = known.get(schema.id);
  if (found !== undefined) return found;
  const target = resolveNode(declarer.plan.shapes, schema.type);
  const plain = target.kind === 'nullable' ? target.type : target;
  const same =
    (plain.kind === 'union' && plain.mode === 'enum') ||
    (plain.kind === 'scalar' && plain.scalar !== 'binary');
  known.set(schema.id, same);
  return same;
}

function typeOf(declarer: Declarer, node: TypeNode, site: Site): GoType {
  switch (node.kind) {
    case 'scalar':
      return scalarType(node, site.way);
    case 'literal':
      return literalType(node);
    case 'array': {
      const path = declarer.names.pascalSingular(site.path);
      return listOf(
        itemOf(declarer, node.items, {
          ...site,
          path: site.isVariant === true ? `${site.path}Item` : path,
          depth: site.depth + 1,
          isVariant: false,
        }),
      );
    }
    case 'tuple': {
      const items = [...node.items, ...(node.rest ? [node.rest] : [])].map((item, index) =>
        typeOf(declarer, item, { ...site, path: `${site.path}${index}` }),
      );
      const [first] = items;
      return listOf(
        first && items.every((item) => item.text === first.text) && node.rest !== undefined
          ? first
          : anything,
      );
    }
    case 'record':
      return mapOf(
        itemOf(declarer, node.values, {
          ...site,
          path: declarer.names.pascalSingular(site.path),
          depth: site.depth + 1,
        }),
      );
    case 'object':
      return objectType(declarer, node, site);
    case 'union':
      return unionType(declarer, node, site);
    case 'intersection': {
      const { type, isWider } = distributed(declarer.plan.shapes, node, (member) =>
        declarer.nameOf(member, node.members),
      );
      if (isWider) declarer.diagnostics.push(diagnostic('python-intersection', {}, { origin: node.origin }));
      return typeOf(declarer, type, site);
    }
    case 'nullable':
      return typeOf(declarer, node.type, site);
    case 'ref':
      return reference(declarer, node, site);
    case 'unknown':
    case 'never':
      return anything;
    default:
      return node satisfies never;
  }
}

function reference(declarer: Declarer, node: RefType, site: Site): GoType {
  const model = declarer.modelFor(node.id, site.way);
  if (model) return model;
  const enclosing = site.within.get(node.id);
  if (enclosing) return enclosing;
  const schema = declarer.plan.shapes.schemas.get(node.id);
  if (!schema) return anything;
  if (!declarer.plan.recursive.has(node.id)) return typeOf(declarer, schema.type, site);
  const within = new Map(site.within);
  const inner = { ...site, within };
  const target = resolveNode(declarer.plan.shapes, schema.type);
  const plain = target.kind === 'nullable' ? resolveNode(declarer.plan.shapes, target.type) : target;
  const remember = (type: GoType): unknown => within.set(node.id, type);
  if (plain.kind === 'object' && !isMap(declarer, plain, site.way))
    return declareStruct(declarer, plain, inner, { remember });
  if (plain.kind === 'union' && plain.mode !== 'enum')
    return declareUnion(declarer, plain, inner, { remember });
  remember(anything);
  return typeOf(declarer, schema.type, inner);
}

function objectType(declarer: Declarer, node: ObjectType, site: Site): GoType {
  const single = soleBase(declarer.plan.shapes, node);
  if (single) return reference(declarer, single, site);
  if (isMap(declarer, node, site.way)) return mapOf(extraType(declarer, node, site) ?? anything);
  const path = node.typeName === undefined ? site.path : declarer.names.pascal(node.typeName);
  return declareStruct(declarer, node, { ...site, path });
}

export function extraType(declarer: Declarer, node: ObjectType, site: Site): GoType | undefined {
  const { additional } = flatten(declarer.plan.shapes, node);
  const values = [
    ...(additional ? [additional] : []),
    ...(node.patterns ?? []).map((pattern) => pattern.type),
  ];
  const [only] = values;
  return only === undefined
    ? undefined
    : values.length > 1
      ? anything
      : itemOf(declarer, only, { ...site, path: `${site.path}Value` });
}

/** Items have no metadata that tells null from the zero value, as fields of results have. */
function itemOf(declarer: Declarer, node: TypeNode, site: Site): GoType {
  const type = typeOf(declarer, node, site);
  const isNull = resolveNode(declarer.plan.shapes, node).kind === 'nullable';
  return isNull && (type.kind === 'scalar' || type.kind === 'enum')
    ? { ...type, kind: 'scalar', text: code`param.Opt[${type.text}]` }
    : type;
}

function declareStruct(declarer: Declarer, node: ObjectType, site: Site, marks: DeclaredFor = {}): GoType {
  const name = declarer.scope.free(site.path + site.ending);
  const type: GoType = { text: identifier(name), kind: 'struct', holds: name };
  marks.remember?.(type);
  const fields: Extract<GoDeclaration, { kind: 'struct' }>['fields'] = [];
  addDeclaration(declarer, {
    kind: 'struct',
    name,
    file: site.file,
    way: site.way,
    doc: proseLines(node.description),
    fields,
    isUnion: false,
    variants: [],
    schema: marks.schema,
  });
  const { shapes } = declarer.plan;
  const flat = flatten(shapes, node);
  const visible = ordered(shapes, flat.properties.filter(visibleIn(site.way)));
  fields.push(...structFields(declarer, visible, { ...site, path: nestedPath(name, site) }));
  const extra = flat.additional || node.patterns?.length ? extraType(declarer, node, site) : undefined;
  if (extra && !fields.some((field) => field.name === 'ExtraFields'))
    fields.push({
      name: 'ExtraFields',
      type: mapOf(extra),
      tag: [
        ['json', '-'],
        ['api', 'extras'],
      ],
      doc: [],
      hasMeta: false,
    });
  return type;
}

/** Prefix of nested types: the name of the outer type without the suffix of request types. */
export const nestedPath = (name: string, { path, ending }: Pick<Site, 'path' | 'ending'>): string =>
  ending !== '' && name === path + ending ? path : name;

function unionType(declarer: Declarer, node: UnionType, site: Site): GoType {
  if (node.mode === 'enum') return enumType(declarer, node, site);
  const members = unionMembers(declarer, node, site.way);
  const [only] = members;
  if (only && members.length === 1) return typeOf(declarer, only.node, site);
  if (members.length === 0) return anything;
  return declareUnion(declarer, node, site);
}
