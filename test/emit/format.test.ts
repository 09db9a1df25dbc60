import { describe, expect, it } from 'vitest';
import { format } from '../../generator/emit/format.ts';
import { mayDiffer } from '../../generator/emit/native-format.ts';

const one = async (path: string, text: string) => (await format([{ path, text }])).value[0]?.text;

describe('format', () => {
  it('lays out each kind of file, and leaves the others alone', async () => {
    expect(await one('a.ts', 'const  a = {"b":1,\n}\n\n\n')).toBe('const a = { b: 1 };\n');
    expect(await one('a.json', '{"b":[1,2]}')).toBe('{ "b": [1, 2] }\n');
    expect(await one('package.json', '{"files":["a"]}')).toBe('{\n  "files": [\n    "a"\n  ]\n}\n');
    expect(await one('a.md', '* x\n* y')).toBe('- x\n- y\n');
    expect(await one('a.yml', 'a:   "b"')).toBe("a: 'b'\n");
    expect(await one('a.http', 'GET  /x')).toBe('GET  /x\n');
    expect(await one('.gitignore', '')).toBe('');
  });

  it('says which file does not parse, and goes on with the others', async () => {
    const { value, diagnostics } = await format([{ path: 'bad.ts', text: 'const = 1;' }, { path: 'good.ts', text: 'let a' }]);
    expect(value).toEqual([{ path: 'good.ts', text: 'let a;\n' }]);
    expect(diagnostics.map((found) => [found.code, found.message])).toEqual([['format-failed', 'The text made for bad.ts is not valid: Variable declaration expected (1:7).']]);
  });

  it('takes known texts from the cache', async () => {
    const cache = new Map<string, string>();
    await format([{ path: 'a.ts', text: 'let  a' }], { cache });
    expect([...cache.values()]).toEqual(['let a;\n']);
    for (const key of cache.keys()) cache.set(key, 'cached');
    expect((await format([{ path: 'b.ts', text: 'let  a' }], { cache })).value).toEqual([{ path: 'b.ts', text: 'cached' }]);
    expect((await format([{ path: 'b.js', text: 'let  a' }], { cache })).value).toEqual([{ path: 'b.js', text: 'let a;\n' }]);
  });
});

describe('the native formatter', () => {
  const same = async (text: string) => {
    const files = [{ path: 'a.ts', text }];
    const [fast, slow] = await Promise.all([format(files), format(files, { native: false })]);
    expect(fast).toEqual(slow);
    return fast.value[0]?.text;
  };

  it('makes what prettier makes of unions that fit on the next line, among other statements', async () => {
    const union = "export type LongNameOfAThing = 'payment_method_update' | 'subscription_cancel' | 'subscription_update' | 'confirm';";
    const member = "export interface A { conclusion?: 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | null; b: 1 }";
    expect(await same(`/** Doc. */\n${union}\n\n${member}\n\nconst a = \`x\n\n\${1}\n\ny\`;\n`)).toContain(
      "export type LongNameOfAThing =\n  'payment_method_update' | 'subscription_cancel'",
    );
    const long = 'DeploymentBranchPolicySettings';
    await same(`export namespace N { export type ${long} = ${long}.${long} | null; export type ${long}${long} = ${long}.${long} | null }`);
  });

  it('sees each of them, and only them', () => {
    expect(mayDiffer('type A =\n  | B\n  | C;\n', 80)).toBe(true);
    expect(mayDiffer('type A =\n  | B\n  | C;\n', 5)).toBe(false);
    expect(mayDiffer('type A =\n  | {\n      b: 1;\n    }\n  | C;\n', 80)).toBe(false);
    expect(mayDiffer('type A = B | C;\n', 80)).toBe(false);
    expect(mayDiffer('type A = B | C;\n', 8)).toBe(true);
    expect(mayDiffer('// says A | B\n', 8)).toBe(false);
  });
});
