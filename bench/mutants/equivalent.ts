/**
 * Mutants that no test can tell from the file as it is, because nothing that anybody sees differs. A run
 * subtracts them.
 */

export interface Equivalent {
  readonly file: string;
  /** What stands in the file, white space collapsed. */
  readonly from: string;
  /** What the mutant puts there. */
  readonly to: string;
  /** A part of the line, where `from` stands in several. */
  readonly within?: string;
  readonly reason: string;
}

const RUNTIME = 'templates/typescript/runtime/internal';
const BOUNDARY = 'generator/lib/boundary.ts';
const WRITE_FILE = 'generator/output/write-file.ts';
const REWRITE = 'generator/upgrade/project/rewrite.ts';
const READ_FILE = 'generator/source/read-file.ts';
const CHILD = 'generator/cli/child.ts';
const SIDES = 'generator/cli/diff-inputs.ts';
const PRIVATE = 'generator/lib/private-files.ts';
const MANIFEST = 'generator/output/manifest.ts';
const JOURNAL = 'generator/output/journal.ts';
const SETTINGS = 'generator/cli/gate/settings.ts';
const BUMP = 'generator/cli/declared-bump.ts';
const NPM = 'generator/cli/diff-npm.ts';
const TEMPLATE_IO = 'generator/emit/template-io.ts';
const DOCUMENTS = 'generator/cli/gate/documents.ts';
const STATE = 'generator/output/state.ts';
const PLAN_WRITE = 'generator/output/plan-write.ts';
const CONSTRAINTS = 'generator/diff/compare/constraints.ts';
const ASSIGNABILITY = 'generator/diff/compare/assignability.ts';
const NO_RETURN =
  'A function that ends without a return gives undefined, as does the line after for what is no record.';
const ALWAYS_THERE = 'The group is part of every match; the other side of ?? is for the type checker.';

const OBJECTS = 'generator/diff/compare/objects.ts';
const UNIONS = 'generator/diff/compare/unions.ts';
const SDK_PROGRAM = 'generator/upgrade/project/sdk-program.ts';
const IDENTIFIERS = 'generator/upgrade/project/identifiers.ts';
const AS_MANY = 'Both objects have as many bases; the rest of the expression is for the type checker.';

const RESOLVER = 'generator/source/resolver.ts';
const LINKED = 'Every object of a document that was read is in the index, with the place where it hangs.';

const MARKDOWN = 'generator/emit/markdown.ts';
const FORMAT = 'generator/emit/format.ts';
const SAME_BYTES =
  'Both ways write the same bytes, and what the quick way declines takes the other: it saves loading that.';
const FILE_OPS = 'generator/output/file-ops.ts';
const IN_RANGE = 'The index is that of a line; the other side of ?? is for the type checker.';

