/**
 * Parts of the root view are computed when a template reads them. Handlebars copies the whole context of a
 * partial that is called with named values, and with it computes every part, so no set does that at the root.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { render } from '../../generator/emit/render.ts';
import { loadProject } from '../../generator/project.ts';
import { diskIo } from '../../generator/source/io.ts';
import { createRenderer } from '../../generator/targets.ts';
import { templateSet } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';

const folders = join(projectRoot, 'templates');
const SETS = readdirSync(folders, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(folders, entry.name)).includes('target.yaml'))
  .map(({ name }) => name);

/** The text of everything in a folder that can name a part. */
const textOf = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:hbs|yaml)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

const project = loadProject({
  io: diskIo(projectRoot),
  cwd: projectRoot,
  spec: 'specs/bookshop/openapi.yml',
  allowRemote: false,
});

it.each(SETS)('%s: only parts that its templates name are computed', async (name) => {
  const { value } = await project;
  if (!value) throw new Error('the bookshop is not valid');
  const set = await templateSet(name);
  const views = createRenderer(value).generationOf(set.language.text).views.forTemplates();
  const read = new Set<string>();
  const watched = Object.fromEntries(Object.keys(views).map((part) => [part, undefined]));
  for (const part of Object.keys(views))
    Object.defineProperty(watched, part, {
      enumerable: true,
      get: () => {
        read.add(part);
        return Reflect.get(views, part);
      },
    });
  expect(render(set, watched).value.length).toBeGreaterThan(0);
  expect(read.size).toBeGreaterThan(0);
  const text = set.layers.map((layer) => textOf(join(folders, layer.name))).join('\n');
  expect([...read].filter((part) => !new RegExp(`\\b${part}\\b`).test(text))).toEqual([]);
});
