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

export function generateInMemory(documents: Documents, config: Config, templates: TemplateSet): Generated {
  const generation = generate({ documents, config });
  return { api: generation.api, files: render(templates, { ...generation.views }).value };
}
