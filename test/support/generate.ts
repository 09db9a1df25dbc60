/** The stages put together for TypeScript. */
import type { Config } from '../../generator/config/types.ts';
import { type Generation, createPlanner, generateFor } from '../../generator/generate.ts';
import { typescript } from '../../generator/languages/typescript/language.ts';
import type { TypescriptSdk } from '../../generator/languages/typescript/sdk.ts';
import type { RootView } from '../../generator/languages/typescript/views/index.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import type { Places } from '../../generator/plan/sdk.ts';
import type { Documents } from '../../generator/source/types.ts';

export type TypescriptGeneration = Generation<TypescriptSdk, RootView>;

export const generate = ({
  documents,
  config = emptyConfig(),
  former,
}: {
  readonly documents: Documents;
  readonly config?: Config;
  readonly former?: Places;
}): TypescriptGeneration =>
  generateFor(typescript, { documents, config, plan: createPlanner(documents, former) });
