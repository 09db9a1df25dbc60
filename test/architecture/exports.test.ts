/** Functions and constants that are exported and that no other file imports are promises to nobody. */
import { dirname, join, relative } from 'node:path';
import { Project, type SourceFile } from 'ts-morph';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/shared.ts';

/** Read by those outside: the package's entry, and contracts whose schemas the build reads off the types. */
const READ_OUTSIDE = ['generator/index.ts', 'generator/contract/ir.ts', 'generator/contract/plan.ts'];

/** Read by types alone, no compiler: names as they are imported, by file. */
function importsOf(file: SourceFile): readonly string[] {
  const from = dirname(file.getFilePath());
  const named = file.getImportDeclarations().flatMap((one) => {
    const target = join(from, one.getModuleSpecifierValue());
    const names = one.getNamedImports().map((each) => `${target} ${each.getName()}`);
    return one.getNamespaceImport() === undefined ? names : [...names, `${target} *`];
  });
  const again = file.getExportDeclarations().flatMap((one) => {
    const target = join(from, one.getModuleSpecifierValue() ?? '');
    return one.getNamedExports().map((each) => `${target} ${each.getName()}`);
  });
  const later = [...file.getFullText().matchAll(/import\('(\.[^']+)'\)/g)].map(
    (match) => `${join(from, match[1] ?? '')} *`,
  );
  return [...named, ...again, ...later];
}

const valuesOf = (file: SourceFile): readonly string[] => [
  ...file.getFunctions().flatMap((one) => (one.isExported() ? (one.getName() ?? []) : [])),
  ...file.getClasses().flatMap((one) => (one.isExported() ? (one.getName() ?? []) : [])),
  ...file
    .getVariableStatements()
    .filter((one) => one.isExported())
    .flatMap((one) => one.getDeclarations().map((each) => each.getName())),
];

it('every function and constant that generator/ exports has a user in another file', () => {
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
  for (const folder of ['generator', 'test', 'bench'])
    project.addSourceFilesAtPaths([join(projectRoot, folder, '**/*.ts'), '!**/node_modules/**']);
  const all = project.getSourceFiles();
  const imported = new Set(all.flatMap(importsOf));
  const exported = all.flatMap((file) => {
    const path = file.getFilePath();
    const name = relative(projectRoot, path);
    if (!name.startsWith('generator/') || READ_OUTSIDE.includes(name) || imported.has(`${path} *`)) return [];
    return valuesOf(file).map((value) => ({ name, value, key: `${path} ${value}` }));
  });
  expect(exported.length).toBeGreaterThan(500);
  expect(exported.filter((one) => !imported.has(one.key)).map((one) => `${one.name}: ${one.value}`)).toEqual(
    [],
  );
});
