/** What `init` proposes for documents of published SDKs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import { buildApi } from '../../generator/ir/build.ts';
import type { Api } from '../../generator/ir/types.ts';
import { NEWEST_EDITION } from '../../generator/lib/editions.ts';
import { propose } from '../../generator/init/propose.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { createNames } from '../../generator/languages/typescript/casing.ts';
import { diskIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import type { Documents } from '../../generator/source/types.ts';
import { configOf } from '../config/support.ts';
import { callsOf, methodsOf, modelsOf } from '../init/support.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';

async function documentsOf(folder: string, file: string): Promise<Documents> {
  const { value } = await loadDocuments(file, { io: diskIo(folder), allowRemote: false, upgrade });
  if (value === undefined) throw new Error(`${file} cannot be read`);
  return value;
}

interface Built {
  readonly before: Api;
  readonly after: Api;
  readonly errors: readonly string[];
}

/** The API without a config, and with the proposed one. */
async function proposed(folder: string, file: string): Promise<Built> {
  const documents = await documentsOf(folder, file);
  const text = propose({ documents, spec: file, edition: NEWEST_EDITION }).value.text;
  const { config, diagnostics } = await configOf(text);
  const after = buildApi({ documents, config });
  const errors = [...diagnostics, ...after.diagnostics]
    .filter((one) => one.severity === 'error')
    .map((one) => one.message);
  return { before: buildApi({ documents, config: emptyConfig() }).value, after: after.value, errors };
}

describe.each(['specs/smithery/openapi.yml', 'specs/registry/openapi.yml', 'specs/bookshop/openapi.yml'])(
  '%s',
  (file) => {
    it('is the same API with the proposed config', async () => {
      const { before, after, errors } = await proposed(projectRoot, file);
      expect(errors).toEqual([]);
      expect(callsOf(after)).toEqual(callsOf(before));
      expect(modelsOf(after)).toEqual(modelsOf(before));
    });
  },
);

const pairs = sharedFolder === undefined ? '' : join(sharedFolder, 'pairs');

describe
  .skipIf(pairs === '')
  .each([
    'linq/openapi.yaml',
    'phoebe/openapi.yml',
    'spotify/openapi.yml',
    'onebusaway/openapi.yml',
    'llama-stack/openapi.yml',
  ])('%s', (file) => {
  it('is the same API with the proposed config', async () => {
    const { before, after, errors } = await proposed(pairs, file);
    expect(errors).toEqual([]);
    expect(callsOf(after)).toEqual(callsOf(before));
    expect(modelsOf(after)).toEqual(modelsOf(before));
  });
});

interface Surface {
  readonly methods: readonly {
    readonly path: string;
    readonly verb: string;
    readonly url: string;
    readonly page?: unknown;
  }[];
}

describe.skipIf(pairs === '')('spotify', () => {
  it('is named as a person would, compared with its published SDK', async () => {
    const { after } = await proposed(pairs, 'spotify/openapi.yml');
    const names = createNames([]);
    const ours = new Map(
      methodsOf(after.root).map(({ name, method }) => [
        `${method.verb} ${method.path.replace(/\{[^}]*\}/g, '{}')}`,
        { call: name.split('.').map(names.camel).join('.'), paged: method.pagination !== undefined },
      ]),
    );
    const surface: Surface = JSON.parse(readFileSync(join(pairs, 'spotify/surface.json'), 'utf8'));
    const compared = surface.methods.map((method) => ({
      theirs: method.path,
      paged: method.page !== undefined,
      ours: ours.get(`${method.verb} ${method.url}`),
    }));
    const share = (count: number): number => (100 * count) / compared.length;
    const resourceOf = (call: string | undefined): string => (call ?? '').split('.').slice(0, -1).join('.');
    const resources = share(
      compared.filter((one) => resourceOf(one.ours?.call) === resourceOf(one.theirs)).length,
    );
    const calls = share(compared.filter((one) => one.ours?.call === one.theirs).length);
    const pages = share(compared.filter((one) => !one.paged || one.ours?.paged === true).length);
    console.info(
      `spotify, without a config: same resource ${resources.toFixed(1)} %, same call ${calls.toFixed(1)} %, pages where they page ${pages.toFixed(1)} %`,
    );
    // The rest, by cause. Another verb or noun for the same thing, as its authors chose (17):
    // player.pausePlayback, startPlayback, skipNext,
    // skipPrevious, toggleShuffle, seekToPosition, getState, getDevices, getCurrentlyPlaying, queue.get,
    // recommendations.get, library.saveItems,
    // removeItems, checkSavedItems, users.retrieveProfile, images.update, following.bulkRetrieve. `get` or
    // nothing before a list (4):
    // artists.topTracks, browse.getFeaturedPlaylists, getNewReleases, categories.getPlaylists. A level less
    // (2): me.top.listTopArtists, listTopTracks.
    // What ours pages beyond them is listed in pages.test.ts.
    expect(resources).toBeGreaterThanOrEqual(96);
    expect(calls).toBeGreaterThanOrEqual(76);
    expect(pages).toBe(100);
  });
});
