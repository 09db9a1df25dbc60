/** What is left to a person: its text, its finding, its place, and the marks where a value is wanted. */
import { describe, expect, it } from 'vitest';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import type { Change } from '../../generator/diff/types.ts';
import { type Edit, apply, replace } from '../../generator/upgrade/project/edits.ts';
import { type Judged, leftIn } from '../../generator/upgrade/project/left.ts';
import { marksIn, withMarks } from '../../generator/upgrade/project/marks.ts';
import type { Note, Scene } from '../../generator/upgrade/project/scene.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import type { Path } from '../../generator/upgrade/types.ts';

const SDK = {
  name: '@acme/api',
  files: [
    {
      path: 'src/index.ts',
      text: `export class Pets {
  add(...all: any[]): void {}
  get: any;
}
export interface Pet { name: string }
export default class Acme { pets: Pets = null as any; constructor(...all: any[]) {} }
`,
    },
  ],
};
const HEAD = "import Acme, { type Pet, Pets } from '@acme/api';\ndeclare const client: Acme;\n";
const WORKSHOP = { ...memoryWorkshop(), options: { ...memoryWorkshop().options, lib: ['lib.es2022.d.ts'] } };

function sceneOf(code: string): Scene {
  const found = sdkProgram(WORKSHOP, new Map([['/app/code.ts', HEAD + code]]), SDK);
  const file = found.program.getSourceFile('/app/code.ts');
  const classes = new Map<string, Path>([
    ['index#Acme', []],
    ['index#Pets', ['pets']],
  ]);
  return { file, checker: found.checker, index: { classes } } as unknown as Scene;
}

const change = (rule: string, subject: string, message: string, more: Partial<Change> = {}): Change =>
  ({ rule, subject, message, source: ['call'], runtime: 'same', reach: [], ...more }) as Change;
const SIZE = change('parameter-added-required', 'client.pets.add()', "'size' is required");
const OTHER = change('parameter-removed', 'client.pets.get()', "'old' was removed");

interface Found {
  /** Text at which it is, in the code. */
  readonly at: string;
  readonly reason: string;
  readonly subject?: string;
  readonly change?: Change;
}

const placeOf = (code: string, at: string): number => HEAD.length + code.indexOf(at);
const noteAt = (code: string, { at, reason, subject = '', ...more }: Found): Note => ({
  ...{ span: { start: placeOf(code, at), end: placeOf(code, at) }, reason, advice: `do ${reason}`, subject },
  ...more,
});
const faultAt = (code: string, { at, reason }: Found): Judged => ({
  ...{ start: 0, end: 0, code: 1, isOld: false, place: placeOf(code, at), message: reason },
});

