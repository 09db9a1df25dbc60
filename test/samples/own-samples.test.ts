/** Every sample that we write — doc comments, README, docs, the document — type-checks and runs. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sample, commentSamples, documentSamples, markdownSamples } from './support/extract.ts';
import { type Mock, startMock } from './support/mock.ts';
import { checkSamples, runSamples } from './support/run.ts';
import { type SdkFolder, sdkFolder } from './support/sdk-folder.ts';

const APIS = [
  { api: 'smithery', env: { SMITHERY_API_KEY: 'key' }, base: 'SMITHERY_BASE_URL', client: 'Smithery' },
  {
    api: 'registry',
    env: { SMITHERY_BEARER_AUTH: 'key' },
    base: 'SMITHERY_BASE_URL',
    client: 'SmitheryRegistry',
  },
  {
    api: 'bookshop',
    base: 'BOOKSHOP_BASE_URL',
    client: 'Bookshop',
    env: {
      BOOKSHOP_API_KEY: 'key',
      BOOKSHOP_STAFF_NAME: 'ada',
      BOOKSHOP_STAFF_PASSWORD: 'secret',
      BOOKSHOP_PARTNER_KEY: 'partner',
      BOOKSHOP_CLIENT_ID: 'id',
      BOOKSHOP_CLIENT_SECRET: 'secret',
      BOOKSHOP_STORE: 'paris',
    },
  },
] as const;

describe.each(APIS)('$api', ({ api, env, base, client }) => {
  let sdk: SdkFolder;
  let mock: Mock;
  let samples: readonly Sample[];

  beforeAll(async () => {
    sdk = await sdkFolder(api, 'own-samples');
    mock = await startMock(join(sdk.folder, 'openapi.documented.yml'));
    const preamble = `import ${client} from '${sdk.packageName}';\nconst client = new ${client}();`;
    samples = [
      ...documentSamples(sdk.files.find((file) => file.path === 'openapi.documented.yml')?.text ?? ''),
      ...sdk.files.filter((file) => file.path.endsWith('.md')).flatMap(markdownSamples),
      ...sdk.files
        .filter((file) => file.path.startsWith('src/resources/') || file.path === 'src/client.ts')
        .flatMap((file) =>
          commentSamples(
            file,
            file.text.includes('fs.createReadStream')
              ? `import fs from 'node:fs';\nvoid fs;\n${preamble}`
              : preamble,
          ),
        ),
    ];
  });
  afterAll(() => mock?.stop());

  test('there is one of each kind for each operation', () => {
    const operations = documentSamples(
      sdk.files.find((file) => file.path === 'openapi.documented.yml')?.text ?? '',
    ).length;
    const methods = samples.filter((one) => one.name.startsWith('src/')).length;
    // A method may have a second name, and then it stands in the code and in the docs under both.
    expect(methods).toBeGreaterThanOrEqual(operations);
    expect(samples.filter((one) => one.name.startsWith('docs/sdks/'))).toHaveLength(2 * methods);
    expect(samples.filter((one) => one.name.startsWith('README.md')).length).toBeGreaterThan(8);
  });

  test('they type-check', async () => {
    // The pages about types show how to import one, and do no more with it.
    const isImport = (one: Sample): boolean => one.name.startsWith('docs/models/');
    expect(
      await checkSamples(
        sdk,
        samples.filter((one) => !isImport(one)),
      ),
    ).toEqual([]);
    expect(await checkSamples(sdk, samples.filter(isImport), { unused: true })).toEqual([]);
  });

  test('they run without a fault in any request', async () => {
    // Tests need their runner: `test/runtimes` runs those of the page on testing.
    expect(
      await runSamples(
        sdk,
        samples.filter((one) => !one.name.startsWith('docs/testing.md')),
        { env: { ...env, [base]: mock.url } },
      ),
    ).toEqual([]);
    expect(mock.violations).toEqual([]);
  });
});
