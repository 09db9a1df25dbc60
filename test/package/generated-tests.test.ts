/** The tests that come with an SDK pass, by the SDK's own script, with the mock server that it starts. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type SdkFolder, sdkFolder, writeSdk } from '../samples/support/sdk-folder.ts';
import { sdkOf, sdkOfFiles } from '../support/sdk.ts';
import { everyNth } from '../support/sample.ts';
import { unpackedCorpus } from './support/corpus.ts';

const exec = promisify(execFile);
/** Prism needs its time to start where many tests run. */
const SLOW = 400_000;

interface Outcome {
  readonly passed: number;
  readonly failures: readonly string[];
}

/** Runs `npm test`, as JSON. */
async function runTests(sdk: SdkFolder): Promise<Outcome> {
  const report = join(sdk.folder, 'report.json');
  const said = await exec('npm', ['test', '--', '--reporter=json', `--outputFile=${report}`], {
    cwd: sdk.folder,
    maxBuffer: 1 << 27,
  }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stdout?: string; stderr?: string }) => `${error.stdout ?? ''}${error.stderr ?? ''}`,
  );
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      readonly numPassedTests: number;
      readonly testResults: readonly {
        readonly name: string;
        readonly message: string;
        readonly assertionResults: readonly {
          readonly status: string;
          readonly fullName: string;
          readonly failureMessages: readonly string[];
        }[];
      }[];
    };
    return {
      passed: numPassedTests,
      failures: testResults.flatMap((file) => [
        ...(file.message ? [file.message] : []),
        ...file.assertionResults
          .filter((one) => one.status === 'failed')
          .map((one) => `${one.fullName}: ${one.failureMessages.join(' ').slice(0, 500)}`),
      ]),
    };
  } catch {
    return { passed: 0, failures: [said.slice(-2000)] };
  }
}

function typeFaults(sdk: SdkFolder): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(sdk.folder, 'tests/tsconfig.json'),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (!config) return ['no tests/tsconfig.json'];
  return ts
    .getPreEmitDiagnostics(ts.createProgram(config.fileNames, config.options))
    .map((one) => `${one.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`);
}

describe.each([
  ['smithery', 120],
  ['registry', 20],
  ['bookshop', 75],
])('%s', (api, least) => {
  test(
    'its tests compile and pass',
    async () => {
      const sdk = await sdkFolder(api, 'generated-tests');
      expect(typeFaults(sdk)).toEqual([]);
      const { passed, failures } = await runTests(sdk);
      expect(failures).toEqual([]);
      expect(passed).toBeGreaterThanOrEqual(least);
    },
    SLOW,
  );
});

test(
  'what the mock server cannot judge is answered without it, and the file says so',
  async () => {
    const flag = { 'text/plain': { schema: { type: 'boolean' } } };
    const made = await sdkOf(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Flags', version: '1' },
        servers: [{ url: 'https://flags.example' }],
        paths: {
          '/flag': {
            put: {
              requestBody: { required: true, content: flag },
              responses: { 200: { description: 'Set', content: flag } },
            },
          },
        },
      }),
    );
    const sdk = await writeSdk('text-that-spells', [...made.files, ...(made.generation?.documented ?? [])]);
    expect(made.files.find((file) => file.path === 'tests/api-resources/flag.test.ts')?.text).toContain(
      '// The mock server does not support this body, so the test uses a fixed response.',
    );
    expect(await runTests(sdk)).toEqual({ passed: 2, failures: [] });
  },
  SLOW,
);

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const object = (properties: object): object => ({ type: 'object', properties });
const DONE = { 200: { description: 'Done', ...json(object({ id: { type: 'string' } })) } };

