/** A generated SDK, imported: attacks go through what users call. */
import { join } from 'node:path';
import { writeSdk } from '../samples/support/sdk-folder.ts';
import { sdkOf } from '../support/sdk.ts';

type Call = (...given: readonly unknown[]) => Promise<unknown>;

/** What the documents of these tests name; each client has a part of it. */
export interface AnyClient {
  readonly items: { readonly list: Call; readonly create: Call; readonly delete: Call };
  readonly webhooks: { readonly unwrap: Call; readonly unsafeUnwrap: (body: string) => unknown };
  withOptions(options: object): AnyClient;
}

export interface Imported {
  readonly Client: new (options?: object) => AnyClient;
  /** Source of a file. */
  readonly text: (path: string) => string;
  readonly codes: readonly string[];
}

export async function importSdk(name: string, spec: string, config?: string): Promise<Imported> {
  const sdk = await sdkOf(spec, config === undefined ? {} : { config });
  const { folder } = await writeSdk(`security-${name}`, sdk.files);
  const { default: Client } = await import(join(folder, 'src/index.ts'));
  return {
    Client,
    text: (path) => sdk.files.find((one) => one.path === path)?.text ?? '',
    codes: sdk.diagnostics.map((one) => one.code),
  };
}
