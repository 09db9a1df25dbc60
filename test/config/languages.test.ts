/** Every key of the config does something in each language, or the schema says in which one alone. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type JsonObject, type JsonValue, isJsonObject } from '../../generator/lib/json.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { createRenderer } from '../../generator/targets.ts';
import { projectRoot } from '../support/shared.ts';
import { readFileSync } from 'node:fs';
import { configSchema } from '../../generator/config/schema/config-schema.ts';
import { LANGUAGES_OF_KEY } from '../../generator/config/schema/parts.ts';
import { CASES, OF_THE_PROGRAM } from './cases.ts';
import { BASE, ZOO } from './zoo.ts';

/** `a.b.c` of the config is the value; undefined: the key is not there. */
function put(config: JsonObject, path: string, value: JsonValue | undefined): JsonObject {
  const [key = '', ...rest] = path.split('/');
  const { [key]: old, ...others } = config;
  if (rest.length === 0) return value === undefined ? others : { ...config, [key]: value };
  return { ...config, [key]: put(isJsonObject(old) ? old : {}, rest.join('/'), value) };
}

const io = diskTemplates(projectRoot, join(projectRoot, 'templates'));

async function texts(config: JsonObject, language: string): Promise<ReadonlyMap<string, string>> {
  const project = await loadProject({
    io: memoryIo({ 'zoo.json': JSON.stringify(ZOO), 'sdkwright.yml': JSON.stringify(config) }),
    cwd: '/',
    spec: 'zoo.json',
    config: 'sdkwright.yml',
    allowRemote: false,
  });
  if (!project.value) throw new Error(project.diagnostics.map((one) => one.message).join('\n'));
  const { rendered: made } = await createRenderer(project.value).render({ value: language }, io);
  if (!made) throw new Error('nothing is made');
  // Of the document with samples there is one more: the config itself.
  const files = [...made.files, ...made.documented].filter((one) => one.path !== 'openapi.config.json');
  return new Map(files.map((one) => [one.path, `${one.once === true} ${one.text}`]));
}

const known = new Map<string, Promise<ReadonlyMap<string, string>>>();
function made(config: JsonObject, language: string): Promise<ReadonlyMap<string, string>> {
  const key = `${language} ${JSON.stringify(config)}`;
  const found = known.get(key) ?? texts(config, language);
  known.set(key, found);
  return found;
}

test.each(CASES)('$key', async ({ path, from, to, beside, does }) => {
  const base = (beside ?? []).reduce((all, [at, value]) => put(all, at, value), BASE);
  const changed: string[] = [];
  for (const language of ['typescript', 'python']) {
    const before = await made(put(base, path, from), language);
    const after = await made(put(base, path, to), language);
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    if (paths.some((one) => before.get(one) !== after.get(one))) changed.push(language);
  }
  expect(changed.join(' and ')).toBe(does);
});

/** All keys that hold a value, as the page has them. */
function keysOfPage(): readonly string[] {
  const page = readFileSync(join(projectRoot, 'docs/config.md'), 'utf8');
  return page.split(/^## /m).flatMap((part) => {
    const [title = '', ...lines] = part.split('\n');
    // Those of TypeScript have cases of their own; what Go does with its keys is in `test/go`.
    if (title === 'The TypeScript target' || title === 'The Go target') return [];
    const top = /^`(.*)`$/.exec(title)?.[1];
    const own = lines.flatMap((line) => {
      const [, key = '', value = ''] = /^\| `([^`]*)` \| (.*?) \| /.exec(line) ?? [];
      return key === '' || value === 'section' || value.startsWith('[') ? [] : [key];
    });
    const isValue = top !== undefined && lines.some((line) => / Value: .*\.$/.test(line));
    return top === undefined ? own.map((key) => `${title} ${key}`) : [...own, ...(isValue ? [top] : [])];
  });
}

test('no key is forgotten: each has a case, or is of the program alone', () => {
  const known = new Set([...CASES.map((one) => one.key), ...OF_THE_PROGRAM]);
  const keys = keysOfPage();
  expect(keys.length).toBeGreaterThan(130);
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
  expect([...new Set(CASES.map((one) => one.key))].length).toBe(CASES.length);
});

/** Keys of TypeScript alone, `a.b` for a key of a section. */
function markedIn(schema: JsonObject, path: readonly string[] = []): readonly string[] {
  const { properties, anyOf } = schema;
  const forms = Array.isArray(anyOf) ? anyOf.filter(isJsonObject) : [];
  return [
    ...forms.flatMap((one) => markedIn(one, path)),
    ...Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([key, one]) => {
      const at = [...path, key];
      if (!isJsonObject(one)) return [];
      return String(one[LANGUAGES_OF_KEY]) === 'typescript' ? [at.join('.')] : markedIn(one, at);
    }),
  ];
}

test('what TypeScript alone has is marked in the schema, and said where Python is made alone', async () => {
  const marked = markedIn(configSchema);
  const alone = CASES.filter((one) => one.does === 'typescript').map((one) => one.key);
  // Keys of methods have no mark: each method may be for both languages.
  expect(marked).toEqual(alone.filter((key) => !key.startsWith('A method ')));
  const told = async (config: object): Promise<readonly string[]> => {
    const { diagnostics } = await loadProject({
      io: memoryIo({ 'zoo.json': JSON.stringify(ZOO), 'sdkwright.yml': JSON.stringify(config) }),
      cwd: '/',
      spec: 'zoo.json',
      config: 'sdkwright.yml',
      allowRemote: false,
    });
    return diagnostics.filter((one) => one.code === 'config-key-ignored').map((one) => one.message);
  };
  const python = { python: { package_name: 'zoo', out: 'sdk' } };
  expect(await told({ functions: false, targets: python })).toEqual([expect.stringContaining('functions')]);
  expect(await told({ functions: false, targets: { ...python, node: {} } })).toEqual([]);
  expect(await told({ functions: false, targets: python, out: 'ts' })).toEqual([]);
  expect(await told({ functions: false })).toEqual([]);
});

test('the page about Python tells what differs', () => {
  const page = readFileSync(join(projectRoot, 'docs/python.md'), 'utf8');
  const shared = CASES.filter((one) => one.does.includes(' and ') || one.does === '');
  const own = CASES.filter((one) => !shared.includes(one) && !one.key.startsWith('The Python target'));
  for (const { key, does } of own)
    expect(page).toContain(
      `| \`${key.replace(/^A \w+ /, '')}\` | ${does === 'python' ? 'Python' : 'TypeScript'} |`,
    );
});
