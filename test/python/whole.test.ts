/**
 * The Python SDK of documents with all that an operation can have: what its templates read. The documents are
 * those of `test/ir/whole` and of `whole/`. What is false or empty is left out. `UPDATE_EXPECTED=1` rewrites
 * what is expected; then read it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { generateFor } from '../../generator/generate.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { python } from '../../generator/languages/python/language.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { matches } from '../errors/matches.ts';
import { print } from '../support/print.ts';

const own = join(import.meta.dirname, 'whole');
const others = join(import.meta.dirname, '../ir/whole');
const documents = [others, own].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /^[^.]+\.yml$/.test(file))
    .map((file) => [file.replace('.yml', ''), folder] as const),
);

it.each(documents)('%s', async (name, folder) => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const hasConfig = existsSync(join(folder, `${name}.config.yml`));
  const project = await loadProject({
    io: memoryIo({
      'openapi.yml': read(`${name}.yml`),
      ...(hasConfig && { 'sdkwright.yml': read(`${name}.config.yml`) }),
    }),
    cwd: '/',
    allowRemote: false,
    ...(hasConfig ? { config: 'sdkwright.yml' } : { spec: 'openapi.yml' }),
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { documents: loaded, configFor } = project.value;
  const { views, diagnostics } = generateFor(python, { documents: loaded, config: configFor(PYTHON) });
  const { samples, explained } = views;
  // Beside the pages, of which each sample is a part.
  const others = { samples: samples.length, explained: Object.keys(explained).length };
  const found = diagnostics.map(({ code, message }) => `${code}: ${message}`);
  matches(
    join(own, `${name}.expected.json`),
    `${print(withoutEmpty({ ...views.forTemplates(), ...others, diagnostics: found }))}\n`,
  );
});

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([, each]) => each !== false && each !== '' && !(Array.isArray(each) && each.length === 0),
  );
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutEmpty(each)]));
}
