import { describe, expect, it } from 'vitest';
import { format } from '../../generator/emit/format.ts';
import { mayDiffer } from '../../generator/languages/typescript/format.ts';

const one = async (path: string, text: string) => (await format([{ path, text }])).value[0]?.text;

describe('format', () => {
  it('lays out each kind of file, and leaves the others alone', async () => {
    expect(await one('a.ts', 'const  a = {"b":1,\n}\n\n\n')).toBe('const a = { b: 1 };\n');
    expect(await one('a.json', '{"b":[1,2]}')).toBe('{ "b": [1, 2] }\n');
    expect(await one('package.json', '{"files":["a"]}')).toBe('{\n  "files": [\n    "a"\n  ]\n}\n');
    expect(await one('a.md', '* x\n\n\n* y')).toBe('* x\n\n* y\n');
    expect(await one('a.yml', 'a:   "b"')).toBe("a: 'b'\n");
    expect(await one('a.http', 'GET  /x')).toBe('GET  /x\n');
    expect(await one('.gitignore', '')).toBe('');
  });

  it('says which file does not parse, and goes on with the others', async () => {
    const { value, faults } = await format([
      { path: 'bad.ts', text: 'let b;\n  const = 1;' },
      { path: 'good.ts', text: 'let a' },
    ]);
    expect(value).toEqual([{ path: 'good.ts', text: 'let a;\n' }]);
    expect(faults).toEqual([
      {
        path: 'bad.ts',
        reason: 'Variable declaration expected',
        place: { line: 2, column: 9 },
        line: 'const = 1;',
      },
    ]);
  });
});

describe('the native formatter', () => {
  const same = async (text: string, path = 'a.ts') => {
    const files = [{ path, text }];
    const [fast, slow] = await Promise.all([format(files), format(files, { native: false })]);
    expect(fast).toEqual(slow);
    return fast.value[0]?.text;
  };

  it('makes what prettier makes of unions that fit on the next line, among other statements', async () => {
    const union =
      "export type LongNameOfAThing = 'payment_method_update' | 'subscription_cancel' | 'subscription_update' | 'confirm';";
    const member =
      "export interface A { conclusion?: 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | null; b: 1 }";
    expect(await same(`/** Doc. */\n${union}\n\n${member}\n\nconst a = \`x\n\n\${1}\n\ny\`;\n`)).toContain(
      "export type LongNameOfAThing =\n  'payment_method_update' | 'subscription_cancel'",
    );
    const long = 'DeploymentBranchPolicySettings';
    await same(
      `export namespace N { export type ${long} = ${long}.${long} | null; export type ${long}${long} = ${long}.${long} | null }`,
    );
  });

  it('does over in a namespace what prettier lays out otherwise, and leaves the rest', async () => {
    const long = 'DeploymentBranchPolicySettings';
    const inner = `/** Doc.\n *\n * - one | two */\nexport interface A { a: ${long}.${long} | null | string; b: { c: '${long}' | '${long}' | '${long}' } }\n\nexport type ${long}${long} = ${long}.${long} | ${long}.B;`;
    const text = `/** The types. */\nexport declare namespace N { ${inner}\n\nexport namespace Inner { ${inner} }\n\nexport interface Z { z?: number } }\n\nexport type Q = 1;\n`;
    const done = await same(text);
    expect(done).toContain(`export namespace Inner {`);
    await same(text.replace('Doc.', 'Doc with `code`.'));
    await same(text.replaceAll(';', ';\n\n'));
  });

  it.each([
    [
      'a comment among the members',
      "'first_of_the_members' /* one */ | 'second_of_the_members' | 'third_of_the_members' | 'fourth'",
    ],
    [
      'slashes in a text',
      "'https://example.com/first' | 'second_of_the_members' | 'third_of_the_members' | 'fourth_of_them_all'",
    ],
    [
      'an object among them',
      "{ a: 'first_of_the_members' } | 'second_of_the_members' | 'third_of_the_members' | 'fourth_of_them_all'",
    ],
    [
      'a list of them',
      "('first_of_the_members' | 'second_of_the_members' | 'third_of_the_members' | 'fourth_of_them_all')[]",
    ],
    [
      'an argument of a type',
      "Array<'first_of_the_members' | 'second_of_the_members' | 'third_of_the_members' | 'fourth_of_them_all'>",
    ],
    [
      'a function',
      "'first_of_the_members' | ((value: string) => 'second_of_the_members') | 'third_of_the_members' | 'fourth'",
    ],
    [
      'too much for one line',
      `${Array.from({ length: 9 }, (_, index) => `'member_number_${index}'`).join(' | ')}`,
    ],
  ])('is no different with %s', async (_what, union) => {
    await same(
      `export interface A { aPropertyWithALongName?: ${union}; b(parameter: ${union}): ${union} }\n\n/** Doc. */\nexport type LongNameOfAThing = ${union};\n\nconst value = text as ${union};\n`,
    );
  });

  it('leaves template literals as they are', async () => {
    const text = 'const a = `x:\n  | a\n  | b;\n`;\n';
    expect(await same(text)).toBe(text);
    await same(
      `/** Doc \` it. */\nexport type LongName = 'first_of_the_members' | 'second_of_the_members' | 'third_of_the_members' | 'fourth';\n\n${text}`,
    );
  });

  it('lays out scripts, and gives a body without braces with a comment behind it to prettier', async () => {
    await same('const  a = b | c\nif (a) {\n  b() }\n\n\n// end\n', 'a.mjs');
    await same('if (a) b(); // why\nelse c()\n', 'a.js');
  });

  it.each([
    '{"b":1,"2":{},"1":[]}',
    '{"a":1,"a":2}',
    '{"a":1.0,"b":1e3,"c":"\\u0041 : ,"}',
    '{"a" : [ "x y", {} ], "b": null}',
    '{}',
  ])('lays out package.json as prettier does: %s', async (text) => {
    await same(text, 'package.json');
  });

  it('sees each of them, and only them', () => {
    expect(mayDiffer('type A =\n  | B\n  | C;\n', 80)).toBe(true);
    expect(mayDiffer('type A =\n  | B\n  | C;\n', 5)).toBe(false);
    expect(mayDiffer('type A =\n  | {\n      b: 1;\n    }\n  | C;\n', 80)).toBe(false);
    expect(mayDiffer('type A = B | C;\n', 80)).toBe(false);
    expect(mayDiffer('type A = B | C;\n', 8)).toBe(true);
    expect(mayDiffer('// says A | B\n', 8)).toBe(false);
    expect(mayDiffer('  a?: A.B | null;\n', 8)).toBe(false);
    expect(mayDiffer('type A =\n  | LongName\n  | C;\n', 8)).toBe(false);
  });
});
