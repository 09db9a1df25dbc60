/** The values that a user can get at by a path, from the type of a result or an argument. */
import ts from 'typescript';
import { isPlainObject } from './literals.ts';

export interface Search {
  readonly checker: ts.TypeChecker;
  /** Names of properties that must be found wherever they stand. */
  readonly sought: ReadonlySet<string>;
}

const MAX_READS = 40;
const MAX_DEPTH = 4;
/** How far a property is looked for that the rules speak of. */
const MAX_SOUGHT_DEPTH = 8;
const MAX_SOUGHT = 5_000;

interface Reading {
  readonly type: ts.Type;
  readonly path: string;
  readonly depth: number;
  /** Of the property that led here. */
  readonly name?: string;
}

/**
 * Every value within a type that a user could read by a path, breadth first: the nearest, and what is sought.
 * What may be missing is
 * asserted to be there (`value.owner!.name`), as code has made sure of it before. `name` is that of the
 * property that led to the value.
 */
export function walkValues(
  scene: Search,
  root: ts.Type,
  visit: (path: string, leaf: ts.Type, name: string | undefined) => void,
): void {
  const { checker } = scene;
  const seen = new Set<ts.Type>();
  const { sought } = scene;
  const deepest = sought.size === 0 ? MAX_DEPTH : MAX_SOUGHT_DEPTH;
  let reads = 0;
  const pending: Reading[] = [{ type: root, path: '', depth: 0 }];
  for (let next = 0; next < Math.min(pending.length, MAX_SOUGHT); next += 1) {
    const at = pending[next];
    if (at === undefined || (sought.size === 0 && reads >= MAX_READS)) break;
    const { type, path, depth, name } = at;
    const near = depth <= MAX_DEPTH && reads < MAX_READS;
    if (near) reads += 1;
    if (near || (name !== undefined && sought.has(name))) visit(path, type, name);
    const value = checker.getNonNullableType(type);
    const there = value === type ? '' : '!';
    if (depth >= deepest || seen.has(value)) continue;
    seen.add(value);
    if (checker.isArrayType(value)) {
      const [item] = checker.getTypeArguments(value as ts.TypeReference);
      if (item !== undefined)
        pending.push({
          type: item,
          path: `${path}${there}[0]`,
          depth: depth + 1,
          ...(name === undefined ? {} : { name }),
        });
      continue;
    }
    if (!isReadable(value)) continue;
    const undeclared = value.getStringIndexType();
    if (undeclared !== undefined)
      pending.push({ type: undeclared, path: `${path}${there}["undeclared"]`, depth: depth + 1 });
    for (const property of checker.getPropertiesOfType(value)) {
      const own = checker.getTypeOfSymbol(property);
      if (
        own.getCallSignatures().length > 0 ||
        property.name.startsWith('_') ||
        property.name.startsWith('#') ||
        isHidden(property)
      )
        continue;
      const step = /^[A-Za-z$][\w$]*$/.test(property.name)
        ? `.${property.name}`
        : `[${JSON.stringify(property.name)}]`;
      pending.push({ type: own, path: `${path}${there}${step}`, depth: depth + 1, name: property.name });
    }
  }
}

const isHidden = (property: ts.Symbol): boolean =>
  (property.declarations ?? []).some(
    (one) =>
      (ts.getCombinedModifierFlags(one) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0,
  );

/** Objects and pages; unions of objects by what their members share. */
function isReadable(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isReadable);
  if (isPlainObject(type)) return true;
  return (type.symbol?.declarations ?? []).some(
    (one) =>
      ts.isClassDeclaration(one) && /\/src\/(?:pagination|pages)\.ts$/.test(one.getSourceFile().fileName),
  );
}
