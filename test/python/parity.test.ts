/**
 * How much of the surface of published SDKs ours has, read and scored by the tools beside their documents.
 * Where a published SDK is not made from its document, or has its names from a config that nobody published,
 * the share is a floor.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder } from '../support/shared.ts';
import { pythonSdk, succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const tools = join(sharedFolder ?? '', 'tools/pyparity');

interface Score {
  readonly metrics: Readonly<Record<string, { readonly ok: number; readonly of: number }>>;
}

/** Shares in per cent, below which no metric may fall. */
type Floors = Readonly<Record<string, number>>;

const METHODS = ['method', 'positional', 'names', 'order', 'bind', 'overloads', 'deprecated', 'async'];

/** With a config: all of it, and nearly all types. */
const CONFIGURED: Floors = {
  ...Object.fromEntries(
    [...METHODS, 'required', 'standard', 'resource', 'class', 'wrappers'].map((one) => [one, 100]),
  ),
  typeName: 98,
  'prop.name': 98,
  'prop.type': 98,
};

const PAIRS: Readonly<Record<string, Floors>> = {
  phoebe: {
    ...CONFIGURED,
    type: 100,
    typeName: 100,
    'prop.name': 100,
    'prop.type': 100,
    types: 100,
    returns: 100,
  },
  // Its document has made optional what its SDK still requires, and has lost two resources.
  onebusaway: {
    ...CONFIGURED,
    order: 89,
    required: 89,
    type: 95,
    typeName: 95,
    'prop.name': 100,
    returns: 100,
  },
  'llama-stack': { ...CONFIGURED, type: 99, returns: 97, types: 100 },
  // Without a config; the names are those that the document suggests, and of the newest edition, in which a
  // body that the document does not require can be left out, whatever it requires of itself.
  lithic: { method: 84, positional: 100, names: 98, required: 91, 'prop.name': 89, type: 47, typeName: 69 },
  'modern-treasury': {
    method: 95,
    positional: 100,
    names: 98,
    required: 97,
    'prop.name': 99,
    type: 51,
    typeName: 66,
  },
};

describe.skipIf(python === '' || sharedFolder === undefined)('published surfaces', () => {
  test.each(Object.entries(PAIRS))('%s', async (name, floors) => {
    const folder = join(sharedFolder ?? '', 'pairs', name);
    const config = join(folder, 'stainless.yml');
    const spec = readdirSync(folder).find((one) => /^openapi\.(?:ya?ml|json)$/.test(one)) ?? '';
    const sdk = await pythonSdk({
      spec: join(folder, spec),
      ...(existsSync(config) && { config }),
    });
    try {
      const surface = join(sdk.folder, 'surface.json');
      writeFileSync(
        surface,
        await succeeds(python, [join(tools, 'pysurface.py'), join(sdk.folder, 'src', sdk.name)], sdk.folder),
      );
      const args = [join(tools, 'pyscore.py'), join(folder, 'python-surface.json'), surface, '--json'];
      const { metrics }: Score = JSON.parse(await succeeds(python, args, sdk.folder));
      const shares = Object.keys(floors).map((key) => {
        const { ok, of } = metrics[key] ?? { ok: 0, of: 1 };
        return [key, of === 0 ? 100 : (100 * ok) / of] as const;
      });
      expect(shares.filter(([key, share]) => share < (floors[key] ?? 100))).toEqual([]);
    } finally {
      sdk.stop();
    }
  });
});
