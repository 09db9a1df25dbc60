/** `x-speakeasy-retries` of the document, `default_retries` of the config, and the pages that describe both. */
import { expect, it } from 'vitest';
import { sdkOf } from '../support/sdk.ts';

const DOCUMENT = `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://shop.example }]
x-speakeasy-retries:
  strategy: backoff
  backoff: { initialInterval: 1000, maxInterval: 2000, maxElapsedTime: 60000, exponent: 1.5 }
  statusCodes: [5XX, 429]
paths:
  /pets: { get: { operationId: listPets, responses: { 200: { description: Pets, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } } } } }
`;

const DEFAULTS =
  'half a second before the first retry and doubles the delay for each further retry, up to 8 seconds';

const textsOf = async (config: string) => {
  const { files } = await sdkOf(DOCUMENT, { config: `edition: 2026-11-23\n${config}` });
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  return {
    core: text('src/core.ts'),
    page: text('docs/lib/utils/retryconfig.md'),
    testing: text('docs/testing.md'),
  };
};

it('is what the client does and what its pages say', async () => {
  const { core, page, testing } = await textsOf('');
  expect(core).toContain(
    "first: 1000, longest: 2000, factor: 1.5, deadline: 60000, statuses: ['5XX', '429']",
  );
  expect(page).toContain('the statuses 429 and 5xx are retried');
  expect(page).toContain(
    'waits 1 second before the first retry and multiplies the delay by 1.5 for each further retry, up to 2 seconds',
  );
  expect(page).toContain('| `deadline` | number | `60000` |');
  expect(page).not.toContain(DEFAULTS);
  expect(testing).toContain('The statuses 429 and 5xx are retried.');
});

it('keeps what the config does not give', async () => {
  const { core } = await textsOf('client_settings: { default_retries: { max_delay_seconds: 5 } }\n');
  expect(core).toContain(
    "first: 1000, longest: 5000, factor: 1.5, deadline: 60000, statuses: ['5XX', '429']",
  );
});
