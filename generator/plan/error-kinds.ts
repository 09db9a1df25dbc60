/**
 * The kinds of errors that an API documents: by the code in the body (`error.code: 'card_declined'`), and by
 * statuses that have no class in every SDK (402, 413). Overlays have a class for each.
 */
import { type TypesById, variantsOf, structuralHash } from '../ir/type-walk.ts';
import type { Method, ObjectType, Property, TypeNode } from '../ir/types.ts';
import type { SdkPlan } from './sdk.ts';
import { type Shapes, flatten } from './shapes.ts';

export interface ErrorKind {
  readonly match:
    | { readonly by: 'status'; readonly status: number }
    /**
     * Each path leads to a place of the code: `['error', 'code']`. Lists on the way count if any of their
     * items has the code.
     */
    | { readonly by: 'code'; readonly paths: readonly (readonly string[])[]; readonly code: string };
  /** A method and a status for each different body of such errors, in document order. */
  readonly documented: readonly DocumentedBody[];
}

export interface DocumentedBody {
  readonly method: Method;
  /** `404`, `4XX` or `default`. */
  readonly status: string;
}

/** Properties that may hold the code of an error, best first. */
const CODES = ['code', 'error_code', 'errorCode', 'type', 'kind', 'error', 'reason', 'name'];
/** Properties that may hold the error inside the body. */
const WRAPPERS = ['error', 'errors', 'detail', 'details'];
interface FoundCode {
  readonly path: readonly string[];
  readonly code: string;
}

/** In document order; statuses first. `hasClass`: statuses whose errors have a class in every SDK. */
export function errorKinds(
  { resources, shapes }: Pick<SdkPlan, 'resources' | 'shapes'>,
  hasClass: (status: string) => boolean,
): readonly ErrorKind[] {
  const statuses = new Map<number, Bodies>();
  const codes = new Map<string, CodeUses>();
  const known = new Map<string, readonly FoundCode[]>();
  const types = new Map([...shapes.schemas].map(([id, { type }]) => [id, type]));
  const context = { shapes, types };
  for (const { methods } of resources) {
    for (const { method, errors } of methods) {
      for (const error of errors) {
        const body = { hash: structuralHash(error.type), at: { method, status: error.status } };
        const status = Number(error.status);
        if (status >= 400 && status < 500 && !hasClass(error.status)) {
          const bodies: Bodies = statuses.get(status) ?? new Map();
          statuses.set(status, bodies);
          addBody(bodies, body);
        }
        const found = known.get(body.hash) ?? codesIn(context, error.type);
        known.set(body.hash, found);
        for (const { path, code } of found) {
          const kind = codes.get(code) ?? { paths: new Map(), bodies: new Map() };
          codes.set(code, kind);
          kind.paths.set(JSON.stringify(path), path);
          addBody(kind.bodies, body);
        }
      }
    }
  }
  return [
    ...[...statuses].map(
      ([status, bodies]): ErrorKind => ({
        match: { by: 'status', status },
        documented: [...bodies.values()],
      }),
    ),
    ...[...codes].map(
      ([code, { paths, bodies }]): ErrorKind => ({
        match: { by: 'code', code, paths: [...paths.values()] },
        documented: [...bodies.values()],
      }),
    ),
  ];
}

interface Context {
  readonly shapes: Pick<Shapes, 'schemas'>;
  readonly types: TypesById;
}

interface CodeUses {
  readonly paths: Map<string, readonly string[]>;
  readonly bodies: Bodies;
}

/** By the structure of the body. */
type Bodies = Map<string, DocumentedBody>;

function addBody(bodies: Bodies, { hash, at }: { readonly hash: string; readonly at: DocumentedBody }): void {
  if (!bodies.has(hash)) bodies.set(hash, at);
}

/** The codes that a body can have. Each object of a union has one place for its code. */
function codesIn(context: Context, body: TypeNode): readonly FoundCode[] {
  return objectsIn(context, body).flatMap((object) => {
    const { properties } = flatten(context.shapes, object);
    const wrapped = named(properties, WRAPPERS).flatMap(({ name, type }) =>
      objectsIn(context, type).flatMap((inner) =>
        codeOf(context, flatten(context.shapes, inner).properties).map(({ path, code }) => ({
          path: [name, ...path],
          code,
        })),
      ),
    );
    return wrapped.length > 0 ? wrapped : codeOf(context, properties);
  });
}

/** The codes of the best property that has any. */
function codeOf({ types }: Context, properties: readonly Property[]): readonly FoundCode[] {
  for (const { name, type } of named(properties, CODES)) {
    const codes = textsIn(types, type).filter((text) => isCode(text));
    if (codes.length > 0) return codes.map((code) => ({ path: [name], code }));
  }
  return [];
}

/** Not a text such as `error`, which an error of every kind has. */
const isCode = (text: string): boolean =>
  /[a-z]/i.test(text) && !/^(?:error|exception|fail(?:ure|ed)?)$/i.test(text);

const named = (properties: readonly Property[], names: readonly string[]): readonly Property[] =>
  names.flatMap((name) => properties.filter((property) => property.name === name));

/** The objects that a type can be, also as items of a list. Each is visited once, however often it occurs. */
function objectsIn({ types }: Context, node: TypeNode): readonly ObjectType[] {
  const found: ObjectType[] = [];
  const seen = new Set<TypeNode>();
  const waiting: TypeNode[] = [node];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const variant of variantsOf(types, next)) {
      if (seen.has(variant)) continue;
      seen.add(variant);
      if (variant.kind === 'object') found.push(variant);
      else if (variant.kind === 'array') waiting.push(variant.items);
      else if (variant.kind === 'intersection') waiting.push(...variant.members);
    }
  }
  return found;
}

/** The texts that an enum or a constant documents. */
const textsIn = (types: TypesById, node: TypeNode): readonly string[] =>
  variantsOf(types, node).flatMap((variant) =>
    variant.kind === 'literal' && typeof variant.value === 'string' ? [variant.value] : [],
  );
