/** What becomes of the answer of a program that makes a target. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommandTarget } from '../../generator/cli/commands/command-target.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';

const SPEC = `openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: 'https://api.example.com'}]
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
paths:
  /pets: {get: {operationId: listPets, responses: {'200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
`;
const origin = { document: 'sdkwright.yml', pointer: '/targets/mine' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-answer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Files, or nothing, and what is reported: code, parameters, place. */
async function run(
  command: string,
): Promise<{ readonly files: unknown; readonly reported: readonly unknown[] }> {
  const project = await loadProject({
    io: memoryIo({ 'openapi.yml': SPEC }),
    ...{ cwd: '/', allowRemote: false, spec: 'openapi.yml' },
  });
  if (!project.value) throw new Error('not loaded');
  const target = { kind: 'command', name: 'mine', command, out: 'made', origin };
  const { value, diagnostics } = await runCommandTarget(project.value, target as never, folder);
  return {
    files: value,
    reported: diagnostics.map(({ code, parameters, origin: place }) => [code, parameters, place?.pointer]),
  };
}

const answered = (answer: unknown) => {
  writeFileSync(join(folder, 'answer'), typeof answer === 'string' ? answer : JSON.stringify(answer));
  return run('cat answer');
};

const a = { path: 'a.txt', text: 'A' };
const failed = (reason: string): readonly unknown[] => [
  'command-failed',
  { name: 'mine', reason },
  '/targets/mine',
];
const NO_ANSWER = failed('its answer is no JSON object with a list `files`');
const NO_FILE = failed('a file of its answer has no `path` or no `text`');
const said = (code: string, message: string): readonly unknown[] => [
  code,
  { name: 'mine', message },
  '/targets/mine',
];

it.each<[string, unknown, unknown, readonly unknown[]]>([
  [
    'files',
    { files: [a, { path: 'b/c.txt', text: '', more: 1 }], more: 1 },
    [a, { path: 'b/c.txt', text: '' }],
    [],
  ],
  ['no files', { files: [] }, [], []],
  ['no JSON', 'hello', undefined, [NO_ANSWER]],
  ['nothing', '', undefined, [NO_ANSWER]],
  ['null', 'null', undefined, [NO_ANSWER]],
  ['a list', [a], undefined, [NO_ANSWER]],
  ['no list', { files: a }, undefined, [NO_ANSWER]],
  ['a file without a path', { files: [a, { text: 'A' }] }, undefined, [NO_FILE]],
  ['a file without a text', { files: [{ path: 'a' }] }, undefined, [NO_FILE]],
  ['a file that is none', { files: ['a'] }, undefined, [NO_FILE]],
  [
    'what is said',
    {
      files: [a],
      diagnostics: [
        { severity: 'note', message: 'N' },
        { severity: 'warning', message: 'W' },
        { severity: 'other', message: 'O' },
        { message: 'M' },
        { severity: 'note' },
        'x',
        { severity: 'note', message: 5 },
      ],
    },
    [a],
    [
      said('command-note', 'N'),
      said('command-warning', 'W'),
      said('command-warning', 'O'),
      said('command-warning', 'M'),
    ],
  ],
  [
    'an error',
    { files: [a], diagnostics: [{ severity: 'error', message: 'E' }] },
    undefined,
    [said('command-error', 'E')],
  ],
  ['no list of what is said', { files: [a], diagnostics: { severity: 'error', message: 'E' } }, [a], []],
])('an answer with %s', async (_, answer, files, reported) =>
  expect(await answered(answer)).toEqual({ files, reported }),
);

it.each(['../a.txt', '/a.txt', ''])('a path outside: %j', async (path) => {
  const { files, reported } = await answered({ files: [a, { path, text: '' }] });
  expect(files).toBeUndefined();
  expect(reported).toEqual([
    ['template-path-invalid', { path, reason: expect.any(String) }, '/targets/mine'],
  ]);
});

it('two files of one path', async () => {
  const { files, reported } = await answered({ files: [a, a] });
  expect([files, reported.length]).toEqual([undefined, 1]);
});

it.each([
  ['exit 3', /3/],
  ['echo why >&2; exit 3', /3.*: why$/s],
])('a program that fails: %s', async (command, reason) => {
  const { files, reported } = await run(command);
  expect(files).toBeUndefined();
  expect(reported).toEqual([
    ['command-failed', { name: 'mine', reason: expect.stringMatching(reason) }, '/targets/mine'],
  ]);
});

it('the program reads the plan, in its folder', async () => {
  const { files } = await run('cat > plan.json; echo \'{"files": []}\'');
  expect(files).toEqual([]);
  const plan = JSON.stringify(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
  for (const part of [
    '"pets.list"',
    '"id":"#/components/schemas/Pet"',
    '"document":"","pointer":"/components/',
  ])
    expect(plan).toContain(part);
});
