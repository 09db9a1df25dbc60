/**
 * What an upgrade of the generator does to the names of an SDK without a config, and what `diff` tells of an
 * edition.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import picocolors from 'picocolors';
import { afterEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import type { Terminal } from '../../generator/cli/terminal.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const document = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1' },
  servers: [{ url: 'https://zoo.example' }],
  paths: {
    '/cards': {
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
            },
          },
        },
        responses: { 204: { description: 'done' } },
      },
    },
  },
});

function createProject() {
  const cwd = mkdtempSync(join(tmpdir(), 'edition-test-'));
  folders.push(cwd);
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  };
  write('openapi.json', document);
  const run = async (...args: readonly string[]) => {
    const out: string[] = [];
    const terminal: Terminal = {
      out: (line) => void out.push(line),
      err: (line) => void out.push(line),
      progress: () => undefined,
      cwd,
      colors: picocolors.createColors(false),
      now: () => performance.now(),
      pid: process.pid,
      env: {},
      holdSignals: () => () => undefined,
    };
    const code = await createProgram(terminal, new AbortController().signal).run(args);
    return { code, text: out.join('\n') };
  };
  /** Whether the body that the document does not require can be left out, as in editions of ours. */
  const generate = async (): Promise<'optional' | 'required'> => {
    const { code, text } = await run('generate', '--spec', 'openapi.json', '--out', 'sdk');
    expect(code, text).toBe(0);
    const source = readFileSync(join(cwd, 'sdk/src/resources/cards.ts'), 'utf8');
    return /\bcreate\(\s*\w+(\??): /.exec(source)?.[1] === '?' ? 'optional' : 'required';
  };
  const manifest = (): string => readFileSync(join(cwd, 'sdk/.sdkwright/manifest.json'), 'utf8');
  return { cwd, write, run, generate, manifest };
}

describe('an SDK without a config', () => {
  it('is made for the newest edition, which the manifest keeps', async () => {
    const project = createProject();
    expect(await project.generate()).toBe('optional');
    expect(project.manifest()).toContain('"edition": "2026-11-23"');
  });

  it('keeps the edition that made it', async () => {
    const project = createProject();
    await project.generate();
    project.write(
      'sdk/.sdkwright/manifest.json',
      project.manifest().replace('"edition": "2026-11-23"', '"edition": "2025-10-10"'),
    );
    expect(await project.generate()).toBe('required');
    expect(project.manifest()).toContain('"edition": "2025-10-10"');
  });

  it('takes nothing but a date from its manifest', async () => {
    const project = createProject();
    await project.generate();
    project.write(
      'sdk/.sdkwright/manifest.json',
      project.manifest().replace('"edition": "2026-11-23"', '"edition": "zzz"'),
    );
    expect(await project.generate()).toBe('optional');
  });
});

describe('an SDK with a config', () => {
  it('follows the config, whatever the manifest says', async () => {
    const project = createProject();
    await project.generate();
    project.write('sdkwright.yml', 'edition: "2025-10-10"\nspec: openapi.json\n');
    expect(await project.generate()).toBe('required');
    expect(project.manifest()).not.toContain('"edition"');
    project.write('sdkwright.yml', 'spec: openapi.json\n');
    expect(await project.generate()).toBe('required');
  });

  it('is told by `diff` what another edition would change', async () => {
    const project = createProject();
    project.write('old.yml', 'edition: "2025-10-10"\nspec: openapi.json\n');
    project.write('new.yml', 'edition: "2026-11-23"\nspec: openapi.json\n');
    const { text } = await project.run(
      'diff',
      'openapi.json',
      'openapi.json',
      '--base-config',
      'old.yml',
      '--config',
      'new.yml',
    );
    expect(text).toContain('serialization-changed');
    expect(existsSync(join(project.cwd, 'sdk'))).toBe(false);
  });
});