describe('what is left', () => {
  const CODE = "client.pets.add('a');\nclient.pets.get('b'); client.pets.add('c');\n";
  const left = (notes: readonly Found[], faults: readonly Found[], changes = [SIZE, OTHER]) =>
    leftIn(
      {
        ...{ name: '/app/code.ts', scene: sceneOf(CODE), edited: undefined },
        notes: notes.map((note) => noteAt(CODE, note)),
      },
      faults.map((fault) => faultAt(CODE, fault)),
      changes,
    ).map(({ line, column, reason, finding, advice, file }) => {
      expect(file).toBe('/app/code.ts');
      return [line, column, reason, finding ?? '-', advice].join(' | ');
    });
  const ADAPT = 'Adapt the code to what the new SDK says.';
  const REQUIRED = "parameter-added-required: 'size' is required";

  it('of notes has their own words', () => {
    expect(left([{ at: 'client.pets.get', reason: 'other', subject: 'client.pets.other' }], [])).toEqual([
      '4 | 1 | other | - | do other',
    ]);
  });

  it('of notes has the finding about their subject, their place, or their own', () => {
    expect(
      left(
        [
          { at: "add('a'", reason: 'by subject', subject: 'client.pets.add' },
          { at: "get('b'", reason: 'by place' },
          { at: "add('c'", reason: 'own', change: OTHER },
        ],
        [],
      ),
    ).toEqual([
      `3 | 13 | by subject | ${REQUIRED} | do by subject`,
      "4 | 13 | by place | parameter-removed: 'old' was removed | do by place",
    ]);
    expect(left([{ at: "add('a'", reason: 'own', subject: 'client.pets.add', change: OTHER }], [])).toEqual([
      "3 | 13 | own | parameter-removed: 'old' was removed | do own",
    ]);
  });

  it('of faults has the finding and its advice', () => {
    expect(left([], [{ at: "add('a'", reason: 'Expected 2 arguments.' }])).toEqual([
      `3 | 13 | Expected 2 arguments. | ${REQUIRED} | Give it a value.`,
    ]);
    expect(left([], [{ at: "add('a'", reason: 'Expected 2 arguments.' }], [])).toEqual([
      `3 | 13 | Expected 2 arguments. | - | ${ADAPT}`,
    ]);
  });

  it('of a line with a note has no faults', () => {
    expect(
      left(
        [{ at: "get('b'", reason: 'noted', subject: 'x' }],
        [
          { at: "add('c'", reason: 'fault' },
          { at: "add('a'", reason: 'fault' },
        ],
        [],
      ),
    ).toEqual([`3 | 13 | fault | - | ${ADAPT}`, '4 | 13 | noted | - | do noted']);
  });

  it('is once for a line and its finding or reason', () => {
    const notes = ['same', 'same', 'other'].map((reason) => ({ at: "get('b'", reason, subject: 'x' }));
    expect(left(notes, [], [])).toEqual(['4 | 13 | same | - | do same', '4 | 13 | other | - | do other']);
    const faults = ['first', 'second'].map((reason) => ({ at: "add('a'", reason }));
    expect(left([], faults)).toEqual([`3 | 13 | first | ${REQUIRED} | Give it a value.`]);
    expect(
      left(
        [],
        [
          { at: "add('a'", reason: 'same' },
          { at: "get('b'", reason: 'same' },
        ],
        [],
      ),
    ).toHaveLength(2);
  });

  it('is in the order of its places', () => {
    const at = ["add('c'", "get('b'", "add('a'"];
    const found = left(
      [],
      at.map((text) => ({ at: text, reason: text })),
      [],
    );
    expect(found.map((line) => line.slice(0, 6))).toEqual(['3 | 13', '4 | 13', '4 | 35']);
  });

  it('has its place in the edited text', () => {
    const scene = sceneOf(CODE);
    const edited = apply(scene.file.text, [replace({ start: 0, end: 0 }, '\n')]);
    const notes = [noteAt(CODE, { at: "add('a'", reason: 'x' })];
    expect(leftIn({ name: 'a.ts', scene, notes, edited }, [], [])).toMatchObject([
      { line: 4, column: 13, before: { line: 3, column: 13 } },
    ]);
  });
});

