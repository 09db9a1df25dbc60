/** The core files that `npm run mutants` breaks, and the tests that have to notice. */

export interface Judged {
  readonly file: string;
  readonly tests: readonly string[];
  /** The tests keep no state and need Vitest's simplest functions alone. */
  readonly inOneProcess?: boolean;
  /** The file keeps state, so its modules are loaded anew for each mutant. */
  readonly isLoadedAnew?: boolean;
}

const RUNTIME = 'templates/typescript/runtime';

const SCHEMAS = [
  'ir/schema/view',
  'ir/whole',
  'ir/schema/composition',
  'ir/schema/objects',
  'ir/schema/scalars',
  'ir/responses',
  'ir/models',
  'ir/assign-models',
  'ir/schema/type-walk',
];

export const judged: readonly Judged[] = [
  runtime('internal/retry', 'runtime/options', 'runtime/wire'),
  runtime(
    'internal/request-core',
    'runtime/options',
    'runtime/auth',
    'runtime/wire',
    'runtime/first-day',
    'runtime/first-failure',
    'runtime/client',
    'runtime/requests',
    'security/streams',
    'security/redirects',
  ),
  runtime('pagination', 'runtime/pagination', 'security/page-origin'),
  runtime('internal/auth', 'runtime/auth'),
  runtime('internal/auth-basic', 'runtime/auth'),
  runtime('internal/auth-oauth2', 'runtime/auth', 'security/redirects'),
  runtime('internal/token-request', 'runtime/auth', 'runtime/token-request', 'security/redirects'),
  runtime('internal/reconnect', 'runtime/reconnect'),
  runtime('internal/headers', 'runtime/options', 'runtime/first-day', 'runtime/styles'),
  runtime('internal/path', 'runtime/styles'),
  runtime('internal/multipart', 'runtime/uploads', 'runtime/first-day', 'security/streams'),
  runtime('internal/redirects', 'security/redirects'),
  runtime('webhooks', 'runtime/webhooks'),
  runtime('internal/bounded', 'security/streams'),
  runtime('internal/log', 'runtime/options'),
  runtime('internal/query', 'runtime/styles', 'runtime/uploads'),
  runtime('internal/form', 'runtime/first-day', 'runtime/uploads', 'runtime/parse'),
  runtime(
    'internal/parse',
    'runtime/parse',
    'runtime/errors',
    'runtime/first-failure',
    'runtime/wire',
    'security/streams',
  ),
  runtime('streaming', 'runtime/reconnect', 'runtime/streaming'),
  inOneProcess(runtime('error', 'runtime/error-classes')),
  inOneProcess(runtime('internal/style', 'runtime/scalars')),
  runtime('api-promise', 'runtime/api-promise'),
  generator('lib/boundary', 'security/boundary'),
  generator('lib/private-files', 'security/private-names'),
  generator('cli/child', 'cli/child'),
  generator('cli/diff-inputs', 'diffs/sides'),
  generator('cli/diff-npm', 'cli/npm-package'),
  generator('cli/gate/gate', 'diffs/gate-run'),
  generator('cli/gate/settings', 'diffs/gate-settings'),
  generator('cli/declared-bump', 'cli/declared-bump'),
  generator('cli/gate/tree', 'diffs/tree'),
  generator('cli/gate/documents', 'diffs/documents'),
  generator('cli/config-at', 'diffs/tree', 'diffs/gate-settings'),
  generator('output/write-file', 'output/write-file'),
  generator('output/transaction', 'output/transaction', 'output/crash'),
  generator('output/lock', 'output/lock'),
  generator('output/journal', 'output/journal'),
  generator('output/manifest', 'output/manifest'),
  generator('output/merge', 'output/merge'),
  generator('emit/template-io', 'emit/template-io'),
  generator('output/plan-write', 'output/write', 'output/plan'),
  generator('output/state', 'output/write', 'output/state'),
  generator('source/io', 'source/io'),
  generator('source/read-file', 'source/io'),
  generator('ir/security/schemes', 'ir/schemes', 'ir/client'),
  generator('ir/unwraps', 'ir/unwraps'),
  generator('plan/webhooks', 'ir/unwraps'),
  generator('source/parse/alias-growth', 'source/alias-growth'),
  generator('source/reference', 'source/reference'),
  generator('source/resolver', 'source/references', 'source/resolver'),
  generator('ir/naming/default', 'ir/default-names'),
  generator('ir/naming/action', 'ir/default-names'),
  generator('ir/naming/segments', 'ir/default-names'),
  generator('ir/naming/collisions', 'ir/name-collisions'),
  generator('diff/compare/values', 'diffs/values', 'diffs/value-facts'),
  generator('diff/compare/constraints', 'diffs/constraints'),
  generator('diff/compare/assignability', 'diffs/assignability'),
  generator('diff/compare/methods', 'diffs/methods'),
  generator('diff/compare/unions', 'diffs/unions'),
  generator('diff/compare/objects', 'diffs/objects', 'diffs/object-facts'),
  generator('diff/compare/walk', 'diffs/walk', 'diffs/object-facts', 'diffs/cases'),
  generator('diff/leave-out', 'diffs/leave-out'),
  generator('diff/causes', 'diffs/causes', 'diffs/join-causes'),
  generator('ir/models', 'ir/models', 'ir/assign-models'),
  ...['client', 'methods', 'pagination', 'resources', 'survey'].map((name) =>
    generator(`init/${name}`, 'init/lines'),
  ),
  inOneProcess(generator('init/propose', 'init/propose')),
  ...['faults', 'identifiers', 'sdk-program', 'spots'].map((name) =>
    generator(`upgrade/project/${name}`, 'upgrade/places'),
  ),
  ...['calls', 'chains', 'members', 'results', 'spies', 'values'].map((name) =>
    inOneProcess(generator(`upgrade/project/${name}`, 'upgrade/rewrite')),
  ),
  ...['modules', 'names', 'uses'].map((name) =>
    inOneProcess(generator(`upgrade/project/${name}`, 'upgrade/renamed')),
  ),
  ...['rewrite', 'upgrade-files'].map((name) =>
    inOneProcess(generator(`upgrade/project/${name}`, 'upgrade/files', 'upgrade/renamed')),
  ),
  inOneProcess(generator('upgrade/project/scene', 'upgrade/scene')),
  inOneProcess(generator('upgrade/project/exposures', 'upgrade/exposures')),
  inOneProcess(generator('upgrade/project/left', 'upgrade/left')),
  inOneProcess(generator('upgrade/project/marks', 'upgrade/left')),
  generator('upgrade/project/edits', 'upgrade/edits'),
  generator('upgrade/project/text', 'upgrade/edits'),
  generator('plan/samples/type-sample', 'samples/type-sample'),
  inOneProcess(generator('plan/samples/showcase', 'samples/headline', 'samples/showcase')),
  generator('docs-site/serve', 'docs/serve'),
  ...['scope', 'fields', 'missing', 'propose', 'vocabulary', 'rules', 'position', 'item-key'].map((name) =>
    inOneProcess(generator(`ir/pagination/${name}`, 'ir/page-rules', 'ir/page-positions', 'ir/pagination')),
  ),
  inOneProcess(generator('ir/pagination/scheme-names', 'ir/scheme-names')),
  inOneProcess(generator('ir/pagination/decide', 'ir/page-hints', 'ir/pagination')),
  ...inOneProcessAll(SCHEMAS, 'ir/schema', 'compose', 'discriminators', 'view', 'gather'),
  inOneProcess(generator('diff/compare/beside-reference', 'diffs/beside-reference')),
  generator('cli/config-files', 'diffs/config-files'),
  inOneProcess(generator('config/leave-out-entries', 'config/leave-out-entries')),
  inOneProcess(generator('cli/commands/other-publishers', 'cli/other-publishers')),
  ...inOneProcessAll(
    ['ir/assigned-names', 'ir/default-names', 'ir/naming'],
    'ir/naming',
    ...['assign', 'named', 'objects', 'states', 'surroundings', 'tree'],
  ),
  { ...inOneProcess(generator('ir/casings', 'ir/spellings')), isLoadedAnew: true },
  ...inOneProcessAll(['ir/build-options', 'ir/whole', 'ir/clients'], 'ir', 'from-config'),
  ...inOneProcessAll(
    [
      ...['ir/whole', 'ir/clients', 'ir/client', 'ir/parameters', 'ir/responses', 'ir/unwraps'],
      ...['ir/models', 'ir/shared', 'ir/retry-policy'],
    ],
    'ir',
    ...['build', 'client', 'webhooks/webhooks'],
    ...['content', 'finish', 'method', 'parameters'].map((name) => `operations/${name}`),
  ),
  ...inOneProcessAll(
    ['source/tree-index', 'source/careful-yaml', 'source/loading', 'source/prepare', 'source/references'],
    'source',
    'tree-index',
  ),
  ...inOneProcessAll(['source/loads', 'source/references'], 'source', 'load'),
  ...inOneProcessAll(['source/yaml-cases'], 'source', 'parse/parse-yaml'),
  ...inOneProcessAll(['ir/words'], 'lib', 'words', 'editions', 'file-names'),
  ...inOneProcessAll(['source/operation-hints'], 'openapi', 'operation-hints'),
  ...inOneProcessAll(['source/swagger-responses'], 'openapi', 'upgrade/swagger-responses'),
  {
    ...inOneProcess(generator('config/validate', 'config/validate-cases')),
    isLoadedAnew: true,
  },
  ...inOneProcessAll(
    ['config/whole', 'config/page', 'config/read', 'config/validate', 'config/edits'],
    'config',
    ...['read-client', 'read-resources', 'read'],
  ),
  ...inOneProcessAll(['config/prepare'], 'config', 'edits/prepare'),
  ...inOneProcessAll(['config/schema'], 'config', 'schema/config-schema', 'schema/resources').map(
    (judgement): Judged => ({ ...judgement, isLoadedAnew: true }),
  ),
  ...inOneProcessAll(
    ['diffs/methods', 'diffs/reports', 'diffs/causes', 'diffs/change-table', 'diffs/cases'],
    'diff',
    'rules/operation',
  ),
  ...inOneProcessAll(['diffs/pairs'], 'diff/compare', 'match-methods', 'renamed-paths'),
  ...inOneProcessAll(['diffs/edits'], 'diff/compare', 'edits', 'noticed'),
  ...inOneProcessAll(['diffs/list-lengths'], 'diff/compare', 'shortened-lists'),
  ...inOneProcessAll(['diffs/surface'], 'diff', 'surface'),
  ...inOneProcessAll(['diffs/verdict'], 'diff', 'compare/fact', 'verdict'),
  ...inOneProcessAll(['diffs/diff-apis'], 'diff', 'diff-apis'),
  ...inOneProcessAll(
    ['diffs/report-entries', 'diffs/report-formats', 'diffs/build-report'],
    'diff/report',
    ...['changelog', 'entries', 'grouping', 'html', 'lines', 'machine', 'markdown', 'phrases', 'report'],
    ...['run', 'text', 'words'],
  ),
  { ...inOneProcess(generator('text/code', 'text/code')), isLoadedAnew: true },
  inOneProcess(generator('languages/prose', 'text/prose')),
  inOneProcess(generator('config/edition', 'config/edition')),
  inOneProcess(generator('diagnostics/diagnostic', 'diagnostics/diagnostic')),
  { ...inOneProcess(generator('emit/format', 'emit/format-cases')), isLoadedAnew: true },
  ...inOneProcessAll(['emit/markdown-cases'], 'emit', 'markdown'),
  ...inOneProcessAll(['plan/arguments'], 'plan', 'arguments'),
  ...inOneProcessAll(['plan/shapes'], 'plan', 'edition', 'extent', 'shapes'),
  ...inOneProcessAll(['plan/member-name'], 'plan', 'member-name'),
  ...inOneProcessAll(['plan/sdk'], 'plan', 'sdk'),
  ...inOneProcessAll(['plan/sample-call'], 'plan/samples', 'call', 'choose-member', 'site'),
  ...inOneProcessAll(['languages/code'], 'languages/typescript', 'code'),
  ...inOneProcessAll(['languages/code'], 'languages/python', 'code'),
  ...inOneProcessAll(
    [
      ...['types', 'page-classes', 'declared', 'requests', 'options', 'readme', 'variables', 'whole'].map(
        (name) => `languages/${name}`,
      ),
    ],
    'languages/typescript',
    ...['methods/request-options', 'page-aliases', 'pages', 'samples/call', 'sdk'],
    ...['types/declaration', 'types/declare', 'language'],
    ...['index', 'readme', 'requests', 'resource', 'testing', 'webhooks'].map((name) => `views/${name}`),
  ),
  ...inOneProcessAll(
    ['samples/document-files', 'samples/document-spec', 'samples/unresolved'],
    'documented',
    ...['bundle', 'files'],
  ),
  ...inOneProcessAll(['output/file-ops'], 'output', 'file-ops'),
  ...inOneProcessAll(['source/project'], '', 'project'),
  ...inOneProcessAll(['cli/upgrade-parts'], 'cli/upgrade', 'note', 'project', 'report'),
  ...inOneProcessAll(['cli/upgrade-run'], 'cli/commands', 'upgrade-run'),
  ...inOneProcessAll(['cli/upgrade-outcome'], 'cli/upgrade', 'outcome'),
  ...inOneProcessAll(['cli/upgrade-sides'], 'cli/upgrade', 'both-sides', 'sides'),
  ...inOneProcessAll(['upgrade/moves'], 'upgrade', 'moves/moves'),
  ...inOneProcessAll(['upgrade/findings'], 'upgrade', 'project/findings'),
  ...inOneProcessAll(['cli/diff-sessions'], 'cli', ...['diff-terms', 'commands/diff-commands']),
  ...inOneProcessAll(['cli/diff-run', 'cli/diff-sessions'], 'cli/commands', 'diff-run'),
  ...inOneProcessAll(['cli/repository-path'], 'cli', 'repository-path'),
  ...inOneProcessAll(['cli/used-config'], 'cli', 'used-config'),
  ...inOneProcessAll(['cli/compute-diff'], 'cli', 'diff', 'commands/diff-agents'),
  ...inOneProcessAll(['cli/target-answer'], 'cli', 'commands/command-target'),
  ...inOneProcessAll(['cli/diff-parts'], 'cli', 'diff-print', 'commands/diff-finish'),
  ...inOneProcessAll(
    ['cli/diff-load', 'cli/diff-parts'],
    'cli',
    ...['diff-language', 'diff-load', 'gate/build-base', 'headline-hint'],
  ),
  ...inOneProcessAll(
    ['cli/generate-parts'],
    'cli/commands',
    ...['check', 'init-run', 'make-sdk', 'render-sdk', 'write-sdk'],
  ),
  ...inOneProcessAll(['cli/templates-run'], 'cli/commands', 'templates'),
  ...inOneProcessAll(
    [
      ...['parts', 'types', 'print', 'snippets', 'corners', 'options', 'whole'].map(
        (name) => `python/${name}`,
      ),
    ],
    'languages/python',
    ...['cycles', 'language', 'layout', 'pages', 'reserved'],
    ...['method', 'options', 'path', 'returns', 'values'].map((name) => `methods/${name}`),
    ...['samples/print', 'samples/snippet', 'types/declare', 'types/expr'],
    ...['client', 'index', 'method', 'readme', 'required-names', 'resource'].map((name) => `views/${name}`),
  ),
  ...inOneProcessAll(['python/file-scope'], 'languages/python', 'file-scope', 'views/types'),
  ...inOneProcessAll(['python/files'], 'languages/python', 'sdk'),
  ...inOneProcessAll(['cli/last-run', 'cli/last-run-records'], 'cli', 'last-run'),
];

function runtime(name: string, ...tests: readonly string[]): Judged {
  return { file: `${RUNTIME}/${name}.ts`, tests: tests.map(testFile) };
}

function generator(name: string, ...tests: readonly string[]): Judged {
  return { file: `generator/${name}.ts`, tests: tests.map(testFile) };
}

function inOneProcess(judgement: Judged): Judged {
  return { ...judgement, inOneProcess: true };
}

function inOneProcessAll(tests: readonly string[], folder: string, ...names: readonly string[]) {
  return names.map(
    (name): Judged => inOneProcess(generator(folder === '' ? name : `${folder}/${name}`, ...tests)),
  );
}

function testFile(name: string): string {
  return `test/${name}.test.ts`;
}
