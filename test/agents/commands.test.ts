/** Names of commands and flags for any document, hostile ones too, as data. */
import { describe, expect, test } from 'vitest';
import { commandNames, flagNames } from '../../generator/plan/commands.ts';
import { aboutTokens } from '../../generator/plan/tokens.ts';
import type { CommandEntry, Program } from '../../generated/smithery-cli/src/command-types.ts';
import { completions } from '../../generated/smithery-cli/src/completion.ts';
import { readFlags } from '../../generated/smithery-cli/src/flags.ts';
import { rootHelp } from '../../generated/smithery-cli/src/help.ts';
import { tableOf, yamlOf } from '../../generated/smithery-cli/src/layout.ts';
import { manPage } from '../../generated/smithery-cli/src/man.ts';
import { findCommand, treeOf } from '../../generated/smithery-cli/src/tree.ts';

test.each([
  [
    ['servers.list', 'servers.releases.list'],
    ['servers list', 'servers releases list'],
  ],
  [
    ['models', 'models.list'],
    ['models-2', 'models list'],
  ],
  [
    ['a.getBook', 'a.get_book'],
    ['a get-book', 'a get-book-2'],
  ],
  [
    ['$(reboot).`x`', '--help.-o'],
    ['reboot x', 'help o'],
  ],
  [['日本.一覧'], ['日本 一覧']],
])('%j', (ids, expected) => {
  expect([...commandNames(ids.map((id) => ({ id }))).commands.values()]).toEqual(expected);
});

test('a command of the API wins over ours', () => {
  const { own } = commandNames([{ id: 'help.get' }, { id: 'man' }]);
  expect(own).toEqual({ help: 'cli-help', completion: 'completion', man: 'cli-man' });
});

const argument = (name: string, more: object = {}) => ({
  name,
  required: false,
  in: 'query' as const,
  as: 'field' as const,
  files: [],
  ...more,
});

test('a flag of the API wins over ours, and never two are alike', () => {
  const names = ['limit', 'pageSize', 'page_size', 'filter[x]', 'yes'].map((name) => argument(name));
  expect(flagNames({ arguments: names })).toEqual({
    flags: ['limit', 'page-size', 'page-size-2', 'filter-x', 'yes'],
    renamed: { limit: 'cli-limit', yes: 'cli-yes' },
  });
});

const programOf = (ids: readonly string[], title = 'T'): Program => {
  const { commands, own } = commandNames(ids.map((id) => ({ id })));
  return {
    title,
    name: 'p',
    version: '1',
    credentials: [],
    secretNames: [],
    own,
    commands: [...commands.values()].map((name) => ({
      name,
      title: '.so /etc/passwd \\n',
      effect: 'read',
      entry: '{}',
    })),
  };
};

test.each([
  ['many', Array.from({ length: 3000 }, (_, index) => `resource_number_${index}.list`)],
  ['in another script', Array.from({ length: 500 }, (_, index) => `${'資源'.repeat(20)}${index}.一覧`)],
  ['long', Array.from({ length: 40 }, (_, index) => `${'word_'.repeat(30)}${index}.list`)],
])('the root help is small: %s', (_name, ids) => {
  const program = programOf(ids, '題名'.repeat(200));
  const help = rootHelp(program, treeOf(program.commands));
  expect(aboutTokens(help)).toBeLessThanOrEqual(500);
  expect(help).toContain('more; p help WORDS');
});

test('what completes can be expanded by no shell, and no title is a request of roff', () => {
  const program = programOf(['$(reboot).x', '`a`b.c', 'list;rm.d', '日本.e']);
  const words = completions(program, treeOf(program.commands), ['']);
  expect(words.filter((word) => !/^[\p{L}\p{N}-]+$/u.test(word))).toEqual([]);
  for (const line of manPage(program).split('\n')) expect(line).not.toMatch(/^\.so|^\\n$/);
});

test.each([
  [['a', 'b'], 'a b'],
  [['a:b', 'x'], 'a b'],
])('%j is found', (args, name) => {
  const program = programOf(['a.b', 'a.c']);
  expect(findCommand(program, treeOf(program.commands), args).command?.name).toBe(name);
});

describe('flags', () => {
  const entry = {
    id: 'a.b',
    result: 'page',
    effect: 'read',
    renamed: {},
    arguments: [
      argument('id', { as: 'positional' }),
      ...['tags', 'meta', 'on', 'count', 'ratio', 'either', 'text'].map((name) => argument(name)),
    ],
    flags: ['id', 'tags', 'meta', 'on', 'count', 'ratio', 'either', 'text'],
    input: {
      properties: {
        id: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        meta: { type: 'object', properties: { size: { type: 'integer' }, name: { type: 'string' } } },
        on: { type: 'boolean' },
        count: { type: 'integer' },
        ratio: { type: 'number' },
        either: { anyOf: [{ type: 'string' }, { type: 'object' }] },
        text: { type: 'string' },
      },
    },
  } as unknown as CommandEntry;
  const read = async (args: readonly string[]) =>
    (await readFlags(entry, args, () => Promise.resolve('{"text":"piped"}'))).args;
  test.each([
    [['x'], { id: 'x' }],
    [['--', '-x'], { id: '-x' }],
    [['--tags', 'a', '--tags', 'b'], { tags: ['a', 'b'] }],
    [['--tags', '["a","b"]', '--tags=c'], { tags: ['a', 'b', 'c'] }],
    [
      ['--meta.size', '3', '--meta.name', '3', '--meta.more.deep', '3'],
      { meta: { size: 3, name: '3', more: { deep: 3 } } },
    ],
    [['--meta', '{"size":1}'], { meta: { size: 1 } }],
    [['--meta.__proto__.size', '3'], { meta: JSON.parse('{"__proto__":{"size":3}}') }],
    [['--on', '--count', '-5', '--ratio', '.5'], { on: true, count: -5, ratio: 0.5 }],
    [['--no-on'], { on: false }],
    [['--on=false'], { on: false }],
    [['--either', '5'], { either: '5' }],
    [['--either', '{"a":1}'], { either: { a: 1 } }],
    [['--text', '@alice'], { text: '@alice' }],
    [['--text='], { text: '' }],
    [['--data', '-', '--count', '1'], { text: 'piped', count: 1 }],
  ])('%j', async (args, expected) => {
    expect(await read(args)).toEqual(expected);
    expect(({} as { size?: number }).size).toBeUndefined();
  });
  test.each([
    [['--no-count'], 'unknown flag'],
    [['--txet', 'x'], 'did you mean --text?'],
    [['--meta', '{oops'], 'not valid JSON'],
    [['--text'], 'requires a value'],
    [['-x'], 'unknown flag'],
    [['a', 'b'], 'takes 1 values'],
  ])('%j is refused', async (args, message) => {
    await expect(read(args)).rejects.toThrow(message);
  });
});

test.each([
  [{ a: 'yes', b: ['x: y', 1, null], c: {}, d: '- no', e: '' }],
  [[{ a: 1, b: { c: 'd', 'e: f': ['#', '@x', '1e3', 'NO', ' x', 'x\ny'] } }, []]],
])('%j as YAML is read back', async (value) => {
  const { parse } = await import('yaml');
  expect(parse(yamlOf(value))).toEqual(value);
});

test('a table has a column for each plain field, and no line of a cell breaks it', () => {
  expect(
    tableOf([
      { id: 1, name: 'a\nb' },
      { id: 22, more: {} },
    ]),
  ).toBe('ID  NAME\n1   a b\n22\n');
});
