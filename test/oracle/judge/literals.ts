/** Values as TypeScript source that fit a type: what a user would write by hand. */
import ts from 'typescript';

export interface LiteralOptions {
  readonly checker: ts.TypeChecker;
  /** Optional properties as well. */
  readonly full: boolean;
  /** Names of properties that are written however deep they stand. */
  readonly sought?: ReadonlySet<string>;
  /** Which member to write where this very union stands. */
  readonly choice?: { readonly union: ts.Type; readonly member: ts.Type };
}

const MAX_DEPTH = 6;
/** Along the properties that the rules speak of. */
const MAX_SOUGHT_DEPTH = 16;

/** Undefined where no literal can be written: class instances, type parameters, endless types. */
export function literalOf(
  type: ts.Type,
  options: LiteralOptions,
  within: readonly ts.Type[] = [],
): string | undefined {
  const { checker, full } = options;
  const inner = (one: ts.Type): string | undefined => literalOf(one, options, [...within, type]);
  const deepest = options.sought === undefined || options.sought.size === 0 ? MAX_DEPTH : MAX_SOUGHT_DEPTH;
  if (within.length > deepest || within.includes(type)) return undefined;
  if (type.isStringLiteral()) return JSON.stringify(type.value);
  if (type.isNumberLiteral()) return String(type.value);
  if (options.choice?.union === type)
    return literalOf(
      options.choice.member,
      { checker, full, ...(options.sought === undefined ? {} : { sought: options.sought }) },
      [...within, type],
    );
  if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type);
  if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return '"text"';
  if (type.flags & ts.TypeFlags.Number) return '1';
  if (type.flags & ts.TypeFlags.Boolean) return 'true';
  if (type.flags & ts.TypeFlags.Null) return 'null';
  if (type.flags & ts.TypeFlags.Undefined) return 'undefined';
  // No text and no number, and no map either: whatever a narrower type takes, it is not this.
  if (type.flags & ts.TypeFlags.Unknown) return 'new Date(0)';
  if (type.isUnion()) return first(preferred(type, options), inner) ?? first(type.types, inner);
  if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.String)) return '"text"';
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return item === undefined ? '[]' : `[${inner(item) ?? ''}]`;
  }
  if (checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type as ts.TypeReference).map(inner);
    return items.some((one) => one === undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (isPlainObject(type))
    return objectLiteral(type, {
      full,
      checker,
      inner,
      isWanted: (name) => within.length < MAX_DEPTH || options.sought?.has(name) === true,
    });
  return undefined;
}

/** Members that are not empty; objects with a sought property first. */
function preferred({ types }: ts.UnionType, { checker, sought }: LiteralOptions): readonly ts.Type[] {
  const full = types.filter((one) => !(one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  const isSought = (one: ts.Type): boolean =>
    sought !== undefined &&
    sought.size > 0 &&
    isPlainObject(one) &&
    checker.getPropertiesOfType(one).some((property) => sought.has(property.name));
  return [...full.filter(isSought), ...full.filter((one) => !isSought(one))];
}

const first = (
  types: readonly ts.Type[],
  inner: (one: ts.Type) => string | undefined,
): string | undefined => {
  for (const one of types) {
    const text = inner(one);
    if (text !== undefined) return text;
  }
  return undefined;
};

/** Not a function and of no class: no private member can make it nominal. */
export function isPlainObject(type: ts.Type): boolean {
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false;
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return false;
  const declarations = type.symbol?.declarations ?? [];
  return !declarations.some(
    (one) => ts.isClassDeclaration(one) || /\/lib\.[^/]*\.d\.ts$/.test(one.getSourceFile().fileName),
  );
}

interface Writing {
  readonly full: boolean;
  readonly checker: ts.TypeChecker;
  readonly inner: (one: ts.Type) => string | undefined;
  /** Whether an optional property is written. */
  readonly isWanted: (name: string) => boolean;
}

function objectLiteral(type: ts.Type, { full, checker, inner, isWanted }: Writing): string | undefined {
  const parts: string[] = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    if (optional && !(full && isWanted(property.name))) continue;
    const text = inner(checker.getTypeOfSymbol(property));
    if (text !== undefined && text !== 'undefined') parts.push(`${JSON.stringify(property.name)}: ${text}`);
    else if (!optional) return undefined;
  }
  const extra = full ? type.getStringIndexType() : undefined;
  const value = extra === undefined ? undefined : inner(extra);
  if (value !== undefined) parts.push(`"undeclared": ${value}`);
  return `{ ${parts.join(', ')} }`;
}