describe('marks', () => {
  const marked = (
    code: string,
    at: string,
    more: { readonly changes?: readonly Change[]; readonly edits?: readonly Edit[] } = {},
  ) => {
    const { changes = [SIZE], edits = [] } = more;
    const scene = sceneOf(code);
    const faults = at.split(' & ').map((text) => ({ place: placeOf(code, text), message: 'Fault.' }));
    const marks = marksIn({ scene, edits }, faults, changes);
    const text = apply(scene.file.text, withMarks(edits, marks)).text.slice(HEAD.length);
    expect(marks).toHaveLength(text.split('TODO').length - code.split('TODO').length);
    return text;
  };
  const MARK = "/* TODO(sdk upgrade): 'size' is required */";

  it.each([
    ["client.pets.add('a');", 'add', `client.pets.add('a' ${MARK});`],
    ["client.pets.add('a', );", 'add', `client.pets.add('a', ${MARK} );`],
    ['client.pets.add();', 'add', `client.pets.add(${MARK});`],
    ["client.pets.add({ a: 'a' });", '{ a', `client.pets.add({ a: 'a' ${MARK} });`],
    ['client.pets.add({});', '{}', `client.pets.add({${MARK}});`],
    ['client.pets.add({ a: {} });', 'a: {}', `client.pets.add({ a: {${MARK}} });`],
    ['client.pets.add({ a: 1 });', 'a: 1', 'client.pets.add({ a: 1 });'],
    ['client.pets.add({ a: 1 });', '1 }', `client.pets.add({ a: 1 } ${MARK});`],
    ['let own: Pet; own!;', 'own', 'let own: Pet; own!;'],
    ['client.pets.add({ a: { b: 1 } });', 'b', `client.pets.add({ a: { b: 1 } });`],
    [`client.pets.add('a' ${MARK});`, 'add', `client.pets.add('a' ${MARK});`],
    [
      "client.pets.add('a'); client.pets.add('b');",
      "add & 'a' & add('b",
      `client.pets.add('a' ${MARK}); client.pets.add('b' ${MARK});`,
    ],
    ['client.pets.add;', 'add', 'client.pets.add;'],
    ["if (client.pets.add('a')) { 1; }", '1', "if (client.pets.add('a')) { 1; }"],
    ["client.pets.add(() => { 'b'; });", "'b'", "client.pets.add(() => { 'b'; });"],
  ])('%s at %s', (code, at, expected) => expect(marked(code, at)).toBe(expected));

  it('are in what a variable and a constructor are given', () => {
    const changes = [change('property-added-required', 'Pet.size', "'size' is required")];
    const code = "const own: Pet = { name: 'a' }; own;";
    expect(marked(code, 'own', { changes })).toBe(`const own: Pet = { name: 'a' ${MARK} }; own;`);
    const text = 'const own: Pet = client as never; own;';
    expect(marked(text, 'own', { changes })).toBe(text);
    const made = [change('property-became-required', 'Pets', "'size' is required")];
    expect(marked('new Pets();', 'Pets', { changes: made })).toBe(`new Pets(${MARK});`);
    expect(marked('new Pets;', 'Pets', { changes: made })).toBe('new Pets;');
  });

  it.each([
    ['parameter-added-required', true],
    ['parameter-became-required', true],
    ['property-added-required', true],
    ['property-added', false],
    ['x-property-added-required', false],
    ['parameter-removed', false],
  ])('are for %s: %s', (rule, is) => {
    const text = marked("client.pets.add('a');", 'add', {
      changes: [{ ...SIZE, rule: rule as Change['rule'] }],
    });
    expect(text.includes('TODO')).toBe(is);
  });

  it('are none without a finding', () => {
    expect(marked("client.pets.add('a');", 'add', { changes: [] })).toBe("client.pets.add('a');");
  });

  it.each([
    ['a */ b', 'a * / b'],
    ['a\nb\u2028c', 'a b c'],
    ['é ¥ – “x”', 'é ¥ – “x”'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j is text of a comment', (message, expected) => {
    expect(marked('client.pets.add();', 'add', { changes: [{ ...SIZE, message }] })).toBe(
      `client.pets.add(/* TODO(sdk upgrade): ${expected} */);`,
    );
  });

  const code = "client.pets.add('a');";
  const start = placeOf(code, 'client');
  const end = placeOf(code, ');');
  const span = { start, end: end + 1 };
  it.each<[string, Edit, string]>([
    ['is not in a text that is new', { ...span, parts: ['new()'] }, 'new();'],
    [
      'is in an old text that is kept',
      { ...span, parts: ['x + ', span] },
      `x + client.pets.add('a' ${MARK});`,
    ],
    [
      'is not in a text that ends before',
      { ...span, parts: [{ start, end: end - 1 }, ')'] },
      "client.pets.add('a);",
    ],
    ['is not in a text that starts after', { ...span, parts: ['x', { start: end + 1, end: end + 1 }] }, 'x;'],
    [
      'is at the end of a kept text',
      { ...span, parts: [{ start, end }, ']'] },
      `client.pets.add('a' ${MARK}];`,
    ],
    ['is after a text that is new', replace({ start, end: end - 1 }, 'new'), `new' ${MARK});`],
    ['is not where a new text ends', replace({ start, end }, 'new'), 'new);'],
    ['is not where a new text starts', replace({ start: end, end: end + 1 }, ']'), "client.pets.add('a'];"],
    [
      'is before a text that is new',
      replace({ start: end + 1, end: end + 2 }, '!'),
      `client.pets.add('a' ${MARK})!`,
    ],
  ])('%s', (_title, edit, expected) => {
    expect(marked(code, 'add', { edits: [edit] })).toBe(expected);
  });

  it('are in order with the edits, the outer edit first', () => {
    const at = (from: number, to: number): Edit => replace({ start: from, end: to }, '');
    const [a, b, c] = [at(5, 9), at(5, 6), at(7, 7)];
    expect(withMarks([a, b], [c, at(1, 1)])).toEqual([at(1, 1), a, b, c]);
    expect(withMarks([b], [a])).toEqual([a, b]);
    expect(withMarks([b, a], [])).toEqual([b, a]);
  });
});
