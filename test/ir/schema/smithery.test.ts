import { typescript as TYPESCRIPT } from '../../../generator/languages/typescript/data.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSchemaReader } from '../../../generator/ir/schema/reader.ts';
import { type JsonValue, isJsonObject } from '../../../generator/lib/json.ts';
import { collect, documentsOf } from './notation.ts';

const file = join(import.meta.dirname, '../../../specs/smithery/openapi.yml');

/** The same document with every map in reverse order. */
const reversed = (value: JsonValue): JsonValue =>
  Array.isArray(value)
    ? value.map(reversed)
    : isJsonObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, child]) => [key, reversed(child)]),
        )
      : value;

describe.skipIf(!existsSync(file))('the schemas of a real document', () => {
  const document: JsonValue = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
  const read = async (value: JsonValue) =>
    collect(createSchemaReader(await documentsOf(value as object), TYPESCRIPT));

  it('are all read, and nothing in them is unclear', async () => {
    const { types, said } = await read(document);
    expect(Object.keys(types)).toHaveLength(96);
    expect(said).toEqual([]);
    expect(types).toMatchObject({
      ConfigSchema: '{[]: unknown:any}',
      StdioConnection:
        '{ type: "stdio"; bundleUrl: string<uri>; runtime: enum("node" | "binary" | "python" | "bun"); configSchema: @ConfigSchema; ! }',
      DeployPayload: 'oneOf(@HostedDeployPayload | @ExternalDeployPayload | @StdioDeployPayload)',
      ToolResponse: 'anyOf(@Tool | @ToolList)',
      JsonRpcResponse: '{ jsonrpc: "2.0"; id: anyOf(string | number)?; result?: unknown:empty; ! }',
    });
  });

  it('do not depend on the order of keys', async () => {
    const sorted = (types: Readonly<Record<string, string>>): readonly string[] =>
      Object.entries(types)
        .map(([name, type]) => `${name} ${[...type].sort().join('')}`)
        .sort();
    expect(sorted((await read(reversed(document))).types)).toEqual(sorted((await read(document)).types));
  });
});
