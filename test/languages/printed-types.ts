/** Declared types of TypeScript in a line each, for tests. */
import { createNames } from '../../generator/languages/typescript/casing.ts';
import {
  type Declaration,
  type TypeExpression,
  createDeclaration,
} from '../../generator/languages/typescript/types/declaration.ts';
import type { TypeContext } from '../../generator/languages/typescript/types/type-context.ts';
import type { TypeNode } from '../../generator/ir/types.ts';
import { shapesOf } from '../plan/support.ts';

/** `Array<Pet>`; a nested type has the names around it. */
export const printed = (type: TypeExpression): string =>
  type
    .map((part) =>
      part.kind === 'code'
        ? part.code
        : part.kind === 'declaration'
          ? part.declaration.key.replace(/.*#/, '')
          : part.kind === 'receiver'
            ? 'this'
            : part.name,
    )
    .join('');

/** `Pet extends Base { name?: string } + Pet.Toy = string`: nested types follow. */
export function declarationText({ key, body, nested }: Declaration): string {
  const name = key.replace(/.*#/, '');
  const own =
    body.kind === 'pending'
      ? `${name} …`
      : body.kind === 'alias'
        ? `${name} = ${printed(body.type)}`
        : `${name}${body.bases.length > 0 ? ` extends ${body.bases.map(printed).join(', ')}` : ''} { ${[
            ...body.members.map(
              ({ key: own, optional, type }) => `${own}${optional ? '?' : ''}: ${printed(type)}`,
            ),
            ...(body.index ? [`[key]: ${printed(body.index)}`] : []),
          ].join('; ')} }`;
  return [own, ...nested.map(declarationText)].join(' + ');
}

export interface World {
  readonly schemas?: Readonly<Record<string, TypeNode>>;
  /** Ids of schemas that are models. */
  readonly models?: readonly string[];
  /** Of these, what has another type where it is sent. */
  readonly sent?: readonly string[];
  readonly recursive?: readonly string[];
  readonly edition?: string;
  readonly values?: { readonly dates: boolean; readonly int64: boolean };
}

export const typeContext = ({
  schemas = {},
  models = [],
  sent = [],
  recursive = [],
  edition,
  values,
}: World): TypeContext => ({
  ...shapesOf(schemas, edition, false),
  names: createNames([]),
  values: values ?? { dates: false, int64: false },
  models: new Map(models.map((id) => [id, createDeclaration({ name: id, module: 'm' })])),
  sentModels: new Map(sent.map((id) => [id, createDeclaration({ name: `${id}Param`, module: 'm' })])),
  recursive: new Set(recursive),
});
