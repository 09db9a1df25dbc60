/** Mistakes in an overlay of one's own, as they are told. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

const RESOURCES = ['authors', 'books', 'carts', 'desks', 'events'];
const SPEC = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
${RESOURCES.map(
  (name) => `  /${name}:
    get:
      operationId: ${name}_list
      tags: [${name}]
      responses: { '204': { description: Nothing } }
`,
).join('')}`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-templates-'));
  put('openapi.yml', SPEC);
  put('sdkwright.yml', 'spec: openapi.yml\nout: sdk\ntemplates: ./mine\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** An overlay that makes one file per resource beside the SDK. */
function overlay(template: string, more: Readonly<Record<string, string>> = {}): void {
  put(
    'mine/target.yaml',
    `name: mine
view: 1
extends: typescript
outputs:
  - { template: note.ts.hbs, for: facts.resources, path: 'src/notes/{id}.ts' }
`,
  );
  put('mine/note.ts.hbs', template);
  for (const [path, text] of Object.entries(more)) put(`mine/${path}`, text);
}

async function said(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  return { code, text: terminal.complained().replace(/ · [\d.]+ s$/m, '') };
}

describe('a mistake in a template that makes many files', () => {
  it('is told once: a field that is not there', async () => {
    overlay('// A note.\nexport const note = "{{idd}}";\n');
    expect(await said('templates', 'check')).toEqual({
      code: 1,
      text: `error[template-field]: The template uses idd, which is not in facts.resources[0] (output: 5 files (src/notes/authors.ts, src/notes/books.ts, src/notes/carts.ts, …)).
  --> mine/note.ts.hbs:2:24
2 | export const note = "{{idd}}";
  |                        ^^^
  help: Correct the name; the nearest name is id. \`sdkwright templates views\` prints all that templates can use.

1 error
`,
    });
  });

  const BROKEN = `error[format-failed]: The generated text of 5 files (src/notes/authors.ts, src/notes/books.ts, src/notes/carts.ts, …) is not valid: ',' expected, in the line \`export const note authors;\`.
  --> mine/partials/line.hbs:2:21
2 |   export const note {{id}};
  |                     ^^^^
  help: Correct the template mine/note.ts.hbs. If the set is a shipped one, this is a fault of the generator: please report it with the document.

1 error
`;

  it.each(['templates check', 'generate'])(
    'is told once, with the line that was made, by %s',
    async (command) => {
      overlay('{{#if id}}\n\n// {{name}}\n{{> partials/line}}\n{{/if}}\n', {
        'partials/line.hbs': '{{! Prints the note. }}\n  export const note {{id}};\n',
      });
      expect(await said(...command.split(' '))).toEqual({ code: 1, text: BROKEN });
    },
  );
});

describe('what a template makes is compiled by `templates check`', () => {
  it('and a fault leads to the template and to the file', async () => {
    overlay("import type Client from '../index.ts';\n\n{{> partials/line}}\n", {
      'partials/line.hbs': '\n/** {{name}}. */\nexport const {{name}}Note   : number=  "{{id}}" ;\n',
    });
    const { code, text } = await said('templates', 'check');
    expect(code).toBe(1);
    expect(
      text,
    ).toBe(`error[template-compile]: src/notes/authors.ts:1:1 (and 4 more files) does not compile, in the line \`import type Client from '../index.ts';\`: TS6133: 'Client' is declared but its value is never read.
  --> mine/note.ts.hbs:1:1
1 | import type Client from '../index.ts';
  | ^^^^^^
  help: Correct the template here, or what it takes from the views.

error[template-compile]: src/notes/authors.ts:4:14 (and 4 more files) does not compile, in the line \`export const authorsNote: number = 'authors';\`: TS2322: Type 'string' is not assignable to type 'number'.
  --> mine/partials/line.hbs:3:14
3 | export const {{name}}Note   : number=  "{{id}}" ;
  |              ^^^^^^
  help: Correct the template here, or what it takes from the views.

2 errors
`);
  });

  it('and runtime files, with their own places', async () => {
    put('mine/target.yaml', 'name: mine\nview: 1\nextends: typescript\nadds: [internal/mine.ts]\n');
    put('mine/runtime/internal/mine.ts', 'export const a = 1;\nexport const b: string = a;\n');
    const { code, text } = await said('templates', 'check');
    expect(text).toContain('TS2322');
    expect(text).toContain('--> mine/runtime/internal/mine.ts:2:14\n');
    expect(code).toBe(1);
  });

  it('as strictly as the tsconfig among the files wants it', async () => {
    overlay('export const {{name}}Note = [1, 2].at(0)!;\nexport const more = (x) => x;\n', {
      'tsconfig.json.hbs':
        '{ "compilerOptions": { "strict": false, "target": "es2022", "lib": ["es2022", "dom"],\n"module": "nodenext", "rewriteRelativeImportExtensions": true }, "include": ["src/notes"] }\n',
    });
    expect(await said('templates', 'check')).toMatchObject({ code: 0 });
  });

  it('but not where a package is missing, which is said', async () => {
    put('sdkwright.yml', 'spec: openapi.yml\nout: sdk\ntemplates: zod\n');
    const { code, text } = await said('templates', 'check');
    expect(text).toContain('warning[template-compile-partly]: Files that import zod were not compiled');
    expect(text).toMatch(/zod: \d+ files, no fault/);
    expect(code).toBe(0);
  });

  it('for every set that is shipped', async () => {
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    for (const set of ['typescript', 'deno', 'workers', 'tanstack-query', 'zod', 'http']) {
      const { code, text } = await said('templates', 'check', set);
      // The document of this test has nothing for zod, which is a warning.
      expect(text).toMatch(new RegExp(`(?:^|\n)${set}: \\d+ files, no fault$`));
      expect(code).toBe(0);
    }
  });
});

describe('a template set that is not there', () => {
  it.each([
    ['templates: ./nowhere', 'nowhere', 3, 12],
    ['targets:\n  typescript: { templates: tpyescript }', 'templates/tpyescript', 4, 28],
    ['targets:\n  other: { out: other, templates: ./nowhere }', 'nowhere', 4, 35],
  ])('is told at its place in the config: %s', async (config, set, line, column) => {
    put('sdkwright.yml', `spec: openapi.yml\nout: sdk\n${config}\n`);
    const { code, text } = await said('generate');
    expect(code).toBe(1);
    expect(text).toContain(`The template set ${set} does not exist.`);
    expect(text).toContain(`--> sdkwright.yml:${line}:${column}\n`);
  });
});
