/** The SDK of one side as files in memory. */
import type { Config } from '../../../generator/config/types.ts';
import { loadTemplateSet } from '../../../generator/emit/load.ts';
import { render } from '../../../generator/emit/render.ts';
import { diskTemplates } from '../../../generator/emit/template-io.ts';
import type { TemplateSet } from '../../../generator/emit/template-set.ts';
import { generate } from '../../support/generate.ts';
import { type Places, placesOf } from '../../../generator/plan/sdk.ts';
import type { Documents } from '../../../generator/source/types.ts';
import type { Generated } from './judge.ts';

/** The built-in template set; undefined when it cannot be read. `folder` holds the sets. */
export async function openTemplates(cwd: string, folder: string): Promise<TemplateSet | undefined> {
  return (await loadTemplateSet('typescript', diskTemplates(cwd, folder))).value;
}

interface InMemory {
  readonly documents: Documents;
  readonly config: Config;
  /** Where models were in the SDK that this one follows. */
  readonly former?: Places;
}

/** Only what is compiled is written: the sources. */
export function generateInMemory(
  { documents, config, former }: InMemory,
  templates: TemplateSet,
): Generated & { readonly places: Places } {
  const output = { ...config.output, docs: { ...config.output.docs, enabled: false } };
  const generation = generate({ documents, config: { ...config, output }, ...(former && { former }) });
  const outputs = templates.outputs.filter(
    (one) => one.template.text.startsWith('src/') && one.for?.text !== 'functions',
  );
  return {
    places: placesOf(generation.plan),
    api: generation.api,
    files: render({ ...templates, outputs }, generation.views.forTemplates()).value,
  };
}
