/** What the Smithery document shows its readers works with the SDK that we make of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { documentSamples } from './support/extract.ts';
import { type Mock, startMock } from './support/mock.ts';
import { checkSamples, runSamples } from './support/run.ts';
import { type SdkFolder, sdkFolder } from './support/sdk-folder.ts';

const document = join(projectRoot, 'specs/smithery/openapi.yml');
const samples = documentSamples(readFileSync(document, 'utf8'));
let sdk: SdkFolder;
let mock: Mock;

beforeAll(async () => {
  [sdk, mock] = await Promise.all([sdkFolder('smithery', 'document-samples'), startMock(document)]);
});
afterAll(() => mock?.stop());

test('there are 38 of them', () => {
  expect(samples).toHaveLength(38);
});

test('they type-check', async () => {
  // One of them imports `fs` and does not use it, which is the document's affair.
  expect(await checkSamples(sdk, samples, { unused: true })).toEqual([]);
});

test('they run against the mock without a fault in any request', async () => {
  const failed = await runSamples(sdk, samples, {
    env: { SMITHERY_API_KEY: 'key', SMITHERY_BASE_URL: mock.url },
  });
  expect(failed).toEqual([]);
  expect(mock.violations).toEqual([]);
  expect(mock.requests.length).toBeGreaterThanOrEqual(samples.length);
});

/** `client.servers.get('a', { b: 1 })`, blanks and the last comma apart. */
function callOf(code: string): string {
  const text = code.slice(code.indexOf('client.')).replace(/\s+/g, '');
  let depth = 0;
  for (let at = text.indexOf('('); at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(0, at + 1).replaceAll(',}', '}');
  }
  return text;
}

test('our own sample of each operation makes the same call with the same arguments', () => {
  const ours = new Map(
    documentSamples(sdk.files.find((file) => file.path === 'openapi.documented.yml')?.text ?? '').map(
      (one) => [one.name, callOf(one.code)],
    ),
  );
  expect(ours.size).toBe(52);
  expect(samples.map((one) => [one.name, ours.get(one.name)])).toEqual(
    samples.map((one) => [one.name, callOf(one.code)]),
  );
});
