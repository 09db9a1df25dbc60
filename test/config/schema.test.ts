/** The JSON Schema of the config, as editors get it: `schema.expected.json`. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configSchema } from '../../generator/config/schema/config-schema.ts';
import { expectStored } from '../support/stored.ts';

it('is as it was', () => {
  expectStored(join(import.meta.dirname, 'schema.expected.json'), configSchema);
  expect(configSchema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
});
