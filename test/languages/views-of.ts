/** The views of the TypeScript SDK of a document, for tests. Both are texts: YAML or JSON. */
import { createPlanner, generateFor } from '../../generator/generate.ts';
import type { SdkViews } from '../../generator/languages/language.ts';
import { typescript as TYPESCRIPT } from '../../generator/languages/typescript/data.ts';
import { typescript } from '../../generator/languages/typescript/language.ts';
import type { RootView } from '../../generator/languages/typescript/views/index.ts';
import type { TypescriptSdk } from '../../generator/languages/typescript/sdk.ts';
import type { Places } from '../../generator/plan/sdk.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';

export interface Viewed {
  readonly sdk: TypescriptSdk;
  readonly views: SdkViews<RootView>;
}

export async function sdkAndViews(document: string, config: string, former?: Places): Promise<Viewed> {
  const project = await loadProject({
    io: memoryIo({ 'openapi.yml': document, 'sdkwright.yml': config }),
    ...{ cwd: '/', allowRemote: false, spec: 'openapi.yml', config: 'sdkwright.yml' },
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { documents, configFor } = project.value;
  const plan = createPlanner(documents, former);
  return generateFor(typescript, { documents, config: configFor(TYPESCRIPT), plan });
}

export const viewsOf = async (document: string, config: string): Promise<SdkViews<RootView>> =>
  (await sdkAndViews(document, config)).views;
