/**
 * The servers page that we make of the registry's document has the anatomy of the published page for the same
 * API.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { sdkOfFiles } from '../support/sdk.ts';
import { type Page, readPage } from './support/page.ts';

const file = join(
  process.env['SDKWRIGHT_SHARED'] ?? join(projectRoot, '../shared'),
  'reference/registry-sdk-servers-page.md',
);

/**
 * Where we differ on purpose.
 *
 * - Order of operations and of arguments: the same for every order of keys in the document, so pages do not
 *   move when it is sorted.
 * - Names of request types: `ServerDeployParams`, the type's name in the code, where the published page has
 *   one made of the operation's id.
 *   The page that describes it is called alike.
 * - `options.maxRetries`, as the SDK calls it, for `options.retries`. Its page is the same.
 * - A list is given back as a page of the SDK, named for its items.
 * - The array of deployments leads to the page of its item; in the published page the link is broken.
 * - Imports: the function lives in `funcs/servers-deploy`, the class is the default export, and the result
 *   of a call is used or not declared.
 */
const RENAMED_ROWS = new Map([['options.retries', 'options.maxRetries']]);
const REPAIRED_LINKS = new Map([['../../models/.md', '../../models/components/deploymentlist.md']]);

const sorted = <T>(items: Iterable<T>): readonly T[] => [...items].sort();

describe.skipIf(!existsSync(file))('the servers page', () => {
  let published: Page;
  let ours: Page;

  beforeAll(async () => {
    const sdk = await sdkOfFiles(join(projectRoot, 'specs/registry/openapi.yml'), {
      config: join(projectRoot, 'specs/registry/sdkwright.yml'),
    });
    ours = readPage(sdk.files.find((one) => one.path === 'docs/sdks/servers/README.md')?.text ?? '');
    published = readPage(readFileSync(file, 'utf8'));
  });

  test('same title, overview and headings', () => {
    expect(ours.title).toBe(published.title);
    expect(ours.overview).toBe(published.overview);
    expect(published.operations.size).toBe(7);
    for (const [name, operation] of published.operations)
      expect([name, ours.operations.get(name)?.headings]).toEqual([name, operation.headings]);
    expect(ours.operations.size).toBe(7);
  });

  test('same list of operations, with anchors and summaries', () => {
    expect(sorted(ours.available)).toEqual(sorted(published.available));
  });

  test('same descriptions and usage markers', () => {
    for (const [name, operation] of published.operations) {
      expect([name, ours.operations.get(name)?.description]).toEqual([name, operation.description]);
      expect([name, ours.operations.get(name)?.marker]).toEqual([name, operation.marker]);
    }
  });

  test('same calls with the same arguments, by class and by function', () => {
    for (const [name, operation] of published.operations) {
      expect(operation.calls).toHaveLength(2);
      expect([name, ours.operations.get(name)?.calls]).toEqual([name, operation.calls]);
    }
  });

  test('same rows of parameters, with what is required and where the types are described', () => {
    for (const [name, operation] of published.operations) {
      const wanted = operation.parameters.map((row) => ({
        ...row,
        name: RENAMED_ROWS.get(row.name) ?? row.name,
      }));
      // A request of optional fields alone need not be passed.
      const optional =
        name === 'list'
          ? wanted.map((row) => (row.name === 'request' ? { ...row, required: false } : row))
          : wanted;
      expect([name, ours.operations.get(name)?.parameters]).toEqual([name, optional]);
    }
  });

  test('same responses', () => {
    for (const [name, operation] of published.operations) {
      const target = operation.response.link;
      expect([name, ours.operations.get(name)?.response.link]).toEqual([
        name,
        target === undefined ? undefined : (REPAIRED_LINKS.get(target) ?? target),
      ]);
      if (name !== 'list')
        expect([name, ours.operations.get(name)?.response.text]).toEqual([name, operation.response.text]);
    }
  });

  test('same errors: type, statuses, media type, the catch-all last', () => {
    for (const [name, operation] of published.operations)
      expect([name, ours.operations.get(name)?.errors]).toEqual([name, operation.errors]);
  });
});
