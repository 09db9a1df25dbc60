/** A language is a folder: nothing else in the generator names one. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../generator/', import.meta.url));
const NAME = /typescript|python|pyproject|\bpyright|\bpypi\b|\.pyi?\b/i;

/**
 * Where a name is meant: the languages themselves; `upgrade`, which edits code of one language with its compiler,
 * and `verify`, which is that compiler; texts for people about single languages.
 */
const MEANT =
  /^(?:languages|upgrade|verify)\/|^cli\/(?:upgrade\/|commands\/upgrade\.ts)|^diagnostics\/catalogue/;

/** Names in identifiers and texts. Comments are left out, and so is the npm package that is the compiler. */
function namesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    const isCompiler =
      ts.isStringLiteral(node) && ts.isCallExpression(node.parent) && node.text === 'typescript';
    const isText = ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node);
    if (isText && !isCompiler && NAME.test(node.text)) found.push(`${file}: ${node.text}`);
    if (ts.isRegularExpressionLiteral(node) && NAME.test(node.text)) found.push(`${file}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = (readdirSync(root, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts'));

it('finds names at all', () => {
  expect(namesIn('languages/python/data.ts').length).toBeGreaterThan(3);
});

it('no name of a language stands outside its folder', () => {
  expect(files.filter((file) => !MEANT.test(file)).flatMap(namesIn)).toEqual([]);
});
