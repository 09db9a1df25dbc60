/** Configs that people wrote for their APIs: they load as they are. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { configSchema } from '../../generator/config/schema/config-schema.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { configOf } from './support.ts';

const pairs = sharedFolder === undefined ? undefined : join(sharedFolder, 'pairs');
const configs =
  pairs === undefined
    ? []
    : readdirSync(pairs, { recursive: true, encoding: 'utf8' })
        .filter((name) => /stainless\.yml$/.test(name))
        .sort();

describe.skipIf(pairs === undefined)('configs written for another tool', () => {
  it('are there', () => expect(configs.length).toBeGreaterThanOrEqual(10));

  it.each(configs)('%s', async (name) => {
    const read = await configOf(readFileSync(join(pairs ?? '', name), 'utf8'), name);
    const { config } = read;
    // That the config asks for a server which it does not yet name as a target is for people to see.
    const diagnostics = read.diagnostics.filter(({ code }) => code !== 'mcp-server-not-made');
    expect(diagnostics.filter((one) => one.severity !== 'note')).toEqual([]);
    expect(diagnostics.length).toBeLessThanOrEqual(1);
    // The one without resources only transforms its document.
    expect(config.resources.length > 0 || config.transforms.length > 0).toBe(true);
  });
});

describe('our own', () => {
  it.each(['smithery', 'registry', 'bookshop'])('%s', async (name) => {
    const file = `specs/${name}/sdkwright.yml`;
    const { diagnostics } = await configOf(readFileSync(join(projectRoot, file), 'utf8'), file);
    expect(diagnostics).toEqual([]);
  });
});

describe('the schema that is shipped', () => {
  it('is valid by itself', () => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      strictTypes: false,
      strictRequired: false,
    });
    ajv.addKeyword('x-ignored');
    ajv.addKeyword('x-languages');
    ajv.addKeyword('x-wanted');
    expect(() => ajv.compile(configSchema)).not.toThrow();
  });

  it('documents each key', () => {
    const bare: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const properties: unknown = Reflect.get(schema, 'properties');
      if (typeof properties !== 'object' || properties === null) return;
      for (const [key, child] of Object.entries(properties)) {
        if (!('description' in child) && !('$ref' in child)) bare.push(`${path}.${key}`);
        walk(child, `${path}.${key}`);
      }
    };
    walk(configSchema, '');
    for (const [name, schema] of Object.entries(configSchema['$defs'] ?? {})) walk(schema, name);
    expect(bare).toEqual([]);
  });
});
