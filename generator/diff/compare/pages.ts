/** A method with pages returns the fields of the page class, not everything in the response. */
import type { Api, Content, ObjectType, PaginationScheme, TypeNode } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import type { Fact } from './fact.ts';
import { type Compared, own } from './place.ts';
import { type Schemas, membersOfObject, resolve, withoutNull } from './shape.ts';
import { methodSubject } from '../subject.ts';

/** Reports a method that now returns pages, no longer does, or uses another scheme. */
export function comparePaging(
  apis: { readonly base: Api; readonly revision: Api },
  schemas: { readonly base: Schemas; readonly revision: Schemas },
  { a, b, user, findings }: Compared,
): void {
  const [p, q] = [schemeOf(apis.base, a), schemeOf(apis.revision, b)];
  const lost =
    q === undefined
      ? []
      : p === undefined
        ? lostBeside(resultOf(a), q, schemas)
        : lostBetween(p.response, q.response, schemas);
  if (p?.name === q?.name && lost.length === 0) return;
  const without = lost.length === 0 ? '' : ` without ${lost.join(', ')}`;
  const message =
    p === undefined
      ? `returns pages now${without === '' ? '' : `,${without}`}`
      : q === undefined
        ? 'no longer returns pages'
        : p.name === q.name
          ? `returns pages${without}`
          : `pages in another way${without === '' ? '' : `,${without}`}`;
  findings.own.push(
    own(
      p === undefined ? 'pagination-added' : q === undefined ? 'pagination-removed' : 'pagination-changed',
      {
        subject: methodSubject(a.symbol),
        base: a.method.origin,
        revision: b.method.origin,
        message,
        ...(p === undefined ? {} : { before: p.name }),
        ...(q === undefined ? {} : { after: q.name }),
        ...(p === undefined && q !== undefined && { omittable: omittableItems(a, q, schemas.base) }),
        ...(lost.length === 0
          ? {}
          : {
              adjust: {
                source:
                  p === undefined
                    ? ['read', 'fake', 'type-level']
                    : p.name === q?.name
                      ? ['read']
                      : ['read', 'name'],
                bump: 'major',
              } as const,
            }),
      },
      user,
    ),
  );
}

/** The items of a page always exist; those of a result may have been optional. */
function omittableItems(
  a: MethodSurface,
  scheme: PaginationScheme,
  schemas: Schemas,
): NonNullable<Fact['omittable']> {
  const [name, ...inner] = scheme.purposes.find((purpose) => purpose.purpose === 'items')?.path ?? [];
  const result = resultOf(a);
  const object = result === undefined ? undefined : objectOf(result.type, schemas);
  const items =
    object === undefined
      ? undefined
      : [...membersOfObject(object, schemas).properties.values()].find((property) => property.name === name);
  return { before: inner.length === 0 && items?.required === false, after: false };
}

export const schemeOf = (api: Api, { method }: MethodSurface): PaginationScheme | undefined =>
  method.pagination === undefined
    ? undefined
    : api.paginationSchemes.find((paginationScheme) => paginationScheme.name === method.pagination?.scheme);

/** The content from which the method's result is read. */
export function resultOf({ method }: MethodSurface): Content | undefined {
  const response = method.success === undefined ? undefined : method.responses[method.success];
  return response?.chosen === undefined ? undefined : response.contents[response.chosen];
}

/** The part of a result that a page has; the result itself if it is the list of items or not an object. */
export function pageOf(node: TypeNode, scheme: PaginationScheme | undefined, schemas: Schemas): TypeNode {
  return scheme === undefined || scheme.topLevelArray ? node : within(node, scheme.response, schemas);
}

function within(node: TypeNode, fields: ObjectType, schemas: Schemas): TypeNode {
  const object = objectOf(node, schemas);
  if (object === undefined) return node;
  const known = new Map(fields.properties.map((property) => [property.name, property.type]));
  const properties = [...membersOfObject(object, schemas).properties.values()].flatMap((property) => {
    const field = known.get(property.name);
    return field === undefined
      ? []
      : [field.kind === 'object' ? { ...property, type: within(property.type, field, schemas) } : property];
  });
  return { kind: 'object', properties, bases: [], origin: object.origin };
}

/** What the page lacks compared with the old result. A result of another kind is a change of type. */
function lostBeside(
  result: Content | undefined,
  scheme: PaginationScheme,
  schemas: { readonly base: Schemas; readonly revision: Schemas },
): readonly string[] {
  if (result === undefined) return [];
  const object = objectOf(result.type, schemas.base);
  if (object === undefined) return scheme.topLevelArray ? ['the list itself'] : [];
  return scheme.topLevelArray ? [] : lostBetween(object, scheme.response, schemas);
}

/** Paths of properties that were removed. */
function lostBetween(
  before: ObjectType,
  after: ObjectType,
  schemas: { readonly base: Schemas; readonly revision: Schemas },
): readonly string[] {
  const next = membersOfObject(after, schemas.revision).properties;
  return [...membersOfObject(before, schemas.base).properties.values()].flatMap((property) => {
    const other = next.get(property.name);
    const called = schemas.base.names?.property(property.name) ?? property.name;
    if (other === undefined) return [called];
    const [x, y] = [objectOf(property.type, schemas.base), objectOf(other.type, schemas.revision)];
    return x === undefined || y === undefined || x.properties.length === 0
      ? []
      : lostBetween(x, y, schemas).map((name) => `${called}.${name}`);
  });
}

function objectOf(node: TypeNode, schemas: Schemas): ObjectType | undefined {
  const target = resolve(node, schemas);
  const plain = target === undefined ? undefined : withoutNull(target);
  const inner = plain === undefined ? undefined : resolve(plain, schemas);
  return inner?.kind === 'object' ? inner : undefined;
}
