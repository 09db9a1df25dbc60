/** The file of pages for templates. */
import { type Code, identifier, join, stringLiteral } from '../code.ts';
import type { Declaration } from '../types/declaration.ts';
import { createFileScope } from '../file-scope.ts';
import type { PythonSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';
import {
  type DeclarationView,
  type MemberView,
  declarationView,
  inOrder,
  modelMember,
  takenBy,
} from './types.ts';

export interface PaginationView {
  readonly imports: Code;
  readonly nested: readonly DeclarationView[];
  readonly schemes: readonly { readonly name: Code; readonly value: Code }[];
  readonly pages: readonly PageView[];
  /** Quoted names for `__all__`. */
  readonly all: Code;
}

export interface PageView {
  readonly name: Code;
  readonly isAsync: boolean;
  readonly base: Code;
  readonly members: readonly MemberView[];
  readonly scheme: Code;
}

export function paginationView({ pages }: PythonSdk): PaginationView | undefined {
  if (pages.classes.length === 0) return undefined;
  const all = pages.classes.flatMap((pageClass) => [pageClass.declaration, pageClass.asyncDeclaration]);
  const scope = createFileScope({
    module: pages.module.name,
    taken: new Set([...takenBy([...pages.module.declarations, ...all]), '_T', 'override']),
  });
  const known = new Set<Declaration>();
  const nested = inOrder(pages.module.declarations).map((declaration) => {
    const view = declarationView(declaration, { printer: scope, known });
    known.add(declaration);
    return view;
  });
  const views = pages.classes.flatMap((page) =>
    ([false, true] as const).map((isAsync): PageView => {
      const declaration = isAsync ? page.asyncDeclaration : page.declaration;
      return {
        name: identifier(declaration.name),
        isAsync,
        base: scope.use(expr.runtime('_pagination', isAsync ? 'BaseAsyncPage' : 'BaseSyncPage')),
        members: page.members.map((member) => modelMember(member, scope)),
        scheme: identifier(page.constant),
      };
    }),
  );
  const schemes = pages.classes.map((page) => ({
    name: identifier(page.constant),
    value: scope.fragment(page.scheme),
  }));
  for (const name of ['BasePage', 'PageScheme']) scope.use(expr.runtime('_pagination', name));
  for (const name of ['Generic', 'TypeVar', 'ClassVar']) scope.use(expr.typing(name));
  return {
    imports: scope.imports(),
    nested,
    schemes,
    pages: views,
    all: join(
      all.map((declaration) => stringLiteral(declaration.name)),
      ', ',
    ),
  };
}
