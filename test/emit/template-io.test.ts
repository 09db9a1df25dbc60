/** Template sets come from folders that the user, a config or a link names: what is read of them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskTemplates, memoryTemplates } from '../../generator/emit/template-io.ts';
import { NOTHING_PREPARED } from '../../generator/emit/prepared.ts';

let top = '';
/** `project` is a repository, `shipped` the package's own sets, `other` anywhere else. */
const FILES = [
  'project/.git/HEAD',
  'project/sub/sets/mine/b.hbs',
  'project/sub/sets/mine/B.hbs',
  'project/sub/sets/mine/deep/c.hbs',
  'project/sub/sets/mine/node_modules/x/index.js',
  'project/sub/sets/mine/deep/.DS_Store',
  'project/sub/sets/mine/.env',
  'project/sub/sets/mine/.DS_Store',
  'project/beside/a.hbs',
  'shipped/typescript/a.hbs',
  'shipped/typescript/.env',
  'other/set/a.hbs',
  'other/set/.env',
  'other/set/parts/b.hbs',
  'other/second/a.hbs',
];
beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-sets-')));
  for (const file of FILES) {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), `text of ${file}`);
  }
  symlinkSync(join(top, 'other/set'), join(top, 'project/linked'));
  symlinkSync(join(top, 'other/set/a.hbs'), join(top, 'project/sub/sets/mine/linked.hbs'));
  symlinkSync(join(top, 'shipped'), join(top, 'alias'));
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const at = (path: string): string => join(top, path);
type Reach = NonNullable<Parameters<typeof diskTemplates>[2]>;
const open = (reach?: Reach, shipped = 'shipped') => diskTemplates(at('project/sub'), at(shipped), reach);

describe('a set of the project', () => {
  it('has its files, sorted, without what no set has', async () => {
    expect(await open().listFiles(at('project/sub/sets/mine'))).toEqual(['B.hbs', 'b.hbs', 'deep/c.hbs']);
  });

  it('has texts', async () => {
    expect(await open().readText(at('project/sub/sets/mine/deep/c.hbs'))).toMatch(/^text of .*c\.hbs$/);
    expect(await open().readText(at('project/sub/sets/mine/none.hbs'))).toBeUndefined();
    expect(await open().listFiles(at('project/sub/sets/none'))).toBeUndefined();
    expect(await open().listFiles(at('project/sub/sets/mine/b.hbs'))).toBeUndefined();
  });

  it.each([{ allowOutside: true }, {}])('has private files only where all is allowed: %j', async (reach) => {
    const isShown = 'allowOutside' in reach;
    expect((await open(reach).readText(at('project/sub/sets/mine/.env'))) !== undefined).toBe(isShown);
    expect(await open(reach).listFiles(at('project/sub/sets/mine'))).toEqual([
      ...(isShown ? ['.env'] : []),
      ...['B.hbs', 'b.hbs', 'deep/c.hbs'],
    ]);
  });
});

describe('what may be read', () => {
  it.each<[string, boolean, Reach?]>([
    ['project/beside/a.hbs', true],
    ['project/sub/sets/mine/b.hbs', true],
    ['project/sub/sets/mine/linked.hbs', false],
    ['project/linked/a.hbs', false],
    ['project/linked/a.hbs', true, { allowOutside: true }],
    ['project/linked/a.hbs', true, { named: ['../../other/set'] }],
    ['other/set/a.hbs', true, { named: ['sets/mine', '../../other/set'] }],
    ['shipped/typescript/a.hbs', true],
    ['shipped/typescript/.env', true],
    ['alias/typescript/a.hbs', true],
    ['other/set/a.hbs', false],
    ['other/set/a.hbs', true, { allowOutside: true }],
    ['other/set/.env', false],
    ['other/set/.env', false, { named: ['../../other/set'] }],
    ['other/set/.env', true, { allowOutside: true }],
    ['other/set/a.hbs', true, { named: ['../../other/set'] }],
    ['other/set/parts/b.hbs', true, { named: ['../../other/set'] }],
    ['other/second/a.hbs', false, { named: ['../../other/set'] }],
    ['project/linked/a.hbs', false, { named: ['../linked'] }],
    ['other/second/a.hbs', false, { named: ['sets/mine'] }],
  ])('%s: %s', async (path, isRead, reach) => {
    expect((await open(reach).readText(at(path))) !== undefined).toBe(isRead);
    const folder = await open(reach).listFiles(at(dirname(path)));
    if (!path.endsWith('.env') && !path.endsWith('linked.hbs')) expect(folder !== undefined).toBe(isRead);
  });

  it('is the package through a link to it', async () => {
    expect(await open({}, 'alias').readText(at('shipped/typescript/.env'))).toBeDefined();
  });
});

describe('names', () => {
  it.each([
    ['sets', 'mine', 'project/sub/sets/mine'],
    ['sets', '../other', 'project/sub/other'],
    ['.', 'sets/./mine/', 'project/sub/sets/mine'],
  ])('from %s %s is %s', (base, path, resolved) => {
    expect(open().resolve(base, path)).toBe(at(resolved));
  });

  it('that are absolute stay', () => {
    expect(open().resolve('sets', at('other/set'))).toBe(at('other/set'));
    expect(open().resolve(at('other'), 'set')).toBe(at('other/set'));
  });

  it.each([
    ['shipped/typescript/a.hbs', 'templates/typescript/a.hbs'],
    ['shipped', '../../shipped'],
    ['project/sub', '.'],
    ['project/sub/sets/mine', 'sets/mine'],
    ['other/set', '../../other/set'],
  ])('of %s in a message is %s', (path, name) => expect(open().nameOf(at(path))).toBe(name));

  it('of the shipped sets are absolute', () => {
    expect(diskTemplates('.', 'templates').shipped).toBe(join(process.cwd(), 'templates'));
    expect(diskTemplates('project', 'shipped').nameOf(join(process.cwd(), 'shipped/a'))).toBe('templates/a');
    expect(diskTemplates('project', 'shipped').nameOf(join(process.cwd(), 'project/a'))).toBe('a');
  });
});

it('has nothing prepared where the program runs from its sources', async () => {
  expect(await open().prepared()).toBe(NOTHING_PREPARED);
});

describe('memory', () => {
  const io = memoryTemplates({ 'shipped/a/z.hbs': 'z', 'shipped/a/b/c.hbs': 'c', 'shipped/ab/x.hbs': 'x' });

  it('lists and reads', async () => {
    expect(await io.listFiles('shipped/a')).toEqual(['b/c.hbs', 'z.hbs']);
    expect(await io.listFiles('shipped/b')).toBeUndefined();
    expect([await io.readText('shipped/a/z.hbs'), await io.readText('z.hbs')]).toEqual(['z', undefined]);
  });

  it('resolves and names', async () => {
    expect([io.shipped, io.resolve('shipped/a', '../ab'), io.nameOf('shipped/a')]).toEqual([
      ...['shipped', 'shipped/ab', 'shipped/a'],
    ]);
    expect(await io.prepared()).toBe(NOTHING_PREPARED);
  });
});
