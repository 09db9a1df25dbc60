/** Overlays of a config that git does not keep: those beside it, on both sides, whatever the folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pc from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDiffCommand } from '../../generator/cli/commands/diff-run.ts';

let top = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};
const api = (...names: readonly string[]): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
${names.map((name) => `  /${name}: { get: { operationId: list-${name}, responses: { '204': { description: ok } } } }\n`).join('')}`;
const without = (name: string): string =>
  `overlay: 1.0.0\ninfo: { title: t, version: 1 }\nactions: [{ target: "$.paths['/${name}']", remove: true }]\n`;

const BROKEN =
  "  /toys: { get: { operationId: list-toys, responses: { '200': { description: ok } }, parameters: [{ name: q, in: query, required: true, schema: { type: string } }] } }\n";

/** Each overlay hides the path that the change breaks. */
const BASE = {
  '.gitignore': 'mine*\n',
  'api.yml': api('pets', 'toys', 'cars'),
  'in/api.yml': api('pets', 'toys', 'cars'),
  'in/kept.yml': without('toys'),
  'in/edited.yml': without('cars'),
  // What stands at the root of the repository is another file.
  'kept.yml': without('pets'),
  'edited.yml': without('pets'),
};
const NOW = {
  'in/api.yml': `${api('pets', 'cars')}${BROKEN}`,
  'in/edited.yml': without('toys'),
  'in/added.yml': without('toys'),
  'in/mine-over.yml': without('toys'),
  'mine-over.yml': without('pets'),
};

beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-overlays-')));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: top });
  git('init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries(BASE)) put(path, text);
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  for (const [path, text] of Object.entries(NOW)) put(path, text);
  for (const name of ['kept', 'edited', 'added', 'mine-over', 'nowhere'])
    put(`in/mine-${name}.yml`, `spec: api.yml\nopenapi: { overlays: [${name}.yml] }\n`);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

async function compare(folder: string, overlay: string, isGate: boolean) {
  const [out, err]: [string[], string[]] = [[], []];
  const before = folder === '.' ? 'in/' : '';
  const code = await runDiffCommand(
    {
      ...{ cwd: join(top, folder), colors: pc.createColors(false) },
      ...{ out: (text: string) => out.push(text), err: (text: string) => err.push(text) },
      progress: () => undefined,
    } as unknown as Parameters<typeof runDiffCommand>[0],
    isGate ? [`${before}api.yml`] : [`main:./${before}api.yml`, `${before}api.yml`],
    { config: `${before}mine-${overlay}.yml`, ...(isGate && { against: 'main' }) } as never,
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const PLACES = ['.', 'in'].flatMap((folder) => [true, false].map((isGate) => ({ folder, isGate })));
describe.each(PLACES)('from $folder, as a gate: $isGate', ({ folder, isGate }) => {
  it.each(['kept', 'mine-over'])('%s.yml holds for both sides', async (overlay) => {
    const { code, err } = await compare(folder, overlay, isGate);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('a change cannot edit the overlay of its base', async () => {
    expect(await compare(folder, 'edited', isGate)).toMatchObject({ code: 1 });
  });

  it.each([
    ['added', /added\.yml.*\n.*mine-added\.yml/],
    ['nowhere', /nowhere\.yml.*\n.*mine-nowhere\.yml/],
  ])('%s.yml is not in the base, which is an error', async (overlay, expected) => {
    const { code, err } = await compare(folder, overlay, isGate);
    expect(code).toBe(3);
    expect(err).toMatch(expected);
  });
});
