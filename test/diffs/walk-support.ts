/** A comparison of two lists of schemas by hand, without a document. */
import { BOTH, type Fact, type Pair } from '../../generator/diff/compare/fact.ts';
import { startWalk } from '../../generator/diff/compare/types.ts';
import type { Task, Walk } from '../../generator/diff/compare/walk.ts';
import { subjectText, typeSubject } from '../../generator/diff/subject.ts';
import { plainNames } from '../../generator/diff/names.ts';
import type { Api, ObjectType, Property, Schema, TypeNode, UnionType } from '../../generator/ir/types.ts';

const at = (pointer: string) => ({ document: 'a.yml', pointer });

type More = Readonly<Record<string, unknown>>;

export const scalar = (kind: string, more: object = {}): TypeNode =>
  ({ kind: 'scalar', scalar: kind, origin: at(`/${kind}`), ...more }) as TypeNode;
export const text = scalar('string');
export const literal = (value: string | number | null, more: object = {}): TypeNode =>
  ({ kind: 'literal', value, origin: at(`/literal/${value}`), ...more }) as TypeNode;
export const ref = (id: string, more: object = {}): TypeNode => ({
  kind: 'ref',
  id,
  origin: at(`/ref/${id}`),
  ...more,
});
export const list = (items: TypeNode): TypeNode => ({ kind: 'array', items, origin: at('/list') });
export const record = (values: TypeNode): TypeNode => ({ kind: 'record', values, origin: at('/record') });
export const nullable = (type: TypeNode): TypeNode =>
  ({ kind: 'nullable', type, origin: at('/nullable') }) as TypeNode;
export const union = (members: readonly TypeNode[], more: object = {}): UnionType =>
  ({ kind: 'union', mode: 'oneOf', members, origin: at('/union'), ...more }) as UnionType;
export const property = (name: string, type: TypeNode = text, more: object = {}): Property => ({
  ...{ name, type, required: false, origin: at(`/p/${name}`) },
  ...more,
});
export const object = (properties: readonly Property[], more: object = {}): ObjectType =>
  ({ kind: 'object', properties, bases: [], origin: at('/object'), ...more }) as ObjectType;
/** An object of plain properties, with a constant as its tag if one is given. */
export const shape = (names: string, tag?: string, more: object = {}): ObjectType =>
  object(
    [
      ...names
        .split(' ')
        .filter((name) => name !== '')
        .map((name) => property(name)),
      ...(tag === undefined ? [] : [property('kind', literal(tag))]),
    ],
    more,
  );

export const node = (kind: string, more: object): TypeNode =>
  ({ kind, origin: text.origin, ...more }) as TypeNode;
export const unknown = node('unknown', { reason: 'any' });
/** `type: object` without more. */
export const bare = record(node('unknown', { reason: 'empty' }));
export const both = (...members: readonly TypeNode[]): TypeNode => node('intersection', { members });
export const needed = (name: string, type: TypeNode = text, more: object = {}): Property =>
  property(name, type, { required: true, ...more });
export const oneOf = (...values: readonly (string | number)[]): UnionType =>
  union(
    values.map((value) => literal(value)),
    { mode: 'enum' },
  );
export const open = (type: TypeNode, ...properties: readonly Property[]): ObjectType =>
  object(properties, { additional: type });

export type Schemas = Readonly<Record<string, TypeNode>>;

const apiOf = (schemas: Schemas): Api =>
  ({
    schemas: Object.entries(schemas).map(
      ([id, type]): Schema => ({ id, name: id, type, origin: type.origin, usedIn: 'both' }),
    ),
    client: { name: 'Acme' },
  }) as unknown as Api;

/** Schemas of the same id are the same, unless they are listed as `unmatched`. */
export function walkOf(
  base: Schemas = {},
  revision: Schemas = base,
  unmatched: readonly string[] = [],
): Walk {
  const [before, after] = [apiOf(base), apiOf(revision)];
  const matched = (from: Api, to: Api) =>
    new Map(
      from.schemas.flatMap(({ id }) => {
        const other = to.schemas.find((schema) => schema.id === id);
        return other === undefined || unmatched.includes(id) ? [] : [[id, other] as const];
      }),
    );
  const [toRevision, toBase] = [matched(before, after), matched(after, before)];
  return startWalk(
    before,
    after,
    { toRevision, toBase, refName: (id: string) => (toRevision.has(id) ? id : '?') } as never,
    {
      today: '2026-11-24',
      naming: (api) => ({ ...plainNames(api), property: (name, alias) => alias ?? name }),
    },
  );
}

export const pairOf = (more: Partial<Pair> = {}): Pair => ({
  ...{ key: 'k', subject: typeSubject('Pet'), model: true, facts: [], edges: [] },
  ...more,
});

export const taskOf = (a: TypeNode, b: TypeNode, more: Partial<Task> = {}): Task => ({
  ...{ a, b, pair: pairOf(), path: [], mask: BOTH, top: false },
  ...more,
});

/** A fact with its places as pointers. */
export const told = ({ subject, base, revision, ...rest }: Fact): More => ({
  ...rest,
  subject: subjectText(subject),
  places: `${base?.pointer ?? '-'} ${revision?.pointer ?? '-'}`,
});
