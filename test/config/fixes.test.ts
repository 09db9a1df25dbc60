/** Each fix settles its diagnostic: applied to the case in `test/errors`, the diagnostic is gone. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planAction } from '../../generator/config/rewrite/actions.ts';
import { fixOf } from '../../generator/config/rewrite/fix.ts';
import { rewriteConfig, valueOf } from '../../generator/config/rewrite/rewrite.ts';
import { NO_SDK } from '../../generator/config/rewrite/sdk.ts';
import { fixes } from '../../generator/diagnostics/fixes.ts';
import { checkFolder } from '../errors/check.ts';
import { projectRoot } from '../support/shared.ts';

test.each(Object.keys(fixes))('%s', async (code) => {
  const source = join(projectRoot, 'test/errors', code);
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-fix-'));
  try {
    for (const name of readdirSync(source).filter((file) => /\.(?:ya?ml|json)$/.test(file)))
      writeFileSync(join(folder, name), readFileSync(join(source, name)));
    const config = join(folder, 'sdkwright.yml');
    if (!existsSync(config)) writeFileSync(config, 'spec: openapi.yml\n');
    const text = readFileSync(config, 'utf8');
    const own = async () => (await checkFolder(folder)).diagnostics.filter((item) => item.code === code);
    const before = await own();
    const root = valueOf(text) ?? {};
    const fixed = before.map((item) => ({ item, fix: fixOf(item, root, 'sdkwright.yml') }));
    const first = fixed.find(({ fix }) => fix !== undefined);
    if (first?.fix === undefined) throw new Error('no diagnostic of the case has a fix');
    const planned = planAction(
      root,
      { ...NO_SDK, methods: methodsIn(first.item.parameters) },
      first.fix.action,
    );
    if (planned.kind === 'fault') throw new Error(planned.reason);
    const done = rewriteConfig(text, planned.changes);
    if (done.kind === 'fault') throw new Error(done.reason);
    writeFileSync(config, done.text);
    const after = await own();
    expect(after.map(({ message }) => message)).not.toContain(first.item.message);
    expect(after.length).toBeLessThan(before.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The method that a diagnostic is about, as the SDK would name it. */
const methodsIn = (parameters: Readonly<Record<string, string | number>> = {}) =>
  parameters['operation'] === undefined
    ? []
    : [{ operation: String(parameters['operation']), resource: ['zoo'], key: 'first' }];

test('a diagnostic of the document has no fix at a place of the config', () => {
  const origin = { document: 'openapi.yml', pointer: '/paths' };
  const item = { code: 'config-key-unknown', severity: 'note', message: '', help: '', origin } as const;
  expect(fixOf({ ...item, parameters: { key: 'x' } }, { paths: 1 }, 'sdkwright.yml')).toBeUndefined();
});
