/** Rules and compiler on versions of real documents. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Places } from '../../generator/plan/sdk.ts';
import { generateInMemory, openTemplates } from '../oracle/judge/in-memory.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import { judge } from '../oracle/judge/judge.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { loadApi } from './support.ts';

type Made = ReturnType<typeof generateInMemory>;

/** Small enough for every run; `npm run verify:pairs` takes them all. */
const SMALL = [
  'smithery-registry',
  'e2b',
  'resend',
  'adyen-transfers-v3-v4',
  'stagehand-server-v3-v4',
  'oad-spotify-com',
];

const archive = join(sharedFolder ?? '', 'diff/real-pairs.tar.xz');
const all =
  process.env['MODE'] === 'pairs' && existsSync(archive)
    ? execFileSync('tar', ['tf', archive], { encoding: 'utf8' })
        .split('\n')
        .flatMap((line) => /^(?:\.\/)?([^/]+)\/meta\.json$/.exec(line)?.slice(1) ?? [])
    : SMALL;

describe.skipIf(sharedFolder === undefined || !existsSync(archive))('real versions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-pairs-'));
  let templates: TemplateSet | undefined;
  beforeAll(async () => {
    execFileSync('tar', ['xf', archive, '-C', folder]);
    templates = await openTemplates(projectRoot, join(projectRoot, 'templates'));
  });

  async function side(pair: string, name: 'base' | 'rev', former?: Places): Promise<Made> {
    const file = readdirSync(join(folder, pair)).find((one) => one.startsWith(`${name}.`)) ?? '';
    const { documents } = await loadApi(join(folder, pair), file);
    if (documents === undefined || templates === undefined) throw new Error(`${pair} cannot be read`);
    return generateInMemory({ documents, config: emptyConfig(), ...(former && { former }) }, templates);
  }

  it.each(all)(
    '%s',
    async (pair) => {
      const base = await side(pair, 'base');
      const revision = await side(pair, 'rev', base.places);
      const { disagreements, probes } = judge(
        base,
        revision,
        diffApis(base.api, revision.api, { today: '2026-11-21', naming: sdkNames }),
      );
      expect(probes).toBeGreaterThan(0);
      expect(disagreements).toEqual([]);
    },
    1_800_000,
  );
});
