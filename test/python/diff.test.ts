/**
 * `diff --language python`: the rules and pyright agree on every case, and reports have the names of the
 * Python SDK.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import {
  type PythonMade,
  openPythonTemplates,
  pythonInMemory,
  verifyPython,
} from '../oracle/judge/pyright.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { differencesPage } from '../../generator/diff/rules/page.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import { generateFor } from '../../generator/generate.ts';
import { python } from '../../generator/languages/python/language.ts';
import { pythonNames } from '../../generator/languages/python/sdk-names.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { type DiffCase, completeDocument, configOf, linesOf, readCases } from '../diffs/cases.ts';
import { apiOf, documentsOf } from '../diffs/support.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';
import { everyNth } from '../support/sample.ts';
import { judgePython, sheetOf } from '../oracle/judge/python-judge.ts';
import { pythonForTests, toolsOf } from './venv.ts';

const interpreter = pythonForTests();
const SMITHERY = 'specs/smithery/openapi.yml';
const templates = await openPythonTemplates(projectRoot, join(projectRoot, 'templates'));

async function made(fragment: string, former?: PythonMade): Promise<PythonMade> {
  if (templates === undefined) throw new Error('The template set cannot be read.');
  const documents = await documentsOf(completeDocument(fragment));
  const config = configOf(fragment, PYTHON);
  return pythonInMemory({ documents, config, ...(former && { former: former.places }) }, templates);
}

async function sidesOf(one: DiffCase) {
  const base = await made(one.before);
  const revision = await made(one.after, base);
  const changes = diffApis(base.api, revision.api, {
    today: '2026-11-21',
    naming: pythonNames,
    language: 'python',
  });
  return { base, revision, changes };
}

/** The first cases of some files, where most differences are. */
const reported = ['parameters.md', 'responses.md'].flatMap((file) =>
  readCases()
    .filter((one) => one.file === file)
    .slice(0, 14),
);
/** So many cases are judged by one run of pyright. */
const PER_RUN = 40;
/** Pyright judges every sixth case here and all of them in `npm run verify:pairs`; tsc judges all in every run. */
const all = everyNth(readCases(), 6);
const runs = Array.from({ length: Math.ceil(all.length / PER_RUN) }, (_, index) =>
  all.slice(index * PER_RUN, (index + 1) * PER_RUN),
);

const thing = (name: string): string =>
  `{type: object, required: [type, ${name}], properties: {type: {const: ${name}}, ${name}: {type: string}}}`;
const named = (...names: readonly string[]): string =>
  `components: {schemas: {${names.map((one) => `${one}: {type: object, required: [${one.toLowerCase()}], properties: {${one.toLowerCase()}: {type: string}}}`).join(', ')}}}`;
const withError = (properties: string): string =>
  `paths: {/pets: {get: {operationId: listPets, responses: {204: {description: ok}, 404: {description: no, content: {application/json: {schema: {type: object, required: [code], properties: {${properties}}}}}}}}}}`;

const sending = (...payloads: readonly string[]): string =>
  `paths: {}\nwebhooks: {${payloads.map((one, index) => `hook${index}: {post: {requestBody: {required: true, content: {application/json: {schema: ${one}}}}, responses: {200: {description: ok}}}}`).join(', ')}}`;
/** A value of one kind, or events of another one. */
const chat = (value: string, event: string): string => {
  const body = (text: string): string => `{schema: {type: object, properties: {text: {type: ${text}}}}}`;
  return `paths: {/chat: {post: {operationId: chat, requestBody: {content: {application/json: {schema: {type: object, properties: {stream: {type: boolean}}}}}}, responses: {200: {description: ok, content: {application/json: ${body(value)}, text/event-stream: ${body(event)}}}}}}}`;
};

