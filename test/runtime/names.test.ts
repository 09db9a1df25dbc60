/** Whatever a caller writes, the wire has the names of the document. */
import { expect, it } from 'vitest';
import { recordingClient } from '../support/import-sdk.ts';
import { isSource, sdkOf } from '../support/sdk.ts';

const renamed = (name: string): object => ({ type: 'string', 'x-fern-property-name': name });
const post = (schema: object): object => ({
  post: {
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 204: { description: 'Done' } },
  },
});

it('where hints rename properties of a body', async () => {
  const object = (properties: object): object => ({
    type: 'object',
    required: Object.keys(properties),
    properties,
  });
  const sdk = await sdkOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Zoo', version: '1' },
      paths: {
        '/cats': post(object({ nm: renamed('name'), age: { type: 'integer' } })),
        '/dogs': post({ oneOf: [object({ nm: renamed('name') }), object({ no: renamed('number') })] }),
        '/fish': post(object({ nm: renamed('name'), name: { type: 'string' } })),
      },
    }),
    { only: isSource },
  );
  const { client, sent } = await recordingClient(sdk.files, 'Zoo');
  await client['cats']?.['create']?.({ name: 'Tom', age: 3 });
  // Members of a union are sent as they are given.
  await client['dogs']?.['create']?.({ nm: 'Rex' });
  // A wish for the name of another property is not granted.
  await client['fish']?.['create']?.({ nm: 'a', name: 'b' });
  expect(sent.map((one) => one.body)).toEqual([
    '{"nm":"Tom","age":3}',
    '{"nm":"Rex"}',
    '{"nm":"a","name":"b"}',
  ]);
  expect(sdk.files.find((file) => file.path === 'src/resources/dogs.ts')?.text).toContain('nm: string;');
});
