/** The sentences of a changelog, rule by rule. `UPDATE_EXPECTED=1` rewrites them; then read them. */
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import { changelogEntries } from '../../generator/diff/report/entries.ts';
import type { LocatedChange } from '../../generator/diff/report/report.ts';
import type { RuleId } from '../../generator/diff/rules/catalogue.ts';
import {
  type Subject,
  contentSubject,
  methodSubject,
  namedSubject,
  parameterSubject,
  textSubject,
  typeSubject,
  within,
} from '../../generator/diff/subject.ts';
import { matches } from '../errors/matches.ts';
import type { More } from './report-data.ts';
import {
  CREATE,
  EVENT,
  LIST,
  MAJOR,
  PING,
  SHOPS,
  TOYS,
  bodyOf,
  change,
  fieldOf,
  resultOf,
} from './report-data.ts';

type Row = readonly LocatedChange[];

const query = (name: string): Subject => parameterSubject('query', name);
const inList: More = { reach: [LIST] };
const inBoth: More = { reach: [LIST, CREATE] };
const inCreate: More = { reach: [CREATE] };

/** Each alone, then both together. */
const alone = (
  rule: RuleId,
  tail: string,
  first: Subject,
  second: Subject,
  more: More = {},
): readonly Row[] => [
  [change(rule, first, tail, more)],
  [change(rule, first, tail, more), change(rule, second, tail, more)],
];
const atEach = (
  rules: readonly RuleId[],
  tail: string,
  first: Subject,
  second: Subject,
  more: More = {},
): readonly Row[] => rules.flatMap((rule) => alone(rule, tail, first, second, more));

const list = methodSubject('client.pets.list');
const create = methodSubject('client.pets.create');
const removed = 'was removed';

