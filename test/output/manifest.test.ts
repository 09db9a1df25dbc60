/** The manifest as text: it comes with a repository, so nothing in it is believed. */
import { describe, expect, it, test } from 'vitest';
import {
  NO_STAMP,
  type Stamp,
  isInside,
  parseManifest,
  printManifest,
} from '../../generator/output/manifest.ts';

const STAMP: Stamp = { generator: '1.2.3', view: 4, templates: 't', spec: 's', config: 'c' };
const [A, B, KEY] = ['a', 'b', 'k'].map((letter) => letter.repeat(22)) as [string, string, string];

describe('a manifest', () => {
  it('is printed by path, one line per fact and file, and read back', () => {
    const text = printManifest(
      STAMP,
      new Map([
        ['b.ts', { hash: B }],
        ['"a".ts', { hash: A }],
      ]),
    );
    expect(text).toBe(`{
  "format": 1,
  "generator": "1.2.3",
  "view": 4,
  "templates": "t",
  "spec": "s",
  "config": "c",
  "files": {
    "\\"a\\".ts": "${A}",
    "b.ts": "${B}"
  }
}
`);
    expect(parseManifest(text)).toEqual({
      value: {
        stamp: STAMP,
        files: new Map([
          ['"a".ts', [{ hash: A }]],
          ['b.ts', [{ hash: B }]],
        ]),
      },
      diagnostics: [],
    });
  });

  it('keeps the edition and the places of types, a line for each', () => {
    const stamp: Stamp = {
      ...STAMP,
      edition: '2026-11-21',
      places: new Map([
        ['Pet', ['pets', 'owners']],
        ['Root type', []],
      ]),
    };
    const text = printManifest(stamp, new Map([['a.ts', { hash: A }]]));
    expect(text.split('\n').slice(6, 11)).toEqual([
      '  "config": "c",',
      '  "edition": "2026-11-21",',
      '  "type Pet": "pets owners",',
      '  "type Root type": "",',
      '  "files": {',
    ]);
    expect(parseManifest(text).value?.stamp).toEqual(stamp);
    // Nobody vouches for what stands in it.
    const foreign = text
      .replace('"type Pet": "pets owners"', '"type Pet": ["pets"]')
      .replace('"type Root', '"pet type ')
      .replace('"2026-11-21"', '7');
    expect(parseManifest(foreign).value?.stamp).toEqual(STAMP);
    const spaced = text.replace('"pets owners"', '" pets  owners "');
    expect(parseManifest(spaced).value?.stamp.places?.get('Pet')).toEqual(['pets', 'owners']);
  });

  it('of no files is JSON as well', () => {
    const text = printManifest(NO_STAMP, new Map());
    expect(text.slice(text.indexOf('  "files"'))).toBe('  "files": {\n  }\n}\n');
    expect(parseManifest(text).value).toEqual({ stamp: NO_STAMP, files: new Map() });
    expect(NO_STAMP).toEqual({ generator: '', view: 0, templates: '', spec: '', config: '' });
  });

  it('without facts, or with facts of other types, has none', () => {
    for (const facts of [{}, { generator: 1, view: '2', templates: null, spec: [], config: {}, files: [] }]) {
      expect(parseManifest(JSON.stringify({ format: 1, ...facts })).value).toEqual({
        stamp: NO_STAMP,
        files: new Map(),
      });
    }
  });
});

const withFiles = (files: unknown): string => JSON.stringify({ format: 1, files });

test.each([
  ['text that is no JSON', '{', 'JSON that a run writes'],
  ['a list', '[]', 'JSON that a run writes'],
  ['null', 'null', 'JSON that a run writes'],
  ['a text', '"format"', 'JSON that a run writes'],
  ['no format', '{"files":{}}', 'it has no `format`'],
  ['a format that is a text', '{"format":"1"}', 'it has no `format`'],
  ['an entry that is no text', withFiles({ a: 1 }), 'JSON that a run writes'],
  ['an entry that is a list', withFiles({ a: [A] }), 'JSON that a run writes'],
  ['a hash that is too short', withFiles({ a: A.slice(1) }), 'JSON that a run writes'],
  ['a hash that is too long', withFiles({ a: `${A}a` }), 'JSON that a run writes'],
  ['a key of another form', withFiles({ a: `${A} key` }), 'JSON that a run writes'],
  ['more than a key', withFiles({ a: `${A} ${KEY} ${KEY}` }), 'JSON that a run writes'],
  ['one bad entry among good ones', withFiles({ a: A, b: '' }), 'JSON that a run writes'],
  [
    'one path outside among good ones',
    withFiles({ 'a.ts': A, '../b.ts': B, 'c.ts': A }),
    'it names "../b.ts", which no run makes',
  ],
  [
    'a path into git in a conflict',
    `<<<<<<< ours\n  "format": 1,\n    ".git/config": "${A}"\n>>>>>>> theirs`,
    'it names ".git/config"',
  ],
])('with %s is refused', (_title, text, reason) => {
  const { value, diagnostics } = parseManifest(text);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'manifest-broken', message: expect.stringContaining(reason) }]);
  expect(diagnostics[0]?.message).toContain('.sdkwright/manifest.json');
});

