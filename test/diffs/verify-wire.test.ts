/**
 * The rules and the compiler agree on the documents of the wire cases too. Nobody wrote them with an SDK in
 * mind. Every run takes half of them; `npm run verify:pairs` takes all.
 */
import { existsSync, readFileSync } from 'node:fs';
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

const folder = join(sharedFolder ?? '', 'diff/wire-cases');

/** Many cases look at one pair of documents with different checks. */
function pairs(): readonly { readonly name: string; readonly base: string; readonly revision: string }[] {
  const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as readonly {
    readonly case: string;
    readonly base: string;
    readonly revision: string;
  }[];
  return [
    ...new Map(
      cases.map((one) => [
        `${one.base} ${one.revision}`,
        { name: one.case, base: one.base, revision: one.revision },
      ]),
    ).values(),
  ].filter((_pair, index) => process.env['MODE'] === 'pairs' || index % 2 === 0);
}

describe.skipIf(sharedFolder === undefined || !existsSync(folder))(
  'rules and compiler on the wire cases',
  () => {
    let templates: TemplateSet | undefined;
    beforeAll(async () => {
      templates = await openTemplates(projectRoot, join(projectRoot, 'templates'));
    });

    async function generated(file: string, former?: Places): Promise<Made> {
      const { documents } = await loadApi(folder, file);
      if (documents === undefined || templates === undefined) throw new Error(`${file} cannot be read`);
      return generateInMemory({ documents, config: emptyConfig(), ...(former && { former }) }, templates);
    }

    it.each(
      sharedFolder === undefined || !existsSync(folder) ? [] : pairs().map((one) => [one.name, one] as const),
    )('%s', async (_name, one) => {
      const base = await generated(one.base);
      const revision = await generated(one.revision, base.places);
      const { disagreements } = judge(
        base,
        revision,
        diffApis(base.api, revision.api, { today: '2026-11-21', naming: sdkNames }),
      );
      expect(disagreements).toEqual([]);
    });
  },
);
