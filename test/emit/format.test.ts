import { describe, expect, it } from 'vitest';
import { format } from '../../generator/emit/format.ts';

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