/** Two documents, and the code that shows their difference where no rule speaks of it. */
const SEEN = [
  {
    fragments: [
      withError('code: {type: integer}, text: {type: string}'),
      withError('code: {type: string}, text: {type: string}'),
    ],
    kind: 'read',
    probe: 'assert isinstance(_data, _Named); _: int = _data.code',
  },
  {
    fragments: [
      `response: {oneOf: [${thing('dog')}, ${thing('cat')}]}`,
      `response: {oneOf: [${thing('dog')}, ${thing('cat')}, ${thing('bird')}]}`,
    ],
    kind: 'exhaust',
    probe: '.type == "dog":',
  },
  {
    fragments: [
      `response: {oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]}\n${named('Dog', 'Cat')}`,
      `response: {oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Bird'}]}\n${named('Dog', 'Cat', 'Bird')}`,
    ],
    kind: 'exhaust',
    probe: 'match some(',
  },
  {
    fragments: [
      'response: {type: object, properties: {size: {oneOf: [{type: string}, {type: array, items: {type: string}}]}}}',
      'response: {type: object, properties: {size: {type: array, items: {type: string}}}}',
    ],
    kind: 'exhaust',
    probe: 'case str():',
  },
  {
    fragments: [
      `response: {oneOf: [${thing('dog')}, ${thing('cat')}]}`,
      `response: {oneOf: [${thing('dog').replace('dog: {type: string}', 'dog: {type: integer}')}, ${thing('cat')}]}`,
    ],
    kind: 'read',
    probe: 'if _told_0.type != "dog":;     return; _: str = _told_0.dog',
  },
  {
    fragments: [sending(thing('born'), thing('sold')), sending(thing('born'), thing('sold'), thing('lost'))],
    kind: 'exhaust',
    probe: '.webhooks.unsafe_unwrap)); if _v.type == "born":',
  },
  {
    fragments: [sending(thing('born')), sending(thing('born').replaceAll('string', 'integer'))],
    kind: 'read',
    probe: '_: str = result(cast("sdk.Client", any_).webhooks.unsafe_unwrap).born',
  },
  {
    fragments: [sending(thing('born')), 'paths: {}'],
    kind: 'call',
    probe: 'cast("sdk.Client", any_).webhooks.unsafe_unwrap(',
  },
  {
    fragments: [chat('string', 'string'), chat('string', 'integer')],
    kind: 'read',
    probe: '_: Optional[str] = next(iter(cast("sdk.Client", any_).chat.create(stream=True))).text',
  },
  {
    fragments: [chat('string', 'string'), chat('integer', 'string')],
    kind: 'read',
    probe: '_: Optional[str] = cast("sdk.Client", any_).chat.create().text',
  },
] as const;

describe.skipIf(interpreter === undefined)('pyright as judge', () => {
  it.each(runs.map((cases) => [`${cases[0]?.title ?? ''} and ${cases.length - 1} more`, cases] as const))(
    '%s',
    async (_name, cases) => {
      const tools = toolsOf(interpreter ?? '');
      const sides = [];
      for (const one of cases) sides.push(await sidesOf(one));
      const judged = await verifyPython(sides, tools, 300);
      const against = (judged ?? []).flatMap(({ disagreements, probes, refused }, index) => [
        ...(probes === 0 ? [`${cases[index]?.title ?? ''}: nothing was written`] : []),
        ...(refused === 0
          ? []
          : [`${cases[index]?.title ?? ''}: ${refused} lines of users of the base are wrong`]),
        ...disagreements.map((each) => ({
          title: `${cases[index]?.file} ${cases[index]?.title}`,
          ...each,
        })),
      ]);
      expect(judged).toHaveLength(cases.length);
      expect(against).toEqual([]);
    },
    300_000,
  );

  it('sees bodies of errors and members of unions, where the rules are silent', async () => {
    const tools = toolsOf(interpreter ?? '');
    const sides = [];
    for (const [before, after] of SEEN.map((one) => one.fragments))
      sides.push({ base: await made(before), revision: await made(after), changes: [] });
    const judged = await verifyPython(sides, tools, 300);
    const seen = (judged ?? []).map((one) => one.disagreements.map((each) => [each.kind, each.probe]));
    expect(seen).toHaveLength(SEEN.length);
    for (const [index, { kind, probe }] of SEEN.entries())
      expect(seen[index]).toContainEqual([kind, expect.stringContaining(probe)]);
  }, 300_000);
});

