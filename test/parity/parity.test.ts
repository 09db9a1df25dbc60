/**
 * Published SDKs against ours, made from the same document and config. The figures are what was reached: they
 * must not fall.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sdk, isSource, sdkOfFiles } from '../support/sdk.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { typecheckNew } from '../support/typecheck.ts';

const run = promisify(execFile);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parity-'));
  if (sharedFolder === undefined) return;
  cpSync(join(sharedFolder, 'tools/parity'), join(folder, 'tool'), { recursive: true });
  mkdirSync(join(folder, 'tool/node_modules'), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules/typescript'), join(folder, 'tool/node_modules/typescript'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pair(name: string, file: string): string {
  return join(sharedFolder ?? '', 'pairs', name, file);
}

async function make(
  name: string,
  spec: string,
  hasConfig: boolean,
): Promise<{ readonly sdk: Sdk; readonly surface: string }> {
  const sdk = await sdkOfFiles(pair(name, spec), {
    only: isSource,
    ...(hasConfig ? { config: pair(name, 'stainless.yml') } : { config: empty() }),
  });
  const out = join(folder, name);
  for (const file of sdk.files) {
    mkdirSync(dirname(join(out, file.path)), { recursive: true });
    writeFileSync(join(out, file.path), file.text);
  }
  writeFileSync(join(out, 'package.json'), '{ "name": "candidate", "version": "0.0.0" }');
  const surface = join(folder, `${name}.json`);
  const { stdout } = await run(process.execPath, [join(folder, 'tool/surface.mjs'), join(out, 'src')], {
    maxBuffer: 1 << 28,
  });
  writeFileSync(surface, stdout);
  return { sdk, surface };
}

/** No config at all: without a name for one, the generator would look for it beside the test. */
function empty(): string {
  const file = join(folder, 'empty.yml');
  writeFileSync(file, '# nothing\n');
  return file;
}

interface Board {
  readonly metrics: Readonly<
    Record<string, { readonly label: string; readonly ok: number; readonly of: number }>
  >;
  readonly issues: readonly {
    readonly metric: string;
    readonly where: string;
    readonly expected: unknown;
    readonly actual: unknown;
  }[];
}

async function score(name: string, surface: string): Promise<Board> {
  const { stdout } = await run(
    process.execPath,
    [join(folder, 'tool/score.mjs'), pair(name, 'surface.json'), surface, '--json', '--by-endpoint'],
    { maxBuffer: 1 << 28 },
  );
  return JSON.parse(stdout) as Board;
}

const share = (board: Board, label: string): number => {
  const found = Object.values(board.metrics).find((one) => one.label.startsWith(label));
  if (!found) throw new Error(`no metric ${label}`);
  return found.of === 0 ? 1 : found.ok / found.of;
};

/** What issue by issue must be complete where document and config are those of the published SDK. */
const COMPLETE = [
  'methods complete',
  'methods at the same class path, verb and path',
  'candidate methods that the oracle has',
  'resource class names',
  'positional arguments: same names',
  'positional arguments: same types',
  'same value at each place',
  'argument kind',
  'argument optionality',
  'params type name',
  'response type name',
  'deprecated flags',
  'sends a query',
  'binary, stream',
  'nested type names',
  'names exported from class namespaces',
  'params types: equal all the way down',
  'response types: equal all the way down',
];

describe.skipIf(sharedFolder === undefined)('current generation, with its config', () => {
  it.each([
    ['linq', 'openapi.yaml'],
    ['phoebe', 'openapi.yml'],
  ])('%s is the SDK that its users have', async (name, spec) => {
    const { sdk, surface } = await make(name, spec, true);
    expect(typecheckNew(sdk.files)).toEqual([]);
    const board = await score(name, surface);
    expect(Object.fromEntries(COMPLETE.map((label) => [label, share(board, label)]))).toEqual(
      Object.fromEntries(COMPLETE.map((label) => [label, 1])),
    );
  });
});

describe.skipIf(sharedFolder === undefined)('current generation, without a config', () => {
  it('spotify: names and signatures', async () => {
    const { sdk, surface } = await make('spotify', 'openapi.yml', false);
    expect(typecheckNew(sdk.files)).toEqual([]);
    const board = await score('spotify', surface);
    const reached: Readonly<Record<string, number>> = {
      'methods at the same class path, verb and path': 0.76,
      'resource class names': 1,
      'positional arguments: same names': 1,
      'positional arguments: same types': 1,
      'argument kind': 0.88,
      'params types: properties: same type, names': 1,
      'response types: properties: same type, names': 1,
      'deprecated flags': 1,
    };
    for (const [label, least] of Object.entries(reached))
      expect.soft(share(board, label), label).toBeGreaterThanOrEqual(least);
  });
});

