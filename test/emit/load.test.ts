import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import { render } from '../../generator/emit/render.ts';
import { diskTemplates, memoryTemplates } from '../../generator/emit/template-io.ts';

const BASE = {
  'shipped/base/target.yaml': `name: base
view: 1
outputs:
  - { template: main.ts.hbs, path: src/main.ts }
  - { template: item.ts.hbs, for: items, path: 'src/{file}.ts' }
  - { template: extra.ts.hbs, path: src/extra.ts, when: hasExtra }
runtime: runtime
runtimeTo: src
`,
  'shipped/base/main.ts.hbs': 'export const name = {{name}};\n{{> hooks/main-members}}\n',
  'shipped/base/item.ts.hbs': '{{#each fields}}\n{{> partials/field}}\n{{/each}}\n',
  'shipped/base/extra.ts.hbs': 'export {};\n',
  'shipped/base/partials/field.hbs': 'export const {{key}} = {{value}};\n',
  'shipped/base/hooks/main-members.hbs': '',
  'shipped/base/runtime/core.ts': 'export const core = 1;\n',
  'shipped/base/runtime/README.md': 'About the runtime.\n',
};
const VIEWS = {
  name: "'x'",
  hasExtra: false,
  items: [
    { file: 'one', fields: [{ key: 'a', value: '1' }] },
    { file: 'two', fields: [] },
  ],
};

const load = (files: Record<string, string> = {}, wanted = 'base') =>
  loadTemplateSet(wanted, memoryTemplates({ ...BASE, ...files }));
const loadOverlay = (files: Record<string, string>, target = 'name: mine\nview: 1\nextends: base\n') =>
  load(
    {
      'mine/target.yaml': target,
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`mine/${path}`, text])),
    },
    './mine',
  );
const said = (result: {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly help: string;
    readonly position?: object;
  }[];
}) => result.diagnostics.map((one) => [one.code, one.message, one.help, one.position]);

async function renderSet(files: Record<string, string> = {}, target?: string) {
  const loaded =
    Object.keys(files).length === 0 && target === undefined ? await load() : await loadOverlay(files, target);
  expect(loaded.diagnostics).toEqual([]);
  if (!loaded.value) throw new Error('no set');
  const result = render(loaded.value, VIEWS);
  return { ...result, tree: Object.fromEntries(result.value.map((file) => [file.path, file.text])) };
}

describe('a template set', () => {
  it('renders one file per output and element, and copies the runtime without its notes', async () => {
    const { tree, diagnostics } = await renderSet();
    expect(diagnostics).toEqual([]);
    expect(tree).toEqual({
      'src/core.ts': 'export const core = 1;\n',
      'src/main.ts': "export const name = 'x';\n",
      'src/one.ts': 'export const a = 1;\n',
      'src/two.ts': '',
    });
  });

  it('loads the shipped TypeScript set', async () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const loaded = await loadTemplateSet('typescript', diskTemplates(root, `${root}templates`));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.layers).toEqual([{ name: 'typescript', folder: 'templates/typescript' }]);
  });
});

describe('an overlay', () => {
  it('replaces templates, partials, hooks and runtime files by name', async () => {
    const { tree } = await renderSet({
      'partials/field.hbs': 'export let {{key}} = {{value}};\n',
      'hooks/main-members.hbs': 'export const hooked = {{name}};\n',
      'runtime/core.ts': 'export const core = 2;\n',
    });
    expect(tree).toEqual({
      'src/core.ts': 'export const core = 2;\n',
      'src/main.ts': "export const name = 'x';\nexport const hooked = 'x';\n",
      'src/one.ts': 'export let a = 1;\n',
      'src/two.ts': '',
    });
  });

  it('adds and removes outputs, and makes its own of an inherited path', async () => {
    const target = `name: mine
view: 1
extends: base
outputs:
  - { template: note.txt, path: NOTE }
  - { template: better.ts.hbs, path: src/main.ts }
  - { template: flag.hbs, path: '{@root.name}.txt' }
remove: ['src/{file}.ts', src/core.ts]
`;
    const { tree } = await renderSet(
      { 'note.txt': 'plain {{name}}\r\n', 'better.ts.hbs': '{{name}}', 'flag.hbs': '' },
      target,
    );
    expect(tree).toEqual({ NOTE: 'plain {{name}}\n', 'src/main.ts': "'x'", "'x'.txt": '' });
  });

  it('may be built on another overlay', async () => {
    const loaded = await load(
      {
        'shipped/middle/target.yaml': 'name: middle\nview: 1\nextends: base\n',
        'shipped/middle/extra.ts.hbs': 'middle',
        'mine/target.yaml': 'name: mine\nview: 1\nextends: ../shipped/middle\n',
      },
      './mine',
    );
    expect(loaded.value?.layers.map((layer) => layer.name)).toEqual(['base', 'middle', 'mine']);
  });

  it('must not hold a file that replaces nothing', async () => {
    expect(
      said(await loadOverlay({ 'partials/feild.hbs': '', 'main.ts.hbs': '', 'runtime/cor.ts': '' })),
    ).toEqual([
      [
        'template-override-unmatched',
        'The file mine/partials/feild.hbs replaces nothing and is used by nothing.',
        'Rename it to what it should replace, list it under `outputs` or `adds`, or remove it; the nearest name is partials/field.hbs.',
        { document: 'mine/partials/feild.hbs', line: 1, column: 1 },
      ],
      [
        'template-override-unmatched',
        'The file mine/runtime/cor.ts replaces nothing and is used by nothing.',
        'Rename it to what it should replace, list it under `outputs` or `adds`, or remove it; the nearest name is runtime/core.ts.',
        { document: 'mine/runtime/cor.ts', line: 1, column: 1 },
      ],
    ]);
  });

  it('may add runtime files when it says so', async () => {
    const { tree } = await renderSet(
      { 'runtime/more.ts': 'more' },
      'name: mine\nview: 1\nextends: base\nadds: [more.ts]\nruntimeWhen: { core.ts: hasExtra }\n',
    );
    expect(Object.keys(tree)).toEqual(['src/main.ts', 'src/more.ts', 'src/one.ts', 'src/two.ts']);
  });
});

