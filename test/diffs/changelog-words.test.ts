/** A changelog speaks with the words of the document, and names what to call in place of what ends. */
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { renderChangelog } from '../../generator/diff/report/changelog.ts';
import { buildReport } from '../../generator/diff/report/report.ts';
import { firstSentence } from '../../generator/diff/words.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { apiOf } from './support.ts';

const ok = { 204: { description: 'ok' } };
const document = (paths: object, pet: object = {}): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/pets': {
        post: {
          operationId: 'createPet',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
          responses: ok,
        },
      },
      ...paths,
    },
    components: { schemas: { Pet: { type: 'object', properties: { id: { type: 'string' }, ...pet } } } },
  });

async function changelogOf(before: string, after: string): Promise<string> {
  const changes = diffApis(await apiOf(before), await apiOf(after), {
    today: '2026-11-22',
    naming: sdkNames,
  });
  return renderChangelog(
    buildReport({ base: 'a', revision: 'b', changes, failOn: 'none', locate: () => undefined }),
    '1.1.0',
  );
}

const old = (more: object = {}): object => ({
  '/beasts': { get: { operationId: 'listBeasts', responses: ok, ...more } },
});

describe('words of the document', () => {
  it('say what is new, without any markup of theirs', async () => {
    const text = await changelogOf(
      document({}),
      document(
        { '/toys': { get: { operationId: 'listToys', summary: 'Lists <b>toys</b>', responses: ok } } },
        { nick: { type: 'string', description: 'What [friends](https://evil.example) call it. Optional.' } },
      ),
    );
    expect(text).toContain(
      '[`client.toys.list()`](docs/sdks/toys/README.md) (`GET /toys`): Lists &lt;b&gt;toys&lt;/b&gt;.',
    );
    expect(text).toContain('`Pet.nick`: What \\[friends\\]');
    expect(text).not.toContain('Optional');
  });

  it.each([
    ['Use listToys instead.', ' Use `client.toys.list()`.'],
    ['Use `GET /toys`.', ' Use `client.toys.list()`.'],
    ['Nothing takes its place, listToys2 neither.', ''],
    ['Use listBeasts.', ''],
  ])('name what to call instead: %s', async (message, instead) => {
    const toys = { '/toys': { get: { operationId: 'listToys', responses: ok } } };
    const text = await changelogOf(
      document({ ...old(), ...toys }),
      document({ ...old({ deprecated: true, 'x-speakeasy-deprecation-message': message }), ...toys }),
    );
    expect(text).toMatch(/### Deprecated\n\n- \*\*beasts\*\*: `client\.beasts\.list\(\)`: /);
    expect(text.includes(' Use `client.toys.list()`.')).toBe(instead !== '');
  });
});

it('cuts a sentence between words', () => {
  expect(firstSentence(undefined)).toBeUndefined();
  expect(firstSentence('A pet\n of e.g. yours. Not this')).toBe('A pet of e.g. yours.');
  expect(firstSentence(`${'word '.repeat(60)}`)).toMatch(/^(word ?)+…$/);
});
