/** Marks that turn the direction of text hide what code and docs are: no file that is generated has them raw. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';

const MARKS = [0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]
  .map((code) => String.fromCharCode(code))
  .join('');
const RAW = new RegExp(`[${MARKS}]`);
const text = `a${MARKS}b`;

const document = JSON.stringify({
  openapi: '3.1.0',
  info: { title: `T ${text}`, version: '1', description: text },
  servers: [{ url: 'https://x.example', description: text }],
  tags: [{ name: 'pets', description: text }],
  paths: {
    [`/pets/${text}`]: {
      post: {
        tags: ['pets'],
        operationId: 'makePet',
        summary: text,
        description: text,
        parameters: [
          {
            name: `q${text}`,
            in: 'query',
            description: text,
            schema: { type: 'string', default: text, enum: [text, 'x'] },
          },
          { name: 'H', in: 'header', example: text, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                title: text,
                required: [`p${text}`],
                properties: {
                  [`p${text}`]: { type: 'string', example: text, description: text },
                  k: { const: text },
                },
              },
            },
          },
        },
        responses: {
          200: {
            description: text,
            content: {
              'application/json': {
                schema: { type: 'object', properties: { [text]: { type: 'string' } } },
                example: { [text]: text },
              },
            },
          },
        },
      },
    },
  },
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

test.each(['typescript', 'python', 'go'])('%s', (language) => {
  const folder = mkdtempSync(join(tmpdir(), 'directions-'));
  try {
    writeFileSync(join(folder, 'openapi.json'), document);
    const program = join(projectRoot, 'dist/cli/main.js');
    execFileSync(
      process.execPath,
      [program, 'generate', '--spec', 'openapi.json', '--target', language, '--out', 'sdk', '--quiet'],
      { cwd: folder },
    );
    const files = filesIn(join(folder, 'sdk'));
    expect(files.length).toBeGreaterThan(40);
    // The document itself keeps its text.
    const raw = files.filter((path) => RAW.test(readFileSync(path, 'utf8')));
    expect(raw.map((path) => relative(join(folder, 'sdk'), path))).toEqual(['openapi.documented.yml']);
    const code = files
      .filter((path) => /\.(?:ts|py|go)$/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
    expect(code).toContain('\\u202e');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