describe('several overlays', () => {
  const overlay = (name: string, files: Record<string, string>, base = 'base') => ({
    [`${name}/target.yaml`]: `name: ${name}\nview: 1\nextends: ${base}\n`,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text])),
  });
  const HOOK = 'hooks/main-members.hbs';

  it.each([
    ['./a,./b', 'export const name = &;\nA of &B\n'],
    ['./b, ./a', 'export const name = &;\nB\nA of &'],
  ])('put their hooks one after the other: %s', async (wanted, text) => {
    const files = { ...overlay('a', { [HOOK]: 'A of {{name}}' }), ...overlay('b', { [HOOK]: 'B\n' }) };
    const loaded = await load(files, wanted);
    expect(loaded.diagnostics).toEqual([]);
    if (!loaded.value) throw new Error('no set');
    const main = render(loaded.value, { ...VIEWS, name: '&' }).value.find(
      (file) => file.path === 'src/main.ts',
    );
    expect(main?.text).toBe(text);
  });

  it('may build on each other, and then the later replaces', async () => {
    const files = { ...overlay('a', { [HOOK]: 'A' }), ...overlay('b', { [HOOK]: 'B' }, '../a') };
    const loaded = await load(files, './a,./b');
    expect(loaded.value?.partials.get('hooks/main-members')?.text).toBe('B');
    expect(loaded.value?.partials.get('hooks/main-members')?.next).toBeUndefined();
  });

  it('do not have the same file, nor other bases', async () => {
    const same = { ...overlay('a', { 'main.ts.hbs': 'a' }), ...overlay('b', { 'main.ts.hbs': 'b' }) };
    expect((await load(same, './a,./b')).diagnostics.map((each) => [each.code, each.message])).toEqual([
      ['template-file-twice', 'The overlays a and b both have main.ts.hbs, and neither builds on the other.'],
    ]);
    const apart = { ...overlay('a', {}), 'c/target.yaml': 'name: c\nview: 1\noutputs: []\n' };
    expect((await load(apart, './a,./c')).diagnostics.map((each) => [each.code, each.message])).toEqual([
      ['template-sets-apart', 'The template sets a, c build on different sets: base and c.'],
    ]);
  });
});

