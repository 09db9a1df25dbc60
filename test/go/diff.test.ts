/** `diff --language go`: the rules and the compiler agree on every case. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { differencesPage } from '../../generator/diff/rules/page.ts';
import { generateFor } from '../../generator/generate.ts';
import { go as GO } from '../../generator/languages/go/data.ts';
import { go as language } from '../../generator/languages/go/language.ts';
import { goNames } from '../../generator/languages/go/sdk-names.ts';
import { type DiffCase, completeDocument, configOf, readCases } from '../diffs/cases.ts';
import { documentsOf } from '../diffs/support.ts';
import {
  type GoMade,
  type GoSides,
  goInMemory,
  openGoTemplates,
  verifyGo,
} from '../oracle/judge/go-judge.ts';
import { projectRoot } from '../support/shared.ts';
import { everyNth } from '../support/sample.ts';
import { goForTests } from './go.ts';

const go = goForTests();
const templates = await openGoTemplates(projectRoot, join(projectRoot, 'templates'));
/** So many cases are built by one run of the compiler. */
const PER_RUN = 40;
/** Every twelfth case in CI, all of them in `npm run verify:pairs`. */
const all = everyNth(readCases(), 12);
const runs = Array.from({ length: Math.ceil(all.length / PER_RUN) }, (_, index) =>
  all.slice(index * PER_RUN, (index + 1) * PER_RUN),
);

const UNDECLARED = 'the rules know no field for undeclared properties beside declared ones, which Go has';
const UNTOLD = 'the name of a member without a name of its own changes with the other members';

/** Cases that are judged and differ, with the reason. None of them may agree unnoticed. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  [
    'judged.md A union with a named list takes any text too',
    'a list of values becomes a union of itself and a text',
  ],
  ['judged.md A named list beside any text has another name', 'the field of a union is called by its type'],
  ['judged.md A member takes on the property by which code told another one apart', UNTOLD],
  ['overlooked.md Undeclared properties get a type, in a request', UNDECLARED],
  ['overlooked.md Undeclared properties lose their type, in a request', UNDECLARED],
  ['overlooked.md The type of undeclared properties changes, in a request', UNDECLARED],
  ['overlooked.md Undeclared properties are typed where nothing was said, in a request', UNDECLARED],
  [
    'overlooked.md A stream that comes on demand only',
    'the stream keeps its method; that there is another one breaks nothing',
  ],
  ['swaps.md Two lists of values swap their names', 'the constants of two lists swap their names with them'],
  [
    'tags.md A mapping gives a member another tag that its type does not show',
    'the method of a member is called by its tag',
  ],
]);

async function made(fragment: string): Promise<GoMade> {
  if (templates === undefined) throw new Error('The template set cannot be read.');
  const documents = await documentsOf(completeDocument(fragment));
  return goInMemory({ documents, config: configOf(fragment, GO) }, templates);
}

async function sidesOf({ before, after }: DiffCase): Promise<GoSides> {
  const [base, revision] = [await made(before), await made(after)];
  const changes = diffApis(base.api, revision.api, { today: '2026-11-21', naming: goNames, language: 'go' });
  return { base, revision, changes };
}

describe.skipIf(go === undefined)('the compiler as judge', () => {
  it.each(runs.map((cases) => [`${cases[0]?.title ?? ''} and ${cases.length - 1} more`, cases] as const))(
    '%s',
    async (_name, cases) => {
      const sides = [];
      for (const each of cases) sides.push(await sidesOf(each));
      const judged = await verifyGo(go ?? '', sides, join(projectRoot, 'node_modules/.cache'));
      const against = judged.flatMap(({ disagreements, probes, refused }, index) => [
        ...(probes === 0 ? [`${cases[index]?.title ?? ''}: nothing was written`] : []),
        ...(refused === 0
          ? []
          : [`${cases[index]?.title ?? ''}: ${refused} lines of users of the base are wrong`]),
        ...disagreements.map((each) => ({ title: `${cases[index]?.file} ${cases[index]?.title}`, ...each })),
      ]);
      expect(judged).toHaveLength(cases.length);
      expect(against.filter((each) => typeof each === 'string' || !KNOWN.has(each.title))).toEqual([]);
      const titles = new Set(against.flatMap((each) => (typeof each === 'string' ? [] : [each.title])));
      const judgedTitles = new Set(cases.map(({ file, title }) => `${file} ${title}`));
      expect([...KNOWN.keys()].filter((title) => judgedTitles.has(title) && !titles.has(title))).toEqual([]);
    },
    300_000,
  );
});

describe('names', () => {
  it('are those of the SDK, for every method and type of Smithery', async () => {
    const documents = await documentsOf(
      readFileSync(join(projectRoot, 'specs/smithery/openapi.yml'), 'utf8'),
    );
    const { api, sdk } = generateFor(language, { documents, config: emptyConfig(GO) });
    const names = goNames(api);
    const types = new Set(sdk.declarations.map(({ name }) => name.replace(/(?:Union)?(?:Param)?$/, '')));
    const missing = api.schemas.flatMap(({ id, model, usedIn }) => {
      const name = names.model(id) ?? id;
      return model === undefined || usedIn === 'none' || types.has(name.replace(/Param$/, '')) ? [] : [name];
    });
    expect(missing).toEqual([]);
    const calls = sdk.methods.map(({ service, name }) => ['client', ...service.fields, name].join('.'));
    expect(sdk.methods.map(({ service, planned }) => names.call(service.path, planned.method.key))).toEqual(
      calls,
    );
    expect(calls.length).toBeGreaterThan(40);
  });
});

describe('the differences from TypeScript', () => {
  it('are documented one by one', () => {
    const file = join(projectRoot, 'docs/diff.md');
    const page = readFileSync(file, 'utf8');
    const whole = /<!-- go -->[\s\S]*<!-- \/go -->/;
    const wanted = `<!-- go -->\n\n${differencesPage('go')}\n<!-- /go -->`;
    if (process.env['UPDATE_EXPECTED'] === '1')
      writeFileSync(
        file,
        page.replace(whole, () => wanted),
      );
    else expect(whole.exec(page)?.[0]).toBe(wanted);
  });
});
