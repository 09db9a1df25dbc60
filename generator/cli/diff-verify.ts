/** The SDK of one side as files in memory. */
import type { Config } from '../config/types.ts';
import { loadTemplateSet } from '../emit/load.ts';
import { render } from '../emit/render.ts';
import { diskTemplates } from '../emit/template-io.ts';
import type { TemplateSet } from '../emit/template-set.ts';
import { generate } from '../generate.ts';
import type { Documents } from '../source/types.ts';
import type { Generated } from '../verify/judge.ts';

/** The built-in template set; undefined when it cannot be read. `folder` holds the sets. */
export async function openTemplates(cwd: string, folder: string): Promise<TemplateSet | undefined> {
  return (await loadTemplateSet('typescript', diskTemplates(cwd, folder))).value;
}

/** Only what is compiled is written: the sources. */
export function generateInMemory(documents: Documents, config: Config, templates: TemplateSet): Generated {
  const output = { ...config.output, docs: { ...config.output.docs, enabled: false } };
  const generation = generate({ documents, config: { ...config, output } });
  const outputs = templates.outputs.filter(
    (one) => one.template.text.startsWith('src/') && one.for?.text !== 'functions',
  );
  return { api: generation.api, files: render({ ...templates, outputs }, generation.printed.views()).value };
}
