/** Alternatives of a whole body are named by what tells them apart; published editions count them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { NEWEST_EDITION } from '../../generator/lib/editions.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { createRenderer } from '../../generator/targets.ts';
import { projectRoot } from '../support/shared.ts';

const templates = diskTemplates(projectRoot, join(projectRoot, 'templates'));
const text = { type: 'string' };
const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const constant = (value: string): object => object({ kind: { const: value } }, { required: ['kind'] });

const documentOf = (members: readonly object[]): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://shop.example' }],
    tags: [{ name: 'orders' }],
    paths: {
      '/orders': {
        post: {
          operationId: 'create',
          tags: ['orders'],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { oneOf: members } } },
          },
          responses: { 204: { description: '' } },
        },
      },
    },
    components: { schemas: { Basket: object({ basket: text }) } },
  });

/** How each language writes an alternative, and where. */
const LANGUAGES = {
  typescript: { path: 'src/resources/orders.ts', pattern: /^export interface (\w+) \{/gm },
  python: { path: /types\/order_create_params\.py$/, pattern: /^class (\w+)\(TypedDict/gm },
  go: { path: 'order.go', pattern: /^type OrderNewParams(\w+) struct/gm },
} as const;

async function namesIn(
  language: keyof typeof LANGUAGES,
  members: readonly object[],
  edition: string | undefined,
): Promise<readonly (string | undefined)[]> {
  const { path, pattern } = LANGUAGES[language];
  const project = await loadProject({
    io: memoryIo({
      'openapi.json': documentOf(members),
      'sdkwright.yml': `spec: openapi.json\n${edition === undefined ? '' : `edition: ${edition}\n`}targets: { typescript: { package_name: shop }, python: { package_name: shop }, go: { package_name: example.com/shop } }\n`,
    }),
    cwd: '/',
    config: 'sdkwright.yml',
    allowRemote: false,
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { rendered } = await createRenderer(project.value).render({ value: language }, templates);
  const file = rendered?.files.find((item) =>
    typeof path === 'string' ? item.path === path : path.test(item.path),
  );
  const found = [...(file?.text ?? '').matchAll(pattern)].map(([, name]) => name);
  return found.filter((name) => name !== 'Orders' && !name?.endsWith('Errors'));
}

interface Case {
  readonly members: readonly object[];
  readonly own: readonly string[];
  readonly published: readonly string[];
  /** Published Go packages number only what nothing tells apart. */
  readonly publishedInGo: readonly string[];
}

const COUNTED = ['Variant0', 'Variant1'];
const CASES: Readonly<Record<string, Case>> = {
  'a constant': {
    members: [constant('gift'), constant('sale')],
    own: ['Gift', 'Sale'],
    published: COUNTED,
    publishedInGo: ['Gift', 'Sale'],
  },
  'a property': {
    members: [object({ code: text }), object({ note: text })],
    own: ['Code', 'Note'],
    published: COUNTED,
    publishedInGo: ['Code', 'Note'],
  },
  'a title': {
    members: [{ ...object({ a: text }), title: 'Big order' }, object({ b: text })],
    own: ['BigOrder', 'B'],
    published: ['BigOrder', 'Variant1'],
    publishedInGo: ['BigOrder', 'B'],
  },
  'values of an enum': {
    members: [object({ state: { enum: ['done'] } }), object({ state: { enum: ['new', 'open'] } })],
    own: ['Done', 'New'],
    published: COUNTED,
    publishedInGo: ['Done', 'Variant1'],
  },
  'the same name twice': {
    members: [object({ code: text }), object({ code: { type: 'integer' } })],
    own: ['Code', 'Code2'],
    published: COUNTED,
    publishedInGo: COUNTED,
  },
  'a name that types of languages have': {
    members: [constant('array'), constant('dict')],
    own: ['Array', 'Dict'],
    published: COUNTED,
    publishedInGo: ['Array', 'Dict'],
  },
};

describe.each(['typescript', 'python', 'go'] as const)('%s', (language) => {
  it.each(Object.entries(CASES))('%s', async (_, { members, own, published, publishedInGo }) => {
    expect(await namesIn(language, members, NEWEST_EDITION)).toEqual(own);
    expect(await namesIn(language, members, undefined)).toEqual(
      language === 'go' ? publishedInGo : published,
    );
  });
});
