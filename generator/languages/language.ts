/** The interface of a language: it takes the plan of an SDK and returns the data for templates. */
import type { Config } from '../config/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api, Method } from '../ir/types.ts';
import type { Origin } from '../lib/origin.ts';
import type { SdkPlan } from '../plan/sdk.ts';
import type { Explained, ExplainedCall } from './explained.ts';
import type { SdkNames } from '../lib/sdk-names.ts';

/** `TSdk`: the SDK with its names, files and types in the language. `TViews`: the data for its templates. */
export interface Language<TSdk, TViews extends object = object> {
  /** Names in the SDK, without the whole design. */
  readonly names: (api: Api) => SdkNames;
  /** Adds the language's names, files and types to the plan. */
  readonly declare: (plan: SdkPlan) => TSdk & { readonly diagnostics: readonly Diagnostic[] };
  readonly viewsOf: (sdk: TSdk, config: Config) => SdkViews<TViews>;
}

/** True for the paths of the files to generate. */
export type FileFilter = (path: string) => boolean;

export const everyFile: FileFilter = () => true;

/** Versions of packages that exist already. */
export interface PackageVersions {
  readonly own?: string | undefined;
  /** Version of the SDK, on which packages for agents depend. */
  readonly sdk?: string | undefined;
}

export interface SdkViews<TViews extends object = object> {
  readonly forTemplates: (versions?: PackageVersions) => TViews;
  /** The same data, but lists with an element per file contain only the elements of these files. */
  readonly forFiles: (paths: ReadonlySet<string>) => TViews;
  /** Samples of the operations, for the documented OpenAPI file. */
  readonly samples: readonly OperationSamples[];
  /** The SDK's names, and how they are written. */
  readonly explained: Explained;
  /** The same for a single method. Undefined if the SDK does not have it. */
  readonly explainCall: (method: Method) => ExplainedCall | undefined;
}

export interface OperationSamples {
  readonly origin: Origin;
  readonly path: string;
  readonly verb: string;
  readonly sentVerb?: string;
  /** Unique name of its reference page: `servers-list`. */
  readonly slug: string;
  /** For example `servers.list`. */
  readonly call: string;
  readonly summary: string;
  readonly description: string;
  readonly samples: readonly { readonly lang: string; readonly source: string }[];
}
