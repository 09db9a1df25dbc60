/**
 * Our types against those of `openapi-typescript`: two independent readings of one document must accept the
 * same values.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CorpusDocument, corpusDocuments } from '../../bench/corpus/documents.ts';
import { diskIo } from '../../generator/source/io.ts';
import { isSource, makeSdk } from '../support/sdk.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { type Comparison, compareTypes } from './compare.ts';
import type { Difference } from './differences.ts';
import { exceptionFor, unexplained } from './exceptions.ts';
import { peerTypes } from './peer.ts';
import { type Score, floorsTable, readFloors, scoreOf } from './score.ts';

const FLOORS = join(projectRoot, 'test/oracle/floors.md');
const writes = process.env['SDKWRIGHT_ORACLE'] === 'write';
/** A fair part of the corpus: every third of the documents that are quickly compiled. */
const SAMPLE_BYTES = 120_000;

async function compare(file: string, config?: string): Promise<readonly Comparison[] | undefined> {
  const sdk = await makeSdk({
    io: diskIo(dirname(file)),
    spec: basename(file),
    only: isSource,
    ...(config === undefined ? {} : { config }),
  });
  const peer = sdk.generation && (await peerTypes(file));
  return sdk.generation && peer !== undefined ? compareTypes(sdk.generation, sdk.files, peer) : undefined;
}

const said = (one: Comparison, differences: readonly Difference[]): readonly string[] =>
  differences.map(
    (each) =>
      `${one.name}${each.place}: ${exceptionFor(each, one.name)?.name ?? `${each.verdict}, ours ${each.ours}, theirs ${each.theirs}`}`,
  );
const open = (all: readonly Comparison[]): readonly string[] =>
  all.flatMap((one) => said(one, unexplained(one)));

describe('house documents', () => {
  test('every model and operation of Smithery', async () => {
    const all = await compare(join(projectRoot, 'specs/smithery/openapi.yml'), 'sdkwright.yml');
    expect(all?.length).toBeGreaterThan(250);
    expect((all ?? []).flatMap((one) => said(one, one.differences))).toEqual([
      'put /servers/{qualifiedName}/releases body module|: binary',
      'put /servers/{qualifiedName}/releases body sourcemap|: binary',
      'put /servers/{qualifiedName}/releases body bundle|: binary',
      'get /organizations/{orgId}/api-keys 200.$defs!: definitions-as-property',
      'put /skills/{namespace}/{slug}/upload body archive|: binary',
    ]);
  });
});

describe.skipIf(!sharedFolder)('corpus', () => {
  const floors = existsSync(FLOORS) ? readFloors(readFileSync(FLOORS, 'utf8')) : new Map<string, Score>();
  const documents = sharedFolder ? corpusDocuments(sharedFolder) : [];
  const sample = documents
    .filter((one) => floors.has(one.id) && one.bytes < SAMPLE_BYTES)
    .filter((_one, index) => index % 3 === 0);

  test.skipIf(writes).each(sample.map((one) => [one.id, one] as const))(
    '%s',
    async (id: string, document: CorpusDocument) => {
      const all = (await compare(document.file)) ?? [];
      expect(open(all)).toEqual([]);
      const [score, floor] = [scoreOf(all), floors.get(id)];
      expect(score.compared).toBeGreaterThanOrEqual(floor?.compared ?? 0);
      expect(score.same).toBeGreaterThanOrEqual(floor?.same ?? 0);
    },
  );

  test.runIf(writes)('write the floors', { timeout: 3_600_000 }, async () => {
    const scores = new Map<string, Score>();
    const faults: string[] = [];
    for (const document of documents) {
      const all = await compare(document.file);
      if (!all || all.length === 0) continue;
      scores.set(document.id, scoreOf(all));
      faults.push(...open(all).map((one) => `${document.id}: ${one}`));
    }
    writeFileSync(FLOORS, floorsTable(scores));
    expect(faults).toEqual([]);
  });
});