export const equivalents: readonly Equivalent[] = [
  {
    ...{ file: 'generator/upgrade/moves/moves.ts', from: 'before.length < after.length' },
    to: 'before.length <= after.length',
    reason: 'Of two paths of one length it is the same which is called the short one.',
  },
  {
    ...{ file: 'generator/upgrade/project/findings.ts', from: '/[^\\w$]+/', to: '/[^\\w$]/' },
    reason: 'It gives empty words between separators, and no name is empty.',
  },
  {
    file: 'generator/diff/compare/renamed-paths.ts',
    from: '[]',
    to: '["Stryker was here"]',
    within: '? []',
    reason:
      'A text in the place of a method has no word and no arguments, so its likeness to any method is 0 and it is left.',
  },
  ...[
    "const line = lines[index] ?? ''",
    "done.push(lines[end] ?? '')",
    "while (after < lines.length && (lines[after] ?? '').trim() === '')",
    "const line = lines[start] ?? ''",
    "if (ends.test(lines[at] ?? ''))",
  ].map((within) => ({
    ...{ file: MARKDOWN, from: "''", to: '"Stryker was here!"', within },
    reason: IN_RANGE,
  })),
  ...[
    ['!native', 'native'],
    ['quick !== undefined', 'false'],
    ['native && isJson && !isManifest', 'false'],
    ['native && isJson', 'true'],
    ['native && isJson', 'native || isJson'],
    [
      '{ try { const value: unknown = JSON.parse(text); return JSON.stringify(value) === text.replace(/("(?:[^"\\\\]|\\\\.)*")|\\s+/g, \'$1\') ? `${JSON.stringify(value, null, 2)}\\n` : undefined; } catch { return undefined; } }',
      '{}',
    ],
    [
      '{ const value: unknown = JSON.parse(text); return JSON.stringify(value) === text.replace(/("(?:[^"\\\\]|\\\\.)*")|\\s+/g, \'$1\') ? `${JSON.stringify(value, null, 2)}\\n` : undefined; }',
      '{}',
    ],
    ['JSON.stringify(value) === text.replace(/("(?:[^"\\\\]|\\\\.)*")|\\s+/g, \'$1\')', 'false'],
    ['/("(?:[^"\\\\]|\\\\.)*")|\\s+/g', '/("(?:[^"\\\\]|\\\\.)")|\\s+/g'],
    ['/("(?:[^"\\\\]|\\\\.)*")|\\s+/g', '/("(?:["\\\\]|\\\\.)*")|\\s+/g'],
    ['/("(?:[^"\\\\]|\\\\.)*")|\\s+/g', '/("(?:[^"\\\\]|\\\\.)*")|\\s/g'],
    ['/("(?:[^"\\\\]|\\\\.)*")|\\s+/g', '/("(?:[^"\\\\]|\\\\.)*")|\\S+/g'],
    ["'$1'", '""'],
    ['{ return undefined; }', '{}'],
    ['{ native }', '{}'],
  ].map(([from = '', to = '']) => ({ ...{ file: FORMAT, from, to }, reason: SAME_BYTES })),
  ...[
    ['{ throwIfNoEntry: false }', '{}'],
    ['false', 'true'],
  ].map(([from = '', to = '']) => ({
    ...{ file: FILE_OPS, from, to, within: 'throwIfNoEntry' },
    reason: 'What is thrown is caught one line below and means the same: it saves making an error.',
  })),
  {
    ...{ file: FILE_OPS, from: '{ return undefined; }', to: '{}', within: '} catch {' },
    reason: 'A function that ends without a return gives undefined.',
  },
  ...['true', 'renamed.size >= 0'].map((to) => ({
    ...{ file: REWRITE, from: 'renamed.size > 0', to },
    reason: 'It saves asking for the symbol of every name.',
  })),
  {
    file: REWRITE,
    from: 'ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)',
    to: 'true',
    reason: 'No other statement has a module specifier, without which nothing is done.',
  },
  {
    file: 'generator/cli/config-at.ts',
    from: "''",
    to: '"Stryker was here!"',
    within: 'show-prefix',
    reason: 'Where a commit is known, there is a repository.',
  },
  {
    file: READ_FILE,
    from: 'stats.size > bytes',
    to: 'false',
    reason: 'Bytes are counted as they come; the line saves reading them.',
  },
  ...[
    ['expected - size + 1', 'expected - size - 1'],
    ['expected - size', 'expected + size'],
  ].map(([from = '', to = '']) => ({
    file: READ_FILE,
    from,
    to,
    reason: 'How much is asked for at once is a matter of time.',
  })),
  {
    file: READ_FILE,
    from: 'chunks.length === 1 && only',
    to: 'false',
    reason: 'One piece, joined, is the same bytes; the line saves a copy.',
  },
  { file: WRITE_FILE, from: '{ return; }', to: '{}', reason: 'Both go on behind the call.' },
  {
    file: WRITE_FILE,
    from: "''",
    to: '"Stryker was here!"',
    within: 'let current',
    reason: 'A fault is always that of a file, which is current by then.',
  },
  {
    file: WRITE_FILE,
    from: "'/'",
    to: '""',
    within: 'replaceAll',
    reason: 'A name with a backslash is a path of Windows.',
  },
  {
    file: CHILD,
    from: "['pipe', 'pipe', 'pipe']",
    to: '[]',
    reason: 'Pipes are what spawn takes for channels that are not named.',
  },
  { file: CHILD, from: '{ return false; }', to: '{}', reason: 'Both are no file.' },
  {
    file: CHILD,
    from: "''",
    to: '"Stryker was here!"',
    within: "'Path'",
    reason: 'A relative folder of the path is left out.',
  },
  {
    file: CHILD,
    from: "'a signal'",
    to: '""',
    reason: 'A program that ends without a code was ended by a signal with a name.',
  },
  ...['/^([^:]{2,})', '/^(([^/^~@:]+)'].map((within) => ({
    file: SIDES,
    from: '[]',
    to: '["Stryker was here"]',
    within,
    reason: 'Of what does not match, the whole text is not asked for.',
  })),
  {
    file: SIDES,
    from: '/^([^:]{2,}):(.+)$/s',
    to: '/^([^:]{2,}):(.+)/s',
    reason: 'The dot takes line ends here, so it goes to the end.',
  },
  {
    file: SIDES,
    from: "''",
    to: '"Stryker was here!"',
    within: 'show-prefix',
    reason: 'Outside of a repository the path is not used.',
  },
  {
    file: SIDES,
    from: 'default: return named satisfies never;',
    to: 'default:',
    reason: 'It is for the type checker.',
  },
  {
    file: PRIVATE,
    from: "rules === ''",
    to: 'false',
    reason: 'No rules ignore nothing; the line saves time.',
  },
  {
    file: PRIVATE,
    from: "''",
    to: '"Stryker was here!"',
    within: 'rules ===',
    reason: 'No rules ignore nothing; the line saves time.',
  },
  {
    file: PRIVATE,
    from: "'utf8'",
    to: '""',
    reason: 'The template string that holds it makes the same text of the bytes.',
  },
  {
    file: BOUNDARY,
    from: '{ return false; }',
    to: '{}',
    reason: 'Both are no link.',
  },
  {
    file: BOUNDARY,
    from: 'dirname(path) === path',
    to: 'false',
    within: 'return',
    reason: 'The root of a disk is always there, so this branch serves drives of Windows that are not.',
  },
  {
    file: `${RUNTIME}/retry.ts`,
    from: "''",
    to: '"Stryker was here!"',
    within: 'Date.parse',
    reason: 'Neither text is a date: both give NaN.',
  },
  {
    file: `${RUNTIME}/retry.ts`,
    from: 'text?.trim()',
    to: 'text',
    reason: 'Headers takes white space off both ends of a value.',
  },
  {
    file: `${RUNTIME}/token-request.ts`,
    from: 'body?.expires_in',
    to: 'body.expires_in',
    reason: 'A token was read from the body in the lines before, so there is one.',
  },
  {
    file: `${RUNTIME}/token-request.ts`,
    from: 'body?.refresh_token',
    to: 'body.refresh_token',
    reason: 'A token was read from the body in the lines before, so there is one.',
  },
  { file: `${RUNTIME}/token-request.ts`, from: '{ return undefined; }', to: '{}', reason: NO_RETURN },
  {
    file: `${RUNTIME}/request-core.ts`,
    from: '[]',
    to: '["Stryker was here"]',
    within: 'redact = []',
    reason: 'A parameter of this name is in no API.',
  },
  {
    file: `${RUNTIME}/request-core.ts`,
    from: 'deadlineAt >= 0',
    to: 'deadlineAt > 0',
    reason: 'Only a call in 1970 could have a deadline at the moment 0.',
  },
  {
    file: `${RUNTIME}/request-core.ts`,
    from: 'timeout < left',
    to: 'timeout <= left',
    reason: 'Where both are equal, either is the same.',
  },
  {
    file: `${RUNTIME}/request-core.ts`,
    from: 'request?.init',
    to: 'request.init',
    reason: 'Where there is a response, a request was sent.',
  },
  {
    file: `${RUNTIME}/redirects.ts`,
    from: '[]',
    to: '["Stryker was here"]',
    within: 'followRedirects',
    reason: 'A parameter of this name is in no API.',
  },
  {
    file: `${RUNTIME}/redirects.ts`,
    from: '/^https?:$/',
    to: '/^https?:/',
    reason: 'The protocol of a URL has one colon, at its end.',
  },
  {
    file: `${RUNTIME}/redirects.ts`,
    from: 'status < 303',
    to: 'status <= 303',
    reason: '303 is decided in the branch before.',
  },
  {
    file: `${RUNTIME}/auth.ts`,
    from: "typeof given === 'string'",
    to: 'false',
    reason: 'Awaiting a text gives the text, a turn later.',
  },
  {
    file: `${RUNTIME}/auth.ts`,
    from: "'string'",
    to: '""',
    within: 'typeof given',
    reason: 'Awaiting a text gives the text, a turn later.',
  },
  {
    file: `${RUNTIME}/path.ts`,
    from: "''",
    to: '"Stryker was here!"',
    within: 'statics[0]',
    reason: 'There is a text before the first value of a template.',
  },
  {
    file: `${RUNTIME}/path.ts`,
    from: "''",
    to: '"Stryker was here!"',
    within: 'statics[index + 1]',
    reason: 'There is a text after every value of a template.',
  },
  {
    file: `${RUNTIME}/path.ts`,
    from: "''",
    to: '"Stryker was here!"',
    within: 'values.length - 1',
    reason: 'Neither text begins with what ends a segment.',
  },
  {
    file: 'generator/output/transaction.ts',
    from: '[...journal.steps].reverse()',
    to: '[...journal.steps]',
    reason: 'Every step has a path of its own, so taking them back in another order leaves the same.',
  },
  {
    file: MANIFEST,
    from: '[]',
    to: '["Stryker was here"]',
    within: 'entry ? [entry]',
    reason: 'A manifest with an entry that is none was refused in the line before.',
  },
  { file: MANIFEST, from: "''", to: '"Stryker was here!"', within: 'pair[1]', reason: ALWAYS_THERE },
  { file: MANIFEST, from: '{ return undefined; }', to: '{}', reason: NO_RETURN },
  {
    file: MANIFEST,
    from: "pair[2] === '{'",
    to: 'false',
    reason: 'Else the fact `files` would be read as undefined, and nobody asks for it.',
  },
  {
    file: MANIFEST,
    from: "'{'",
    to: '""',
    within: 'pair[2]',
    reason: 'Else the fact `files` would be read as undefined, and nobody asks for it.',
  },
  {
    file: `${RUNTIME}/query.ts`,
    from: "'repeat'",
    to: '""',
    within: "endsWith('[]')",
    reason: 'Only whether the format is one of the two others is asked.',
  },
  ...['headers }, headers]', 'html/i.test'].map((within) => ({
    file: `${RUNTIME}/parse.ts`,
    from: "''",
    to: '"Stryker was here!"',
    within: within === 'html/i.test' ? within : "get('accept')",
    reason: 'Neither text is a media type that is asked about.',
  })),
  {
    file: `${RUNTIME}/parse.ts`,
    from: 'attempt.describe?.(error) ?? error',
    to: 'attempt.describe?.(error) && error',
    reason: 'The error is described in place: both are the same object.',
  },
  {
    file: `${RUNTIME}/parse.ts`,
    from: 'attempt.describe?.(error)',
    to: 'attempt.describe(error)',
    reason: 'An attempt that has a response can describe its errors.',
  },
  ...['readChunks(readable)', 'readBody(response)'].map((within) => ({
    file: 'templates/typescript/runtime/streaming.ts',
    from: "'lf'",
    to: '""',
    within,
    reason: 'Only whether lines end at any line end is asked.',
  })),
  {
    file: 'templates/typescript/runtime/streaming.ts',
    from: 'default: break;',
    to: 'default:',
    reason: 'Nothing follows in the switch.',
  },
  {
    file: 'templates/typescript/runtime/streaming.ts',
    from: '{ return undefined; }',
    to: '{}',
    reason: 'A function that ends without a return gives undefined.',
  },
  ...[
    ["'utf8'", '""', "'package.json'"],
    ["() => ''", '() => undefined', "'package.json'"],
    ["''", '"Stryker was here!"', "'package.json'"],
    ["''", '"Stryker was here!"', 'text ??'],
    ["'utf8'", '""', 'join(folder, name)'],
    ["''", '"Stryker was here!"', 'matter ='],
    ["''", '"Stryker was here!"', "type = ''"],
  ].map(([from = '', to = '', within = '']) => ({
    file: BUMP,
    from,
    to,
    within,
    reason: 'What takes the place is read as the same text, or says as little as the empty one.',
  })),
  ...['.catch(() => [])', 'name !== packageName ?', 'exec(text) ?? []', 'title.trim()'].map((within) => ({
    file: BUMP,
    from: '[]',
    to: '["Stryker was here"]',
    within,
    reason: 'A text that is no bump, or no title, counts for nothing.',
  })),
  { file: BUMP, from: '{ return []; }', to: '{}', reason: 'Nothing, and no bump, count for nothing.' },
  {
    file: NPM,
    from: "'npm'",
    to: '""',
    within: 'inTemporaryFolder',
    reason: 'A part of the name of a folder that is gone when the function returns.',
  },
  {
    file: NPM,
    from: "''",
    to: '"Stryker was here!"',
    within: 'package.json',
    reason: 'Neither text is JSON.',
  },
  {
    file: NPM,
    from: 'packed === undefined',
    to: 'false',
    reason: 'To unpack nothing fails, and a failure gives undefined too; the line is for the type checker.',
  },
  {
    file: NPM,
    from: 'Object.getOwnPropertyDescriptor(Object(value), key)?.value',
    to: 'Object.getOwnPropertyDescriptor(Object(value), key).value',
    reason: 'A failure gives undefined, as does the catch around it.',
  },
  {
    file: NPM,
    from: '{ return undefined; }',
    to: '{}',
    reason: 'A function without a return gives undefined.',
  },
  {
    file: TEMPLATE_IO,
    from: "typeof SDKWRIGHT_TEMPLATES === 'string'",
    to: 'false',
    reason: 'Only the build defines the constant; tests run the sources.',
  },
  ...["'..'", "'utf8'", "'string'"].map((from) => ({
    file: TEMPLATE_IO,
    from,
    to: '""',
    within: 'SDKWRIGHT_TEMPLATES',
    reason: 'Only the build defines the constant; tests run the sources.',
  })),
  {
    file: TEMPLATE_IO,
    from: '() => false',
    to: '() => undefined',
    reason: 'Both say that there is no such folder.',
  },
  {
    file: SETTINGS,
    from: 'file !== undefined',
    to: 'true',
    within: '{ file }',
    reason: 'An absent value and one that is undefined are the same to the function that is called.',
  },
  {
    file: SETTINGS,
    from: 'before !== undefined',
    to: 'true',
    within: '{ before }',
    reason: 'An absent value and one that is undefined are the same to the function that is called.',
  },
  {
    file: SETTINGS,
    from: 'then.value?.document',
    to: 'then.value.document',
    reason: 'A config of a commit that was looked for has a value, be it an empty config.',
  },
  {
    file: DOCUMENTS,
    from: "''",
    to: '"Stryker was here!"',
    within: 'const [now',
    reason: 'There is a new document: the function has returned where there is none.',
  },
  {
    file: DOCUMENTS,
    from: '[]',
    to: '["Stryker was here"]',
    within: "pair.kind === 'both' ? [pair.before] : []",
    reason: 'No file of a repository has that name.',
  },
  {
    file: DOCUMENTS,
    from: 'before === undefined',
    to: 'false',
    within: 'return { pairs, notes: [], diagnostics: [] }',
    reason: 'Where nothing is gone the lines after it report nothing either; it is for the type checker.',
  },
  {
    file: DOCUMENTS,
    from: "pair.kind === 'gone'",
    to: 'true',
    within: 'removed.every',
    reason: 'Files that are carried on were left out of `removed` before, and new ones have no old name.',
  },
  {
    file: DOCUMENTS,
    from: 'text !== undefined',
    to: 'true',
    within: 'openapi|swagger',
    reason: 'The pattern does not fit the word "undefined"; the check is for the type checker.',
  },
  ...['manifestFile', 'recordsFile'].map((file) => ({
    file: STATE,
    from: `${file}.kind === 'file'`,
    to: 'true',
    reason: 'A file that is absent has no text.',
  })),
  {
    file: STATE,
    from: "''",
    to: '"Stryker was here!"',
    within: 'parseRecords',
    reason: 'Neither text has a record.',
  },
  {
    file: STATE,
    from: '[]',
    to: '["Stryker was here"]',
    within: 'return entry ?',
    reason: 'A file of a manifest has an entry.',
  },
  {
    file: STATE,
    from: "disk?.kind === 'file'",
    to: 'true',
    reason: 'A file that is absent has no hash.',
  },
  { file: STATE, from: 'disk?.kind', to: 'disk.kind', reason: 'Every path of the manifest was read.' },
  ...["{ kind: 'absent' }", "'absent'"].flatMap((from) =>
    ['foreign.get', 'state.disk.get(path) ??'].map((within) => ({
      file: PLAN_WRITE,
      from,
      to: from === "'absent'" ? '""' : '{}',
      within,
      reason: 'Every path that is generated, or was, has been read.',
    })),
  ),
  {
    file: PLAN_WRITE,
    from: 'tree.map((file) => file.path).filter((path) => !state.disk.has(path))',
    to: 'tree.map(file => file.path)',
    reason: 'What was read before is preferred; the filter saves reading it twice.',
  },
  {
    file: PLAN_WRITE,
    from: 'default: return disk satisfies never;',
    to: 'default:',
    reason: 'It is for the type checker.',
  },
  ...["customCode === 'merge'", "customCode === 'refuse'"].map((within) => ({
    file: PLAN_WRITE,
    from: 'entry?.hash',
    to: 'entry.hash',
    within,
    reason: 'Only paths with an entry are removed.',
  })),
  { file: CONSTRAINTS, from: "'lower'", to: '""', reason: 'Only whether a side is upper is ever asked.' },
  { file: CONSTRAINTS, from: 'b < a', to: 'b <= a', reason: 'Equal limits were left a few lines before.' },
  {
    file: CONSTRAINTS,
    from: 'a !== undefined',
    to: 'true',
    within: 'ANYTHING',
    reason: 'The set does not have undefined.',
  },
  {
    file: CONSTRAINTS,
    from: 'b !== undefined',
    to: 'true',
    within: 'ANYTHING',
    reason: 'The set does not have undefined.',
  },
  {
    file: 'generator/source/reference.ts',
    from: "!text.includes('%')",
    to: 'false',
    reason: 'A short way only: what has no percent sign is decoded to itself.',
  },
  {
    file: 'generator/source/reference.ts',
    from: "'%'",
    to: '""',
    within: 'text.includes',
    reason: 'A short way only: what has no percent sign is decoded to itself.',
  },
  {
    file: ASSIGNABILITY,
    from: "{ document: '', pointer: '' }",
    to: '{}',
    reason: 'The origin of a type that only stands in for another is never read.',
  },
  {
    file: ASSIGNABILITY,
    from: "''",
    to: '"Stryker was here!"',
    within: 'const NOWHERE',
    reason: 'The origin of a type that only stands in for another is never read.',
  },
  {
    file: ASSIGNABILITY,
    from: "'empty'",
    to: '""',
    within: 'const FREE',
    reason: 'Why a type is unknown is never read here.',
  },
  {
    file: ASSIGNABILITY,
    from: 'check.assumed.get(x)?.delete',
    to: 'check.assumed.get(x).delete',
    reason: 'The line before the last put a set there.',
  },
  {
    file: JOURNAL,
    from: '[]',
    to: '["Stryker was here"]',
    within: 'undefined ? []',
    reason: 'One more path to look at, where nothing stands in the way.',
  },
  { file: JOURNAL, from: '{ return undefined; }', to: '{}', reason: NO_RETURN },
  {
    file: JOURNAL,
    from: "typeof value === 'object'",
    to: 'true',
    reason: 'A text or number has none of the properties that are looked at next.',
  },
  {
    file: RESOLVER,
    from: 'graph.index.ids.size === 0',
    to: 'false',
    reason: 'A short way only: without ids nothing is found.',
  },
  {
    file: RESOLVER,
    from: 'graph.index.links.get(at)?.parent',
    to: 'graph.index.links.get(at).parent',
    reason: LINKED,
  },
  {
    file: RESOLVER,
    from: 'graph.index.links.get(node)?.parent',
    to: 'graph.index.links.get(node).parent',
    reason: LINKED,
  },
  {
    file: RESOLVER,
    from: 'graph.index.links.get(node)?.document',
    to: 'graph.index.links.get(node).document',
    reason: LINKED,
  },
  { file: RESOLVER, from: 'link === undefined || place === undefined', to: 'false', reason: LINKED },
  {
    file: RESOLVER,
    from: 'link === undefined || place === undefined',
    to: 'link === undefined && place === undefined',
    reason: LINKED,
  },
  { file: RESOLVER, from: 'link === undefined', to: 'false', reason: LINKED },
  { file: RESOLVER, from: 'place === undefined', to: 'false', reason: LINKED },
  {
    file: RESOLVER,
    from: '!isJsonObject(value) && !Array.isArray(value)',
    to: 'false',
    reason: 'Nodes of an index are objects and lists.',
  },
  {
    file: RESOLVER,
    from: '!Array.isArray(value)',
    to: 'Array.isArray(value)',
    within: 'isJsonObject(value) &&',
    reason: 'Only objects are asked for: schemas with an id or an anchor, and what is around a reference.',
  },
  { file: RESOLVER, from: 'start === undefined', to: 'false', within: 'walk(graph, start', reason: LINKED },
  { file: RESOLVER, from: 'inside === undefined', to: 'false', reason: LINKED },
  {
    file: RESOLVER,
    from: 'entry === undefined',
    to: 'false',
    reason: 'References are followed when the entry has been read.',
  },
  {
    file: RESOLVER,
    from: 'document === graph.entry || entry === undefined',
    to: 'false',
    reason: 'In the entry itself the same walk fails a second time.',
  },
  {
    file: RESOLVER,
    from: 'document === graph.entry || entry === undefined',
    to: 'document === graph.entry && entry === undefined',
    reason: 'In the entry itself the same walk fails a second time.',
  },
  {
    file: RESOLVER,
    from: 'document === graph.entry',
    to: 'false',
    reason: 'In the entry itself the same walk fails a second time.',
  },
  {
    file: RESOLVER,
    from: 'holder !== undefined',
    to: 'true',
    within: 'if (holder',
    reason: 'A schema that is none leads to nothing, and the search goes on.',
  },
  {
    file: RESOLVER,
    from: 'holder !== undefined',
    to: 'true',
    within: 'isJsonObject(holder) && typeof',
    reason: 'What has an id is an object with a text there.',
  },
  {
    file: RESOLVER,
    from: 'holder !== undefined && isJsonObject(holder)',
    to: 'holder !== undefined || isJsonObject(holder)',
    reason: 'What has an id is an object with a text there.',
  },
  {
    file: RESOLVER,
    from: "typeof holder['$id'] === 'string'",
    to: 'true',
    reason: 'What has an id is an object with a text there.',
  },
  {
    file: RESOLVER,
    from: '{ ref, budget, from }',
    to: '{}',
    within: 'holder, fragment',
    reason: 'What it would say is dropped: the search goes on.',
  },
  { file: OBJECTS, from: 'b.bases[index]?.id', to: 'b.bases[index].id', reason: AS_MANY },
  { file: OBJECTS, from: "''", to: '"Stryker was here!"', within: 'b.bases[index]', reason: AS_MANY },
  {
    file: OBJECTS,
    from: 'a.deprecated !== undefined || b.deprecated !== undefined || a.stability !== b.stability',
    to: 'true',
    reason: 'Between two equal lives nothing is found; the line saves time.',
  },
  {
    file: OBJECTS,
    from: 'before !== undefined',
    to: 'true',
    within: 'else if (before',
    reason: 'A pattern is on one side at least; the condition is for the type checker.',
  },
  {
    file: 'generator/diff/compare/methods.ts',
    from: 'methodSurface.method.deprecated?.sunset',
    to: 'methodSurface.method.deprecated.sunset',
    reason: 'Only a deprecation with a date is too soon.',
  },
  {
    file: 'generator/diff/compare/methods.ts',
    from: "''",
    to: '"Stryker was here!"',
    within: 'deprecated?.sunset',
    reason: 'Only a deprecation with a date is too soon.',
  },
  {
    file: IDENTIFIERS,
    from: 'symbol === undefined',
    to: 'false',
    reason: 'There is no entry without a symbol.',
  },
  {
    file: IDENTIFIERS,
    from: 'symbol !== undefined',
    to: 'true',
    within: 'else if',
    reason: 'Nobody asks for the entry without a symbol.',
  },
  {
    file: 'generator/upgrade/project/faults.ts',
    from: "''",
    to: '"Stryker was here!"',
    within: 'lines[0]',
    reason: 'Every text has a first line.',
  },
  {
    file: SDK_PROGRAM,
    from: 'found !== undefined',
    to: 'true',
    within: 'tree.has(found)',
    reason: 'Nothing is not in the tree; the condition is for the type checker.',
  },
  {
    file: SDK_PROGRAM,
    from: '{ resolvedModule: undefined }',
    to: '{}',
    reason: 'An absent module and one that is undefined are the same to the compiler.',
  },
  {
    file: SDK_PROGRAM,
    from: 'module === undefined',
    to: 'false',
    within: 'module === undefined ?',
    reason: 'The tree has no file of the name that is made then.',
  },
  {
    file: SDK_PROGRAM,
    from: "typeof version === 'object'",
    to: 'true',
    reason: 'This version of the compiler gives options always.',
  },
  {
    file: SDK_PROGRAM,
    from: '{ languageVersion: version }',
    to: '{}',
    reason: 'This version of the compiler gives options always.',
  },
  {
    file: SDK_PROGRAM,
    from: 'parsed.size > MAX_PARSED',
    to: 'false',
    reason: 'How many files are kept is a matter of memory.',
  },
  {
    file: SDK_PROGRAM,
    from: 'parsed.size > MAX_PARSED',
    to: 'parsed.size >= MAX_PARSED',
    reason: 'How many files are kept is a matter of memory.',
  },
  {
    file: SDK_PROGRAM,
    from: 'true',
    to: 'false',
    within: 'ts.createSourceFile(name',
    reason: 'The compiler sets the parents when it binds the file.',
  },
  ...[
    ["a.kind === 'union'", "a.mode === 'types'"],
    ["b.kind === 'union'", "a.mode === 'types'"],
    ["a.kind === 'union'", 'a.discriminator?.property'],
    ["node.kind === 'ref'", "refName(node.id) !== '?'"],
  ].map(([from = '', within = '']) => ({
    file: UNIONS,
    from,
    to: 'true',
    within,
    reason: 'Other types have no such field; the condition is for the type checker.',
  })),
  {
    file: UNIONS,
    from: "member.kind === 'ref'",
    to: 'true',
    reason: 'What has no name is called ?, which is not looked for.',
  },
  {
    file: UNIONS,
    from: '[]',
    to: '["Stryker was here"]',
    within: 'refName(member.id)',
    reason: 'No schema has that name.',
  },
  ...[
    ['name !== undefined', 'true'],
    ['name === undefined', 'false'],
  ].map(([from = '', to = '']) => ({
    file: UNIONS,
    from,
    to,
    reason: 'The other of the two conditions keeps members without a key apart.',
  })),
  {
    file: UNIONS,
    from: "''",
    to: '"Stryker was here!"',
    within: 'tagOf(node, schemas)',
    reason: 'Both sides get the same text.',
  },
  {
    file: UNIONS,
    from: "target?.kind !== 'object'",
    to: 'false',
    within: 'return undefined',
    reason: 'What is no object has no names.',
  },
  ...["'choices'", "'array'", "'record'"].map((from) => ({
    file: UNIONS,
    from,
    to: '""',
    reason: 'Only whether two kinds are equal is asked.',
  })),
  {
    file: UNIONS,
    from: 'choicesOf(node)?.values[0]?.value',
    to: 'choicesOf(node)?.values[0].value',
    reason: 'There are no choices without a value.',
  },
  {
    file: UNIONS,
    from: 'first === null',
    to: 'false',
    reason: 'The kind of null is that of nothing else.',
  },
  ...['return node satisfies never;', 'return node.scalar satisfies never;'].map((line) => ({
    file: 'generator/plan/samples/type-sample.ts',
    from: `default: ${line}`,
    to: 'default:',
    reason: 'It is for the type checker.',
  })),
  {
    file: 'generator/upgrade/project/spots.ts',
    from: 'ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)',
    to: 'true',
    reason: 'Names of other kinds have no text, and no member without a name is returned.',
  },
  {
    file: 'generator/upgrade/project/spots.ts',
    from: 'item !== undefined',
    to: 'true',
    reason: 'Every declaration is in a file, at which the loop ends.',
  },
  ...['variable.default', 'variable.enum', 'variable.description'].map((value) => ({
    file: 'generator/init/client.ts',
    from: `${value} !== undefined`,
    to: 'true',
    reason: 'An undefined value is not written.',
  })),
  ...['option.default', 'option.readEnv', 'option.description'].map((value) => ({
    file: 'generator/init/client.ts',
    from: `${value} !== undefined`,
    to: 'true',
    reason: 'An undefined value is not written.',
  })),
  ...[
    [
      '[]',
      '["Stryker was here"]',
      'uses.get(scheme.name) ?? []))',
      'Schemes without uses were taken out before; the other side of ?? is for the type checker.',
    ],
    ["''", '"Stryker was here!"', "first = ''", 'A scheme has a name, so its first line is always there.'],
    [
      '[]',
      '["Stryker was here"]',
      "'page_number_param')?.path",
      'No parameter has the name that the mutant makes up, and none gets a default by it.',
    ],
    ['name === undefined', 'false', 'const schema', 'The next line asks for the name once more.'],
    [
      'firstPage === undefined || name === undefined',
      'false',
      '',
      'YAML leaves out a default that is undefined; without a name there is no schema either.',
    ],
    [
      'firstPage === undefined || name === undefined',
      'firstPage === undefined && name === undefined',
      '',
      'YAML leaves out a default that is undefined; without a name there is no schema either.',
    ],
    ['firstPage === undefined', 'false', '', 'YAML leaves out a default that is undefined.'],
    ['name === undefined', 'false', 'firstPage', 'Without a name there is no schema either.'],
    ['default: return {};', 'default:', '', 'Spread, undefined gives as little as an empty object.'],
  ].map(([from = '', to = '', within = '', reason = '']) => ({
    file: 'generator/init/pagination.ts',
    from,
    to,
    within,
    reason,
  })),
  ...[
    ['from === undefined', 'false'],
    ['now === undefined || last === undefined', 'now === undefined && last === undefined'],
    ['now === undefined', 'false'],
    ['last === undefined', 'false'],
  ].map(([from = '', to = '']) => ({
    file: 'generator/upgrade/project/spies.ts',
    from,
    to,
    reason: 'Both values are there, or neither; the other condition is enough.',
  })),
  ...[
    ['last !== key.text && move !== undefined', 'true'],
    ['last !== key.text && move !== undefined', 'last !== key.text || move !== undefined'],
    ['last !== key.text', 'true'],
    ['move !== undefined', 'true'],
  ].map(([from = '', to = '']) => ({
    file: 'generator/upgrade/project/spies.ts',
    from,
    to,
    reason: 'A method that keeps its name is replaced by itself.',
  })),
  ...[
    ['scene.index.values.length === 0', 'false'],
    ['moves.length === 0', 'false'],
    ['ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent)', 'false'],
    [
      'ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent)',
      'ts.isLiteralTypeNode(parent) && ts.isImportDeclaration(parent)',
    ],
  ].map(([from = '', to = '']) => ({
    file: 'generator/upgrade/project/values.ts',
    from,
    to,
    reason: 'Behind the line nothing is found either; it saves asking the compiler.',
  })),
  ...[
    ['local === undefined', 'false'],
    ['symbol === undefined', 'false'],
  ].map(([from = '', to = '']) => ({
    file: 'generator/upgrade/project/uses.ts',
    from,
    to,
    reason: 'No import has an undefined symbol, so none is found by it; the check is for the type checker.',
  })),
];
