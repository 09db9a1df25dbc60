/** Which calls the README shows, and how samples name results. */
import { expect, it } from 'vitest';
import { listedThing, thingOf } from '../../generator/plan/samples/showcase.ts';
import { sdkOf } from '../support/sdk.ts';

const ok = (schema: string): string =>
  `responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } }`;
const body = (schema: string): string =>
  `requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`;
const named = '{ type: object, required: [name], properties: { name: { type: string } } }';
const thing = '{ type: object, properties: { id: { type: string } } }';
const id = 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]';

async function readme(paths: string): Promise<string> {
  const text = `openapi: 3.1.0\ninfo: { title: T, version: '1' }\nservers: [{ url: https://t.test }]\npaths:\n${paths}`;
  const { files } = await sdkOf(text, { only: (path) => path === 'README.md' });
  return files[0]?.text ?? '';
}

const usage = (text: string): string => /## Usage[^]*?```typescript\n([^]*?)```/.exec(text)?.[1] ?? '';

const THINGS = `
  /things: { get: { ${ok(`{ type: array, items: ${thing} }`)} }, post: { ${body(named)}, ${ok(thing)} } }
  /things/{id}: { get: { ${id}, ${ok(thing)} }, delete: { ${id}, ${ok(thing)} } }
`;

it('begins with what is created in the resource with most operations', async () => {
  expect(usage(await readme(`  /a: { post: { ${body(named)}, ${ok(thing)} } }${THINGS}`))).toContain(
    'const thing = await client.things.create({',
  );
});

it('begins with a call that has arguments where there is one', async () => {
  const paths = `  /a: { get: { ${ok(thing)} } }\n  /b/{id}: { get: { ${id}, ${ok(thing)} } }\n`;
  expect(usage(await readme(paths))).toContain("client.b.retrieve('id')");
});

it('begins with no call about keys, health or webhooks', async () => {
  const dull = ['api_keys', 'health', 'webhooks'].map((key) => THINGS.replaceAll('things', key)).join('');
  expect(usage(await readme(`${dull}  /books/{id}: { get: { ${id}, ${ok(thing)} } }\n`))).toContain(
    'client.books.retrieve',
  );
});

it('shows the stream that a flag asks for, and begins with its call', async () => {
  const chat = `
  /chat:
    post:
      ${body('{ type: object, required: [name], properties: { name: { type: string }, stream: { type: boolean } } }')}
      responses: { '200': { description: ok, content: { application/json: { schema: ${thing} }, text/event-stream: { schema: ${thing} } } } }
`;
  const text = await readme(`${THINGS}${chat}`);
  expect(usage(text)).toContain('client.chat.create({');
  expect(text).toMatch(
    /## Streaming[^]*client\.chat\.create\(\{ name: '\w+', stream: true \}\);\n\nfor await/,
  );
});

it('begins with the streamed call that has most fields, whatever the size of its resource', async () => {
  const stream = (fields: string): string => `post:
      ${body(`{ type: object, required: [name], properties: { name: { type: string }, stream: { type: boolean }, ${fields} } }`)}
      responses: { '200': { description: ok, content: { application/json: { schema: ${thing} }, text/event-stream: { schema: ${thing} } } } }`;
  const paths = `
  /images:
    ${stream('size: { type: integer }')}
    get: { ${ok(`{ type: array, items: ${thing} }`)} }
  /images/{id}: { get: { ${id}, ${ok(thing)} } }
  /chat:
    ${stream('top: { type: integer }, seed: { type: integer }, stop: { type: string }')}
`;
  expect(usage(await readme(paths))).toContain('client.chat.create({');
});

it.each([
  [['servers'], 'ServerSummary', 'server'],
  [['skills'], 'PutSkillResponse', 'skill'],
  [['servers', 'releases'], 'DeploymentInfo', 'DeploymentInfo'],
  [['line_items'], 'OrderLineItemResponse', 'line_item'],
  [[], 'Thing', 'Thing'],
  [['line_items'], 'LineResponse', 'LineResponse'],
  [['line_items'], 'ItemLine', 'ItemLine'],
])('of the resource %j a %s is called %s', (resource, type, name) => {
  expect(thingOf(resource, type)).toBe(name);
});

it.each([
  [['organization'], 'list_members', 'member'],
  [['guardrails'], 'list_guardrail_member_assignments', 'member_assignment'],
  [['artists'], 'list_related', undefined],
  [['servers'], 'list', undefined],
  [['servers'], 'retrieve_members', undefined],
])('of the resource %j %s lists %s', (resource, key, name) => {
  expect(listedThing(resource, key)).toBe(name);
});
