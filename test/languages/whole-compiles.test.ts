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

/** An error that is no JSON, which the method does not type. */
const FOREIGN_ERROR = `openapi: 3.1.0
info: { title: Store, version: '1' }
servers: [{ url: https://store.example }]
paths:
  /objects:
    get:
      operationId: list
      tags: [objects]
      responses:
        '200': { description: '', content: { text/xml: { schema: { type: string } } } }
        '404': { description: '', content: { text/xml: { schema: { type: object, properties: { code: { type: string } } } } } }
`;

/** Those that need no package to compile. */
const OVERLAYS = 'tanstack-query,msw,errors,enums,oauth';

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

it.each([
  ...cases.filter(([name]) => !name.endsWith('converted')),
  ['an error that is no JSON', undefined, ''] as const,
])('%s, with overlays', async (_name, document, config) => {
  const sdk = await makeSdk({
    io: memoryIo({
      'openapi.yml': document === undefined ? FOREIGN_ERROR : readFileSync(document, 'utf8'),
      ...(config !== '' && { 'sdkwright.yml': config }),
    }),
    spec: 'openapi.yml',
    templates: OVERLAYS,
    ...(config !== '' && { config: 'sdkwright.yml' }),
    only: isSource,
  });
  expect(sdk.files.length).toBeGreaterThan(40);
  // An SDK with overlays need not declare every type of what it exports, as packages of JSR should.
  const faults = typecheckTree([...sdk.files, NODE]);
  expect(faults.filter(({ message }) => !message.includes('--isolatedDeclarations'))).toEqual([]);
});
