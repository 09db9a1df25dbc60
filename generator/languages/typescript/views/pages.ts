/** `pages.ts`: one class per pagination scheme. */
import { type Code, docComment, identifier } from '../code.ts';
import { createFileScope } from '../file-scope.ts';
import { PAGES_MODULE } from '../pages.ts';
import * as expr from '../types/expr.ts';
import { type DeclarationView, viewDeclaration } from './declaration.ts';
import type { ViewContext } from './resource.ts';

export interface PagesView {
  readonly imports: readonly Code[];
  readonly pages: readonly {
    readonly name: Code;
    readonly base: Code;
    readonly schemeType: Code;
    readonly data: Code;
    readonly doc: Code;
    readonly fields: DeclarationView['members'];
    readonly nested: readonly DeclarationView[];
    readonly hasNested: boolean;
    /** The server marks the last page: the path of that field, and the request type. */
    readonly hasLastPage: boolean;
    readonly lastPage?: { readonly path: Code; readonly requestType: Code };
  }[];
}

export function viewPages(viewContext: ViewContext): PagesView {
  const { sdk } = viewContext;
  const declarations = sdk.pages.map((page) => page.declaration);
  const scope = createFileScope({
    module: PAGES_MODULE,
    declarations,
    names: ['Item'],
    aliasOf: viewContext.aliasOf,
  });
  const pages = sdk.pages.map((page) => {
    const view = viewDeclaration(scope, page.declaration);
    return {
      name: identifier(page.className),
      base: scope.print(expr.runtimeValue(page.base, 'pagination')),
      schemeType: scope.print(expr.runtimeType(page.schemeType, 'pagination')),
      data: page.data,
      doc: docComment([
        `One page of a list. Iterate over it to get the items of this and all following pages.`,
      ]),
      fields: view.members,
      nested: view.nested,
      hasNested: view.nested.length > 0,
      hasLastPage: page.lastPage !== undefined,
      ...(page.lastPage && {
        lastPage: {
          path: page.lastPage,
          requestType: scope.print(expr.runtimeType('FinalRequestOptions', 'internal/request-options')),
        },
      }),
    };
  });
  return { imports: scope.imports(), pages };
}
