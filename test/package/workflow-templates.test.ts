/** Workflows of template sets, which cannot share parts: they use the same actions in the same way. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/shared.ts';

const templates = join(projectRoot, 'templates');
const read = (path: string): string => readFileSync(join(templates, path), 'utf8');

it('each action is pinned to one commit, wherever it is used', () => {
  const uses = readdirSync(templates, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.hbs'))
    .flatMap((path) => [...read(path).matchAll(/uses: ([^@\s]+)@(\S+)/g)]);
  const pins = new Map<string, Set<string>>();
  for (const [, action = '', commit = ''] of uses)
    pins.set(action, (pins.get(action) ?? new Set<string>()).add(commit));
  expect(pins.size).toBeGreaterThan(5);
  for (const [action, commits] of pins) {
    expect([action, commits.size]).toEqual([action, 1]);
    expect([action, [...commits].every((commit) => /^[0-9a-f]{40}$/.test(commit))]).toEqual([action, true]);
  }
});

/** What a set has of its own: how it installs, its tests, and further registries. */
const common = (text: string): string =>
  text
    .replace(/^ *\{\{#if isBesideSdk\}\}\n[\s\S]*?\{\{\/if\}\}\n/gm, '      - install\n')
    .replace(/^ *- run: npm install .*\n/gm, '      - install\n')
    .replace(/^ *\{\{#if (?:hasTests|hasJsr)\}\}\n[\s\S]*?\{\{\/if\}\}\n/gm, '');

it.each(['ci', 'release'])('%s of the packages for agents is that of the SDK', (name) => {
  const own = common(read(`agents/partials/${name}.hbs`));
  expect(own).toContain('- install');
  expect(own).toBe(common(read(`typescript/repository/${name}.yml.hbs`)));
});