describe('faults of a set', () => {
  const codeOf = async (files: Record<string, string>, target?: string) =>
    (await loadOverlay(files, target)).diagnostics.map((one) => [
      one.code,
      one.message,
      one.position?.line,
      one.position?.column,
    ]);

  it('a ring of overlays', async () => {
    const loaded = await load(
      {
        'a/target.yaml': 'name: a\nview: 1\nextends: ../b\n',
        'b/target.yaml': 'name: b\nview: 1\nextends: ../a\n',
      },
      './a',
    );
    expect(said(loaded)).toEqual([
      [
        'template-cycle',
        'The template sets extend each other in a circle: a → b → a.',
        'Let one of them extend no set, or a set outside the circle.',
        { document: 'b/target.yaml', line: 3, column: 10 },
      ],
    ]);
    expect(loaded.value).toBeUndefined();
  });

  it('a folder that is no set', async () => {
    expect(
      (await load({ 'mine/main.ts.hbs': '' }, './mine')).diagnostics.map((one) => [one.code, one.message]),
    ).toEqual([['template-set-no-target', 'The folder mine has no target.yaml.']]);
  });

  it('a set that is not there, with the nearest', async () => {
    expect((await load({}, 'bse')).diagnostics.map((one) => [one.code, one.help])).toEqual([
      [
        'template-set-not-found',
        'Name a shipped set or a folder with a `target.yaml`; the nearest name is base. A folder outside the project needs --allow outside.',
      ],
    ]);
  });

  it.each([
    ['unknown version', 'name: mine\nview: 7\nextends: base\n', 'template-view-version', 2, 7],
    ['unknown key', 'name: mine\nview: 1\nextend: base\n', 'template-set-key', 3, 1],
    ['no name', 'view: 1\nextends: base\n', 'template-set-invalid', 1, 1],
    [
      'outputs that are no list',
      'name: mine\nview: 1\nextends: base\noutputs: x\n',
      'template-set-invalid',
      4,
      10,
    ],
    [
      'an output without path',
      'name: mine\nview: 1\nextends: base\noutputs:\n  - { template: main.ts.hbs }\n',
      'template-set-invalid',
      5,
      5,
    ],
    [
      'an output without its template',
      'name: mine\nview: 1\nextends: base\noutputs:\n  - { template: mian.ts.hbs, path: x }\n',
      'template-not-found',
      5,
      17,
    ],
    [
      'removal of nothing',
      'name: mine\nview: 1\nextends: base\nremove: [src/man.ts]\n',
      'template-remove-unmatched',
      4,
      10,
    ],
    ['no YAML', 'name: [\n', 'yaml-syntax', 2, 1],
    ['a list', '- a\n', 'template-set-invalid', 1, 1],
  ])('%s', async (_title, target, code, line, column) => {
    expect((await codeOf({}, target)).map(([found, , l, c]) => [found, l, c])).toEqual([
      [code, line, column],
    ]);
  });

  it.each([
    [
      'an open block',
      'a\n{{#if name}}\nb\n',
      'template-syntax',
      'The template is broken: the text ends inside a block.',
      4,
    ],
    [
      'a wrong end',
      'a\n{{#if name}}\n{{/each}}\n',
      'template-syntax',
      "The template is broken: if doesn't match each.",
      2,
    ],
    [
      'a stray end',
      'a\n{{/if}}\n',
      'template-syntax',
      'The template is broken: this closes a block that was not opened.',
      2,
    ],
    ['a helper', 'a\n  {{upper name}}\n', 'template-construct', 'Templates may not use the helper upper.', 2],
    [
      'a built-in that computes',
      '{{lookup name 1}}',
      'template-construct',
      'Templates may not use the helper lookup.',
      1,
    ],
    ['an unknown block', '{{#name}}x{{/name}}', 'template-construct', 'Templates may not use {{#name}}.', 1],
    [
      'a nested expression',
      '{{#if (eq a b)}}x{{/if}}',
      'template-construct',
      'Templates may not use a nested expression.',
      1,
    ],
    [
      'a computed partial',
      '{{> (lookup . "x")}}',
      'template-construct',
      'Templates may not use a partial whose name is computed.',
      1,
    ],
    [
      'an unknown partial',
      '\n{{> partials/feild}}',
      'template-partial-not-found',
      'The partial partials/feild does not exist.',
      2,
    ],
    ['a decorator', '{{* inline "x"}}', 'template-construct', 'Templates may not use a decorator.', 1],
    ['a literal', '{{"x"}}', 'template-construct', 'Templates may not use a literal in braces.', 1],
  ])('%s', async (_title, text, code, message, line) => {
    expect((await codeOf({ 'main.ts.hbs': text })).map(([c, m, l]) => [c, m, l])).toEqual([
      [code, message, line],
    ]);
  });
});

