/** `diff --language python`: the rules and pyright agree on every case, and reports have the names of the Python SDK. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type PythonMade,
  findPythonTools,
  openPythonTemplates,
  pythonInMemory,
  verifyPython,
} from '../../generator/cli/python-verify.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { differencesPage } from '../../generator/diff/rules/page.ts';
import { pythonNames } from '../../generator/languages/python/sdk-names.ts';
import { PYTHON } from '../../generator/lib/audience.ts';
import { type DiffCase, completeDocument, configOf, linesOf, readCases } from '../diffs/cases.ts';
import { apiOf, documentsOf } from '../diffs/support.ts';
import { projectRoot } from '../support/shared.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests();
const templates = await openPythonTemplates(projectRoot, join(projectRoot, 'templates'));

async function made(fragment: string): Promise<PythonMade> {
  if (templates === undefined) throw new Error('The template set cannot be read.');
  const documents = await documentsOf(completeDocument(fragment));
  return pythonInMemory({ documents, config: { ...configOf(fragment), audience: PYTHON } }, templates);
}

async function sidesOf(one: DiffCase) {
  const [base, revision] = [await made(one.before), await made(one.after)];
  const changes = diffApis(base.api, revision.api, {
    today: '2026-11-21',
    naming: pythonNames,
    language: 'python',
  });
  return { base, revision, changes };
}

/** The first cases of some files, where most differences are. */
const reported = ['parameters.md', 'responses.md'].flatMap((file) =>
  readCases()
    .filter((one) => one.file === file)
    .slice(0, 14),
);
const PER_RUN = Number(process.env['PER_RUN'] ?? 40);
const all = readCases().slice(Number(process.env['FROM'] ?? 0), Number(process.env['TO'] ?? 1000));
const runs = Array.from({ length: Math.ceil(all.length / PER_RUN) }, (_, index) =>
  all.slice(index * PER_RUN, (index + 1) * PER_RUN),
);

describe.skipIf(python === undefined)('pyright as judge', () => {
  it.each(runs.map((cases) => [`${cases[0]?.title ?? ''} and ${cases.length - 1} more`, cases] as const))(
    '%s',
    async (_name, cases) => {
      const tools = await findPythonTools(projectRoot, join(python ?? '', '../..'));
      if (typeof tools === 'string') throw new Error(tools);
      const sides = [];
      for (const one of cases) sides.push(await sidesOf(one));
      const judged = await verifyPython(sides, tools, 300);
      const against = (judged ?? []).flatMap(({ disagreements, probes }, index) => [
        ...(probes === 0 ? [`${cases[index]?.title ?? ''}: nothing was written`] : []),
        ...disagreements.map((each) => ({
          title: `${cases[index]?.file} ${cases[index]?.title}`,
          ...each,
        })),
      ]);
      expect(judged).toHaveLength(cases.length);
      expect(against).toEqual([]);
    },
    300_000,
  );
});

describe('the differences from TypeScript', () => {
  it('are documented one by one', () => {
    const file = join(projectRoot, 'docs/diff.md');
    const page = readFileSync(file, 'utf8');
    const whole = /<!-- python -->[\s\S]*<!-- \/python -->/;
    const wanted = `<!-- python -->\n\n${differencesPage('python')}\n<!-- /python -->`;
    if (process.env['UPDATE_DIFFS'] !== undefined)
      writeFileSync(
        file,
        page.replace(whole, () => wanted),
      );
    else expect(whole.exec(page)?.[0]).toBe(wanted);
  });
});

describe('expected reports', () => {
  it.each(reported.map((one) => [`${one.file} ${one.title}`, one] as const))('%s', async (_name, one) => {
    const [base, revision] = await Promise.all(
      [one.before, one.after].map((text) =>
        apiOf(completeDocument(text), { ...configOf(text), audience: PYTHON }),
      ),
    );
    if (base === undefined || revision === undefined) throw new Error('Two documents make two APIs.');
    const changes = diffApis(base, revision, {
      today: '2026-11-21',
      naming: pythonNames,
      language: 'python',
    });
    expect(linesOf(changes)).toMatchSnapshot();
  });
});
