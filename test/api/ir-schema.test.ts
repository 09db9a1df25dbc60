/** The intermediate representation of a real API agrees with the schema that is published for it. */
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { expect, it } from 'vitest';
import { sdkOfFiles } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';

it.each(['smithery', 'bookshop'])('%s', async (name) => {
  const folder = join(projectRoot, 'specs', name);
  const { generation } = await sdkOfFiles(join(folder, 'openapi.yml'), {
    config: join(folder, 'sdkwright.yml'),
    only: () => false,
  });
  const schema: object = createGenerator({
    path: join(projectRoot, 'generator/ir/types.ts'),
    tsconfig: join(projectRoot, 'tsconfig.json'),
    type: 'Api',
    skipTypeCheck: true,
  }).createSchema('Api');
  const validate = new Ajv({ strict: false }).compile(schema);
  const api: unknown = JSON.parse(JSON.stringify(generation?.api));
  validate(api);
  expect(validate.errors).toBeNull();
});
