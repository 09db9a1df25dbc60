/** Text of documents in terminals, logs of workflows, and comments: it is read, and does nothing. */
import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { data } from '../../action/steps.mjs';
import {
  markdownText,
  terminalLines,
  terminalText,
  workflowProperty,
  workflowText,
} from '../../generator/lib/safe-text.ts';
import { projectRoot } from '../support/shared.ts';
import { createScene } from './support.ts';

const ESC = '\u001b';
const HOSTILE = `${ESC}]0;owned\u0007${ESC}[2J\n::error::fake\r##[stop-commands]x \u202eevil @team https://evil.example www.evil.example #1`;
/** Control characters other than line ends, tabs, and colours. */
const CONTROL = /(?!\u001b\[[\d;]*m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  servers: [{ url: 'https://x.example' }],
  paths: {
    '/a': {
      get: {
        operationId: `get${HOSTILE}`,
        tags: [`t${HOSTILE}`],
        description: HOSTILE,
        responses: {
          200: {
            description: HOSTILE,
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Nowhere' }, example: HOSTILE },
              [`x/${HOSTILE}`]: {},
            },
          },
        },
      },
    },
  },
  [`x${HOSTILE}`]: 1,
});

test.each([
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['check', '--format', 'github'],
  ['explain', 'get /a'],
  ['explain', `nothing${ESC}[2J`],
  ['ir'],
  ['generate', '--out', 'sdk'],
  ['templates', 'views'],
] as const)('%j, in the built program', async (...args) => {
  const scene = createScene();
  scene.put('repository/openapi.json', DOCUMENT);
  const said = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [join(projectRoot, 'dist/cli/main.js'), ...args, '--spec', 'openapi.json'],
      {
        cwd: join(scene.top, 'repository'),
        env: { PATH: process.env['PATH'], FORCE_COLOR: '1', XDG_CACHE_HOME: join(scene.top, 'cache') },
        maxBuffer: 1 << 26,
      },
      (_error, out, err) => resolve(out + err),
    );
  });
  expect(said.length).toBeGreaterThan(20);
  expect(CONTROL.exec(said)?.[0]).toBeUndefined();
  expect(said).not.toContain('##[');
  expect(said.split('\n').filter((line) => /^\s*::error::fake/.test(line))).toEqual([]);
});

test('workflow commands stay on their line and hold no other, here and in the action', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('#', '[', '::', '\n', '\r', '%', ESC, 'a', ':', ',', '\u202e', '%0A', '\\'),
      }),
      (text) => {
        const done = workflowText(text);
        expect(done).not.toMatch(/[\r\n]/);
        expect(done).not.toContain('##[');
        expect(done).not.toMatch(CONTROL);
        expect(data(text)).toBe(done);
        expect(workflowProperty(text)).not.toMatch(/[:,]/);
      },
    ),
  );
});

test('a whole output keeps its lines and colours and nothing else', () => {
  expect(terminalLines(`a\n\tb ${ESC}[31mred${ESC}[39m`, { hasColors: true })).toBe(
    `a\n\tb ${ESC}[31mred${ESC}[39m`,
  );
  expect(terminalLines(`${ESC}[31mred${ESC}[2J`, { hasColors: false })).toBe('\\u001b[31mred\\u001b[2J');
  expect(terminalText('a\nb')).toBe('a\\u000ab');
});

describe('Markdown', () => {
  test.each([
    '@team',
    'a@b.example',
    '#12',
    'GH-12',
    'https://evil.example',
    'http://evil.example/a',
    'www.evil.example',
    'mailto:a@b.example',
    '<img src=x>',
    '[a](b)',
    '**a**',
    '| a',
    '&lt;',
    '`a`',
    '~~a~~',
  ])('%s is text', (text) => {
    const done = markdownText(text);
    expect(done).not.toMatch(/@\w|#\d|:\/\/|www\.|mailto:|GH-|<|(?<!\\)[[\]*`|~]/);
    expect(
      done
        .replaceAll('\u200b', '')
        .replace(/\\(?=[^\w\s])/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ).toBe(text);
  });
});

test('there is one place for this', () => {
  // `text/code.ts` makes text for files, and what is harmless there is its own; `file-names.ts` lists what file
  // systems pass over.
  const files = readdirSync(join(projectRoot, 'generator'), { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      name.endsWith('.ts') &&
      !/safe-text\.ts$|text\/code\.ts$|file-names\.ts$/.test(name.replaceAll('\\', '/')),
  );
  const others = files.filter((name) =>
    /%0A|\\u202a-\\u202e/.test(readFileSync(join(projectRoot, 'generator', name), 'utf8')),
  );
  expect(others).toEqual([]);
});
