import { readdirSync } from 'node:fs';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import type { Texts } from '../../generator/diagnostics/print/placed.ts';
import { prepareDocument } from '../../generator/config/edits/prepare.ts';
import { loadConfig } from '../../generator/config/load.ts';
import { generate } from '../support/generate.ts';
import { hasErrors } from '../../generator/lib/result.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { diskIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';

export interface Said {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Texts;
}

/**
 * What the generator says about the `openapi.*` file of a folder, under its `sdkwright.yml` if it has one.
 */
export async function checkFolder(folder: string): Promise<Said> {
  const names = readdirSync(folder);
  const entry = names.find((name) => /^openapi\.\w+$/.test(name)) ?? 'openapi.yml';
  const io = diskIo(folder);
  const loaded = names.includes('sdkwright.yml') ? await loadConfig('sdkwright.yml', io) : undefined;
  const source = loaded?.value?.source;
  const prepared =
    loaded?.value === undefined
      ? undefined
      : await prepareDocument(loaded.value.config, source, { io, allowRemote: false });
  const before = [...(loaded?.diagnostics ?? []), ...(prepared?.diagnostics ?? [])];
  const {
    value: documents,
    diagnostics,
    texts,
  } = await loadDocuments(entry, {
    io,
    allowRemote: false,
    upgrade,
    ...(prepared?.value && { prepare: prepared.value }),
  });
  const all = {
    diagnostics: [...before, ...diagnostics],
    texts: source === undefined ? texts : new Map([...texts, [source.name, source]]),
  };
  if (documents === undefined || hasErrors(all.diagnostics)) return all;
  const config = loaded?.value?.config;
  const generated = generate({ documents, ...(config === undefined ? {} : { config }) });
  return { ...all, diagnostics: [...before, ...generated.diagnostics] };
}
