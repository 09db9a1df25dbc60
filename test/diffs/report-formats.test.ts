/** One report in every format, whole. `UPDATE_EXPECTED=1` rewrites what is expected; then read it. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { renderChangelog, renderChangeset, renderCommit } from '../../generator/diff/report/changelog.ts';
import { renderHtml } from '../../generator/diff/report/html.ts';
import { failureOf, headlineOf, leftOutLine, whereOf } from '../../generator/diff/report/lines.ts';
import {
  joinSarif,
  renderGithub,
  renderJson,
  renderRunJson,
  renderSarif,
} from '../../generator/diff/report/machine.ts';
import { renderMarkdown, renderRunMarkdown } from '../../generator/diff/report/markdown.ts';
import {
  type DiffReport,
  type LocatedChange,
  annotatedAt,
  exitCodeOf,
  isAnnouncedEnd,
  sectionOf,
} from '../../generator/diff/report/report.ts';
import { groupBy } from '../../generator/diff/report/grouping.ts';
import { runOf, subjectOfRun } from '../../generator/diff/report/run.ts';
import { renderText, summaryOf } from '../../generator/diff/report/text.ts';
import {
  effectOf,
  groupsOf,
  listed,
  reachedBy,
  shortList,
  valuesOf,
} from '../../generator/diff/report/words.ts';
import { methodSubject, textSubject, typeSubject } from '../../generator/diff/subject.ts';
import type { Bump } from '../../generator/diff/types.ts';
import { matches } from '../errors/matches.ts';
import {
  CREATE,
  EVENT,
  LIST,
  MAJOR,
  type More,
  PING,
  SHOPS,
  TOYS,
  at,
  change,
  fieldOf,
  reportOf,
  resultOf,
} from './report-data.ts';

const expected = (name: string, text: string): void =>
  matches(fileURLToPath(new URL(`./formats/${name}`, import.meta.url)), text);

const list = methodSubject('client.pets.list');
const nick = fieldOf('Pet', 'nick');

const CHANGES: readonly LocatedChange[] = [
  change('property-removed', nick, 'was removed', {
    ...{ ...MAJOR, source: ['call', 'read', 'fake'], before: 'string', fingerprint: 'aaaaaaaaaaa1' },
    ...{ reach: [LIST, CREATE, TOYS, SHOPS, PING], fixedByUpgrade: true, mitigation: 'Keep it for a year.' },
    ...{ baseLocation: at(4), parentLocation: at(3) },
  }),
  change('property-removed', fieldOf('Pet', 'age'), 'was removed', {
    ...{ ...MAJOR, source: ['call', 'read', 'fake'], after: 'nothing', fingerprint: 'aaaaaaaaaaa2' },
    ...{
      reach: [LIST, CREATE],
      fixedByUpgrade: true,
      mitigation: 'Keep it for a year.',
      baseLocation: at(5),
    },
  }),
  change('type-changed', fieldOf('Toy', 'size_in'), 'changed type | <b>', {
    ...{ ...MAJOR, wire: 'silent', before: 'a/b', after: 'x', revisionLocation: at(9, 400), unstable: true },
    ...{ reach: [TOYS], baseLocation: at(8), mitigation: 'Add another property.', fixedByUpgrade: true },
  }),
  change('type-changed', fieldOf('Toy', 'kind'), 'changed type', {
    ...{ ...MAJOR, wire: 'silent', unstable: true, reach: [TOYS], revisionLocation: at(9, 7) },
    places: [TOYS, SHOPS, EVENT].map((each, index) => ({
      ...change('type-changed', resultOf('kind', '200', each), 'changed type', { reach: [each] }),
      ...(index === 1 ? {} : { revisionLocation: at(20 + index) }),
    })),
  }),
  change('enum-value-added', fieldOf('Pet', 'size'), 'can be more', {
    ...{ source: ['exhaust'], after: '"big"', reach: [LIST], revisionLocation: at(11) },
  }),
  change('type-widened', fieldOf('Pet', 'name'), 'accepts more', {
    ...{ source: ['exhaust'], before: 'string', after: 'string | null', reach: [EVENT], baseLocation: at(2) },
  }),
  change('operation-removed-after-sunset', methodSubject('client.pets.old'), 'was removed', {
    ...{ wire: 'break', notice: true, reach: [{ operation: 'GET /pets/old', where: [] }] },
  }),
  change('path-changed', list, 'has another path', {
    ...{ wire: 'depends', runtime: 'repaired', before: '/pets', after: '/v2/pets', reach: [LIST] },
    revisionLocation: at(12, 1, 'https://example.com/my api.yml'),
  }),
  change('operation-added', methodSubject('client.shops.list'), 'was added', {
    ...{
      after: 'GET /shops',
      source: ['fake'],
      reach: [SHOPS],
      revisionLocation: at(13, 2, 'other docs/a.yml'),
    },
    ...{ words: 'Lists shops.', page: 'shops.md' },
  }),
  change('deprecated', nick, 'was deprecated until 2027-01-01', { reach: [CREATE], after: 'Use name.' }),
];

const WITHOUT: readonly LocatedChange[] = [
  change('docs-changed', list, 'is documented otherwise', { bump: 'patch', reach: [LIST] }),
  change('docs-changed', nick, 'is documented otherwise', { bump: 'none' }),
  change('examples-changed', nick, 'has other examples', { bump: 'none' }),
];

const ACCEPTED: readonly LocatedChange[] = [
  change('model-removed', typeSubject('Old'), 'was removed', { ...MAJOR, accepted: { reason: 'known <i>' } }),
  change('model-removed', typeSubject('Older'), 'was removed', MAJOR),
];

const verdict = (more: Partial<DiffReport['verdict']> = {}): DiffReport['verdict'] => ({
  ...{ wire: 'break', source: ['call', 'read'], runtime: 'same', bump: 'major', failOn: 'major', ok: false },
  ...more,
});

const WHOLE = reportOf(CHANGES, {
  withoutEffect: WITHOUT,
  accepted: ACCEPTED,
  idleExceptions: ['The exception for <type-changed> covers no change any more.'],
  sdk: { name: '@acme/pets' },
  verdict: verdict({ leftBump: 'minor', leftOut: { operations: 2, changes: 1 } }),
});
const SMALL = reportOf(
  [change('operation-added', list, 'was added', { after: 'GET /pets', reach: [LIST] })],
  {
    language: 'python',
  },
);
const NONE = reportOf([], { verdict: verdict({ bump: 'none', ok: true }) });
const QUIET = reportOf([], {
  withoutEffect: WITHOUT.slice(0, 1),
  verdict: verdict({ bump: 'none', ok: true }),
});
const GONE = reportOf([change('document-removed', textSubject('a.yml'), 'was removed', MAJOR)], {
  ...{ revision: 'nothing', verdict: verdict({ leftOut: { operations: 1, changes: 2 } }) },
});
const REPORTS = { whole: WHOLE, small: SMALL, none: NONE, quiet: QUIET, gone: GONE };

const texts = (print: (report: DiffReport) => string): string =>
  Object.entries(REPORTS)
    .map(([name, report]) => `##### ${name}\n${print(report)}`)
    .join('\n');

it.each([
  ['text.txt', texts((report) => renderText(report, { colour: false }))],
  ['text-colour.txt', texts((report) => renderText(report, { colour: true, verbose: true }))],
  ['text-endpoints.txt', texts((report) => renderText(report, { colour: false, grouping: 'endpoint' }))],
  ['comment.md', texts((report) => renderMarkdown(report))],
  ['comment-endpoints.md', texts((report) => renderMarkdown(report, 'endpoint'))],
  ['comment-run.md', renderRunMarkdown(Object.values(REPORTS))],
  ['comment-languages.md', renderRunMarkdown([SMALL, SMALL], 'endpoint')],
  ['page.html', renderHtml([WHOLE])],
  ['page-run.html', renderHtml(Object.values(REPORTS), 'endpoint')],
  ['page-languages.html', renderHtml([SMALL, { ...SMALL, language: 'go' }])],
  ['annotations.txt', texts(renderGithub)],
  ['run.json', renderRunJson([SMALL, NONE, GONE])],
  ['result.sarif', joinSarif([renderSarif(WHOLE, '1.2.3'), renderSarif(SMALL, '1.2.3')])],
  ['changelog.md', texts((report) => renderChangelog(report, '2.0.0'))],
  ['changeset.md', texts((report) => renderChangeset(report, '@acme/pets'))],
  ['commit.txt', texts(renderCommit)],
] as const)('%s', (name, text) => expected(name, text));

it('a JSON report is the report', () => {
  expect(renderJson(WHOLE)).toBe(`${JSON.stringify(WHOLE, null, 2)}\n`);
});

const many = (count: number, more: (index: number) => More): readonly LocatedChange[] =>
  Array.from({ length: count }, (_each, index) =>
    change('type-changed', fieldOf('Pet', `p${index}`), 'changed type', { ...MAJOR, ...more(index) }),
  );

it('what is long is cut', () => {
  const lines = (count: number, verbose = false): readonly string[] =>
    renderText(reportOf(many(count, () => ({}))), { colour: false, verbose })
      .split('\n')
      .slice(5);
  expect(lines(20)).toHaveLength(22);
  expect(lines(21).slice(-2)).toEqual(['      … and 1 more; --verbose lists them', '']);
  expect(lines(21, true)).toHaveLength(23);
  const rows = (count: number): readonly string[] =>
    renderMarkdown(reportOf(many(count, () => ({}))))
      .split('\n')
      .filter((line) => line.startsWith('| '));
  expect(rows(40)).toHaveLength(41);
  expect(rows(41).slice(-2)).toEqual([
    '| Pet.p39 changed type |  |  | breaks deployed clients; calls stop compiling |  |',
    '| … and 1 more | | | | |',
  ]);
  const annotated = (count: number): readonly string[] =>
    renderGithub(reportOf(many(count, (index) => ({ revisionLocation: at(index + 1) }))))
      .trim()
      .split('\n');
  expect(annotated(11)).toHaveLength(10);
  const reached = (count: number, verbose: boolean): string | undefined =>
    renderText(reportOf(many(1, () => ({ reach: Array.from({ length: count }, () => LIST) }))), {
      ...{ colour: false, verbose },
    })
      .split('\n')
      .find((line) => line.startsWith('        in '));
  const once = 'client.pets.list()';
  expect(reached(3, false)).toBe(`        in ${once}, ${once}, ${once}`);
  expect(reached(4, false)).toBe(`        in ${once}, ${once}, ${once} and 1 more`);
  expect(reached(4, true)).toBe(`        in ${once}, ${once}, ${once}, ${once}`);
  expect(reached(0, true)).toBeUndefined();
});

it('a comment that is too long is cut at a line, and folded parts are closed', () => {
  const long = many(30, () => ({ wire: 'break', bump: 'minor', before: 'x'.repeat(2_500) }));
  const wide = long.map(
    (each): LocatedChange => ({ ...each, message: `${each.message} ${'y'.repeat(2_500)}` }),
  );
  const comment = renderMarkdown(reportOf(wide));
  expect(comment.length).toBeLessThan(60_200);
  expect(comment.split('\n').slice(-6)).toEqual([
    expect.stringMatching(/^\| .* \|$/),
    ...['', '</details>', '', '… shortened; `sdkwright diff --verbose` prints the rest.', ''],
  ]);
  const run = renderRunMarkdown([SMALL, ...Array.from({ length: 3 }, () => reportOf(wide.slice(0, 10)))]);
  expect(run.split('\n').slice(-8)).toEqual([
    expect.stringMatching(/^\| .* \|$/),
    ...[
      '',
      '</details>',
      '',
      '</details>',
      '',
      '… shortened; `sdkwright diff --verbose` prints the rest.',
      '',
    ],
  ]);
  const failing = { ...reportOf(wide.slice(0, 10)), verdict: verdict() };
  expect(renderRunMarkdown([SMALL, failing, failing, failing]).split('\n').slice(-7, -2)).toEqual([
    ...['', '</details>', '', '</details>', ''],
  ]);
  const short = renderMarkdown(reportOf(wide.slice(0, 10)));
  expect(short).not.toContain('shortened');
  expect(renderRunMarkdown([SMALL, reportOf(wide.slice(0, 10))])).not.toContain('shortened');
});

it('advice is limited', () => {
  const advised = many(6, (index) => ({ mitigation: `Do ${index}.`, fingerprint: `f${index}` }));
  const tail = (changes: readonly LocatedChange[], ok: boolean): string =>
    renderMarkdown(reportOf(changes, { verdict: verdict({ ok }) }))
      .split('| |\n')
      .at(-1)
      ?.split('|\n')
      .at(-1) ?? '';
  expect(tail(advised, false)).toBe(
    '\nTo avoid the major:\n\n- Do 0.\n- Do 1.\n- Do 2.\n- Do 3.\n- Do 4.\n\nTo accept: add the fingerprint (`f0`, `f1`, `f2` …) with a reason to the exceptions file.\n',
  );
  expect(tail(advised.slice(0, 3), false)).toContain('(`f0`, `f1`, `f2`)');
  expect(tail(advised.slice(0, 3), true)).not.toContain('To accept');
  const minor = advised.map((each): LocatedChange => ({ ...each, bump: 'minor' }));
  expect(renderMarkdown(reportOf(minor, { verdict: verdict() }))).not.toMatch(/To avoid|To accept/);
});

it.each<[string, Partial<DiffReport['verdict']>]>([
  ['', { ok: true }],
  ['The change is major, the bound is major.', {}],
  [
    'What is left beside what was accepted is minor, the bound is minor.',
    { leftBump: 'minor', failOn: 'minor' },
  ],
  [
    'By the chosen layers the change is patch, the bound is major.',
    { leftBump: 'minor', judgedBump: 'patch' },
  ],
  ['The change is major, only patch was declared.', { declaredBump: 'patch' }],
])('why it fails: %s', (sentence, more) => {
  const report = reportOf([], { verdict: verdict(more) });
  expect(failureOf(report)).toBe(sentence);
  expect(exitCodeOf(report)).toBe(sentence === '' ? 0 : 1);
});

it.each([
  ['', undefined],
  ['', { operations: 0, changes: 3 }],
  ['1 operation was not judged, as asked; 1 change reaches nothing else.', { operations: 1, changes: 1 }],
  ['2 operations were not judged, as asked; 0 changes reach nothing else.', { operations: 2, changes: 0 }],
])('what was left out: %s', (sentence, leftOut) => {
  expect(leftOutLine(reportOf([], { verdict: verdict({ ...(leftOut && { leftOut }) }) }))).toBe(sentence);
});

it.each<[string, More, ReturnType<typeof at> | undefined]>([
  ['', {}, undefined],
  ['a:1', { revisionLocation: at(1, 3, 'a'), parentLocation: at(2), baseLocation: at(3) }, at(1, 3, 'a')],
  ['a:1', { revisionLocation: at(1, 300, 'a') }, at(1, 300, 'a')],
  ['a:1:301', { revisionLocation: at(1, 301, 'a') }, at(1, 301, 'a')],
  ['b:2', { parentLocation: at(2, 3, 'b') }, at(2, 3, 'b')],
  ['before: c:3', { baseLocation: at(3, 3, 'c') }, at(3, 3, 'c')],
  ['b:2 (before: c:3)', { parentLocation: at(2, 3, 'b'), baseLocation: at(3, 3, 'c') }, at(2, 3, 'b')],
])('where it is: %s', (text, more, place) => {
  expect(whereOf(more)).toBe(text);
  expect(annotatedAt(more)).toEqual(place);
});

const ended = change('operation-removed-after-sunset', list, 'was removed', { wire: 'ignored' });
it.each<[string, Partial<DiffReport>]>([
  ['No API change', {}],
  ['API change: nothing for the TypeScript SDK, compatible on the wire', { withoutEffect: WITHOUT }],
  [
    'API change: major for the TypeScript SDK, breaking on the wire',
    { changes: many(1, () => ({})), verdict: verdict() },
  ],
  [
    'API change: minor for the Go SDK, compatible on the wire but for what was deprecated',
    { changes: [ended, WITHOUT[0] as LocatedChange], language: 'go', verdict: verdict({ bump: 'minor' }) },
  ],
  [
    'API change: nothing for the TypeScript SDK, mostly compatible on the wire',
    { changes: [ended, change('type-changed', list, 'is', { wire: 'depends' })] },
  ],
  [
    'API change: nothing for the TypeScript SDK, compatible on the wire, a promise broken',
    { changes: [change('sunset-missing', list, 'is', { wire: 'break' })] },
  ],
  [
    'API change: nothing for the TypeScript SDK, compatible on the wire',
    { changes: [change('sunset-missing', list, 'is', { wire: 'depends' })] },
  ],
  [
    'API change: nothing for the TypeScript SDK, breaking on the wire, 1 accepted, what is left is none',
    { accepted: ACCEPTED.slice(0, 1) },
  ],
  [
    'API change: nothing for the TypeScript SDK, breaking on the wire, 2 accepted, what is left is patch',
    { accepted: ACCEPTED, verdict: verdict({ bump: 'none', leftBump: 'patch' }) },
  ],
])('a headline: %s', (headline, more) => {
  expect(headlineOf(reportOf([], { verdict: verdict({ bump: 'none' }), ...more }))).toBe(headline);
});

it.each<[ReturnType<typeof sectionOf>, LocatedChange]>([
  ['none', change('type-changed', list, 'is', { bump: 'none' })],
  ['deprecated', change('deprecated', list, 'is')],
  ['deprecated', change('reactivated', list, 'is', { wire: 'depends' })],
  ['code', change('type-changed', list, 'is', { bump: 'major' })],
  ['wire', change('type-changed', list, 'is', { wire: 'silent' })],
  ['wire', change('type-changed', list, 'is', { notice: true })],
  ['wire', change('type-changed', list, 'is', { wire: 'depends' })],
  ['wire', change('type-changed', list, 'is', { wire: 'ignored' })],
  ['exhaustive', change('type-changed', list, 'is', { source: ['exhaust'] })],
  ['new', change('type-changed', list, 'is')],
  ['new', change('operation-added', list, 'is', { source: ['fake'] })],
  ['new', change('model-extracted', list, 'is', { source: ['fake'] })],
  ['new', change('property-added-optional', list, 'is', { source: ['fake'] })],
  ['exhaustive', change('pattern-added', list, 'is', { source: ['fake'] })],
  ['exhaustive', change('security-scope-added', list, 'is', { source: ['fake'] })],
])('a section: %s', (section, each) => expect(sectionOf(each)).toBe(section));

it('callers were warned of some ends', () => {
  const rules = [
    'operation-removed-after-sunset',
    'parameter-removed-after-sunset',
    'operation-removed',
  ] as const;
  expect(rules.map((rule) => isAnnouncedEnd(change(rule, list, 'is')))).toEqual([true, true, false]);
});

it.each<[string, LocatedChange]>([
  ['', change('type-changed', list, 'is')],
  ['deployed clients send what is ignored now', change('type-changed', list, 'is', { wire: 'ignored' })],
  ['may concern deployed clients', change('type-changed', list, 'is', { wire: 'depends' })],
  ['the same request means something else', change('type-changed', list, 'is', { wire: 'silent' })],
  ['breaks deployed clients', change('type-changed', list, 'is', { wire: 'break' })],
  ['breaks a promise', change('sunset-missing', list, 'is', { wire: 'break' })],
  ['may concern deployed clients', change('sunset-missing', list, 'is', { wire: 'depends' })],
  ['an upgrade of the SDK repairs it', change('type-changed', list, 'is', { runtime: 'repaired' })],
  ['results may differ', change('type-changed', list, 'is', { runtime: 'changed' })],
  ['requests may be refused', change('type-changed', list, 'is', { runtime: 'rejected' })],
  ['nothing fails visibly', change('type-changed', list, 'is', { runtime: 'silent' })],
  ['type-level code stops compiling', change('type-changed', list, 'is', { source: ['type-level'] })],
  [
    'calls, reads of results, imports, exhaustive switches, mocks and type-level code stop compiling',
    change('type-changed', list, 'is', {
      ...{ source: ['call', 'read', 'name', 'exhaust', 'fake', 'type-level'], runtime: 'silent' },
    }),
  ],
  ['mocks stop type-checking', change('type-changed', list, 'is', { source: ['fake'], language: 'python' })],
  [
    'breaks deployed clients; mocks and type-level code stop compiling; below the promised stability',
    change('type-changed', list, 'is', { source: ['fake', 'type-level'], wire: 'break', unstable: true }),
  ],
])('an effect: %s', (text, each) => expect(effectOf(each)).toBe(text));

it('groups one rule with one effect', () => {
  const changes = [
    ...many(2, () => ({})),
    change('type-changed', list, 'is'),
    change('type-changed', list, 'is', { bump: 'patch' }),
    change('docs-changed', list, 'is'),
    change('type-changed', list, 'is', { source: ['fake'] }),
  ];
  expect(
    groupsOf(changes).map(({ changes: own, ...group }) => [...Object.values(group), own.length]),
  ).toEqual([
    ['type changed', 'type-changed', 'breaks deployed clients; calls stop compiling', 'major', 2],
    ['type changed', 'type-changed', '', 'minor', 1],
    ['type changed', 'type-changed', '', 'patch', 1],
    ['description changed', 'docs-changed', '', 'minor', 1],
    ['type changed', 'type-changed', 'mocks stop compiling', 'minor', 1],
  ]);
});

it('words of lists', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  const joined = (count: number, length: number): string =>
    Array.from({ length: count }, (_each, index) => String(index % 10).repeat(length)).join(' | ');
  expect(shortList(joined(40, 2))).toBe(joined(40, 2));
  expect(joined(29, 4).length).toBe(200);
  expect(shortList(joined(29, 4))).toBe(joined(29, 4));
  expect(shortList(`${joined(29, 4)}x`)).toBe(`${joined(25, 4)} | … 4 more`);
  expect(shortList(joined(2, 300))).toBe(joined(2, 300));
  expect(shortList(joined(3, 300))).toBe(' | … 3 more');
  expect(shortList(joined(3, 177))).toBe(`${'0'.repeat(177)} | … 2 more`);
  expect(shortList(joined(3, 178))).toBe(' | … 3 more');
});

it('values are not said twice', () => {
  const values = (message: string, more: More): object =>
    valuesOf({ ...change('type-changed', list, ''), ...more, message });
  expect(values('is', {})).toEqual({});
  expect(values('is', { before: '', after: '' })).toEqual({});
  expect(values('was a', { before: 'a', after: 'b' })).toEqual({ after: 'b' });
  expect(values('is now b', { before: 'c', after: 'b' })).toEqual({ before: 'c' });
  const uses = { ...change('type-changed', list, 'is', { reach: [LIST, CREATE, EVENT] }) };
  expect(reachedBy(uses)).toEqual(['client.pets.create()', 'webhook petSold']);
});

it('a run is as bad as its worst report', () => {
  const report = (bump: Bump, ok: boolean, more: Partial<DiffReport['verdict']>): DiffReport =>
    reportOf([], { verdict: verdict({ bump, ok, wire: 'ok', source: [], ...more }) });
  expect(runOf([])).toEqual({
    ...{ version: 1, reports: [] },
    verdict: { wire: 'ok', source: [], runtime: 'same', bump: 'none', ok: true },
  });
  const reports = [
    report('minor', true, { source: ['fake'], runtime: 'changed' }),
    report('major', false, { source: ['call'], wire: 'silent' }),
    report('patch', true, {}),
  ];
  expect(runOf(reports)).toEqual({
    ...{ version: 1, reports },
    verdict: { wire: 'silent', source: ['call', 'fake'], runtime: 'changed', bump: 'major', ok: false },
  });
  expect(subjectOfRun([NONE, QUIET])).toBe('API change in 2 SDKs');
  expect(subjectOfRun([NONE, GONE, QUIET])).toBe('API changes of 2 documents');
  expect(subjectOfRun([NONE, { ...NONE, base: 'other' }])).toBe('API changes of 2 documents');
});

it('a summary counts', () => {
  expect(summaryOf(reportOf([...CHANGES, ...CHANGES], { withoutEffect: WITHOUT }))).toBe(
    '8 need changes of code · 4 concern deployed versions only · 2 concern switches and mocks only · 4 new · 2 deprecated · 3 without effect',
  );
});

it('endpoints come before what is not about a single endpoint', () => {
  const changes = [
    change('type-changed', nick, 'is a', { bump: 'none' }),
    change('type-changed', nick, 'is b', { reach: [LIST, SHOPS], bump: 'none' }),
    change('type-changed', nick, 'is c', { reach: [SHOPS], bump: 'patch' }),
    change('type-changed', nick, 'is d', { reach: [LIST], bump: 'minor' }),
    change('type-changed', nick, 'is e', { reach: [EVENT], bump: 'major' }),
    change('type-changed', nick, 'is f', { reach: [LIST], bump: 'major' }),
    change('type-changed', nick, 'is g', { reach: [LIST], bump: 'none' }),
  ];
  const shown = (all: readonly LocatedChange[]): readonly string[] =>
    groupBy(all, 'endpoint').map(({ title, bump, rule }) => `${title}, ${bump}, ${rule}`);
  const expected = [
    'GET /pets · client.pets.list(), major, 3 changes',
    'GET /shops · client.shops.list(), patch, 1 change',
    'webhook petSold, major, 1 change',
    'Several endpoints, none, 1 change',
    'The API as a whole, none, 1 change',
  ];
  expect(shown(changes)).toEqual(expected);
  expect(shown(changes.toReversed())).toEqual(expected);
  expect(groupBy(changes).map(({ rule }) => rule)).toEqual(groupsOf(changes).map(({ rule }) => rule));
});

it('a run without findings asks for nothing', () => {
  expect(renderRunMarkdown([NONE, { ...NONE, base: 'b' }])).toContain(
    '## API changes of 2 documents: nothing at worst',
  );
  const four = change('type-changed', nick, 'is', { reach: [CREATE, TOYS, SHOPS, PING] });
  expect(renderMarkdown(reportOf([four]))).not.toContain('more');
});
