import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { format } from '../../generator/emit/format.ts';
import { laidOutKeys } from '../../generator/emit/laid-out.ts';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import { type Prepared, prepare, preparedTarget } from '../../generator/emit/prepared.ts';
import { render } from '../../generator/emit/render.ts';
import { parseTargetFile } from '../../generator/emit/target-file.ts';
import { type TemplateIo, diskTemplates, memoryTemplates } from '../../generator/emit/template-io.ts';
import { generate } from '../support/generate.ts';
import { loadProject } from '../../generator/project.ts';
import { diskIo } from '../../generator/source/io.ts';
import { projectRoot } from '../support/shared.ts';

const shipped = join(projectRoot, 'templates');
const textsOf = (end: string) =>
  readdirSync(shipped, { recursive: true, encoding: 'utf8' })
    .filter((one) => one.endsWith(end))
    .map((one) => readFileSync(join(shipped, one), 'utf8'));
const [texts, targets] = [textsOf('.hbs'), textsOf('target.yaml')];
// As the build writes it.
const prepared: Prepared = JSON.parse(JSON.stringify(prepare({ templates: texts, targets })));

async function setOf(name: string, io: TemplateIo) {
  const { value, diagnostics } = await loadTemplateSet(name, io);
  if (!value) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return value;
}

describe('templates that the build prepared', () => {
  it('are all templates of the shipped sets', () => {
    expect(Object.keys(prepared.templates)).toHaveLength(new Set(texts).size);
    expect(Object.keys(prepared.targets)).toHaveLength(targets.length);
    for (const text of targets)
      expect(preparedTarget(prepared, text, 'templates/x/target.yaml')).toEqual(
        parseTargetFile(text, 'templates/x/target.yaml').value,
      );
    expect(preparedTarget(prepared, 'name: mine\n', 'x')).toBeUndefined();
  });

  it('render what the same templates give when they are compiled by the run', async () => {
    const project = await loadProject({
      io: diskIo(projectRoot),
      cwd: projectRoot,
      spec: 'specs/bookshop/openapi.yml',
      config: 'specs/bookshop/sdkwright.yml',
      allowRemote: false,
    });
    if (!project.value) throw new Error('no project');
    const views = { ...generate(project.value).views.forTemplates() };
    const disk = diskTemplates(projectRoot, shipped);
    for (const name of ['typescript', 'deno', 'http', 'tanstack-query', 'workers', 'zod']) {
      const set = await setOf(name, { ...disk, prepared: async () => prepared });
      const kinds = [...set.templates.values(), ...set.partials.values()].map((one) => one.body.kind);
      expect(new Set(kinds)).toEqual(new Set(['compiled']));
      const made = render(set, views);
      expect(made.diagnostics).toEqual([]);
      expect(made.value).toEqual(render(await setOf(name, disk), views).value);
    }
  });

  it('tell the place of a fault all the same', async () => {
    const text = 'one\n{{#each items}}\n  {{> partials/item}}\n{{/each}}\n';
    const item = 'x\n {{title.text}} {{#if missing}}yes{{/if}}\n';
    const files = {
      'shipped/s/target.yaml': 'name: s\nview: 1\noutputs:\n  - { template: a.txt.hbs, path: a.txt }\n',
      'shipped/s/a.txt.hbs': text,
      'shipped/s/partials/item.hbs': item,
    };
    const io = memoryTemplates(files);
    const plain = await setOf('s', io);
    const compiled = await setOf('s', {
      ...io,
      prepared: async () => prepare({ templates: [text, item], targets: [] }),
    });
    for (const [views, line] of [
      [{ items: [{ title: { text: 'T' } }] }, 2],
      [{ items: [{ title: 'T' }] }, 2],
      [{}, 2],
    ] as const) {
      const { diagnostics } = render(compiled, views);
      expect(diagnostics.map((one) => one.position?.line)).toEqual([line]);
      expect(diagnostics).toEqual(render(plain, views).diagnostics);
    }
  });

  it('have the runtime of Python laid out already, but for files that others changed', async () => {
    const files = readdirSync(shipped, { recursive: true, encoding: 'utf8' })
      .filter((path) => /[\\/]runtime[\\/].*\.py$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(shipped, path), 'utf8') }));
    const laidOut = await laidOutKeys(files);
    expect(laidOut).toHaveLength(files.length);
    const disk = diskTemplates(projectRoot, shipped);
    const io: TemplateIo = {
      ...disk,
      prepared: async () => ({ ...prepared, laidOut }),
      readText: async (path) => {
        const text = await disk.readText(path);
        return path.endsWith('_retry.py') ? `${text}\nx  =  1\n` : text;
      },
    };
    const { runtime } = await setOf('python', io);
    const left = runtime.filter((one) => !one.isLaidOut).map((one) => one.path);
    expect(left).toEqual([expect.stringMatching(/_retry\.py$/)]);
    const { value } = await format([
      { path: 'a.py', text: 'x  =  1\n' },
      { path: 'b.py', text: 'x  =  1\n', isLaidOut: true },
    ]);
    expect(value.map((one) => one.text)).toEqual(['x = 1\n', 'x  =  1\n']);
  });

  it('leave a template of the user to the run', async () => {
    const io = memoryTemplates({
      'shipped/s/target.yaml': 'name: s\nview: 1\noutputs:\n  - { template: a.txt.hbs, path: a.txt }\n',
      'shipped/s/a.txt.hbs': 'mine\n',
    });
    const set = await setOf('s', { ...io, prepared: async () => prepared });
    expect(set.templates.get('a.txt.hbs')?.body.kind).toBe('parsed');
    expect(render(set, {}).value).toEqual([
      { path: 'a.txt', text: 'mine\n', template: 'shipped/s/a.txt.hbs' },
    ]);
  });
});
