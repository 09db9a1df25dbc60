/** One file changes the disk, and one runs other programs; whoever else did would pass their guards by. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';

/** What a file may take from Node without changing anything. */
const READERS = new Set([
  'existsSync',
  'lstatSync',
  'readFileSync',
  'readdirSync',
  'realpathSync',
  'statSync',
  'readFile',
  'readdir',
  'stat',
  'watch',
  'constants',
]);

const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // The build, which is not a part of what a user runs.
  'generator/cli/finish-build.ts': ['*'],
  'generator/output/file-ops.ts': ['*'],
  // With flags that only read.
  'generator/source/read-file.ts': ['open', 'createReadStream'],
  'generator/cli/child.ts': ['node:child_process'],
  // A thread of our own code for the studio's long work.
  'generator/cli/studio-work.ts': ['node:worker_threads'],
  'generator/cli/studio-worker.ts': ['node:worker_threads'],
  'generator/cli/main.ts': ['node:worker_threads'],
  // It runs without a build, and writes into the runner's own folders.
  'action/steps.mjs': ['appendFile', 'mkdtemp', 'writeFile', 'node:child_process'],
};

const files = ['generator', 'action'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /(?<!\.d)\.m?[tj]s$/.test(name)),
);

/** Names from `node:fs` that are not among the readers, and modules that run programs. */
function doorsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(projectRoot, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push(...doorsIn(node));
    const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isDynamic && /child_process|fs\b|worker_threads/.test(node.arguments[0]?.getText(source) ?? ''))
      found.push(node.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const allowed = EXCEPTIONS[file] ?? [];
  return allowed.includes('*') ? [] : found.filter((one) => !allowed.includes(one));
}

function doorsIn({ moduleSpecifier, importClause }: ts.ImportDeclaration): readonly string[] {
  const module = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
  if (/^(?:node:)?(?:child_process|worker_threads|cluster)$/.test(module)) return [module];
  if (!/^(?:node:)?fs(?:\/promises)?$/.test(module)) return [];
  const bindings = importClause?.namedBindings;
  // A whole module holds everything.
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [module];
  return bindings.elements
    .filter((one) => !one.isTypeOnly && importClause?.isTypeOnly !== true)
    .map((one) => (one.propertyName ?? one.name).text)
    .filter((name) => !READERS.has(name) && !/^[A-Z]/.test(name));
}

test('nothing else writes, and nothing else runs programs', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(
    Object.fromEntries(files.map((file) => [file, doorsOf(file)]).filter(([, found]) => found?.length)),
  ).toEqual({});
});

test('every exception is still one', () => {
  for (const [file, names] of Object.entries(EXCEPTIONS)) {
    const text = readFileSync(join(projectRoot, file), 'utf8');
    for (const name of names.filter((one) => one !== '*'))
      expect([file, text.includes(name)]).toEqual([file, true]);
  }
});
