/** Compares the results of paired methods, the types in them and the fields of their pages. */
import type { TypescriptMethod } from '../../languages/typescript/methods/method.ts';
import { type PageClass, pageOf } from '../../languages/typescript/pages.ts';
import type { Declaration } from '../../languages/typescript/types/declaration.ts';
import { type TypeExpression, expressionKey } from '../../languages/typescript/types/expr.ts';
import { type Both, type MoveWalk, declarationsIn, pair, pairExpressions, pairMembers } from './walk.ts';

/** Pairs the results of two methods: values, pages or streams, and a list with a page. */
export function pairResults(
  walk: MoveWalk,
  { base, revision }: Both,
  a: TypescriptMethod,
  b: TypescriptMethod,
): void {
  const [x, y] = [a.result, b.result];
  if (x.kind === 'page' && y.kind === 'page') {
    pairExpressions(walk, x.item, y.item);
    const [p, q] = [pageOf(base.plan.pages, x.scheme), pageOf(revision.plan.pages, y.scheme)];
    if (p !== undefined && q !== undefined) pairPages(walk, p, q);
    pair(walk, base.plan.pageAliases.byMethod.get(a), revision.plan.pageAliases.byMethod.get(b));
  } else if (x.kind === 'value' && y.kind === 'value' && x.unwrap.join('.') === y.unwrap.join('.'))
    pairExpressions(walk, x.type, y.type);
  else if (x.kind === 'value' && y.kind === 'value') pairUnwrapped(walk, x, y);
  else if (x.kind === 'stream' && y.kind === 'stream') {
    pairExpressions(walk, x.event, y.event);
    if (x.plain !== undefined) pairExpressions(walk, x.plain.type, y.plain?.type);
  } else if (x.kind === 'value' && y.kind === 'page') {
    const q = pageOf(revision.plan.pages, y.scheme);
    for (const declaration of declarationsIn(x.type))
      if (q !== undefined) pairListAndPage(walk, declaration, q);
    // An item of the list is now an item of the page.
    for (const declaration of declarationsIn(x.type).flatMap((each) => each.nested))
      for (const item of declarationsIn(y.item))
        if (isItemOf(declaration, x.type)) pair(walk, declaration, item);
  }
}

type Value = Extract<TypescriptMethod['result'], { readonly kind: 'value' }>;

/** Pairs a part of the first value with the whole of the second. */
function pairUnwrapped(walk: MoveWalk, x: Value, y: Value): void {
  const inside = (type: TypeExpression, path: readonly string[]): TypeExpression | undefined => {
    let at: TypeExpression | undefined = type;
    for (const name of path) {
      const bodies: readonly Declaration['body'][] =
        at === undefined ? [] : declarationsIn(at).map((declaration) => declaration.body);
      at = bodies.flatMap((body) =>
        body.kind === 'interface'
          ? body.members.filter((member) => member.name === name).map((member) => member.type)
          : [],
      )[0];
    }
    return at;
  };
  const [a, b] =
    x.unwrap.length < y.unwrap.length
      ? [inside(x.type, y.unwrap.slice(x.unwrap.length)), y.type]
      : [x.type, inside(y.type, x.unwrap.slice(y.unwrap.length))];
  if (a !== undefined) pairExpressions(walk, a, b);
}

const isItemOf = (item: Declaration, list: TypeExpression): boolean =>
  declarationsIn(list).some(
    ({ body }) =>
      body.kind === 'interface' &&
      body.members.filter((member) => expressionKey(member.type).startsWith('<Array>')).length === 1 &&
      body.members.some(
        (member) =>
          expressionKey(member.type).startsWith('<Array>') && declarationsIn(member.type).includes(item),
      ),
  );

function pairPages(walk: MoveWalk, p: PageClass, q: PageClass): void {
  // Fields with the same purpose match, whatever their names.
  const known = new Map<string, string>();
  for (const purpose of p.plan.scheme.purposes) {
    const other = q.plan.scheme.purposes.find((each) => each.purpose === purpose.purpose);
    const [from, to] = [purpose.path.at(-1), other?.path.at(-1)];
    if (from === undefined || to === undefined || from === to || purpose.path.length > 1) continue;
    if (other?.path.length === 1 && purpose.header === undefined) known.set(from, to);
  }
  if (known.size > 0) walk.known.set(p.declaration.key, known);
  pair(walk, p.declaration, q.declaration);
}

/** The fields of a result that became a page are paired; the declaration itself has no successor. */
function pairListAndPage(walk: MoveWalk, list: Declaration, { declaration: page }: PageClass): void {
  if (list.body.kind === 'interface' && page.body.kind === 'interface')
    pairMembers(walk, list, list.body.members, page.body.members);
}
