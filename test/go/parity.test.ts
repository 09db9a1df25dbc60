/** The surface of a published Go SDK against ours: percentages that must not fall. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { pythonForTests } from '../python/venv.ts';
import { goForTests } from './go.ts';
import { goSays, goSdk } from './support/generate.ts';

const go = goForTests() ?? '';
const python = pythonForTests() ?? '';
const shared = sharedFolder ?? '';
const folder = join(projectRoot, 'node_modules/.cache/gosurface');

/** The reader of surfaces needs a library, which a machine without network may not have. */
async function reader(): Promise<string | undefined> {
  const program = join(folder, 'gosurface');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    cpSync(join(shared, 'tools/gosurface'), folder, { recursive: true });
    await goSays(go, ['build', '-o', 'gosurface', '.'], folder);
  }
  return existsSync(program) ? program : undefined;
}

/** Row of the score → the least share in percent. */
const LEAST: Readonly<Record<string, number>> = {
  'operations present': 100,
  'call path': 100,
  'service type': 100,
  'method name': 100,
  file: 100,
  'positional names': 100,
  'positional types': 100,
  'argument name (query/body/params)': 100,
  'params type': 100,
  'result type': 100,
  'fields of params': 100,
  'their types': 100,
  'struct types present': 99,
  fields: 99,
  'field types': 99,
  'enum types': 98,
  'enum constants': 98,
  options: 100,
};

describe.skipIf(go === '' || python === '' || shared === '')('llama-stack-go', () => {
  test('has the names and shapes of the published SDK', { timeout: 300_000 }, async (context) => {
    const program = await reader();
    if (program === undefined) return context.skip('the reader of surfaces cannot be built here');
    const pair = join(shared, 'pairs/llama-stack-go');
    const sdk = await goSdk({ spec: join(pair, 'openapi.yml'), config: join(pair, 'stainless.yml') });
    try {
      const surface = join(sdk.folder, 'surface.json');
      writeFileSync(surface, execFileSync(program, ['.'], { cwd: sdk.folder, maxBuffer: 1 << 28 }));
      const score = join(shared, 'tools/gosurface/score.py');
      const said = execFileSync(python, [score, join(pair, 'go-surface.json'), surface]).toString();
      const rows = [...said.matchAll(/^(.+?) +\d+\/\d+ (\d+)%$/gm)].map(
        ([, name = '', share = '0']) => [name.trim(), Number(share)] as const,
      );
      expect(rows.map(([name]) => name)).toEqual(Object.keys(LEAST));
      expect(rows.filter(([name, share]) => share < (LEAST[name] ?? 0))).toEqual([]);
    } finally {
      sdk.stop();
    }
  });
});
