/** What the generator makes of a document, as texts: the IR, what it says, and the files of the SDK. */
import { join } from 'node:path';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import { render } from '../../generator/emit/render.ts';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { generate } from '../../test/support/generate.ts';
import { loadProject } from '../../generator/project.ts';
import { diskIo } from '../../generator/source/io.ts';

export async function hashesOf(
  root: string,
  input: { readonly folder: string; readonly spec: string; readonly config: string | false },
): Promise<readonly (readonly [path: string, text: string])[]> {
  const { folder, spec, config } = input;
  const io = diskIo(folder);
  const project = await loadProject({ io, cwd: folder, spec, config, allowRemote: false });
  const said = (list: typeof project.diagnostics): string =>
    JSON.stringify(list.map(({ severity, code, message, origin }) => [severity, code, message, origin]));
  if (!project.value) return [['diagnostics', said(project.diagnostics)]];
  const generation = generate(project.value);
  const set = await loadTemplateSet('typescript', diskTemplates(root, join(root, 'templates')));
  if (!set.value) throw new Error(set.diagnostics.map((one) => one.message).join('\n'));
  const rendered = render(set.value, generation.views.forTemplates());
  return [
    ['ir', JSON.stringify(generation.api)],
    ['diagnostics', said([...project.diagnostics, ...generation.diagnostics, ...rendered.diagnostics])],
    ...[...rendered.value, ...generation.documented].map((one) => [one.path, one.text] as const),
  ];
}