/** Documents that a mock server cannot answer, or refuses although the request is right. */
const DIFFICULT: readonly (readonly [name: string, passed: number, document: object])[] = [
  [
    'only an error is documented',
    2,
    { paths: { '/a': { delete: { responses: { 404: { description: 'Not found' } } } } } },
  ],
  ['no response is documented', 2, { paths: { '/a': { delete: { responses: {} } } } }],
  [
    'only a discriminator tells the bodies apart',
    3,
    {
      paths: {
        '/a': {
          post: {
            requestBody: {
              required: true,
              ...json({
                oneOf: [ref('Cat'), ref('Dog')],
                discriminator: {
                  propertyName: 'kind',
                  mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
                },
              }),
            },
            responses: DONE,
          },
        },
      },
      components: {
        schemas: {
          Pet: { ...object({ kind: { type: 'string' } }), required: ['kind'] },
          Cat: { allOf: [ref('Pet'), object({ lives: { type: 'integer' } })] },
          Dog: { allOf: [ref('Pet'), object({ barks: { type: 'boolean' } })] },
        },
      },
    },
  ],
  [
    'a deprecated parameter, of which the mock server warns',
    2,
    {
      paths: {
        '/a': {
          get: {
            parameters: [
              { name: 'old', in: 'query', required: true, deprecated: true, schema: { type: 'string' } },
            ],
            responses: DONE,
          },
        },
      },
    },
  ],
  [
    '2.0 without media types',
    5,
    {
      swagger: '2.0',
      host: 'a.example',
      paths: {
        '/a': {
          post: {
            parameters: [{ name: 'body', in: 'body', schema: object({ name: { type: 'string' } }) }],
            responses: { 200: { description: 'Done', schema: object({ id: { type: 'string' } }) } },
          },
          get: { responses: { 200: { description: 'Done', schema: object({ id: { type: 'string' } }) } } },
        },
      },
    },
  ],
];

test.each(DIFFICULT)(
  '%s',
  async (name, passed, document) => {
    const info = { title: 'Difficult', version: '1' };
    const servers = [{ url: 'https://a.example' }];
    const whole =
      'swagger' in document ? { info, ...document } : { openapi: '3.0.3', info, servers, ...document };
    const made = await sdkOf(JSON.stringify(whole));
    const sdk = await writeSdk(`difficult-${name.replace(/\W+/g, '-')}`, [
      ...made.files,
      ...(made.generation?.documented ?? []),
    ]);
    expect(typeFaults(sdk)).toEqual([]);
    expect(await runTests(sdk)).toEqual({ passed, failures: [] });
  },
  SLOW,
);

const corpus = unpackedCorpus();

/** Real documents of several versions, sizes and makers. */
const DOCUMENTS = [
  'browserbase.stagehand--packages-server-v3-openapi.v3@2026-08-19.yaml',
  'e2b-dev.e2b--spec-envd-envd.yaml',
  'khulnasoft.rapiddocs--packages-cli-api-importers-ope~ts-src-__test__-fixtures-valtown-openapi4fa0.yaml',
  'kubb-labs.plugins--schemas-3.0.x-jokesOne.yaml',
  'microsoft.typespec--packages-samples-test-output-todoApp-typespec-openapi3-openapi.yaml',
  'nexmo.api-specification--definitions-voice.yaml',
  'oad--nexmo.com.reports.json',
  'npm--scalar-galaxy.3.1.yaml.yaml',
  'redocly.museum-openapi-example--openapi.yaml',
  'smithery-ai.typescript-api--openapi-registry@2025-11-25.yaml',
  'speakeasy-api.openapi--swagger-testdata-test.swagger.json',
  'xeroapi.xero-openapi--xero_bankfeeds.yaml',
] as const;

/**
 * Methods whose tests are left out, with the reason in the file: `byte` of one character, and a required
 * property that is nowhere declared.
 */
const CONTRADICTIONS = [
  ['adyen.adyen-openapi--yaml-TerminalAPI-v1.yaml', ['APDUClass']],
  ['figma.rest-api-spec--openapi-openapi.yaml', ['team_id']],
] as const;

describe.skipIf(corpus === undefined)('documents of the corpus', () => {
  test.each(CONTRADICTIONS)(
    '%s: a test that cannot pass says why',
    async (name, properties) => {
      const { files } = await sdkOfFiles(join(corpus ?? '', 'files', name), {
        only: (path) => path.startsWith('tests/'),
      });
      const reasons = files.flatMap((file) =>
        [...file.text.matchAll(/^ *\/\/ (No valid sample value .*)\n *test\.skip/gm)].map(
          (match) => match[1],
        ),
      );
      expect(reasons.length).toBeGreaterThan(0);
      for (const property of properties)
        expect(reasons.every((reason) => reason?.includes(`"${property}"`))).toBe(true);
    },
    SLOW,
  );

  // Every eighth document in each run, all of them in `npm run verify:pairs`: Prism and vitest take ten seconds each.
  const judged = everyNth(DOCUMENTS, 8);
  test.each(judged)(
    '%s: no fault in any request',
    async (name) => {
      const made = await sdkOfFiles(join(corpus ?? '', 'files', name));
      const sdk = await writeSdk(`corpus-${name.replace(/\W+/g, '-')}`, [
        ...made.files,
        ...(made.generation?.documented ?? []),
      ]);
      const { passed, failures } = await runTests(sdk);
      expect(failures).toEqual([]);
      expect(passed).toBeGreaterThan(0);
    },
    SLOW,
  );
});
