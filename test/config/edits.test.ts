import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../generator/config/edits/apply.ts';
import { readTransforms } from '../../generator/config/edits/from-config.ts';
import { readOverlay } from '../../generator/config/edits/overlay.ts';
import { prepareDocument } from '../../generator/config/edits/prepare.ts';
import type { JsonValue } from '../../generator/lib/json.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { parseText } from '../../generator/source/parse/parse-text.ts';
import { configOf } from './support.ts';

/** The value at the end of a way through the document. */
function pick(value: JsonValue, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    value,
  );
}

function nodeAt(value: JsonValue, ...keys: readonly (string | number)[]): object {
  const node = pick(value, ...keys);
  if (typeof node !== 'object' || node === null) throw new Error(`no node at ${keys.join('.')}`);
  return node;
}

const shop = {
  info: { title: 'Shop', version: '1' },
  paths: {
    '/books': {
      get: { tags: ['a'], parameters: [{ name: 'id', in: 'query', schema: { type: 'integer' } }] },
      post: { deprecated: true },
    },
  },
  components: {
    schemas: {
      Book: { type: 'object', properties: { id: { type: 'integer' } } },
      Copy: { type: 'object', properties: { id: { type: 'integer' } } },
    },
  },
} as const;

/** The document after transforms that are written as YAML, and what was said. */
async function transformed(
  root: JsonValue,
  yaml: string,
): Promise<{ value: JsonValue; said: readonly string[] }> {
  const { config } = await configOf(`openapi:\n  transforms:\n${yaml.replace(/^/gm, '    ')}\n`);
  const edits = readTransforms(config.transforms);
  const applied = applyEdits(root, edits.value);
  return {
    value: applied.value,
    said: [...edits.diagnostics, ...applied.diagnostics].map(
      (one) => `${one.code} ${one.origin?.pointer ?? ''} ${one.message}`,
    ),
  };
}

async function overlaid(
  root: JsonValue,
  yaml: string,
): Promise<{ value: JsonValue; said: readonly string[]; origins: ReturnType<typeof applyEdits>['origins'] }> {
  const { value } = parseText('overlay.yml', yaml);
  if (value === undefined) throw new Error('not YAML');
  const edits = readOverlay(value);
  const applied = applyEdits(root, edits.value);
  return {
    value: applied.value,
    said: [...edits.diagnostics, ...applied.diagnostics].map(
      (one) => `${one.code} ${one.origin?.pointer ?? ''}`,
    ),
    origins: applied.origins,
  };
}

