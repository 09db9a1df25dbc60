/**
 * What the build takes from a config: the configs of `test/config/whole`, of `whole` and some of their own.
 * `build-options.expected.json` has what becomes of each.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { buildOptionsOf } from '../../generator/ir/from-config.ts';
import { configOf } from '../config/support.ts';
import { expectStored } from '../support/stored.ts';

const own: Readonly<Record<string, string>> = {
  dates: 'targets: { typescript: { options: { dates: date, int64: number } } }',
  integers: 'targets: { typescript: { options: { int64: bigint } } }',
  neither: 'targets: { typescript: { options: { dates: text, int64: number } } }',
  urls: 'environments: { production: https://a.test/b//, test: https://a//b.test }',
  retries: 'client_settings: { default_retries: { max_delay_seconds: 8 } }',
  webhooks: `
resources:
  a: { methods: { unwrap: { type: webhook_unwrap, webhook_key_opt: own }, other: { type: webhook_unwrap } } }
`,
  order: `
resources:
  a: { subresources: { c: { subresources: { d: {} } }, b: {} } }
  e: {}
`,
};

const folders = ['../config/whole', 'whole'].map((name) => join(import.meta.dirname, name));

it('are as they were', async () => {
  const texts = [
    ...folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) =>
          folder.endsWith('config/whole') ? file.endsWith('.yml') : file.endsWith('.config.yml'),
        )
        .map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')]),
    ),
    ...Object.entries(own),
  ];
  const options: Record<string, unknown> = {};
  for (const [name, text] of texts)
    options[name] = { ...buildOptionsOf((await configOf(text)).config), audience: undefined };
  expectStored(join(import.meta.dirname, 'build-options.expected.json'), options);
});
