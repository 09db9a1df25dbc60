/** The import table of generator/README.md, enforced: a stage never imports from a later one. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../generator/', import.meta.url));

/** What every stage may ask of a language, and what the files of that data may import in turn. */
const DATA = ['languages/data.ts', 'languages/language-data.ts', 'languages/names.ts'];
const DATA_FILES =
  /^languages\/(?:language-data|data|names|[^/]+\/(?:data|adoption|config|breaks|format|version|read-sample))\.ts$/;
const DATA_IMPORTS = [
  'lib/',
  'config/schema/parts.ts',
  'config/schema/target.ts',
  'diff/rules/difference.ts',
  'diff/rules/catalogue.ts (type)',
  'diff/compare/fact.ts (type)',
  'diff/subject.ts (type)',
  'diff/terms.ts (type)',
  'config/schema/agents.ts',
];

/** Folder → what its files may import: folders, or single files. `*` is everything. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  lib: ['diagnostics/diagnostic.ts (type)'],
  diagnostics: ['lib', 'source/types.ts (type)'],
  source: ['diagnostics', 'lib'],
  openapi: ['source', 'diagnostics', 'lib'],
  config: [...DATA, 'source', 'diagnostics', 'lib'],
  ir: [...DATA, 'openapi', 'config', 'source', 'diagnostics', 'lib'],
  init: [...DATA, 'ir', 'openapi', 'config', 'source', 'diagnostics', 'lib'],
  text: ['lib'],
  plan: ['ir/types.ts', 'ir/type-walk.ts', 'ir/unwraps.ts', 'ir/values.ts', 'diagnostics', 'lib'],
  languages: ['plan', 'text', 'ir/types.ts', 'ir/values.ts', 'config/types.ts (type)', 'diagnostics', 'lib'],
  documented: ['text', 'source', 'diagnostics', 'lib'],
  contract: ['plan', 'ir/types.ts', 'lib'],
  emit: [...DATA, 'diagnostics', 'lib'],
  output: ['emit/types.ts (type)', 'diagnostics', 'lib'],
  adopt: [...DATA, 'lib'],
  repository: ['lib'],
  diff: [
    ...DATA,
    'ir/types.ts',
    'ir/type-walk.ts',
    'ir/references.ts',
    'ir/unwraps.ts',
    'ir/values.ts',
    'ir/pagination/vocabulary.ts',
    'diagnostics',
    'lib',
  ],
  verify: ['emit/types.ts (type)', 'lib'],
  upgrade: [
    'emit/types.ts (type)',
    'diff',
    'languages/typescript',
    'plan',
    'ir/types.ts',
    'diagnostics',
    'lib',
  ],
  'docs-site': [...DATA, 'diagnostics', 'lib'],
  // Above the stages and what composes them, below the command line.
  studio: [
    ...DATA,
    'docs-site',
    'output',
    'emit',
    'init',
    'ir',
    'config',
    'source',
    'diagnostics',
    'lib',
    'languages/registry.ts',
    'languages/explained.ts (type)',
    'targets.ts',
    'project.ts',
    'ignored.ts',
    'editable-config.ts',
  ],
  cli: ['*'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const files = (readdirSync(root, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return [];
    const to = relative('.', normalize(join(dirname(file), specifier.text))).replaceAll('\\', '/');
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const named = clause?.namedBindings;
    const isType =
      clause?.isTypeOnly === true ||
      (ts.isExportDeclaration(statement) && statement.isTypeOnly) ||
      (named !== undefined &&
        ts.isNamedImports(named) &&
        clause?.name === undefined &&
        named.elements.every((one) => one.isTypeOnly));
    return [{ from: file, to, isType }];
  });
}

const allowed = (one: Import): boolean => {
  const folder = one.from.includes('/') ? one.from.slice(0, one.from.indexOf('/')) : undefined;
  // Files at the top compose the stages.
  if (folder === undefined) return !one.to.startsWith('cli/');
  if (DATA_FILES.test(one.from)) return isDataImport(one);
  if (one.to.startsWith(`${folder}/`)) return true;
  return (TABLE[folder] ?? []).some((rule) => {
    if (rule === '*') return true;
    const [target = '', only] = rule.split(' ');
    if (only === '(type)' && !one.isType) return false;
    return target.endsWith('.ts') ? one.to === target : one.to.startsWith(`${target}/`);
  });
};

/** The data of a language is read before any SDK is made: it reaches nothing of what makes them. */
const isDataImport = ({ to, isType }: Import): boolean =>
  DATA_FILES.test(to) ||
  DATA_IMPORTS.some((rule) => {
    const [target = '', only] = rule.split(' ');
    return to.startsWith(target) && (only === undefined || isType);
  });

describe('imports go one way', () => {
  it('finds the imports at all', () => {
    expect(importsOf('lib/result.ts')).toEqual([
      { from: 'lib/result.ts', to: 'diagnostics/diagnostic.ts', isType: true },
    ]);
  });

  it('knows every folder', () => {
    const folders = new Set(
      files.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))),
    );
    expect([...folders].filter((folder) => !Object.hasOwn(TABLE, folder))).toEqual([]);
  });

  it('follows the table', () => {
    const wrong = files
      .flatMap(importsOf)
      .filter((one) => !allowed(one))
      .map((one) => `${one.from} → ${one.to}`);
    expect(wrong).toEqual([]);
  });

  it('reads the process in cli/ alone', () => {
    const reads = (node: ts.Node): boolean =>
      (ts.isPropertyAccessExpression(node) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'process') ||
      (ts.isStringLiteral(node) && node.text === 'node:process') ||
      ts.forEachChild(node, (child) => reads(child) || undefined) === true;
    const readers = files.filter(
      (file) =>
        !file.startsWith('cli/') &&
        reads(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)),
    );
    expect(readers).toEqual([]);
  });
});

describe('spec strings and code', () => {
  it('brands Code in text/code.ts and the code.ts of a language alone', () => {
    const saying = (pattern: RegExp): readonly string[] =>
      files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8'))).sort();
    expect(saying(/\bas Code\b/)).toEqual(['text/code.ts']);
    expect(saying(/\btrusted\(/)).toEqual([
      'languages/go/code.ts',
      'languages/python/code.ts',
      'languages/typescript/code.ts',
      'text/code.ts',
    ]);
  });

  it('keeps the plan free of code, and languages of each other', () => {
    const plans = files.filter((file) => file.startsWith('plan/')).flatMap(importsOf);
    expect(plans.filter((one) => /^(?:text|languages)\//.test(one.to))).toEqual([]);
    const languageOf = (file: string): string | undefined => /^languages\/([^/]+)\//.exec(file)?.[1];
    const crossing = files.flatMap(importsOf).filter((one) => {
      const [from, to] = [languageOf(one.from), languageOf(one.to)];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(crossing).toEqual([]);
  });
});
