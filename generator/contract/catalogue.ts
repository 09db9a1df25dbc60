/** The catalogue as a contract for other programs: every call as a tool, with a version. */
import type { Api } from '../ir/types.ts';
import { type CatalogueEntry, planCatalogue } from '../plan/catalogue.ts';
import type { SdkPlan } from '../plan/sdk.ts';

/** Increased when a property changes its meaning or is removed, but not for new properties. */
const CATALOGUE_VERSION = 1;

export interface CatalogueContract {
  /** Always `sdkwright.catalogue`. */
  readonly format: 'sdkwright.catalogue';
  readonly version: number;
  readonly info: Api['info'];
  /** In the order of the tree, the root first. */
  readonly entries: readonly CatalogueEntry[];
}

export const catalogueContract = (plan: SdkPlan): CatalogueContract => ({
  format: 'sdkwright.catalogue',
  version: CATALOGUE_VERSION,
  info: plan.api.info,
  entries: planCatalogue(plan).map(({ entry }) => entry),
});
