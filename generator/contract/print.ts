/** Contracts as JSON text, with locations and ids relative to the entry document, or without locations. */
import type { JsonValue } from '../lib/json.ts';
import { isJsonObject } from '../lib/json.ts';

export interface ContractOptions {
  /** Name of the entry document, which locations and ids omit: `#/paths/…`. */
  readonly entry: string;
  /** Ids of schemas. */
  readonly ids: ReadonlySet<string>;
  /** False: omits locations, which are more than half of the text. */
  readonly hasOrigins: boolean;
}

export function printContract(contract: object, { entry, ids, hasOrigins }: ContractOptions): string {
  const shortened = (document: string): string => (document === entry ? '' : document);
  const replace = (key: string, value: JsonValue | undefined): JsonValue | undefined => {
    if (typeof value === 'string')
      return ids.has(value) && value.startsWith(`${entry}#`) ? value.slice(entry.length) : value;
    // An example in the document may have a property with this name.
    if (key !== 'origin' || value === undefined || !isOrigin(value)) return value;
    return hasOrigins ? { document: shortened(value.document), pointer: value.pointer } : undefined;
  };
  return JSON.stringify(contract, replace, 2);
}

const isOrigin = (value: JsonValue): value is { readonly document: string; readonly pointer: string } =>
  isJsonObject(value) &&
  Object.keys(value).length === 2 &&
  typeof value['document'] === 'string' &&
  typeof value['pointer'] === 'string';
