/** Two documents as SDKs in memory. */
import { join } from 'node:path';
import type { Made } from '../../bench/upgrade/reach.ts';
import { sdkInMemory } from '../../generator/cli/upgrade/sides.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import type { Config } from '../../generator/config/types.ts';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import type { Documents } from '../../generator/source/types.ts';
import { projectRoot } from '../support/shared.ts';

let templates: TemplateSet | undefined;

export async function makeSdkFiles(documents: Documents, config: Config = emptyConfig()): Promise<Made> {
  templates ??= (
    await loadTemplateSet('typescript', diskTemplates(projectRoot, join(projectRoot, 'templates')))
  ).value;
  if (templates === undefined) throw new Error('The template set cannot be read.');
  return sdkInMemory(documents, config, templates);
}