const rows: readonly Row[] = [
  ...alone('operation-added', 'was added', list, create, {
    ...inList,
    after: 'GET /pets',
    words: 'Lists pets.',
  }),
  [
    change('operation-added', list, 'was added', {
      ...inList,
      page: 'pets.md',
      after: 'GET /pets',
      words: 'All.',
    }),
  ],
  [change('operation-added', list, 'was added', { ...inList, words: 'Lists. <b>All</b>' })],
  ...atEach(
    ['operation-removed', 'operation-removed-after-sunset', 'operation-removed-before-sunset'],
    removed,
    list,
    create,
    { ...inList, ...MAJOR },
  ),
  ...atEach(['operation-renamed', 'operation-moved'], 'is now another', list, create, {
    ...{ ...inList, ...MAJOR, before: 'client.pets.list()', after: 'client.pets.all()' },
  }),
  [change('operation-renamed', list, 'is now another', inList)],
  ...atEach(['model-added', 'model-extracted'], 'was added', typeSubject('Pet'), typeSubject('Toy'), inList),
  [change('model-added', typeSubject('Pet'), 'was added', { ...inList, words: 'A pet.' })],
  ...alone('model-removed', removed, typeSubject('Pet'), typeSubject('Toy'), { reach: [LIST, SHOPS] }),
  ...alone('model-removed', 'is written out now', typeSubject('Pet'), typeSubject('Toy')),
  [
    change('model-removed', typeSubject('Pet'), 'is written out now'),
    change('model-removed', typeSubject('Toy'), removed),
  ],
  [change('model-renamed', typeSubject('Pet'), 'is now Animal', { after: 'Animal' })],
  [change('model-renamed', typeSubject('Pet'), 'is now another')],
  ...alone('model-moved', 'moved', typeSubject('Pet'), typeSubject('Toy'), {
    before: 'pets',
    after: 'shared',
  }),
  [
    change('model-moved', typeSubject('Pet'), 'moved', { before: 'pets', after: 'shared' }),
    change('model-moved', typeSubject('Toy'), 'moved', { before: 'pets', after: 'toys' }),
    change('model-moved', typeSubject('Shop'), 'moved'),
  ],
  [change('document-added', textSubject('pets.yml'), 'was added')],
  [change('document-removed', textSubject('pets.yml'), removed, MAJOR)],
  [change('client-renamed', textSubject('the client'), 'was renamed', { before: 'Pets', after: 'Zoo' })],
  [change('client-renamed', textSubject('the client'), 'was renamed')],
  ...atEach(
    [
      ...(['parameter-added-optional', 'parameter-added-first', 'parameter-added-required'] as const),
      ...(['parameter-became-required', 'parameter-became-optional', 'parameter-removed'] as const),
      ...(['parameter-removed-last', 'parameter-removed-after-sunset'] as const),
      ...(['parameter-removed-before-sunset', 'parameter-style-changed'] as const),
    ],
    'is another',
    query('limit'),
    query('sort'),
    { ...inList, words: 'How many.' },
  ),
  ...atEach(
    ['parameter-added-optional', 'parameter-added-first', 'parameter-added-required', 'parameter-removed'],
    'is another',
    query('limit'),
    query('sort'),
    inBoth,
  ),
  ...atEach(
    ['property-added-optional', 'property-added-required', 'property-added-required-with-default'],
    'was added',
    bodyOf('name'),
    bodyOf('age'),
    { ...inCreate, words: 'A word.' },
  ),
  ...alone('property-added-required', 'was added', bodyOf('name'), bodyOf('age'), { ...inCreate, ...MAJOR }),
  ...alone('property-added-required', 'was added', resultOf('name'), resultOf('age'), {
    ...inList,
    ...MAJOR,
  }),
  ...alone('property-added-required', 'was added', fieldOf('Pet', 'name'), fieldOf('Pet', 'age'), {
    ...{ ...inBoth, ...MAJOR, words: 'A word.' },
  }),
  ...alone('property-added-optional', 'was added', resultOf('name', '404'), resultOf('age', '404'), inList),
  ...alone('property-added-optional', 'was added', fieldOf('Pet', 'name'), fieldOf('Pet', 'age'), inList),
  ...[bodyOf, resultOf, (name: string) => fieldOf('Pet', name)].flatMap((of) =>
    alone('property-removed', removed, of('name'), of('age'), inList),
  ),
  [change('property-removed', resultOf('name', 'default'), removed, inList)],
  [change('property-removed', within(contentSubject('event', LIST), ['.name']), removed, inList)],
  [
    change('property-removed', within(contentSubject('payload', EVENT), ['.name']), removed, {
      reach: [EVENT],
    }),
  ],
  [change('property-removed', resultOf('name', '200'), removed, inList)],
  ...(['property-renamed', 'parameter-renamed'] as const).flatMap((rule): readonly Row[] => [
    [change(rule, fieldOf('Pet', 'nick'), 'is now name', { ...inList, after: 'name' })],
    [change(rule, bodyOf('nick'), 'is now name', { ...inList, after: 'name', runtime: 'repaired' })],
    [change(rule, query('nick'), 'has another name', { ...inList, ...MAJOR })],
    [change(rule, query('nick'), 'has another name', { ...inList, runtime: 'repaired' })],
  ]),
  [
    change('enum-value-added', fieldOf('Pet', 'size'), 'has a', { ...inList, after: '"big"' }),
    change('enum-value-added', fieldOf('Pet', 'size'), 'has b', { ...inList, after: '"huge"' }),
    change('enum-value-added', fieldOf('Pet', 'size'), 'has c', inList),
    change('enum-value-added', fieldOf('Pet', 'kind'), 'has a', { ...inList, after: '"cat"' }),
  ],
  [
    change('enum-value-removed', fieldOf('Pet', 'size'), 'lost a', { ...inList, ...MAJOR, before: '"big"' }),
    change('enum-value-removed', fieldOf('Pet', 'size'), 'lost b', { ...inList, ...MAJOR, before: '"huge"' }),
  ],
  [
    change('enum-value-removed', fieldOf('Pet', 'size'), 'lost many', {
      ...inList,
      before: Array.from({ length: 40 }, (_each, index) => `"value${index}"`).join(' | '),
    }),
  ],
  [
    change('deprecated', list, 'was deprecated until 2027-01-01', {
      ...inList,
      after: 'Use it not. At all.',
    }),
  ],
  [change('deprecated', list, 'was deprecated', { ...inList, instead: 'client.shops.list' })],
  [change('deprecated', fieldOf('Pet', 'nick'), 'was deprecated', { ...inList, bump: 'patch' })],
  [change('success-status-changed', list, 'is another', { ...inBoth, before: '200', after: '201' })],
  [change('success-status-changed', list, 'is another', { ...inList, ...MAJOR })],
  [
    change('request-media-type-replaced', bodyOf('x'), 'is another', {
      ...{ ...inCreate, before: 'text/plain', after: 'application/json' },
    }),
  ],
  [change('request-media-type-replaced', list, 'is another', { ...inList, wire: 'break' })],
  ...(
    [
      'path-changed',
      'verb-changed',
      'parameter-moved',
      'parameter-style-changed',
      'security-scheme-changed',
      'fixed-query-changed',
    ] as const
  ).flatMap((rule): readonly Row[] => [
    [change(rule, list, 'has another', { ...inList, ...MAJOR, before: '/a', after: '/b' })],
    [change(rule, list, 'has another', { ...inList, wire: 'break' })],
  ]),
  ...alone('type-changed', 'changed type', query('limit'), query('sort'), {
    ...{ ...inList, ...MAJOR, before: 'string', after: 'number' },
  }),
  ...alone('type-changed', 'has another type', fieldOf('Pet', 'name'), fieldOf('Pet', 'age'), {
    ...{ ...inList, before: 'string', after: 'number' },
  }),
  ...alone('type-changed', 'is another type', resultOf('name'), resultOf('age'), {
    ...{ ...inList, before: 'string', after: 'number' },
  }),
  ...alone('type-changed', 'was changed', typeSubject('Pet'), typeSubject('Toy'), {
    ...{ ...inBoth, before: 'string', after: 'number' },
  }),
  ...alone('type-changed', 'was changed', typeSubject('Pet'), typeSubject('Toy'), { before: 'string' }),
  [
    change('type-changed', contentSubject('response', LIST, '200'), 'was changed', {
      ...inList,
      after: 'number',
    }),
  ],
  [
    change('client-option-added', namedSubject('client option', 'key'), 'was added'),
    change('client-option-added', namedSubject('client option', 'key'), 'was added as well'),
    change('client-option-added', namedSubject('client option', 'token'), 'was added'),
  ],
  [
    change('environment-changed', namedSubject('environment', 'live'), 'has another URL'),
    change('environment-changed', namedSubject('environment', 'live'), 'has another name'),
    change('server-variable-added', namedSubject('server variable', 'live'), 'has another URL'),
    change('server-variable-added', namedSubject('server variable', 'live'), 'has another name'),
  ],
  [
    change('security-required', list, 'needs a key', { ...inList, ...MAJOR }),
    change('security-required', create, 'needs a key', { ...inCreate, ...MAJOR }),
    change('security-required', list, 'needs a key', { ...inList, wire: 'depends' }),
  ],
  [
    change('operation-id-changed', list, 'has another id', { ...inList, before: 'a', after: 'b' }),
    change('operation-id-changed', create, 'has another id', { ...inCreate, before: 'a', after: 'b' }),
  ],
  [change('server-changed', textSubject('the base URL'), 'is another', { before: 'a.com', after: 'b.com' })],
  [
    {
      ...change('server-changed', textSubject('the base URL'), 'x', { reach: [PING] }),
      message: 'another URL is used',
    },
    { ...change('docs-changed', list, 'x', { ...inList, bump: 'minor' }), message: 'is told otherwise' },
  ],
  // Words of the document do not act.
  ...[list, textSubject('<b>@team'), contentSubject('payload', { operation: 'webhook <b>' })].flatMap(
    (topic) => [
      [
        change('security-scope-added', topic, 'needs the scope <i>@team', {
          reach: [{ operation: '<u>', where: [] }],
        }),
      ],
      [change('deprecated', topic, 'was deprecated until <i>', { reach: [] })],
    ],
  ),
  [change('type-changed', typeSubject('<b>'), 'is @team', { reach: [{ operation: '<u>@team', where: [] }] })],
  [change('model-moved', typeSubject('Pet'), 'moved', { before: '<b>', after: '@team' })],
  // Where an entry belongs.
  [
    change('type-changed', typeSubject('A'), 'is a', { reach: [] }),
    change('model-added', typeSubject('B'), 'is b', { reach: [] }),
    change('type-changed', typeSubject('C'), 'is c', { reach: [LIST, SHOPS] }),
    change('type-changed', typeSubject('D'), 'is d', { reach: [LIST, CREATE] }),
    change('type-changed', typeSubject('E'), 'is e', { reach: [TOYS] }),
    change('type-changed', typeSubject('F'), 'is f', { reach: [PING] }),
    change('type-changed', typeSubject('G'), 'is g', { reach: [EVENT] }),
    change('type-changed', typeSubject('H'), 'is h', { reach: [LIST, CREATE, TOYS, SHOPS, EVENT] }),
  ],
  [
    change('type-changed', typeSubject('J'), 'is j', { reach: [LIST, CREATE, TOYS] }),
    change('type-changed', fieldOf('Pet', 'a.b'), 'is k', { reach: [LIST] }),
    change('type-changed', textSubject('all of client.'), 'is l', { reach: [LIST] }),
  ],
  // Said once, or not at all.
  [
    change('type-changed', typeSubject('A'), 'is a', { ...inList, bump: 'major' }),
    change('type-changed', typeSubject('A'), 'is a', inList),
    change('type-changed', typeSubject('B'), 'is b', { ...inList, accepted: { reason: 'known' } }),
    change('type-changed', typeSubject('C'), 'is c', { ...inList, bump: 'none' }),
    ...(
      [
        'success-status-removed',
        'success-status-added',
        'error-status-added',
        'version-not-raised',
        'request-media-type-added',
        'response-media-type-added',
        'response-media-type-removed',
      ] as const
    ).map((rule) => change(rule, list, 'is not told', inList)),
  ],
  // One edit at several places.
  ...[
    [SHOPS],
    [SHOPS, EVENT, CREATE, PING],
    Array.from({ length: 20 }, (_each, index) => ({ ...SHOPS, symbol: `client.shops.get${index}` })),
    Array.from({ length: 21 }, (_each, index) => ({ ...SHOPS, symbol: `client.shops.get${index}` })),
    [CREATE],
    [
      { ...LIST, operation: 'GET /shops/pets' },
      { operation: 'webhook list', where: [] },
    ],
  ].map((others): Row => {
    const first = change('enum-value-added', resultOf('size'), 'can be', { ...inList, after: '"big"' });
    const place = ({ subject, about: topic, message, reach }: LocatedChange) => ({
      ...{ subject, about: topic, message, reach },
    });
    return [
      {
        ...first,
        places: [
          { ...place(first), answers: { wire: 'break', source: ['read'], runtime: 'same', bump: 'major' } },
          ...others.map((each) => ({
            ...place(change('enum-value-added', resultOf('size', '200', each), 'can be', { reach: [each] })),
          })),
        ],
      },
    ];
  }),
  // At the first place users need not change anything, at others they must.
  [
    {
      ...change('enum-value-added', resultOf('size'), 'can be', { ...inList, ...MAJOR, after: '"big"' }),
      places: [LIST, SHOPS].map((each) => ({
        ...change('enum-value-added', resultOf('size', '200', each), 'can be', { reach: [each] }),
        answers: { wire: 'ok', source: [], runtime: 'same', bump: each === LIST ? 'minor' : 'major' },
      })),
    },
  ],
  [
    change('client-option-changed', namedSubject('client option', 'key'), 'is another', {
      before: 'a',
      after: 'b',
    }),
    change('client-option-changed', namedSubject('client option', 'key'), 'is another', {
      before: 'c',
      after: 'd',
    }),
  ],
  [
    change('type-changed', fieldOf('Pet', 'name'), 'is another', { ...inList, before: 'a', after: 'b' }),
    change('type-changed', fieldOf('Pet', 'name'), 'is another', { ...inList, before: 'c', after: 'd' }),
  ],
  [change('path-parameter-added', parameterSubject('path', 'id', 'client.pets.get'), 'was added', inList)],
];

const written = (row: Row): string =>
  [
    row.map(({ rule, message, bump }) => `${rule} (${bump}): ${message}`),
    ...[false, true].map((links) =>
      changelogEntries(row, { links }).map(
        ({ resource, kind, breaking, text }) =>
          `${links ? '  + ' : '  - '}${resource} | ${kind}${breaking ? ', breaking' : ''} | ${text}`,
      ),
    ),
  ]
    .flatMap((lines, index, [, plain = []]) =>
      // With links, only what differs.
      index === 2 ? lines.filter((line, place) => line.slice(4) !== plain[place]?.slice(4)) : lines,
    )
    .join('\n');

it('an entry says what changed', () => {
  matches(
    fileURLToPath(new URL('./formats/entries.txt', import.meta.url)),
    `${rows.map(written).join('\n\n')}\n`,
  );
});
