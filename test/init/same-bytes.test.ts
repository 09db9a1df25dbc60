/** `init` and then `generate` gives byte for byte what `generate` gives without a config. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CorpusDocument, corpusDocuments } from '../../bench/corpus/documents.ts';
import { propose } from '../../generator/init/propose.ts';
import { NEWEST_EDITION } from '../../generator/lib/editions.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import { isSource, sdkOf } from '../support/sdk.ts';
import { sharedFolder } from '../support/shared.ts';

/** Documents in which a difference remains, with its reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'ogx-spec',
    'a title in capitals is a class `Ogx` without a config, and `OGX` where the config writes it so',
  ],
]);

const documents = sharedFolder === undefined ? [] : corpusDocuments(sharedFolder);
const sample = documents.filter((one) => one.bytes < 400_000).filter((_one, index) => index % 6 === 0);

describe.skipIf(sharedFolder === undefined)('the proposed config changes nothing', () => {
  it.each(sample.map((one) => [one.id, one] as const))('%s', async (id: string, { file }: CorpusDocument) => {
    const text = readFileSync(file, 'utf8');
    const name = basename(file);
    const { value } = await loadDocuments(name, {
      io: memoryIo({ [name]: text }),
      allowRemote: false,
      upgrade,
    });
    if (value === undefined || [...EXCEPTIONS.keys()].some((part) => id.includes(part))) return;
    const config = propose({ documents: value, spec: name, edition: NEWEST_EDITION }).value.text;
    const [without, proposed] = await Promise.all([
      sdkOf(text, { only: isSource }),
      sdkOf(text, { only: isSource, config }),
    ]);
    expect(textsOf(proposed.files)).toEqual(textsOf(without.files));
  });
});

const textsOf = (files: readonly { readonly path: string; readonly text: string }[]) =>
  Object.fromEntries(files.map((one) => [one.path, one.text]));
