/** The stages put together: documents and config in, an SDK as planned out. Pure; disk and process are the caller's. */
import type { Config } from './config/types.ts';
import { emptyConfig } from './config/empty.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { buildApi } from './ir/build.ts';
import type { Api } from './ir/types.ts';
import { packageInfo } from './package-info.ts';
import { type SdkPlan, planSdk } from './plan/sdk.ts';
import { type RootView, planViews } from './plan/views/index.ts';
import type { Documents } from './source/types.ts';

export interface Generation {
  readonly api: Api;
  readonly sdk: SdkPlan;
  /** What templates get. */
  readonly views: RootView;
  readonly diagnostics: readonly Diagnostic[];
}

export function generate(input: { readonly documents: Documents; readonly config?: Config }): Generation {
  const config = input.config ?? emptyConfig();
  const built = buildApi({ documents: input.documents, config });
  const sdk = planSdk(built.value);
  const views = planViews(sdk, { package: packageInfo(built.value, config), functions: config.output.functions });
  return { api: built.value, sdk, views, diagnostics: [...input.documents.diagnostics, ...built.diagnostics, ...sdk.diagnostics] };
}
