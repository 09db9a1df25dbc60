import { JSONPathEnvironment, type JSONPathQuery, type JSONValue } from 'json-p3';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Result, failed, ok } from '../../lib/result.ts';
import { type Location, type Tree, valueAt } from './tree.ts';
import type { Target } from './types.ts';

/** Documents with more than 400 levels are rejected earlier, so this limit is never reached first. */
const environment = new JSONPathEnvironment({ maxRecursionDepth: 1000 });

/** The places that a target selects, in document order. An empty selection is an error. */
export function select(tree: Tree, target: Target): Result<readonly Location[]> {
  const found = target.kind === 'path' ? query(tree, target.path, target) : selectEqual(tree, target);
  if (found.diagnostics.length > 0 || found.value.length > 0) return found;
  return ok([], [diagnostic('edit-matches-nothing', { target: target.path }, { origin: target.origin })]);
}

/** Like `select`, but a missing member counts as a place if its parent exists. */
export function selectPlaces(tree: Tree, target: Target): Result<readonly Location[]> {
  const found = query(tree, target.path, target);
  if (found.diagnostics.length > 0 || found.value.length > 0) return found;
  const split = splitLast(target.path);
  const parents = split === undefined ? ok<readonly Location[]>([]) : query(tree, split.parent, target);
  const places = parents.value
    .filter((parent) => isJsonObject(valueAt(tree, parent)))
    .map((parent) => [...parent, split?.name ?? '']);
  return places.length > 0 ? ok(places) : select(tree, target);
}

function query(tree: Tree, path: string, target: Target): Result<readonly Location[]> {
  const compiled = compile(path, target);
  if (compiled.value === undefined) return ok([], compiled.diagnostics);
  try {
    const locations = [...compiled.value.query(tree.root as JSONValue)].map(
      (node): Location => node.location,
    );
    return ok(distinct(locations));
  } catch (error) {
    return ok([], [pathFault(path, target, error)]);
  }
}

/** Removes duplicates of places that are reached in several ways. */
function distinct(locations: readonly Location[]): readonly Location[] {
  const found = new Map(locations.map((location) => [JSON.stringify(location), location]));
  return [...found.values()];
}

function compile(path: string, target: Target): Result<JSONPathQuery | undefined> {
  try {
    return ok(environment.compile(inBrackets(path)));
  } catch (error) {
    return failed([pathFault(path, target, error)]);
  }
}

const pathFault = (path: string, target: Target, error: unknown): Diagnostic =>
  diagnostic(
    'edit-path',
    {
      target: path,
      reason: error instanceof Error ? error.message.replace(/\s*\(.*$/, '') : 'it cannot be read',
    },
    { origin: target.origin },
  );

/** Older configs write `$.paths./books.get`; RFC 9535 requires brackets around such names. */
const inBrackets = (path: string): string =>
  path.replace(/\.(\/[^.[\]'"*]*)(?=\.|\[|$)/g, (_whole, name: string) => `[${JSON.stringify(name)}]`);

/** `$.a.b['c']` → `$.a.b` and `c`. Undefined if the last step does not name a member. */
function splitLast(path: string): { parent: string; name: string } | undefined {
  const written = inBrackets(path);
  const parts =
    /^(.+)(?:\.([\p{L}_$][\p{L}\p{N}_$-]*)|\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*\])$/u.exec(
      written,
    );
  const name = parts?.[2] ?? parts?.[3] ?? parts?.[4];
  const parent = parts?.[1];
  return parent === undefined || name === undefined || parent.endsWith('.')
    ? undefined
    : { parent, name: name.replace(/\\(.)/g, '$1') };
}

function selectEqual(tree: Tree, target: Extract<Target, { kind: 'equal' }>): Result<readonly Location[]> {
  const models = query(tree, target.path, target);
  const ignored = target.ignore.map((path) => query(tree, path, target));
  const diagnostics = [models, ...ignored].flatMap((result) => result.diagnostics);
  const [first] = models.value;
  if (diagnostics.length > 0 || first === undefined) return ok([], diagnostics);
  const canonical = canonicalTexts();
  const wanted = canonical(valueAt(tree, first) ?? null);
  const skip = new Set(ignored.flatMap((result) => result.value).map((location) => JSON.stringify(location)));
  const found: Location[] = [];
  const walk = (value: JsonValue, location: Location): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!skip.has(JSON.stringify(location)) && canonical(value) === wanted) {
      found.push(location);
      return;
    }
    if (Array.isArray(value)) value.forEach((item: JsonValue, index) => walk(item, [...location, index]));
    else for (const [key, child] of Object.entries(value)) walk(child, [...location, key]);
  };
  walk(tree.root, []);
  return ok(found);
}

/** Equal values have equal texts, whatever the order of their keys. The text of each node is cached. */
function canonicalTexts(): (value: JsonValue) => string {
  const texts = new WeakMap<object, string>();
  const canonical = (value: JsonValue): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = Array.isArray(value)
      ? `[${value.map(canonical).join()}]`
      : `{${Object.entries(value)
          .map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`)
          .sort()
          .join()}}`;
    texts.set(value, text);
    return text;
  };
  return canonical;
}
