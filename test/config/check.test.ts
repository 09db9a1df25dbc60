import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../generator/config/check.ts';
import { validateConfig } from '../../generator/config/validate.ts';
import { configSchema } from '../../generator/config/schema/config-schema.ts';

describe('checkConfig', () => {
  const values = [
    '',
    'openapi.yml',
    'none',
    'omit',
    'nonsense',
    true,
    false,
    null,
    7,
    [],
    {},
    { enabled: 'x' },
  ];

  it.each([...Object.keys(Object(configSchema['properties'])), 'unknownKey', 'constructor'])(
    'says of %s what the schema says, whatever stands there',
    async (key) => {
      for (const value of values)
        expect(await checkConfig('own.yml', { spec: 'a.yml', [key]: value })).toEqual(
          validateConfig('own.yml', { spec: 'a.yml', [key]: value }),
        );
    },
  );
});
