import { test } from 'vitest';
import { basename, dirname } from 'node:path';
import { corpusDocuments } from '../../bench/corpus/documents.ts';
import { diskIo } from '../../generator/source/io.ts';
import { isSource, makeSdk } from '../support/sdk.ts';
import { sharedFolder } from '../support/shared.ts';
import { compareTypes } from './compare.ts';
import { exceptionFor } from './exceptions.ts';
import { peerTypes } from './peer.ts';
test('x', async () => {
  for (const id of (process.env['IDS'] ?? '').split(',')) {
  const d = corpusDocuments(sharedFolder ?? '').find((one) => one.id === id);
  if (!d) { console.log('none', id); continue; }
  const sdk = await makeSdk({ io: diskIo(dirname(d.file)), spec: basename(d.file), only: isSource });
  const all = compareTypes(sdk.generation!, sdk.files, (await peerTypes(d.file))!);
  console.log(d.file);
  for (const one of all) for (const each of one.differences) console.log(one.name + each.place, exceptionFor(each, one.name)?.name, each.verdict, each.ours.slice(0, 100), '<>', each.theirs.slice(0, 100));
  }
});
