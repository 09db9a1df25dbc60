/**
 * The SDKs whose texts are stored compile, so that no stored text only looks right: TypeScript with the strict
 * settings of users, with the config of the document and with converted values.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryIo } from '../../generator/source/io.ts';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import { isSource, makeSdk } from '../support/sdk.ts';

const NODE = {
  path: 'src/node.d.ts',
  text: 'declare const process: { readonly env: { readonly [name: string]: string | undefined } };',
};
const CONVERTED = 'targets: { typescript: { options: { dates: date, int64: bigint } } }';

const cases = ['ir', 'languages', 'python'].flatMap((group) => {
  const folder = join(import.meta.dirname, '..', group, 'whole');
  const names = readdirSync(folder).filter((file) => /^[^.]+\.yml$/.test(file));
  return names.flatMap((file) => {
    const document = join(folder, file);
    const config = document.replace(/\.yml$/, '.config.yml');
    const own = existsSync(config) ? readFileSync(config, 'utf8') : '';
    return [own, ...(own === '' ? [CONVERTED] : [])].map(
      (text) => [`${group}/${file}${text === CONVERTED ? ', converted' : ''}`, document, text] as const,
    );
  });
});

it('there are some', () => expect(cases.length).toBeGreaterThan(20));

it.each(cases)('%s', async (_name, document, config) => {
  const sdk = await makeSdk({
    io: memoryIo({
      'openapi.yml': readFileSync(document, 'utf8'),
      ...(config !== '' && { 'sdkwright.yml': config }),
    }),
    spec: 'openapi.yml',
    ...(config !== '' && { config: 'sdkwright.yml' }),
    only: isSource,
  });
  expect(sdk.files.length).toBeGreaterThan(40);
  expect(typecheckTree([...sdk.files, NODE])).toEqual([]);
});
