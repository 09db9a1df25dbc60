/**
 * Text of a document stays text, wherever it stands: the tree parses, compiles, stays in its folder and
 * exports names only.
 */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { TreeFile } from '../../generator/emit/types.ts';
import { faultsOf } from '../properties/support.ts';
import { isSource, sdkOf } from '../support/sdk.ts';
import { typecheckNew } from '../support/typecheck.ts';
import { NASTY } from './cases.ts';
import { always, injectionDocument, rotating } from './injection.ts';

const tree = async (document: string): Promise<readonly TreeFile[]> => {
  const { files, generation } = await sdkOf(document, { name: 'openapi.json' });
  expect(generation).toBeDefined();
  return [...files, ...(generation?.documented ?? [])];
};

describe('the same text at every place', () => {
  it.each(NASTY.map((text) => [JSON.stringify(text), text]))('%s', { timeout: 60_000 }, async (_, text) => {
    expect(faultsOf(await tree(injectionDocument(always(text))))).toEqual([]);
  });
});

describe('another text at each place', () => {
  it.each([0, 7, 13, 22, 29])(
    'beginning with the text %i: it parses, compiles and exports what a name can be',
    { timeout: 120_000 },
    async (start) => {
      const files = await tree(injectionDocument(rotating(NASTY, start)));
      expect(faultsOf(files)).toEqual([]);
      const sources = files.filter((file) => isSource(file.path));
      expect(typecheckNew(sources, { limit: 5 })).toEqual([]);
      // `export *` hands on the names of an index.
      const isName = (name: string): boolean => name === '*' || /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
      expect(sources.flatMap(exportsOf).filter((name) => !isName(name))).toEqual([]);
    },
  );
});

/** Names of the platform, of the language and of what every SDK has. */
const MEANT_OTHERWISE = (
  'Response Request Headers Error Promise Array Object Symbol Stream Record Omit Uploadable APIError toString constructor hasOwnProperty get list create params options ' +
  'client query body path delete default await yield of type namespace any unknown never string number this arguments Shared Core API index resources shared foo Foo FOO Foo2 foo_bar fooBar FooParams'
).split(' ');

describe('names that mean something else', () => {
  it.each([0, 8, 48])(
    'beginning with the name %i: they are all escaped',
    { timeout: 120_000 },
    async (start) => {
      const files = await tree(injectionDocument(rotating(MEANT_OTHERWISE, start)));
      expect(
        typecheckNew(
          files.filter((file) => isSource(file.path)),
          { limit: 5 },
        ),
      ).toEqual([]);
    },
  );
});

/** Names that a file declares and exports, or hands on. */
function exportsOf(file: TreeFile): readonly string[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((one) => {
    if (ts.isExportDeclaration(one))
      return one.exportClause && ts.isNamedExports(one.exportClause)
        ? one.exportClause.elements.map((element) => element.name.text)
        : ['*'];
    const isExported =
      ts.canHaveModifiers(one) &&
      ts.getModifiers(one)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true;
    if (!isExported) return [];
    if (ts.isVariableStatement(one))
      return one.declarationList.declarations.map((declaration) => declaration.name.getText());
    return 'name' in one && one.name !== undefined ? [(one.name as ts.Node).getText()] : [];
  });
}
