/** The core files that `npm run mutants` breaks, and the tests that have to notice. */

export interface Judged {
  readonly file: string;
  readonly tests: readonly string[];
}

const RUNTIME = 'templates/typescript/runtime';

export const judged: readonly Judged[] = [
  runtime('internal/retry', 'runtime/options', 'runtime/wire'),
  runtime('internal/request-core', 'runtime/options', 'runtime/wire', 'runtime/first-day', 'security/streams', 'security/logs'),
  runtime('pagination', 'runtime/pagination', 'security/page-origin'),
  runtime('internal/auth', 'runtime/auth', 'security/credentials'),
  runtime('internal/auth-basic', 'runtime/auth'),
  runtime('internal/auth-oauth2', 'runtime/auth', 'security/credentials'),
  runtime('internal/headers', 'runtime/options'),
  runtime('internal/path', 'runtime/styles', 'runtime/first-day'),
  runtime('internal/multipart', 'runtime/uploads'),
  runtime('internal/redirects', 'security/redirects'),
  runtime('webhooks', 'runtime/webhooks', 'security/webhooks'),
  generator('output/transaction', 'output/crash', 'output/write', 'security/records'),
  generator('output/journal', 'security/records', 'output/crash'),
  generator('output/manifest', 'output/write', 'output/history', 'security/records'),
  generator('output/merge', 'output/write', 'output/history'),
  generator('source/reference', 'source/references', 'source/load'),
  generator('source/resolver', 'source/references', 'source/load'),
  generator('ir/naming/default', 'ir/naming'),
  generator('ir/naming/action', 'ir/naming'),
  generator('ir/naming/segments', 'ir/naming'),
  generator('ir/naming/collisions', 'ir/naming'),
  generator('diff/compare/values', 'diffs/cases'),
  generator('diff/compare/constraints', 'diffs/cases'),
  generator('diff/compare/fits', 'diffs/cases'),
  generator('docs-site/serve', 'docs/site'),
];

function runtime(name: string, ...tests: readonly string[]): Judged {
  return { file: `${RUNTIME}/${name}.ts`, tests: tests.map(testFile) };
}

function generator(name: string, ...tests: readonly string[]): Judged {
  return { file: `generator/${name}.ts`, tests: tests.map(testFile) };
}

function testFile(name: string): string {
  return `test/${name}.test.ts`;
}
