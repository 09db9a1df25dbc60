/** Rules and compiler on versions of real documents; a disagreement is listed with its reason or fails. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateInMemory, openTemplates } from '../../generator/cli/diff-verify.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import { type Generated, judge } from '../../generator/verify/judge.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { loadApi } from './support.ts';

/** Small enough for every run; the others take minutes. */
const PAIRS = ['smithery-registry', 'e2b', 'resend', 'spotify', 'oad-amazonaws-com-dynamodb', 'netlify', 'figma', 'langfuse'];

const archive = join(sharedFolder ?? '', 'diff/real-pairs.tar.xz');
const listed = JSON.parse(readFileSync(new URL('./real-disagreements.json', import.meta.url), 'utf8')) as readonly { readonly pair: string; readonly symbol: string; readonly kind: string; readonly reason: string }[];

describe.skipIf(sharedFolder === undefined || !existsSync(archive))('real versions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-pairs-'));
  let templates: TemplateSet | undefined;
  beforeAll(async () => {
    execFileSync('tar', ['xf', archive, '-C', folder, ...PAIRS]);
    templates = await openTemplates(projectRoot, join(projectRoot, 'templates'));
  });

  async function side(pair: string, name: 'base' | 'rev'): Promise<Generated> {
    const file = readdirSync(join(folder, pair)).find((one) => one.startsWith(`${name}.`)) ?? '';
    const { documents } = await loadApi(join(folder, pair), file);
    if (documents === undefined || templates === undefined) throw new Error(`${pair} cannot be read`);
    return generateInMemory(documents, emptyConfig(), templates);
  }

  it.each(PAIRS)('%s', async (pair) => {
    const [base, revision] = [await side(pair, 'base'), await side(pair, 'rev')];
    const { disagreements, probes } = judge(base, revision, diffApis(base.api, revision.api, { today: '2026-11-21' }));
    expect(probes).toBeGreaterThan(50);
    expect(disagreements.map(({ symbol, kind }) => ({ symbol, kind }))).toEqual(listed.filter((one) => one.pair === pair).map(({ symbol, kind }) => ({ symbol, kind })));
  }, 600_000);
});