describe('what the old SDK itself refuses', () => {
  const probes = Array.from({ length: 501 }, (_one, index) => ({
    symbol: 'client.pets.list',
    kind: 'call' as const,
    lines: [`print(${index})`],
  }));
  const fault = { code: 'reportCallIssue', message: 'No.' };

  it('is counted and told, by line and by file', async () => {
    const api = await apiOf(completeDocument('paths: {}'));
    const sheet = sheetOf(['import sdk'], probes);
    expect(sheet.files.map((text) => text.split('\n').length)).toEqual([1002, 4]);
    const sides = { base: api, revision: api, changes: [] };
    const refusedBy = (file: number, line: number) =>
      judgePython(
        { probes, sheet },
        { before: new Map([[file, new Map([[line, fault]])]]), after: new Map() },
        sides,
      );
    expect(refusedBy(0, 2)).toMatchObject({ refused: 1, probes: 500 });
    expect(refusedBy(0, -1)).toMatchObject({ refused: 500, probes: 1 });
    expect(refusedBy(1, 2)).toMatchObject({ refused: 1, probes: 500 });
  });
});

describe('names', () => {
  it('are those of the SDK, for every method and type of Smithery', async () => {
    const documents = await documentsOf(readFileSync(join(projectRoot, SMITHERY), 'utf8'));
    const { api, sdk } = generateFor(python, { documents, config: emptyConfig(PYTHON) });
    const names = pythonNames(api);
    const types = new Set(sdk.types.map((one) => one.root?.name));
    const missing = api.schemas.flatMap(({ id, model, usedIn }) => {
      const name = names.model(id);
      return model === undefined || usedIn === 'none' || types.has(name) ? [] : [name ?? id];
    });
    expect(missing).toEqual([]);
    const calls = sdk.methods.map((one) => ['client', ...one.resource.properties, one.layout.name].join('.'));
    expect(sdk.methods.map((one) => names.call(one.resource.path, one.method.key))).toEqual(calls);
    expect(calls.length).toBeGreaterThan(40);
    expect(names.property('qualifiedName')).toBe('qualified_name');
  });
});

describe('the commands of the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-python-diff-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('tell users of the Python SDK what changes', async () => {
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: folder,
        stdio: 'ignore',
      });
    const document = (type: string): string =>
      completeDocument(`both: {type: object, required: [useCount], properties: {useCount: {type: ${type}}}}`);
    git('init', '-b', 'main');
    writeFileSync(join(folder, 'openapi.yml'), document('integer'));
    git('add', '-A');
    git('commit', '-m', 'base');
    git('tag', 'v1.2.0');
    writeFileSync(join(folder, 'openapi.yml'), document('number'));
    const page = readFileSync(join(projectRoot, 'docs/diff.md'), 'utf8');
    const section = page.slice(page.indexOf('## Python'), page.indexOf('## Formats'));
    const commands = [...section.matchAll(/^sdkwright (.*)$/gm)].map(([, words = '']) => words.split(' '));
    const done = [];
    for (const args of commands) {
      const terminal = quietTerminal(folder);
      const code = await createProgram(terminal, new AbortController().signal).run(args);
      done.push({ code, out: terminal.printed(), err: terminal.complained() });
    }
    expect(done.map((one) => one.code)).toEqual([1, 0]);
    expect(done[0]?.out).toContain('major for the Python SDK');
    expect(done[0]?.out).toContain('Pet.use_count can now have a fraction');
    expect(done[0]?.out).toMatch(/reads of results and .* stop type-checking/);
    expect(done[1]?.out).toContain('`Pet.use_count` can now have a fraction');
  }, 120_000);
});

describe('the differences from TypeScript', () => {
  it('are documented one by one', () => {
    const file = join(projectRoot, 'docs/diff.md');
    const page = readFileSync(file, 'utf8');
    const whole = /<!-- python -->[\s\S]*<!-- \/python -->/;
    const wanted = `<!-- python -->\n\n${differencesPage('python')}\n<!-- /python -->`;
    if (process.env['UPDATE_EXPECTED'] === '1')
      writeFileSync(
        file,
        page.replace(whole, () => wanted),
      );
    else expect(whole.exec(page)?.[0]).toBe(wanted);
  });
});

describe('expected reports', () => {
  it.each(reported.map((one) => [`${one.file} ${one.title}`, one] as const))('%s', async (_name, one) => {
    const [base, revision] = await Promise.all(
      [one.before, one.after].map((text) => apiOf(completeDocument(text), configOf(text, PYTHON))),
    );
    if (base === undefined || revision === undefined) throw new Error('Two documents make two APIs.');
    const changes = diffApis(base, revision, {
      today: '2026-11-21',
      naming: pythonNames,
      language: 'python',
    });
    expect(linesOf(changes)).toMatchSnapshot();
  });
});
