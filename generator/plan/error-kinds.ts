/**
 * The kinds of errors that an API documents: by the code in the body (`error.code: 'card_declined'`), and by
 * statuses that have no class in every SDK (402, 413). Overlays have a class for each.
 */
import { structuralHash } from '../ir/type-walk.ts';
import type { Method, ObjectType, Property, TypeNode } from '../ir/types.ts';
import type { SdkPlan } from './sdk.ts';
import { type Shapes, flatten, resolveNode } from './shapes.ts';

export interface ErrorKind {
  readonly match:
    | { readonly by: 'status'; readonly status: number }
    /**
     * Each path leads to a place of the code: `['error', 'code']`. Lists on the way count if any of their items
     * has the code.
     */
    | { readonly by: 'code'; readonly paths: readonly (readonly string[])[]; readonly code: string };
  /** Where the document has the body, once for each different body, in document order. */
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
/** Statuses with a class in every SDK. */
const COMMON = new Set([400, 401, 403, 404, 409, 422, 429]);

interface FoundCode {
  readonly path: readonly string[];
  readonly code: string;
}

/** In document order; statuses first. */
export function errorKinds({
  resources,
  shapes,
}: Pick<SdkPlan, 'resources' | 'shapes'>): readonly ErrorKind[] {
  const statuses = new Map<number, Bodies>();
  const codes = new Map<string, CodeUses>();
  for (const { methods } of resources) {
    for (const { method, errors } of methods) {
      for (const error of errors) {
        const body = { hash: structuralHash(error.type), at: { method, status: error.status } };
        const status = Number(error.status);
        if (status >= 400 && status < 500 && !COMMON.has(status)) {
          const bodies: Bodies = statuses.get(status) ?? new Map();
          statuses.set(status, bodies);
          addBody(bodies, body);
        }
        for (const { path, code } of codesIn(shapes, error.type)) {
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
function codesIn(shapes: Shapes, body: TypeNode): readonly FoundCode[] {
  return objectsIn(shapes, body).flatMap((object) => {
    const { properties } = flatten(shapes, object);
    const wrapped = named(properties, WRAPPERS).flatMap(({ name, type }) =>
      objectsIn(shapes, type).flatMap((inner) =>
        codeOf(shapes, flatten(shapes, inner).properties).map(({ path, code }) => ({
          path: [name, ...path],
          code,
        })),
      ),
    );
    return wrapped.length > 0 ? wrapped : codeOf(shapes, properties);
  });
}

/** The codes of the best property that has any. */
function codeOf(shapes: Shapes, properties: readonly Property[]): readonly FoundCode[] {
  for (const { name, type } of named(properties, CODES)) {
    const codes = textsIn(shapes, type).filter((text) => isCode(text));
    if (codes.length > 0) return codes.map((code) => ({ path: [name], code }));
  }
  return [];
}

/** Not a text such as `error`, which an error of every kind has. */
const isCode = (text: string): boolean =>
  /[a-z]/i.test(text) && !/^(?:error|exception|fail(?:ure|ed)?)$/i.test(text);

const named = (properties: readonly Property[], names: readonly string[]): readonly Property[] =>
  names.flatMap((name) => properties.filter((property) => property.name === name));

/** The objects that a type can be, also as items of a list. */
function objectsIn(
  shapes: Shapes,
  node: TypeNode,
  within: ReadonlySet<TypeNode> = new Set(),
): readonly ObjectType[] {
  const type = resolveNode(shapes, node);
  if (within.has(type)) return [];
  const deeper = (next: TypeNode): readonly ObjectType[] =>
    objectsIn(shapes, next, new Set([...within, type]));
  switch (type.kind) {
    case 'object':
      return [type];
    case 'nullable':
      return deeper(type.type);
    case 'array':
      return deeper(type.items);
    case 'union':
    case 'intersection':
      return type.members.flatMap(deeper);
    default:
      return [];
  }
}

/** The texts that an enum or a constant documents. */
function textsIn(
  shapes: Shapes,
  node: TypeNode,
  within: ReadonlySet<TypeNode> = new Set(),
): readonly string[] {
  const type = resolveNode(shapes, node);
  if (within.has(type)) return [];
  const deeper = (next: TypeNode): readonly string[] => textsIn(shapes, next, new Set([...within, type]));
  switch (type.kind) {
    case 'literal':
      return typeof type.value === 'string' ? [type.value] : [];
    case 'nullable':
      return deeper(type.type);
    case 'union':
      return type.members.flatMap(deeper);
    default:
      return [];
  }
}
