/** HTTP methods are case-sensitive (RFC 9110 section 9.1): what the document writes is what is sent. */
import { expect, it } from 'vitest';
import { recordingClient } from '../support/import-sdk.ts';
import { isSource, sdkOf } from '../support/sdk.ts';

const done = { responses: { 204: { description: 'Done' } } };

it.each([
  ['COPY', 'COPY'],
  ['Copy', 'Copy'],
  ['copy', 'copy'],
  ['M-SEARCH', 'M-SEARCH'],
])('additionalOperations: %s is sent as %s', async (key, sent) => {
  const sdk = await sdkOf(
    JSON.stringify({
      openapi: '3.2.0',
      info: { title: 'Zoo', version: '1' },
      paths: { '/cats': { additionalOperations: { [key]: done } } },
    }),
    { only: isSource },
  );
  const zoo = await recordingClient(sdk.files, 'Zoo');
  const name = sdk.generation?.sdk.methods[0]?.layout.name ?? '';
  await zoo.client['cats']?.[name]?.();
  expect(zoo.sent.map((one) => one.method)).toEqual([sent]);
});

it.each(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'])(
  '%s is sent in upper case',
  async (verb) => {
    const sdk = await sdkOf(
      JSON.stringify({
        openapi: '3.2.0',
        info: { title: 'Zoo', version: '1' },
        paths: { '/cats': { [verb]: { ...done, operationId: 'call' } } },
      }),
      { only: isSource },
    );
    const zoo = await recordingClient(sdk.files, 'Zoo');
    const name = sdk.generation?.sdk.methods[0]?.layout.name ?? '';
    await zoo.client['cats']?.[name]?.();
    expect(zoo.sent.map((one) => one.method)).toEqual([verb.toUpperCase()]);
  },
);
