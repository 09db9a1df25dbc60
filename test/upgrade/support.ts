/** Two documents as SDKs in memory. */
import { join } from 'node:path';
import type { Made } from '../../bench/upgrade/reach.ts';
import type { Config } from '../../generator/config/types.ts';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import { render } from '../../generator/emit/render.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import { generate } from '../../generator/generate.ts';
import type { Documents } from '../../generator/source/types.ts';
import { projectRoot } from '../support/shared.ts';

let templates: TemplateSet | undefined;

export async function makeSdkFiles(documents: Documents, config: Config = emptyConfig()): Promise<Made> {
  templates ??= (
    await loadTemplateSet('typescript', diskTemplates(projectRoot, join(projectRoot, 'templates')))
  ).value;
  if (templates === undefined) throw new Error('The template set cannot be read.');
  const output = { ...config.output, docs: { ...config.output.docs, enabled: false } };
  const { api, sdk, views } = generate({ documents, config: { ...config, output } });
  const outputs = templates.outputs.filter((one) => one.template.text.startsWith('src/'));
  return { api, sdk, files: render({ ...templates, outputs }, views).value };
}
