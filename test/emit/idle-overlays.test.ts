/** Overlays that find nothing to work on: each says so, and only then. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { render } from '../../generator/emit/render.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { makeSdk, templateSet } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';

const document = (more: string): string => `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
${more}`;
const NOTHING = 'paths: {}\nwebhooks: { made: { post: { responses: { "204": { description: Noted. } } } } }';
const GET = '{ get: { responses: { "200": { description: "", content: { application/json: { schema: ';
const json = (schema: string): string => `paths: { /items: ${GET}${schema} } } } } } } }`;
const named = (schema: string): string =>
  `${json('{ $ref: "#/components/schemas/Item" }')}\ncomponents: { schemas: { Item: ${schema} } }`;
const failing = (status: string, schema: string): string =>
  `paths: { /items: { get: { responses: { "${status}": { description: "", content: { application/json: { schema: ${schema} } } } } } } }`;
const FLOW =
  '{ authorizationCode: { authorizationUrl: https://shop.example/in, tokenUrl: https://shop.example/token, scopes: {} } }';

/** For each overlay, documents that give it nothing, and documents that do not. */
const CASES: Readonly<
  Record<string, { readonly idle: readonly string[]; readonly busy: readonly string[] }>
> = {
  oauth: {
    idle: [NOTHING, json('{ type: string }')],
    busy: [
      `${json('{ type: string }')}\nsecurity: [{ login: [] }]\ncomponents: { securitySchemes: { login: { type: oauth2, flows: ${FLOW} } } }`,
    ],
  },
  msw: { idle: [NOTHING], busy: [json('{ type: string }')] },
  'tanstack-query': {
    idle: [NOTHING],
    busy: ['paths: { /items: { post: { responses: { "204": { description: Made. } } } } }'],
  },
  zod: { idle: [NOTHING], busy: [json('{ type: string }'), named('{ type: object }')] },
  errors: {
    idle: [NOTHING, failing('404', '{ type: object }'), failing('500', '{ type: object }')],
    busy: [failing('402', '{ type: object }'), failing('404', '{ properties: { code: { const: gone } } }')],
  },
  enums: {
    idle: [NOTHING, named('{ type: object }'), json('{ type: string, enum: [a, b] }')],
    busy: [named('{ type: string, enum: [a, b] }')],
  },
};

const said = async (templates: string, text: string): Promise<readonly string[]> =>
  (
    await makeSdk({ io: memoryIo({ 'openapi.yml': document(text) }), spec: 'openapi.yml', templates })
  ).diagnostics
    .filter(({ code }) => code === 'overlay-idle')
    .map(({ message }) => message);

describe.each(Object.entries(CASES))('%s', (overlay, { idle, busy }) => {
  it.each(idle)('says so: %s', async (text) => {
    expect(await said(overlay, text)).toEqual([
      expect.stringMatching(
        new RegExp(`^The overlay ${overlay} has nothing to generate: the document has no `),
      ),
    ]);
  });
  it.each(busy)('works: %s', async (text) => {
    expect(await said(overlay, text)).toEqual([]);
  });
});

it('is tried for every shipped overlay whose files are made of the facts', () => {
  const made = readdirSync(join(projectRoot, 'templates'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => {
      const files = readdirSync(join(projectRoot, 'templates', name), { recursive: true }).map(String);
      const texts = files.filter((file) => file.endsWith('.hbs') || file === 'target.yaml');
      return (
        name !== 'typescript' &&
        texts.some((file) =>
          readFileSync(join(projectRoot, 'templates', name, file), 'utf8').includes('facts.'),
        )
      );
    });
  expect(made.filter((name) => CASES[name] === undefined)).toEqual([]);
});

it('a list that the views do not have is an error at its place', async () => {
  const set = await templateSet('oauth');
  const position = { document: 'target.yaml', line: 5, column: 3 };
  const wrong = { overlay: 'mine', lists: new Map([['facts.signins', { text: 'no sign-in', position }]]) };
  const { generation } = await makeSdk({
    io: memoryIo({ 'openapi.yml': document(NOTHING) }),
    spec: 'openapi.yml',
    templates: 'oauth',
  });
  const { diagnostics } = render({ ...set, needs: [wrong] }, { ...generation?.views.forTemplates() });
  expect(diagnostics).toMatchObject([{ code: 'template-field', position }]);
});
