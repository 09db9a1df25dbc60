/** The tests that come with Python SDKs of several makers pass against Prism, which objects to nothing. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackedCorpus } from '../package/support/corpus.ts';
import { startMock } from '../samples/support/mock.ts';
import { projectRoot } from '../support/shared.ts';
import { pythonSdk, said } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';

interface Outcome {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly violations: readonly string[];
}

async function runTests(input: { readonly spec?: string; readonly config?: string }): Promise<Outcome> {
  const sdk = await pythonSdk(input);
  const mock = await startMock(join(sdk.folder, 'openapi.documented.yml'));
  try {
    const lines = await said(
      python,
      ['-m', 'pytest', '-q', '--no-header', '--tb=line', '-p', 'no:cacheprovider', 'tests'],
      sdk.folder,
      { PYTHONPATH: join(sdk.folder, 'src'), TEST_API_BASE_URL: mock.url },
    );
    const passed = Number(/(\d+) passed/.exec(lines.join('\n'))?.[1] ?? 0);
    const failures = lines.filter((one) => /^(?:FAILED|ERROR|E )|Error/.test(one));
    return { passed, failures, violations: [...mock.violations] };
  } finally {
    await mock.stop();
    sdk.stop();
  }
}

describe.skipIf(python === '')('generated tests against Prism', () => {
  test('bookshop', { timeout: 240_000 }, async () => {
    const { passed, ...faults } = await runTests({
      config: join(projectRoot, 'specs/bookshop/sdkwright.yml'),
    });
    expect(faults).toEqual({ failures: [], violations: [] });
    expect(passed).toBeGreaterThan(50);
  });
});

test.skipIf(python === '')(
  'the tests start a mock server of their own, on a free port, and stop it',
  { timeout: 240_000 },
  async () => {
    const sdk = await pythonSdk({ spec: join(projectRoot, 'test/python/bodies/union-body.yml') });
    const { TEST_API_BASE_URL: _given, ...env } = process.env;
    const run = (): Promise<readonly string[]> =>
      said(python, ['-m', 'pytest', '-q', '--no-header', '-p', 'no:cacheprovider', 'tests'], sdk.folder, {
        ...env,
        PYTHONPATH: join(sdk.folder, 'src'),
      });
    try {
      // Two at once, as two projects would run.
      for (const lines of await Promise.all([run(), run()])) {
        expect(lines.filter((one) => /^(?:FAILED|ERROR|E )/.test(one))).toEqual([]);
        expect(Number(/(\d+) passed/.exec(lines.join('\n'))?.[1] ?? 0)).toBeGreaterThan(2);
      }
      const processes = await said('ps', ['-eo', 'args'], sdk.folder);
      expect(processes.filter((one) => one.includes(sdk.folder))).toEqual([]);
    } finally {
      sdk.stop();
    }
  },
);

const corpus = python === '' ? undefined : unpackedCorpus();

/** Of Swagger 2, OpenAPI 3.0 and 3.1; read where they lie. */
const DOCUMENTS = [
  'redocly.museum-openapi-example--openapi.yaml',
  'kubb-labs.plugins--schemas-3.0.x-jokesOne.yaml',
  'nexmo.api-specification--definitions-voice.yaml',
];

describe.skipIf(corpus === undefined)('documents of the corpus', () => {
  test.each(DOCUMENTS)('%s', { timeout: 240_000 }, async (name) => {
    const { passed, ...faults } = await runTests({ spec: join(corpus ?? '', 'files', name) });
    expect(faults).toEqual({ failures: [], violations: [] });
    expect(passed).toBeGreaterThan(0);
  });
});
