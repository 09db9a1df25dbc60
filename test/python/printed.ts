/** Types and code of Python in a line each, for tests. */
import { createNames } from '../../generator/languages/python/names.ts';
import type { Fragment } from '../../generator/languages/python/fragment.ts';
import type { Declaration, TypeExpression } from '../../generator/languages/python/types/types.ts';
import type { TypeContext } from '../../generator/languages/python/types/type-context.ts';
import { createDeclaration } from '../../generator/languages/python/types/declaration.ts';
import { shapesOf } from '../plan/support.ts';
import type { World } from '../languages/printed-types.ts';

/** `list[Pet | None]`; a name that is imported is written as it is. */
export function printed(type: TypeExpression): string {
  switch (type.kind) {
    case 'none':
      return 'None';
    case 'generic':
      return `${printed(type.head)}[${type.arguments.map(printed).join(', ')}]`;
    case 'union':
      return type.members.map(printed).join(' | ');
    case 'literal':
      return `Literal${JSON.stringify(type.values)}`;
    case 'annotated':
      return `${printed(type.type)}@${JSON.stringify(type.info)}`;
    case 'declaration':
      return type.declaration.name;
    default:
      return type.name;
  }
}

export const fragmentText = (fragment: Fragment): string =>
  fragment
    .map((part) =>
      part.kind === 'code' ? part.code : part.kind === 'module' ? part.module : printed(part.type),
    )
    .join('');

/** `Pet(Base) { name?: str }`: a model; `Pet<Base> {…}`: a dictionary. */
export function declarationText({ name, body }: Declaration): string {
  switch (body.kind) {
    case 'pending':
      return `${name} …`;
    case 'alias':
      return `${name} = ${printed(body.type)}`;
    default: {
      const bases = body.kind === 'page' ? [printed(body.base)] : body.bases.map((base) => base.name);
      const [start, end] = body.kind === 'dictionary' ? ['<', '>'] : ['(', ')'];
      const members = body.members.map(
        (member) =>
          `${member.name}${member.required ? '' : '?'}${member.name === member.wireName ? '' : ` as ${member.wireName}`}: ${printed(member.type)}`,
      );
      const extra = body.kind !== 'page' && body.extra ? [`[more]: ${printed(body.extra)}`] : [];
      return `${name}${start}${bases.join(', ')}${end} { ${[...members, ...extra].join('; ')} }`;
    }
  }
}

export interface Context {
  readonly context: TypeContext;
  /** Parts of intersections whose type is less precise than the document. */
  readonly widened: string[];
}

export function typeContext({
  schemas = {},
  models = [],
  sent = [],
  recursive = [],
  edition,
}: World): Context {
  const declared = new Map(models.map((id) => [id, createDeclaration('types.m', id)]));
  const params = new Map(sent.map((id) => [id, createDeclaration('types.m', `${id}Param`)]));
  const widened: string[] = [];
  return {
    widened,
    context: {
      ...shapesOf(schemas, edition, false),
      names: createNames([]),
      modelFor: (id, way) => (way === 'request' ? params.get(id) : undefined) ?? declared.get(id),
      recursive: new Set(recursive),
      twins: new Map(),
      widened: (node) => void widened.push(node.members.map(({ kind }) => kind).join(' & ')),
    },
  };
}
