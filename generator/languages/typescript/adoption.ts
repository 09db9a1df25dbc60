/** Repositories of TypeScript packages that another generator filled. */
import type { AdoptionData } from '../language-data.ts';

const script = (about: string, command: string): string =>
  `#!/usr/bin/env bash\n# ${about}\nset -eu\ncd "$(dirname "$0")/.."\n${command}\n`;

const build = script('Builds the package into dist/.', 'npm run build');

export const adoption: AdoptionData = {
  former: [
    {
      patterns: [
        'src/{api-promise,core,error,pagination,resource,resources,uploads,version}.ts',
        'src/{core,internal,shims,_shims}/**',
        'src/tsconfig.json',
        'src/tsconfig.dist-src.json',
      ],
      reason: 'the runtime of the former generator; nothing generated imports it',
    },
    {
      patterns: [
        'tests/{base64,buildHeaders,form,index,path,responses,streaming,stringifyQuery,uploads}.test.ts',
        'tests/{api-resources,internal,qs,utils}/**',
        'jest.config.{ts,js,cjs}',
        'ecosystem-tests/**',
      ],
      reason: 'tests the runtime of the former generator',
    },
    {
      patterns: ['yarn.lock', 'package-lock.json', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'],
      reason: 'locks the packages of the former `package.json`; `npm install` makes a new lock file',
    },
    {
      patterns: [
        '{.eslintrc.js,.eslintrc.cjs,eslint.config.mjs,.eslintcache,.prettierrc.json,.prettierignore}',
        '{tsc-multi.json,tsconfig.deno.json,tsconfig.dist-src.json,.stats.yml,Brewfile,build,build-deno}',
        'scripts/**',
        'bin/{cli,migration-config.json,replace-internal-symlinks}',
      ],
      reason: 'a tool, or settings of a tool, of the former package',
    },
  ],
  scripts: {
    'scripts/bootstrap': script(
      'Installs what the build and the tests need.',
      'npm install --no-audit --no-fund',
    ),
    'scripts/build': build,
    'scripts/build-all': build,
    'scripts/lint': script('Checks the types.', 'npx --no-install tsc -p tsconfig.json'),
    'scripts/test': script('Tests each method against a mock server.', 'npm test'),
    'bin/publish-npm': `#!/usr/bin/env bash
# Builds and publishes the package. A version with a hyphen, such as 2.0.0-beta.1, does not become \`latest\`.
set -eu
cd "$(dirname "$0")/.."
if [ -n "\${NPM_TOKEN:-}" ]; then
  npm config set --location=project '//registry.npmjs.org/:_authToken' '\${NPM_TOKEN}'
fi
version="$(node -p "require('./package.json').version")"
tag=latest
case "$version" in *-*) tag="\${version#*-}" tag="\${tag%%.*}" ;; esac
npm publish --access public --tag "$tag"
`,
  },
  publisher: /npm publish|publish-npm|publish-packages|(?:yarn|pnpm|jsr|deno) publish/,
  stale: [
    {
      command: /\bnode-version:[^#]*?['"\s[]v?(?:[4-9]|1\d)(?:[.x'"\s,\]}]|$)/,
      reason: 'The new package needs Node.js 20 or later.',
    },
    {
      command: /\bnpm ci\b|--frozen-lockfile|--immutable\b/,
      reason: 'There is no lock file any more. Write `npm install`, or commit the lock file that it makes.',
    },
    {
      command: /pnpm\/action-setup/,
      reason: '`package.json` does not name a version of pnpm any more. Remove the step, or add `version`.',
    },
  ],
  staleFiles: [
    {
      path: /^tests\/.*\.test\.tsx?$/,
      text: /^(?![\s\S]*from ['"](?:vitest|@jest\/globals|node:test)['"])[\s\S]*(?:^|\s)(?:describe|it|test)(?:\.\w+)*\(/,
      reason:
        "uses globals of Jest, and `npm test` runs Vitest: `import { describe, expect, it } from 'vitest'`, and `vi` instead of `jest`.",
    },
  ],
  importedAs: (path) => /^src\/(?!internal\/|_|lib\/)(.+?)(?:\/index)?(?<!\.d)\.ts$/.exec(path)?.[1],
  scriptNames: (path, text) =>
    path === 'package.json' ? Object.keys(sectionOf(readPackage(text), 'scripts')) : undefined,
  licenseIn: (path, text) => {
    const license = path === 'package.json' ? readPackage(text)['license'] : undefined;
    return typeof license === 'string' ? license : undefined;
  },
  losses: (path, before, after) => (path === 'package.json' ? packageLosses(before, after) : []),
};

type PackageFields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is PackageFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readPackage(text: string): PackageFields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

const sectionOf = (fields: PackageFields, key: string): PackageFields => {
  const section = fields[key];
  return isFields(section) ? section : {};
};

function packageLosses(before: string, after: string): readonly string[] {
  const [old, next] = [readPackage(before), readPackage(after)];
  const lost = (key: string): readonly string[] =>
    Object.keys(sectionOf(old, key)).filter((name) => !Object.hasOwn(sectionOf(next, key), name));
  const dependencies = [...lost('dependencies'), ...lost('peerDependencies')];
  const commands = typeof old['bin'] === 'string' ? ['bin'] : lost('bin');
  const fields = OWN_FIELDS.filter((name) => Object.hasOwn(old, name) && !Object.hasOwn(next, name));
  return [
    ...(typeof old['name'] === 'string' && old['name'] !== next['name']
      ? [
          `The package was ${old['name']} and is now ${String(next['name'])}. ` +
            'Set `targets.typescript.package_name`, or users will not find it.',
        ]
      : []),
    ...(dependencies.length > 0
      ? [`The dependencies ${dependencies.join(', ')} are gone. Add those that your own files import.`]
      : []),
    ...(commands.length > 0 ? [`The commands ${commands.join(', ')} are gone.`] : []),
    ...(fields.length > 0
      ? [`The fields ${fields.join(', ')} are gone. Those that you add again stay.`]
      : []),
  ];
}

/** Fields of the package as such; how it is built and resolved is the generator's. */
const OWN_FIELDS: readonly string[] = [
  'author',
  'contributors',
  'maintainers',
  'keywords',
  'bugs',
  'funding',
  'overrides',
  'resolutions',
  'os',
  'cpu',
];