test('of a newer format is left to a newer generator', () => {
  expect(parseManifest('{"format":2}')).toMatchObject({
    value: undefined,
    diagnostics: [{ code: 'manifest-newer', message: expect.stringMatching(/2.*1/s) }],
  });
});

describe('a path that no run makes', () => {
  test.each([
    '.git',
    '.git/config',
    'sub/.git/config',
    '.GIT/hooks/x',
    'git~1/config',
    '.git./config',
    '.git /config',
    'sub/.git',
    '..',
    '../a',
    'a/../b',
    'a/..',
    '.',
    './a',
    'a/./b',
    '',
    '/',
    '/etc/passwd',
    'a//b',
    'a/',
    'src/lib',
    'src/lib/mine.ts',
    'SRC/Lib/mine.ts',
    '.sdkwright',
    '.sdkwright/manifest.json',
    '.SDKWRIGHT/x',
    'C:/x',
    'a\\b',
    'a\0b',
    'a:stream',
  ])('%j', (path) => expect(isInside(path)).toBe(false));
});

test.each([
  'a',
  'src/client.ts',
  'src/library.ts',
  'src/libs/a.ts',
  'docs/src/lib/a.md',
  '.sdkwrights',
  'x/.sdkwright/a',
  '.github/workflows/ci.yml',
  '.gitignore',
  'git/config',
  '..a',
  'a..',
  '...',
])('the path %j is one', (path) => expect(isInside(path)).toBe(true));

describe('a conflict of git', () => {
  const text = [
    '{',
    '  "format": 1,',
    '<<<<<<< ours',
    '  "generator": "1",',
    '=======',
    '  "generator": "2",',
    '>>>>>>> theirs',
    '  "view": 7,',
    '  "files": {',
    `    "both.ts": "${A}",`,
    '<<<<<<< ours',
    `    "ours.ts": "${A}",`,
    `    "same.ts": "${A}"`,
    '=======',
    `    "q\\"uote.ts": "${B} ${KEY}",`,
    `    "same.ts": "${B}"`,
    '>>>>>>> theirs',
    '  }',
    '}',
    '',
  ];

  it.each(['\n', '\r\n'])('counts the lines of both sides (%j), of facts the first', (end) => {
    expect(parseManifest(text.join(end))).toEqual({
      value: {
        stamp: { ...NO_STAMP, generator: '1', view: 7 },
        files: new Map([
          ['both.ts', [{ hash: A }]],
          ['ours.ts', [{ hash: A }]],
          ['same.ts', [{ hash: A }, { hash: B }]],
          ['q"uote.ts', [{ hash: B }]],
        ]),
      },
      diagnostics: [],
    });
  });

  it('has both marks, each at the start of a line', () => {
    for (const mark of ['<<<<<<< ours', '>>>>>>> theirs'])
      expect(parseManifest(text.filter((line) => line !== mark).join('\n')).value).toBeUndefined();
    for (const [mark, other] of [
      ['<<<<<<< ours', ' <<<<<<< ours'],
      ['<<<<<<< ours', '< ours'],
      ['>>>>>>> theirs', ' >>>>>>> theirs'],
      ['>>>>>>> theirs', '> theirs'],
    ]) {
      expect(
        parseManifest(text.map((line) => (line === mark ? other : line)).join('\n')).value,
        other,
      ).toBeUndefined();
    }
    const quoted = withFiles({ '<<<<<<<a>>>>>>>': A });
    expect(parseManifest(quoted).value?.files.size).toBe(1);
  });

  it('takes no key for a path that is none', () => {
    const odd = ['<<<<<<< ours', '  "format": 1,', `    "\\x.ts": "${A}"`, '>>>>>>> theirs'].join('\n');
    expect(parseManifest(odd)).toMatchObject({
      value: undefined,
      diagnostics: [{ code: 'manifest-broken' }],
    });
  });

  it('leaves lines out whose value is nothing that a run writes', () => {
    const odd = [
      '<<<<<<< ours',
      'x  "format": 9,',
      '  "format": 1,',
      '    "a.ts": broken,',
      `  "generator": "${A}"`,
      '    "view": 5,',
      ' not a pair',
      '>>>>>>> theirs',
    ].join('\n');
    expect(parseManifest(odd).value).toEqual({
      stamp: { ...NO_STAMP, generator: A, view: 5 },
      files: new Map(),
    });
  });
});
