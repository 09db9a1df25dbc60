/** The intermediate representation as a contract for other programs. */
import type { Api } from '../ir/types.ts';

/** Increased when a property changes its meaning or is removed, but not for new properties. */
export const IR_VERSION = 1;

/** The content of an API, independent of OpenAPI and of any language. */
export interface IrContract extends Api {
  /** Always `sdkwright.ir`. */
  readonly format: 'sdkwright.ir';
  /** Version of the contract. */
  readonly version: number;
}

export const irContract = (api: Api): IrContract => ({ format: 'sdkwright.ir', version: IR_VERSION, ...api });