describe.skipIf(sharedFolder === undefined)('older generation: names of classes, methods and types', () => {
  it.each(['onebusaway', 'llama-stack'])('%s', async (name) => {
    const { sdk, surface } = await make(name, 'openapi.yml', true);
    expect(typecheckNew(sdk.files)).toEqual([]);
    const published = readListing(readFileSync(pair(name, 'surface.txt'), 'utf8'));
    const ours = readSurface(readFileSync(surface, 'utf8'));
    expect([...published.methods].filter((one) => !ours.methods.has(one))).toEqual([]);
    expect([...published.types].filter((one) => !ours.types.has(one))).toEqual([]);
    expect(published.methods.size).toBeGreaterThan(25);
  });
});

interface Listing {
  /** `Class.method` */
  readonly methods: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/** The listing of an older SDK: `## file  class X`, methods with `=> verb path`, `types: …`. */
function readListing(text: string): Listing {
  const methods = new Set<string>();
  const types = new Set<string>();
  let className = '';
  for (const line of text.split('\n')) {
    className = /^## \S+\s+class (\w+)/.exec(line)?.[1] ?? className;
    const method = /^ {3}(\w+)\(.*=> \S/.exec(line)?.[1];
    if (method !== undefined) methods.add(`${className}.${method}`);
    for (const name of /^ {3}types: (.*)$/.exec(line)?.[1]?.split(', ') ?? [])
      types.add(name.replace(/^type /, '').replace(/ .*/, ''));
  }
  return { methods, types };
}

function readSurface(text: string): Listing {
  const surface = JSON.parse(text) as {
    readonly resources: readonly { readonly path: string; readonly class: string }[];
    readonly methods: readonly { readonly path: string }[];
    readonly types: Readonly<Record<string, unknown>>;
  };
  const classes = new Map(surface.resources.map((one) => [one.path, one.class]));
  const methods = surface.methods.map(
    ({ path }) =>
      `${classes.get(path.slice(0, Math.max(0, path.lastIndexOf('.')))) ?? ''}.${path.slice(path.lastIndexOf('.') + 1)}`,
  );
  return {
    methods: new Set(methods),
    types: new Set(Object.keys(surface.types).map((key) => key.slice(key.indexOf('#') + 1))),
  };
}

describe.skipIf(sharedFolder === undefined)('further configs of real projects', () => {
  it('privy: one entry names an operation that the document lacks; all else compiles', async () => {
    const sdk = await sdkOfFiles(pair('configs', 'privy.openapi.json'), {
      only: isSource,
      config: pair('configs', 'privy.stainless.yml'),
    });
    expect(sdk.diagnostics.filter((one) => one.severity === 'error').map((one) => one.message)).toEqual([
      'The document has no operation post /v1/wallets_with_recovery, which wallets.create_wallets_with_recovery refers to.',
    ]);
    expect(typecheckNew(sdk.files)).toEqual([]);
    // The document places its models itself, also in resources that the config does not mention; the
    // published SDK has them there.
    const texts = new Map(sdk.files.map((file) => [file.path, file.text]));
    const exported: readonly (readonly [string, string])[] = [
      ['wallets/wallets', 'CurveSigningChainType'],
      ['users', 'LinkedAccountGitHubOAuth'],
      ['client-auth', 'CustomOAuthProviderID'],
      ['embedded-wallets', 'OAuthInitICloudRecoveryInput'],
      ['wallet-actions', 'WalletActionStep'],
      ['cross-app', 'CrossAppConnection'],
      ['webhooks', 'WalletFundsErc20Asset'],
      ['accounts', 'AccountWalletIDs'],
      ['shared', 'OwnerIDInput'],
    ];
    expect(
      exported.filter(
        ([file, name]) =>
          !new RegExp(`^export (?:interface|type) ${name}\\b`, 'm').test(
            texts.get(`src/resources/${file}.ts`) ?? '',
          ),
      ),
    ).toEqual([]);
  });
});
