/** Rules and pyright on versions of real documents: they agree, and every line is right with the old SDK. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PythonMade,
  openPythonTemplates,
  pythonInMemory,
  verifyPython,
} from '../oracle/judge/pyright.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { pythonNames } from '../../generator/languages/python/sdk-names.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { loadApi } from '../diffs/support.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { pythonForTests, toolsOf } from './venv.ts';

/** Small enough for every run; `npm run verify:pairs` takes all that pyright reads in minutes. */
const SMALL = ['smithery-registry', 'e2b', 'stagehand-server-v3-v4'];
const LARGE = [
  'resend',
  'adyen-transfers-v3-v4',
  'netlify',
  'spotify',
  'figma',
  'oad-spotify-com',
  'oad-amazonaws-com-dynamodb',
  'langfuse',
  'llama-stack',
  'mistral',
  'adyen-checkout-v71',
  'openrouter',
];

const archive = join(sharedFolder ?? '', 'diff/real-pairs.tar.xz');
const interpreter = pythonForTests();
const pairs = process.env['MODE'] === 'pairs' ? [...SMALL, ...LARGE] : SMALL;

describe.skipIf(interpreter === undefined || !existsSync(archive))('real versions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-python-pairs-'));
  beforeAll(() => void execFileSync('tar', ['xf', archive, '-C', folder]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function side(pair: string, name: 'base' | 'rev', former?: PythonMade): Promise<PythonMade> {
    const templates = await openPythonTemplates(projectRoot, join(projectRoot, 'templates'));
    const file = readdirSync(join(folder, pair)).find((one) => one.startsWith(`${name}.`)) ?? '';
    const config = emptyConfig(PYTHON);
    const { documents } = await loadApi(join(folder, pair), file, config);
    if (documents === undefined || templates === undefined) throw new Error(`${pair} cannot be read`);
    return pythonInMemory({ documents, config, ...(former && { former: former.places }) }, templates);
  }

  it.each(pairs)(
    '%s',
    async (pair) => {
      const tools = toolsOf(interpreter ?? '');
      const base = await side(pair, 'base');
      const revision = await side(pair, 'rev', base);
      const changes = diffApis(base.api, revision.api, {
        today: '2026-11-21',
        naming: pythonNames,
        language: 'python',
      });
      const [judged] = (await verifyPython([{ base, revision, changes }], tools, 900)) ?? [];
      expect(judged?.disagreements).toEqual([]);
      expect(judged?.refused).toBe(0);
      expect(judged?.probes).toBeGreaterThan(0);
    },
    1_800_000,
  );
});
