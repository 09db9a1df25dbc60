/** The intermediate representation as other programs get it. */
import type { Api } from '../ir/types.ts';

/** Raised when a property changes its meaning or goes; new properties raise nothing. */
export const IR_VERSION = 1;

/** What an API offers, free of OpenAPI and of any language. */
export interface IrContract extends Api {
  /** Always `sdkwright.ir`. */
  readonly format: 'sdkwright.ir';
  /** Version of the contract. */
  readonly version: number;
}

export const irContract = (api: Api): IrContract => ({ format: 'sdkwright.ir', version: IR_VERSION, ...api });
