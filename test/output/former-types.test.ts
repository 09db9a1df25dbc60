/** A type that gains a second user moves to the shared ones; who imports it from its old place goes on. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'sdkwright-former-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pet = `
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: string }
        owner: { type: object, properties: { name: { type: string } } }`;

const get = (path: string, id: string): string => `
  ${path}:
    get:
      operationId: ${id}
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }`;

const document = (...operations: readonly string[]): string => `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:${operations.join('')}
components:
  schemas:${pet}
`;

async function generate(spec: string, ...more: readonly string[]): Promise<number> {
  writeFileSync(join(folder, 'openapi.yml'), spec);
  const terminal = quietTerminal(folder);
  const args = ['generate', '--spec', 'openapi.yml', '--out', 'sdk', ...more];
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  expect(terminal.complained()).not.toContain('error');
  return code;
}

const read = (path: string): string => readFileSync(join(folder, 'sdk', path), 'utf8');

beforeAll(async () => {
  mkdirSync(join(folder, '.git'));
  await generate(
    document(
      get('/pets/{id}', 'getPet').replace(
        'get:',
        `parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n    get:`,
      ),
    ),
  );
});

it('keeps the old import, its nested types and the namespace of the resource', async () => {
  expect(read('src/resources/pets.ts')).toContain('export interface Pet');
  const both = document(
    get('/pets/{id}', 'getPet').replace(
      'get:',
      `parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n    get:`,
    ),
    get('/favourite', 'getFavourite'),
  );
  await generate(both);
  expect(read('src/resources/shared.ts')).toContain('export interface Pet');
  expect(read('src/resources/pets.ts')).toContain('export type Pet = Shared.Pet;');
  writeFileSync(
    join(folder, 'sdk/user.ts'),
    `import Shop from './src/index.ts';
import type { Pet } from './src/resources/pets.ts';
import type { Pet as SharedPet } from './src/resources/shared.ts';
const one: Pet = { id: '1', owner: { name: 'Ann' } };
const owner: Pet.Owner = { name: 'Ann' };
const same: SharedPet = one;
const spaced: Shop.Pet = same;
export { one, owner, same, spaced };
`,
  );
  const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc');
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext'];
  const more = [
    '--allowImportingTsExtensions',
    '--types',
    'node',
    '--typeRoots',
    join(projectRoot, 'node_modules/@types'),
  ];
  execFileSync(process.execPath, [tsc, ...flags, ...more, 'sdk/user.ts'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  rmSync(join(folder, 'sdk/user.ts'));
  // Nothing changes by itself, and the note goes on through runs.
  expect(await generate(both, '--check')).toBe(0);
  await generate(both);
  expect(read('src/resources/pets.ts')).toContain('export type Pet = Shared.Pet;');
  expect(read('.sdkwright/manifest.json')).toContain('"type Pet": "$shared pets"');
});

it('believes no place that is none', async () => {
  const file = join(folder, 'sdk/.sdkwright/manifest.json');
  const text = readFileSync(file, 'utf8').replace(
    '"$shared pets"',
    '"$shared ../../evil pets __proto__ $nowhere"',
  );
  writeFileSync(file, text);
  await generate(document(get('/pets', 'getPets'), get('/favourite', 'getFavourite')));
  expect(existsSync(join(folder, 'evil'))).toBe(false);
  expect(read('src/resources/pets.ts')).toContain('export type Pet = Shared.Pet;');
});

it('gives the type back to its resource when the second user goes', async () => {
  await generate(document(get('/pets', 'getPets')));
  expect(read('src/resources/pets.ts')).toContain('export interface Pet');
  expect(read('src/resources/shared.ts')).toContain('export type Pet = PetsAPI.Pet;');
});
