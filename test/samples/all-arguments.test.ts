/** What generated tests send as all arguments: no object is empty because it stands behind a reference. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { quietTerminal } from '../support/terminal.ts';

const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string', example: 'ink' };

const SCHEMAS = {
  Settings: object({ colour: text, inner: ref('Inner') }),
  Inner: object({ colour: text, deep: ref('Deep'), all: { type: 'array', items: ref('Deep') } }),
  Deep: object({ colour: text }),
  Alias: ref('Settings'),
  // The server sets its id, and optional properties lead back to it: directly and through other types.
  Planet: object(
    {
      id: { type: 'integer', readOnly: true },
      colour: text,
      twin: ref('Planet'),
      orbit: object({ length: text, planet: ref('Planet') }),
      moons: { type: 'array', items: object({ length: text, planet: ref('Planet') }) },
    },
    { required: ['id'] },
  ),
  Tree: object({ colour: text, child: object({ length: text, tree: ref('Tree') }) }),
  // Nothing can be made of it: it holds itself.
  Endless: object({ next: ref('Endless') }, { required: ['next'] }),
};

const ARGUMENTS = {
  plain: object({ colour: text }),
  referred: ref('Settings'),
  nullable: { anyOf: [ref('Settings'), { type: 'null' }] },
  alias: ref('Alias'),
  list: { type: 'array', items: { anyOf: [ref('Alias'), { type: 'null' }] } },
  both: { allOf: [object({ size: { type: 'integer', example: 3 } }), ref('Settings')] },
  endless: { allOf: [object({ size: { type: 'integer', example: 3 } }), ref('Endless')] },
  free: object({}, { additionalProperties: ref('Settings') }),
};

const spec = {
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1' },
  servers: [{ url: 'https://zoo.test' }],
  components: { schemas: SCHEMAS },
  paths: {
    // An empty value has no place in a path.
    '/things/{place}': {
      delete: {
        operationId: 'deleteThing',
        tags: ['things'],
        parameters: [{ name: 'place', in: 'path', required: true, schema: object({ shelf: text }) }],
        responses: { 204: { description: 'Done' } },
      },
    },
    '/things': {
      post: {
        operationId: 'createThing',
        tags: ['things'],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: object({ id: text, ...ARGUMENTS }, { required: ['id'] }) },
          },
        },
        responses: { 204: { description: 'Done' } },
      },
      put: {
        operationId: 'replacePlanet',
        tags: ['things'],
        requestBody: { required: true, content: { 'application/json': { schema: ref('Planet') } } },
        responses: { 204: { description: 'Done' } },
      },
      patch: {
        operationId: 'growTree',
        tags: ['things'],
        requestBody: { required: true, content: { 'application/json': { schema: ref('Tree') } } },
        responses: { 204: { description: 'Done' } },
      },
    },
  },
};

const SETTINGS = '{colour:ink,inner:{colour:ink}}';

test.each([
  ['typescript', 'tests/api-resources/things.test.ts'],
  ['python', 'tests/api_resources/test_things.py'],
])(
  '%s',
  async (language, file) => {
    const cwd = mkdtempSync(join(tmpdir(), 'sdkwright-arguments-'));
    try {
      writeFileSync(join(cwd, 'openapi.json'), JSON.stringify(spec));
      const args = ['generate', '--spec', 'openapi.json', '--target', language, '--out', 'sdk', '--quiet'];
      expect(await createProgram(quietTerminal(cwd), new AbortController().signal).run(args)).toBe(0);
      const body = readFileSync(join(cwd, 'sdk', file), 'utf8')
        .replace(/["'\s]/g, '')
        .replaceAll('=', ':')
        .replace(/,([}\])])/g, '$1');
      for (const name of ['referred', 'nullable', 'alias']) expect(body).toContain(`${name}:${SETTINGS}`);
      expect(body).toContain('plain:{colour:ink}');
      expect(body).toContain(`list:[${SETTINGS}]`);
      expect(body).toContain('both:{colour:ink,inner:{colour:ink},size:3}');
      expect(body).toContain('free:{key:{colour:ink}}');
      expect(body).not.toContain('endless');
      for (const part of ['orbit:{length:ink}', 'moons:[{length:ink}]']) expect(body).toContain(part);
      expect(body).not.toMatch(/planet:|twin:/);
      expect(body).toContain('child:{length:ink,tree:{colour:ink');
      expect(body).toContain('delete({shelf:ink}');
      // Beside it nothing is empty.
      expect(body).not.toMatch(/\w:\[?\{\}/);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  },
  60_000,
);
