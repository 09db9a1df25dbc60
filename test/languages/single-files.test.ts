/** The file of a call or a page, rendered alone, is the same as in a whole run: the studio shows such files. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { methodsOf } from '../../generator/init/methods.ts';
import { languageNamed } from '../../generator/languages/registry.ts';
import { loadProject } from '../../generator/project.ts';
import { diskIo } from '../../generator/source/io.ts';
import { createRenderer } from '../../generator/targets.ts';
import { projectRoot } from '../support/shared.ts';

const io = diskTemplates(projectRoot, join(projectRoot, 'templates'));

describe.each(['smithery', 'bookshop'])('%s', (name) => {
  test.each(['typescript', 'python', 'go'])('%s', async (language) => {
    const cwd = join(projectRoot, 'specs', name);
    const project = await loadProject({ io: diskIo(cwd), cwd, allowRemote: false });
    if (!project.value) throw new Error('not loaded');
    const whole = await createRenderer(project.value).render({ value: language }, io);
    const texts = new Map(whole.rendered?.files.map(({ path, text }) => [path, text]));
    const renderer = createRenderer(project.value);
    const { views, api } = renderer.generationOf(language);
    const names = languageNamed(language)?.names(api);
    const paths = new Set([
      ...views.explained.calls.map(({ file }) => file),
      ...views.explained.types.map(({ file }) => file),
      ...methodsOf(api.root).flatMap(({ resource }) => {
        const page = names?.page(resource);
        return page === undefined ? [] : [`docs/${page}`];
      }),
      'README.md',
      'docs/README.md',
      'api.md',
    ]);
    expect(paths.size).toBeGreaterThan(10);
    for (const path of paths) {
      const [file] = await renderer.renderFiles({ value: language }, io, new Set([path]));
      expect([path, file?.text]).toEqual([path, texts.get(path)]);
    }
    for (const call of views.explained.calls) expect(views.explainCall(call.method)).toEqual(call);
  });
});
