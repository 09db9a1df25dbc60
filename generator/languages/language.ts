/**
 * What a language is to the rest of the program: it takes the plan of an SDK and gives what templates print.
 */
import type { Config } from '../config/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api } from '../ir/types.ts';
import type { Origin } from '../lib/origin.ts';
import type { SdkPlan } from '../plan/sdk.ts';
import type { Explained } from './explained.ts';
import type { SdkNames } from '../lib/sdk-names.ts';

/**
 * `TSdk`: the SDK with the names, files and types that it has in the language. `TViews`: what its templates
 * get.
 */
export interface Language<TSdk, TViews extends object = object> {
  /** What its SDK calls things, without the whole design. */
  readonly names: (api: Api) => SdkNames;
  /** The plan in the language's words. */
  readonly declare: (plan: SdkPlan) => TSdk & { readonly diagnostics: readonly Diagnostic[] };
  readonly viewsOf: (sdk: TSdk, config: Config) => SdkViews<TViews>;
}

export interface SdkViews<TViews extends object = object> {
  /** What templates get; the same for a package that has a version already. */
  readonly forTemplates: (version?: string) => TViews;
  /** Samples of the operations, for the document itself. */
  readonly samples: readonly OperationSamples[];
  /** Where its names are and how they are written. */
  readonly explained: Explained;
}

export interface OperationSamples {
  readonly origin: Origin;
  readonly path: string;
  readonly verb: string;
  readonly sentVerb?: string;
  /** Name of its reference page: `servers-list`. Unique. */
  readonly slug: string;
  /** `servers.list` */
  readonly call: string;
  readonly summary: string;
  readonly description: string;
  readonly samples: readonly { readonly lang: string; readonly source: string }[];
}