describe('transforms', () => {
  it('update replaces each match', async () => {
    const { value, said } = await transformed(
      shop,
      `- command: update\n  args: { target: "$..[?@.name == 'id'].schema.type", value: string }`,
    );
    expect(said).toEqual([]);
    expect(pick(value, 'paths', '/books', 'get', 'parameters', 0, 'schema')).toEqual({ type: 'string' });
    expect(pick(value, 'components')).toBe(shop.components);
    expect(shop.paths['/books'].get.parameters[0].schema.type).toBe('integer');
  });

  it('update may build on the text that is there', async () => {
    const { value } = await transformed(
      shop,
      `- command: update\n  args: { target: $.info.title, value: "The {{value}} API", template: true }`,
    );
    expect(pick(value, 'info', 'title')).toBe('The Shop API');
  });

  it('update finds equal schemas', async () => {
    const { value } = await transformed(
      shop,
      `- command: update\n  args:\n    target: [{ matches_schema: $.components.schemas.Book }]\n    value: { $ref: "#/components/schemas/Book" }`,
    );
    expect(pick(value, 'components', 'schemas')).toEqual({
      Book: shop.components.schemas.Book,
      Copy: { $ref: '#/components/schemas/Book' },
    });
  });

  it('append adds to lists and objects, and never replaces', async () => {
    const { value, said } = await transformed(
      shop,
      `- command: append\n  args: { target: "$.paths['/books'].get.tags", value: b }\n- command: append\n  args: { target: $.components.schemas.Book.properties, value: { title: { type: string } } }\n- command: append\n  args: { target: $.components.schemas.Book.properties, value: { id: {} } }`,
    );
    expect(pick(value, 'paths', '/books', 'get', 'tags')).toEqual(['a', 'b']);
    expect(pick(value, 'components', 'schemas', 'Book', 'properties')).toEqual({
      id: { type: 'integer' },
      title: { type: 'string' },
    });
    expect(said).toEqual([
      'edit-argument /openapi/transforms/2 The append would replace id, which is already there.',
    ]);
  });

  it('merge goes down objects', async () => {
    const { value } = await transformed(
      shop,
      `- command: merge\n  args: { target: $.components.schemas.*, value: { properties: { id: { format: int64 } } } }`,
    );
    expect(pick(value, 'components', 'schemas', 'Book')).toEqual({
      type: 'object',
      properties: { id: { type: 'integer', format: 'int64' } },
    });
    expect(pick(value, 'components', 'schemas', 'Copy')).toEqual(
      pick(value, 'components', 'schemas', 'Book'),
    );
    expect(pick(value, 'components', 'schemas', 'Copy', 'properties', 'id')).not.toBe(
      pick(value, 'components', 'schemas', 'Book', 'properties', 'id'),
    );
  });

  it('remove takes matches away, or only keys of them', async () => {
    const { value } = await transformed(
      shop,
      `- command: remove\n  args: { target: "$.paths['/books'].post" }\n- command: remove\n  args: { target: $.info, keys: [version] }\n- command: remove\n  args: { target: $..properties }`,
    );
    expect(value).toEqual({
      info: { title: 'Shop' },
      paths: { '/books': { get: shop.paths['/books'].get } },
      components: { schemas: { Book: { type: 'object' }, Copy: { type: 'object' } } },
    });
  });

  it('remove takes several items out of one list', async () => {
    const { value } = await transformed(
      { list: [1, 2, 3, 4] },
      `- command: remove\n  args: { target: "$.list[?@ < 3]" }`,
    );
    expect(value).toEqual({ list: [3, 4] });
  });

  it('copy and move make new places', async () => {
    const { value, said } = await transformed(
      shop,
      `- command: copy\n  args: { from: $.components.schemas.Book, to: $.components.schemas.Tome }\n- command: move\n  args: { from: $.components.schemas.Copy, to: "$.components.schemas['Second Copy']" }`,
    );
    expect(said).toEqual([]);
    expect(Object.keys(nodeAt(value, 'components', 'schemas'))).toEqual(['Book', 'Tome', 'Second Copy']);
    expect(pick(value, 'components', 'schemas', 'Tome')).toEqual(shop.components.schemas.Book);
  });

  it('reads names with slashes that older configs leave bare', async () => {
    const { value, said } = await transformed(
      shop,
      `- command: update\n  args: { target: $.paths./books.post.deprecated, value: false }`,
    );
    expect(said).toEqual([]);
    expect(pick(value, 'paths', '/books', 'post', 'deprecated')).toBe(false);
  });

  it('reads the commands of older configs', async () => {
    const { value, said } = await transformed(
      shop,
      `- command: mergeObject\n  args: { target: [$.components.schemas], object: { Id: { type: string } } }\n- command: replaceProperties\n  args: { filter: { only: [$.components.schemas.Book.properties.id] }, value: { $ref: "#/components/schemas/Id" } }\n- command: oneOfToAnyOf`,
    );
    expect(said).toEqual(['edit-ignored /openapi/transforms/2 The command oneOfToAnyOf has no effect here.']);
    expect(pick(value, 'components', 'schemas', 'Book', 'properties', 'id')).toEqual({
      $ref: '#/components/schemas/Id',
    });
  });

  it('fail where they are written', async () => {
    const { value, said } = await transformed(
      shop,
      [
        '- command: update\n  args: { target: $.paths.nowhere, value: 1 }',
        '- command: update\n  args: { target: "$.paths[", value: 1 }',
        '- command: update\n  args: { value: 1 }',
        '- command: merge\n  args: { target: $.info.title, value: {} }',
        '- command: explode\n  args: { target: $.info }',
        '- command: copy\n  args: { from: $.components.schemas.*, to: $.info.x }',
        '- command: move\n  args: { from: $.info.title, to: $.nowhere.x }',
        '- command: remove\n  args: { target: $ }',
        '- command: remove\n  args: { target: $.info, keys: [nothing] }',
        '- command: update\n  args: { target: $.info, value: x, template: true }',
      ].join('\n'),
    );
    expect(value).toEqual(shop);
    expect(said.map((one) => one.replace('/openapi/transforms', ''))).toEqual([
      'edit-argument /2 The update needs a target in its args.',
      'edit-unknown /4/command The command explode is not known, so this change is left out.',
      'edit-matches-nothing /0/args/target The target $.paths.nowhere matches nothing in the document.',
      expect.stringMatching(/^edit-path \/1\/args\/target The target \$\.paths\[ is not a JSONPath: /),
      'edit-argument /3 The merge needs an object on both sides.',
      'edit-argument /5/args/from The copy must have one source; $.components.schemas.* selects 2.',
      'edit-matches-nothing /6/args/to The target $.nowhere.x matches nothing in the document.',
      'edit-argument /7 The remove would remove the whole document.',
      'edit-argument /8 The remove finds none of nothing at its target.',
      'edit-argument /9 The update has `template: true`, which needs text on both sides.',
    ]);
  });

  it('treat names that objects already have as names', async () => {
    const root: JsonValue = JSON.parse('{"a":{"__proto__":{"x":1},"constructor":2}}');
    const { value, said } = await transformed(
      root,
      `- command: merge\n  args: { target: $.a, value: { "__proto__": { y: 2 }, toString: 1 } }\n- command: remove\n  args: { target: "$.a['constructor']" }`,
    );
    expect(said).toEqual([]);
    expect(JSON.stringify(value)).toBe('{"a":{"__proto__":{"x":1,"y":2},"toString":1}}');
  });
});

describe('overlays', () => {
  const head = 'overlay: 1.0.0\ninfo: { title: t, version: "1" }\nactions:\n';

  it('update merges objects, joins lists and adds to a list', async () => {
    const { value, said } = await overlaid(
      shop,
      `${head}  - target: $.paths['/books'].get\n    update: { summary: List, tags: [b] }\n  - target: $.paths['/books'].get.parameters\n    update: { name: q, in: query }\n`,
    );
    expect(said).toEqual([]);
    expect(pick(value, 'paths', '/books', 'get')).toMatchObject({
      summary: 'List',
      tags: ['a', 'b'],
      parameters: [{ name: 'id' }, { name: 'q', in: 'query' }],
    });
  });

  it('remove wins over update, and copy of 1.1 is known', async () => {
    const { value } = await overlaid(
      shop,
      `${head}  - target: $.info.version\n    remove: true\n    update: { a: 1 }\n  - target: $.components.schemas.Copy\n    copy: $.info\n`,
    );
    expect(pick(value, 'info')).toEqual({ title: 'Shop' });
    expect(pick(value, 'components', 'schemas', 'Copy')).toEqual({
      type: 'object',
      properties: { id: { type: 'integer' } },
      title: 'Shop',
    });
  });

  it('tells where a new node is written', async () => {
    const { value, origins } = await overlaid(
      shop,
      `${head}  - target: $.components.schemas\n    update: { Author: { type: object } }\n`,
    );
    expect(origins?.get(nodeAt(value, 'components', 'schemas', 'Author'))).toEqual({
      document: 'overlay.yml',
      pointer: '/actions/0/update/Author',
    });
    expect(origins?.get(nodeAt(value, 'components', 'schemas', 'Book'))).toBeUndefined();
    expect(pick(value, 'components', 'schemas', 'Book')).toBe(shop.components.schemas.Book);
    expect(pick(value, 'paths')).toBe(shop.paths);
  });

  it('may be a plain part of the document', async () => {
    const { value, said } = await overlaid(
      shop,
      'paths: { /books: { get: { operationId: listBooks } } }\nsecurity: [{ key: [] }]\n',
    );
    expect(said).toEqual([]);
    expect(pick(value, 'paths', '/books', 'get')).toEqual({
      ...shop.paths['/books'].get,
      operationId: 'listBooks',
    });
    expect(pick(value, 'security')).toEqual([{ key: [] }]);
  });

  it('are refused when they are something else', async () => {
    expect((await overlaid(shop, 'hello: world\n')).said).toEqual(['not-an-overlay ']);
    expect((await overlaid(shop, 'overlay: 1.0.0\nactions: 3\n')).said).toEqual(['not-an-overlay ']);
    expect(
      (
        await overlaid(
          shop,
          `${head}  - update: {}\n  - target: $.info\n  - target: $.gone\n    remove: true\n`,
        )
      ).said,
    ).toEqual([
      'edit-argument /actions/0',
      'edit-argument /actions/1',
      'edit-matches-nothing /actions/2/target',
    ]);
  });
});

describe('preparing a document', () => {
  it('applies overlays first, then transforms, and keeps the texts for excerpts', async () => {
    const { config } = await configOf(
      'openapi:\n  overlays: [o.yml]\n  transforms:\n    - { command: update, args: { target: $.info.title, value: "{{value}}!", template: true } }\n',
    );
    const io = memoryIo({
      'o.yml': 'overlay: 1.0.0\nactions: [{ target: $.info, update: { title: New } }]\n',
    });
    const prepared = await prepareDocument(config, undefined, { io, allowRemote: false });
    const result = prepared.value?.(shop);
    expect(result?.value).toMatchObject({ info: { title: 'New!' } });
    expect(result?.sources?.map((one) => one.name)).toEqual(['o.yml']);
  });

  it('says that an overlay is missing, where the config names it', async () => {
    const { config } = await configOf('openapi: { overlays: [gone.yml] }\n');
    const { diagnostics } = await prepareDocument(config, undefined, {
      io: memoryIo({}),
      allowRemote: false,
    });
    expect(diagnostics.map(({ code, origin }) => [code, origin?.pointer])).toEqual([
      ['file-not-found', '/openapi/overlays/0'],
    ]);
  });

  it('does nothing when nothing is asked', async () => {
    const { config } = await configOf('{}');
    expect(
      (await prepareDocument(config, undefined, { io: memoryIo({}), allowRemote: false })).value,
    ).toBeUndefined();
  });
});