describe('faults between templates and views', () => {
  const faults = async (files: Record<string, string>, target?: string) =>
    (await renderSet(files, target)).diagnostics.map((one) => [one.code, one.message, one.position]);

  it.each([
    ['a value', 'x\n  {{nmae}}', 'nmae', 'the root view', 2, 5],
    [
      'a condition, which plain Handlebars takes for false',
      'x\n{{#if nmae}}y{{/if}}',
      'nmae',
      'the root view',
      2,
      7,
    ],
    [
      'a loop, which plain Handlebars takes for empty',
      '{{#each itmes}}y{{/each}}',
      'itmes',
      'the root view',
      1,
      9,
    ],
    ['the middle of a path', '{{#if nmae.x.y}}z{{/if}}', 'nmae', 'the root view', 1, 7],
    ['an element', '{{#each items}}\n{{flie}}{{/each}}', 'flie', 'items[0]', 2, 3],
    ['a parent', '{{#each items}}\n{{../nmae}}{{/each}}', 'nmae', 'the root view', 2, 3],
    ['the root', '{{#each items}}\n{{@root.nmae}}{{/each}}', 'nmae', 'the root view', 2, 3],
    ['a member of every object', '{{constructor}}', 'constructor', 'the root view', 1, 3],
    ['a prototype', '{{#if __proto__}}x{{/if}}', '__proto__', 'the root view', 1, 7],
    ['the name of a helper that was taken out', '{{log}}', 'log', 'the root view', 1, 3],
  ])('%s', async (_title, text, field, owner, line, column) => {
    expect(await faults({ 'main.ts.hbs': text })).toEqual([
      [
        'template-field',
        `The template uses ${field}, which is not in ${owner} (output: src/main.ts).`,
        { document: 'mine/main.ts.hbs', line, column },
      ],
    ]);
  });

  it('says where a field is that only the root view has', async () => {
    const { diagnostics } = await renderSet({ 'main.ts.hbs': '{{#each items}}{{items}}{{/each}}' });
    expect(diagnostics.map((one) => one.help.split('. ')[0])).toEqual([
      'Correct the name; the root view has it: @root.items',
    ]);
  });

  it('inside a partial, where the partial is what must be corrected', async () => {
    expect(await faults({ 'partials/field.hbs': '\n {{kye}}' })).toEqual([
      [
        'template-field',
        'The template uses kye, which is not in items[0].fields[0] (output: src/one.ts).',
        { document: 'mine/partials/field.hbs', line: 2, column: 4 },
      ],
    ]);
    const withHash = await faults({ 'main.ts.hbs': '{{> partials/field key=name}}', 'item.ts.hbs': '' });
    expect(withHash).toEqual([
      [
        'template-field',
        'The template uses value, which is not in the input of partials/field (output: src/main.ts).',
        { document: 'shipped/base/partials/field.hbs', line: 1, column: 26 },
      ],
    ]);
  });

  it('a text taken for a view', async () => {
    expect(await faults({ 'main.ts.hbs': 'x\n{{#with name}}{{key}}{{/with}}' })).toEqual([
      [
        'template-failed',
        'The template failed while making src/main.ts: key is asked of something that is no view.',
        { document: 'mine/main.ts.hbs', line: 2, column: 17 },
      ],
    ]);
  });

  it('`when`, `for` and path placeholders', async () => {
    const rule = (text: string) => `name: mine\nview: 1\nextends: base\noutputs:\n  - ${text}\n`;
    const first = async (text: string) =>
      (await renderSet({ 'x.hbs': '' }, rule(text))).diagnostics.map((one) => `${one.code}: ${one.message}`);
    expect(await first('{ template: x.hbs, path: x, when: hasExtr }')).toEqual([
      'template-field: The template uses hasExtr, which is not in the root view (output: the outputs).',
    ]);
    expect(await first('{ template: x.hbs, path: x, when: name }')).toEqual([
      'template-field-kind: The field name of the views is not true or false.',
    ]);
    expect(await first('{ template: x.hbs, path: x, for: name }')).toEqual([
      'template-field-kind: The field name of the views is not a list.',
    ]);
    expect(await first("{ template: x.hbs, path: '{nmae}' }")).toEqual([
      'template-path-field: The path uses nmae, which is not a text in the data of this output.',
    ]);
    expect(await first("{ template: x.hbs, path: '{items}' }")).toEqual([
      'template-path-field: The path uses items, which is not a text in the data of this output.',
    ]);
    expect(await first('{ template: x.hbs, path: src/CORE.ts }')).toEqual([
      'template-path-taken: Two outputs have the path src/core.ts (the other is src/CORE.ts).',
    ]);
  });

  it.each([
    '../x',
    '/x',
    'a/../../x',
    'a//b',
    'a\\b',
    'C:x',
    'a/con.ts',
    'nul',
    'a./b',
    'a\u0000b',
    '',
    '.git/config',
    '.sdkwright/manifest.json',
    'src/lib/x.ts',
    'src/LIB/x.ts',
  ])('the path %j is refused', async (path) => {
    const loaded = await load();
    if (!loaded.value) throw new Error('no set');
    const views = { ...VIEWS, items: [{ file: path, fields: [] }] };
    const set = {
      ...loaded.value,
      outputs: loaded.value.outputs.map((rule) =>
        rule.for ? { ...rule, path: { ...rule.path, text: '{file}' } } : rule,
      ),
    };
    expect(render(set, views).diagnostics.map((one) => one.code)).toEqual(['template-path-invalid']);
  });
});
