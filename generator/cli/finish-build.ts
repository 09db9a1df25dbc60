/**
 * The last step of the build: writes the JSON Schemas of the package, bundles the code into few files,
 * and makes the command executable.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import spdx from 'spdx-license-list/simple.js';
import { createGenerator } from 'ts-json-schema-generator';
import { laidOutKeys } from '../emit/laid-out.ts';
import { prepare } from '../emit/prepared.ts';
import type { TreeFile } from '../emit/types.ts';
import { packTexts } from '../lib/license-texts.ts';
import { licenseNotices } from './license-notices.ts';
import { described } from '../contract/descriptions.ts';
import type { JsonObject } from '../lib/json.ts';
import { configSchema } from '../config/schema/config-schema.ts';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name: string, schema: unknown): void =>
  writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);

write('config.json', configSchema);
// The schemas are derived from the types, because the types are the contracts.
const schemaOf = (file: string, type: string, additionalProperties: boolean): JsonObject =>
  JSON.parse(
    JSON.stringify(
      createGenerator({
        path: fileURLToPath(new URL(`../../generator/${file}`, import.meta.url)),
        tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
        type,
        skipTypeCheck: true,
        sortProps: true,
        additionalProperties,
      }).createSchema(type),
    ),
  ) as JsonObject;
write('diff.json', schemaOf('diff/report/run.ts', 'DiffResult', false));
// A new property of these types must not break users who validate against the schemas.
for (const [name, type] of [
  ['ir', 'IrContract'],
  ['plan', 'PlanContract'],
  ['catalogue', 'CatalogueContract'],
] as const) {
  const contract = described(schemaOf(`contract/${name}.ts`, type, true));
  write(`${name}.json`, { $id: `urn:sdkwright:schema:${name}:1`, ...(contract as JsonObject) });
}

// Two builds with the same id generate the same SDK: they have the same code and, according to
// the manifest, the same libraries.
const dist = fileURLToPath(new URL('../', import.meta.url));
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .sort();
const id = createHash('sha256').update(readFileSync(join(dist, '../package.json')));
for (const name of scripts) id.update(name).update(readFileSync(join(dist, name)));

const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(dist, '../package.json'), 'utf8'),
) as Readonly<Record<'dependencies' | 'optionalDependencies', JsonObject>>;
const { resolve } = createRequire(import.meta.url);
const { version: prettier } = JSON.parse(readFileSync(resolve('prettier/package.json'), 'utf8')) as {
  readonly version: string;
};
const search = resolve('minisearch').replace(/dist[\\/].*$/, 'dist/umd/index.js');

// Loading hundreds of small files, ours and those of libraries, costs a third of a small run, so the code
// is bundled. Packages that users usually have already, or that read their own files, stay separate. Only a
// fraction of prettier and the list of licenses is used.
const { outputFiles, metafile } = await build({
  entryPoints: ['cli/main.js', 'index.js'].map((name) => join(dist, name)),
  outdir: dist,
  outbase: dist,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The other entry of jsonc-parser cannot be bundled.
  mainFields: ['module', 'main'],
  external: [...Object.keys(dependencies), ...Object.keys(optionalDependencies)],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  // Reduces what is read at each start. Lines stay short enough for stack traces.
  minifyWhitespace: true,
  lineLimit: 160,
  charset: 'utf8',
  define: {
    SDKWRIGHT_BUILD: JSON.stringify(id.digest('hex')),
    SDKWRIGHT_TEMPLATES: JSON.stringify('dist/templates.json'),
    SDKWRIGHT_LICENSES: JSON.stringify('dist/licenses.br'),
    SDKWRIGHT_SEARCH: JSON.stringify('dist/minisearch.js'),
    SDKWRIGHT_PRETTIER: JSON.stringify(prettier),
  },
  write: false,
  metafile: true,
});
// The studio's page for browsers: a single script with everything in it.
const page = await build({
  entryPoints: [join(dist, '../studio/main.tsx')],
  outfile: join(dist, 'studio-page/studio.js'),
  tsconfig: join(dist, '../studio/tsconfig.json'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
});
for (const name of ['index.html', 'studio.css'])
  copyFileSync(join(dist, '../studio', name), join(dist, 'studio-page', name));

for (const name of scripts) rmSync(join(dist, name));
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

// Parsing and compiling the shipped templates would take a fifth of a small run, so it is done here.
const sets = join(dist, '../templates');
const runtimeFiles = (): readonly TreeFile[] =>
  readdirSync(sets, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[\\/]runtime[\\/].*\.\w+$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(sets, path), 'utf8').replaceAll('\r\n', '\n') }));
const textsOf = (end: string): readonly string[] =>
  readdirSync(sets, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .sort()
    .map((name) => readFileSync(join(sets, name), 'utf8').replaceAll('\r\n', '\n'));
writeFileSync(
  join(dist, 'templates.json'),
  JSON.stringify(
    prepare({
      templates: textsOf('.hbs'),
      targets: textsOf('target.yaml'),
      laidOut: await laidOutKeys(runtimeFiles()),
    }),
  ),
);

writeFileSync(join(dist, 'licenses.br'), packTexts(spdx));
writeFileSync(join(dist, 'minisearch.js'), readFileSync(search));
writeFileSync(
  join(dist, 'THIRD-PARTY-LICENSES.txt'),
  licenseNotices([...Object.keys(metafile.inputs), ...Object.keys(page.metafile.inputs), search]),
);

// npm does this for an installed package, but not for a checkout.
chmodSync(join(dist, 'cli/main.js'), 0o755);
