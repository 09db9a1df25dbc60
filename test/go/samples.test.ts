/** Every sample of an SDK's pages compiles, and its tests pass against the mock server. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { goForTests } from './go.ts';
import { goSays, goSdk } from './support/generate.ts';

const go = goForTests() ?? '';

const FENCE = /^```go\n([\s\S]*?)^```$/gm;
const PACKAGES = ['context', 'errors', 'fmt', 'io', 'log', 'net/http', 'os', 'strings', 'time'];

const fencesOf = (text: string): readonly string[] =>
  [...text.matchAll(FENCE)].map(([, program = '']) => program);

/** What a part of a program needs around it: a client, imports, and a use of what it declares. */
function completed(part: string, module: string, name: string): string {
  const isFunction = part.startsWith('func ');
  const declared = [...part.matchAll(/^(?:(\w+), )?(\w+) :?= /gm)].flatMap(([, a = '', b = '']) => [a, b]);
  const used = [...new Set(declared)]
    .filter((each) => each !== '' && each !== '_')
    .map((each) => `_ = ${each}`);
  const own = /^client := /m.test(part) ? '' : `client := ${name}.NewClient()\n_ = client\n`;
  const code = isFunction ? `${part}\nfunc main() {}` : `func main() {\n${own}${part}\n${used.join('\n')}\n}`;
  const imports = [
    ...PACKAGES.map((path) => `"${path}"`),
    ...['option', 'packages/param', 'shared/constant'].map((path) => `"${module}/${path}"`),
  ].filter((path) => new RegExp(`\\b${path.slice(1, -1).split('/').at(-1)}\\.`).test(code));
  const global = isFunction ? `var client = ${name}.NewClient()\n` : '';
  const root = code.includes(`${name}.`) || isFunction ? `${name} "${module}"\n` : '';
  return `package main\n\nimport (\n${imports.join('\n')}\n${root})\n\n${global}${code}\n`;
}

describe.skipIf(go === '')('samples', () => {
  test.each([
    ['smithery', 50],
    ['bookshop', 30],
  ])('of the pages of %s compile', { timeout: 300_000 }, async (name, least) => {
    const sdk = await goSdk({ config: join(projectRoot, 'specs', name, 'sdkwright.yml') });
    try {
      const pages = [
        'README.md',
        'AGENTS.md',
        ...readdirSync(join(sdk.folder, 'docs'), { recursive: true })
          .map(String)
          .filter((file) => file.endsWith('.md'))
          .map((file) => join('docs', file)),
      ];
      const packageName =
        /^package (\w+)$/m.exec(readFileSync(join(sdk.folder, 'client.go'), 'utf8'))?.[1] ?? '';
      const programs = pages.flatMap((page) => fencesOf(readFileSync(join(sdk.folder, page), 'utf8')));
      for (const [index, program] of [...new Set(programs)].entries()) {
        const folder = join(sdk.folder, `samples/n${index}`);
        mkdirSync(folder, { recursive: true });
        const whole = program.startsWith('package ') ? program : completed(program, sdk.module, packageName);
        writeFileSync(join(folder, 'main.go'), whole);
      }
      expect(await goSays(go, ['vet', './samples/...'], sdk.folder)).toBe('');
      expect(new Set(programs).size).toBeGreaterThanOrEqual(least);
    } finally {
      sdk.stop();
    }
  });
});
