/** Loads a side to its API, with everything that printing needs. */
import { prepareDocument } from '../config/edits/prepare.ts';
import { emptyConfig } from '../config/empty.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Texts } from '../diagnostics/print/placed.ts';
import { buildApi } from '../ir/build.ts';
import type { Api } from '../ir/types.ts';
import { type Result, hasErrors, isFaulty, ok } from '../lib/result.ts';
import { upgrade } from '../openapi/upgrade/upgrade.ts';
import type { Io } from '../source/io.ts';
import { loadDocuments } from '../source/load.ts';
import { isJsonObject } from '../lib/json.ts';
import type { Documents } from '../source/types.ts';
import type { Side } from './diff-inputs.ts';

export type LoadedSide = ReadSide | UnreadSide;

/** A side with an API. */
export interface ReadSide extends SideFacts {
  readonly api: Api;
  readonly documents: Documents;
}

interface UnreadSide extends SideFacts {
  readonly api?: undefined;
  readonly documents?: undefined;
}

interface SideFacts {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Texts;
}

/**
 * The config of a published SDK without overlays and transforms, which its document already
 * includes. Undefined for other sides.
 */
export async function publishedConfigOf(
  side: Side,
  audience: LanguageSelector,
): Promise<Result<Config | undefined> | undefined> {
  if (side.config === undefined) return undefined;
  const { value, diagnostics } = await loadConfig(side.config, side.io, audience);
  return ok(value && { ...value.config, overlays: [], transforms: [] }, diagnostics);
}

/**
 * Loads a document even with errors if an API can be built from it; the diagnostics report them. The base
 * may have every fault that `generate` leaves out. The revision may have only the faults of the base
 * (`known`): the target of a new dangling reference is unknown, and a comparison would hide its changes.
 */
export async function loadSide(
  side: Side,
  options: {
    readonly config?: Config;
    /** Reads the files that the config names; absent: as the document. */
    readonly configFiles?: Io;
    readonly audience?: LanguageSelector;
    readonly allowRemote: boolean;
    readonly cwd: string;
    readonly isBase?: boolean;
    /** Faults of the base. */
    readonly known?: readonly Diagnostic[];
  },
): Promise<LoadedSide> {
  const config = options.config ?? emptyConfig(options.audience);
  const prepare = await prepareDocument(
    { overlays: config.overlays, transforms: config.transforms },
    undefined,
    { io: options.configFiles ?? side.io, allowRemote: options.allowRemote },
  );
  if (isFaulty(prepare.diagnostics)) return { config, diagnostics: prepare.diagnostics, texts: new Map() };
  const loaded = await loadDocuments(side.entry, {
    io: side.io,
    cwd: options.cwd,
    allowRemote: options.allowRemote,
    upgrade,
    ...(prepare.value === undefined ? {} : { prepare: prepare.value }),
  });
  const known = new Set((options.known ?? []).map(saidOf));
  const faults = loaded.diagnostics.filter(
    (diagnostic) => options.isBase !== true && !known.has(saidOf(diagnostic)),
  );
  if (loaded.value === undefined || hasErrors(loaded.diagnostics) || isFaulty(faults))
    return { config, diagnostics: loaded.diagnostics.map(forSide), texts: loaded.texts };
  const built = buildApi({ documents: loaded.value, config });
  return {
    api: built.value,
    documents: loaded.value,
    config,
    diagnostics: [...prepare.diagnostics, ...loaded.diagnostics, ...built.diagnostics],
    texts: loaded.texts,
  };
}

const saidOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;

/**
 * Extension → the origins of the operations in the entry document that have it, unless its value is false.
 */
export function operationsWith(documents: Documents): (extension: string) => ReadonlySet<string> {
  const paths = documents.root['paths'];
  const items = isJsonObject(paths) ? Object.values(paths).filter(isJsonObject) : [];
  const operations = items.flatMap((item) => {
    const ref = item['$ref'];
    const target = typeof ref === 'string' ? documents.resolve(ref, item).value?.value : item;
    return isJsonObject(target) ? Object.values(target).filter(isJsonObject) : [];
  });
  return (extension) =>
    new Set(
      operations
        .filter((operation) => Object.hasOwn(operation, extension) && operation[extension] !== false)
        .map((operation) => documents.originOf(operation))
        .map(({ document, pointer }) => `${document}#${pointer}`),
    );
}

/** A side is a plain argument, so the help must not suggest an option. */
const forSide = (diagnostic: Diagnostic): Diagnostic =>
  diagnostic.code === 'file-not-found'
    ? {
        ...diagnostic,
        help: 'Write a file, a URL, REVISION:PATH of this git repository, or npm:PACKAGE@VERSION.',
      }
    : diagnostic;
