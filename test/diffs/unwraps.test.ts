/** Methods that read webhooks: without a config there is `webhooks.unwrap`, which asks for the key. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { Api, UnwrapMethod } from '../../generator/ir/types.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOfFiles } from '../support/sdk.ts';

test('what is named and what is implied is one method; others come and go', async () => {
  const { generation } = await sdkOfFiles(join(projectRoot, 'specs/bookshop/openapi.yml'), {
    config: join(projectRoot, 'specs/bookshop/sdkwright.yml'),
    only: () => false,
  });
  if (!generation) throw new Error('no API');
  const { unwrapMethods: _given, ...rest } = generation.api;
  const method = (key: string, keyOption?: string): UnwrapMethod => ({
    resource: ['webhooks'],
    key,
    provenance: { rule: 'config', detail: '' },
    ...(keyOption === undefined ? {} : { keyOption }),
  });
  const withMethods = (...unwrapMethods: readonly UnwrapMethod[]): Api => ({ ...rest, unwrapMethods });
  const told = (a: Api, b: Api): readonly string[] =>
    diffApis(a, b, { today: '2026-11-22' })
      .filter((one) => one.rule !== 'version-not-raised')
      .map((one) => `${one.rule} ${one.subject}`);
  expect(rest.webhooks.length).toBeGreaterThan(0);
  expect(told(rest, withMethods(method('unwrap', 'webhook_key')))).toEqual([]);
  expect(told(withMethods(method('unwrap', 'webhook_key')), rest)).toEqual([
    'unwrap-key-changed client.webhooks.unwrap()',
  ]);
  expect(
    told(withMethods(method('unwrap', 'webhook_key')), withMethods(method('unwrap', 'other_key'))),
  ).toEqual(['unwrap-key-changed client.webhooks.unwrap()']);
  expect(told(rest, withMethods(method('unsafe_unwrap')))).toEqual([
    'unwrap-method-removed client.webhooks.unwrap()',
    'unwrap-method-added client.webhooks.unsafeUnwrap()',
  ]);
  expect(told(withMethods(method('unwrap'), method('unsafe_unwrap')), withMethods(method('unwrap')))).toEqual(
    ['unwrap-method-removed client.webhooks.unsafeUnwrap()'],
  );
});
