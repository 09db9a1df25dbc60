/**
 * Decides by the size of the API which optional parts of the output are generated if
 * the config does not mention them.
 */
import type { SdkPlan } from './sdk.ts';

export interface Extent {
  /** Pages about the HTTP interface of operations. */
  readonly reference: boolean;
  /** Pages about models. */
  readonly modelPages: boolean;
  /** A function for each method. */
  readonly functions: boolean;
}

/** Above these counts, the parts would be larger than the SDK. */
const MOST = { reference: 200, modelPages: 200, functions: 100 };

/** The config's options for these parts. */
interface ExtentOptions {
  readonly docs: {
    readonly enabled: boolean;
    readonly reference?: boolean;
    readonly models?: boolean;
  };
  readonly functions?: boolean;
}

export function extentOf({ docs, functions }: ExtentOptions, { resources, models, shapes }: SdkPlan): Extent {
  const { isPublished } = shapes.edition;
  const operations = resources.reduce((sum, resource) => sum + resource.methods.length, 0);
  return {
    reference: docs.enabled && (docs.reference ?? (isPublished && operations <= MOST.reference)),
    modelPages: docs.enabled && (docs.models ?? (isPublished || models.length <= MOST.modelPages)),
    functions: functions ?? (isPublished || operations <= MOST.functions),
  };
}
