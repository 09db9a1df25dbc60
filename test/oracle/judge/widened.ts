import ts from 'typescript';

/** The kind of value a reader counts on: `string`, `number | null`, `object`, `readonly unknown[]`. */
export function widened(type: ts.Type, checker: ts.TypeChecker): string | undefined {
  const kinds = new Set<string>();
  for (const one of type.isUnion() ? type.types : [type]) {
    if (
      one.flags & ts.TypeFlags.StringLike ||
      (one.isIntersection() && one.types.some((each) => each.flags & ts.TypeFlags.String))
    )
      kinds.add('string');
    else if (one.flags & ts.TypeFlags.NumberLike) kinds.add('number');
    else if (one.flags & ts.TypeFlags.BigIntLike) kinds.add('bigint');
    else if (one.flags & ts.TypeFlags.BooleanLike) kinds.add('boolean');
    else if (one.flags & ts.TypeFlags.Null) kinds.add('null');
    else if (one.flags & ts.TypeFlags.Undefined) kinds.add('undefined');
    else if (checker.isArrayType(one) || checker.isTupleType(one)) kinds.add('readonly unknown[]');
    else if (one.flags & ts.TypeFlags.Unknown) return 'unknown';
    else if (isAsyncIterable(one)) kinds.add('AsyncIterable<unknown>');
    else if (one.flags & ts.TypeFlags.Object) kinds.add('object');
    else return undefined;
  }
  return [...kinds].join(' | ');
}

/** A stream or a page: its readers write `for await`. Well-known symbols have names of the compiler's own. */
const isAsyncIterable = (type: ts.Type): boolean =>
  type.getProperties().some((one) => String(one.escapedName).startsWith('__@asyncIterator'));
