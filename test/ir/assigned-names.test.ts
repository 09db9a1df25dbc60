/**
 * Where an operation gets its name from: the config, hints, samples, the path, in this order; and the tree
 * that the names make. `naming-support.ts` has the form of a line.
 */
import { expect, it } from 'vitest';
import type { BuildOptions, RequestedMethod } from '../../generator/ir/build-options.ts';
import type { ReportContext } from '../../generator/ir/context.ts';
import { nameOperations } from '../../generator/ir/naming/assign.ts';
import { type ReadSample, nameByHint, nameBySample, readSamples } from '../../generator/ir/naming/named.ts';
import { withObject } from '../../generator/ir/naming/objects.ts';
import { type Segment, shapeOf } from '../../generator/ir/naming/route.ts';
import { isSwitch, switchName } from '../../generator/ir/naming/states.ts';
import {
  type Surroundings,
  compact,
  isOneThing,
  isPluralFor,
  isPluralKey,
} from '../../generator/ir/naming/surroundings.ts';
import { type ConfiguredResource, buildTree } from '../../generator/ir/naming/tree.ts';
import type { Method, Resource } from '../../generator/ir/types.ts';
import type { NameHint } from '../../generator/openapi/operation-hints.ts';
import { USUAL, lineOf } from './naming-support.ts';

const ORIGIN = { document: 'config.yml', pointer: '/resources' };

/** What is reported; no more of a context is asked for than origins. */
function recording() {
  const reported: (readonly unknown[])[] = [];
  const context = {
    documents: { originOf: () => undefined },
    report: (code: string, parameters: object) => void reported.push([code, parameters]),
  } as unknown as ReportContext;
  return { context, reported };
}

interface Input {
  readonly config?: readonly (readonly [call: string, operation: string, isSkipped?: true])[];
  readonly unspecified?: 'omit' | 'generate';
  readonly silenced?: readonly string[];
  readonly hints?: Readonly<Record<string, readonly NameHint[]>>;
  /** Calls by operation; `!` is one that goes through pages. */
  readonly samples?: Readonly<Record<string, readonly string[]>>;
}

const sampleOf = (text: string): ReadSample => {
  const [call = '', positional = '0', ...keys] = text.replace('!', '').split(' ');
  return {
    keyword: 'x-codeSamples',
    options: [],
    ...(call !== '' && {
      call: {
        chain: call.split('.'),
        positional: Number(positional),
        keys,
        paginated: text.endsWith('!'),
      },
    }),
  };
};

function named(lines: readonly string[], input: Input) {
  const operations = lines.map((line) => {
    const { operation } = lineOf(line);
    return { ...operation, hints: { ...operation.hints, names: input.hints?.[operation.id] ?? [] } };
  });
  const methods = (input.config ?? []).map(([call, operation, isSkipped]): RequestedMethod => {
    const path = call.split('.');
    const [verb = '', key = ''] = operation.split(' ');
    return {
      ...{ resource: path.slice(0, -1), key: path.at(-1) ?? '', verb, path: key, origin: ORIGIN },
      ...(isSkipped && { skipped: true }),
    } as RequestedMethod;
  });
  const options = {
    methods,
    resources: [],
    unspecified: input.unspecified ?? 'generate',
    silenced: new Set(input.silenced),
  } as unknown as BuildOptions;
  const { context, reported } = recording();
  const result = nameOperations(context, {
    operations,
    samples: new Map(Object.entries(input.samples ?? {}).map(([id, texts]) => [id, texts.map(sampleOf)])),
    options,
    shapeOf: (operation) =>
      lineOf(lines[operations.indexOf(operation as (typeof operations)[number])] ?? '').shape,
  });
  return {
    reported,
    result,
    calls: Object.fromEntries(
      result.map((one) => [
        one.operation.id,
        `${[...one.resource, one.key].join('.')} ${one.provenance.rule}${one.paginated ? '!' : ''}`,
      ]),
    ),
  };
}

const hint = (rule: NameHint['rule'], more: Partial<NameHint>): NameHint => ({
  rule,
  keyword: rule,
  ...more,
});
const METHOD: NameHint = { rule: 'x-stainless', keyword: 'x-stainless-method', group: ['a'], method: 'b' };

it.each<readonly [string, readonly string[], Input, Readonly<Record<string, string>>]>([
  [
    'the config comes first, whatever the names of its parameters',
    ['get /cats/{id}', 'get /dogs/{dog}', 'post /cats'],
    {
      config: [
        ['pets.one', 'GET /cats/{cat}/'],
        ['pets.dog', 'get /dogs/{dog}'],
      ],
      hints: { 'get /cats/{id}': [METHOD] },
    },
    {
      'get /cats/{id}': 'pets.one config',
      'get /dogs/{dog}': 'pets.dog config',
      'post /cats': 'cats.create default',
    },
  ],
  [
    'a path that is spelt exactly is preferred to those that differ in their parameters alone',
    ['get /cats/{id}', 'get /cats/{name}'],
    { config: [['pets.named', 'get /cats/{name}']], unspecified: 'omit' },
    { 'get /cats/{name}': 'pets.named config' },
  ],
  [
    'what the config does not name is left out, but for what its method says',
    ['get /cats', 'get /dogs', 'get /pigs', 'get /hens'],
    {
      config: [['cats.all', 'get /cats']],
      unspecified: 'omit',
      hints: {
        'get /dogs': [METHOD],
        'get /pigs': [hint('x-speakeasy', { method: 'c' })],
        'get /hens': [hint('x-speakeasy', { method: 'd' }), METHOD],
      },
      silenced: ['get /pigs'],
    },
    {
      'get /cats': 'cats.all config',
      'get /dogs': 'a.b x-stainless',
      'get /hens': 'hens.d x-speakeasy',
    },
  ],
  [
    'without methods in the config nothing is left out',
    ['get /cats'],
    { unspecified: 'omit' },
    { 'get /cats': 'cats.list default' },
  ],
  [
    'an operation that the config skips has no method',
    ['get /cats', 'get /dogs'],
    { config: [['cats.all', 'get /cats', true]] },
    { 'get /dogs': 'dogs.list default' },
  ],
  [
    'a hint is preferred to a sample, which says that it goes through pages',
    ['get /cats', 'get /dogs'],
    {
      hints: { 'get /cats': [METHOD] },
      samples: { 'get /cats': ['x.y!'], 'get /dogs': ['x.z!'] },
    },
    { 'get /cats': 'a.b x-stainless!', 'get /dogs': 'x.z sample!' },
  ],
  [
    'a sample that shows no pages says nothing of them',
    ['get /cats'],
    { hints: { 'get /cats': [METHOD] }, samples: { 'get /cats': ['x.y'] } },
    { 'get /cats': 'a.b x-stainless' },
  ],
  [
    'others follow those whose samples have another resource',
    [
      'get /shop/cats',
      'post /shop/cats',
      'get /shop/cats/{id}/toys',
      'get /shop/cats/{id}/toys/{toy}',
      'get /zoo/dogs',
    ],
    { samples: { 'get /shop/cats': ['store.pets.list'] } },
    {
      'get /shop/cats': 'store.pets.list sample',
      'post /shop/cats': 'store.pets.create default',
      'get /shop/cats/{id}/toys': 'store.pets.toys.list default',
      'get /shop/cats/{id}/toys/{toy}': 'store.pets.toys.retrieve default',
      'get /zoo/dogs': 'zoo.dogs.list default',
    },
  ],
  [
    'nobody follows samples that do not agree',
    ['get /cats', 'post /cats', 'delete /cats/{id}', 'get /cats/{id}'],
    {
      samples: {
        'get /cats': ['pets.list'],
        'post /cats': ['beasts.create'],
        'delete /cats/{id}': ['pets.delete'],
      },
    },
    {
      'get /cats': 'pets.list sample',
      'post /cats': 'beasts.create sample',
      'delete /cats/{id}': 'pets.delete sample',
      'get /cats/{id}': 'cats.retrieve default',
    },
  ],
  [
    'all follow samples that agree',
    ['get /cats', 'post /cats', 'get /cats/{id}'],
    { samples: { 'get /cats': ['a.pets.list'], 'post /cats': ['a.pets.create'] } },
    {
      'get /cats': 'a.pets.list sample',
      'post /cats': 'a.pets.create sample',
      'get /cats/{id}': 'a.pets.retrieve default',
    },
  ],
  [
    'nobody follows a sample that names fewer resources',
    ['get /shop/cats', 'post /shop/cats', 'get /zoo/dogs'],
    { samples: { 'get /shop/cats': ['cats.list'] } },
    {
      'get /zoo/dogs': 'zoo.dogs.list default',
      'get /shop/cats': 'cats.list sample',
      'post /shop/cats': 'shop.cats.create default',
    },
  ],
  [
    'a sample without a call is none',
    ['get /cats'],
    { samples: { 'get /cats': ['', 'pets.all'] } },
    { 'get /cats': 'pets.all sample' },
  ],
  [
    'what most samples call reading and putting, others call so as well',
    ['get /a/{id}', 'get /b/{id}', 'get /c/{id}', 'get /d/{id}', 'put /a/{id}', 'put /d/{id}'],
    {
      samples: {
        'get /a/{id}': ['a.retrieve'],
        'get /b/{id}': ['b.fetch'],
        'get /c/{id}': ['c.fetch'],
        'put /a/{id}': ['a.replace'],
      },
    },
    {
      'get /a/{id}': 'a.retrieve sample',
      'get /b/{id}': 'b.fetch sample',
      'get /c/{id}': 'c.fetch sample',
      'get /d/{id}': 'd.fetch default',
      'put /a/{id}': 'a.replace sample',
      'put /d/{id}': 'd.replace default',
    },
  ],
  ...(['retrieve', 'get', 'fetch', 'show'] as const).map(
    (name): readonly [string, readonly string[], Input, Readonly<Record<string, string>>] => [
      `reading is called ${name} where the config calls it so; a list does not count`,
      ['get /a/{id}', 'get /b', 'put /a/{id}/x', 'get /d/{id}'],
      {
        config: [
          [`a.${name}`, 'get /a/{id}'],
          ['b.get', 'get /b'],
          ['b.show', 'put /a/{id}/x'],
        ],
      },
      {
        'get /a/{id}': `a.${name} config`,
        'get /b': 'b.get config',
        'put /a/{id}/x': 'b.show config',
        'get /d/{id}': `d.${name} default`,
      },
    ],
  ),
  ...(['update', 'set', 'replace', 'put', 'upsert'] as const).map(
    (name): readonly [string, readonly string[], Input, Readonly<Record<string, string>>] => [
      `putting is called ${name} where the config calls it so`,
      ['put /a/{id}', 'put /d/{id}'],
      { config: [[`a.${name}`, 'put /a/{id}']] },
      { 'put /a/{id}': `a.${name} config`, 'put /d/{id}': `d.${name} default` },
    ],
  ),
  [
    'of twelve resources in each other the last has what is deeper',
    [`get ${'/a'.repeat(12)}/{id}/b/{id}`],
    { samples: { [`get ${'/a'.repeat(12)}/{id}/b/{id}`]: [[...'abcdefghijklm', 'list'].join('.')] } },
    { [`get ${'/a'.repeat(12)}/{id}/b/{id}`]: `${[...'abcdefghijkl'].join('.')}.list sample` },
  ],
  [
    'twelve resources in each other are kept',
    ['get /a'],
    { samples: { 'get /a': [[...'abcdefghijkl', 'list'].join('.')] } },
    { 'get /a': `${[...'abcdefghijkl'].join('.')}.list sample` },
  ],
])('%s', (_title, lines, input, calls) => {
  expect(named(lines, input).calls).toEqual(calls);
});

it.each<readonly [readonly string[], Input, readonly unknown[]]>([
  [
    ['get /cats', 'get /dogs', 'get /cat'],
    { config: [['a.b', 'get /catz']] },
    [['config-operation-unknown', { operation: 'get /catz', method: 'a.b', nearest: 'get /cat' }]],
  ],
  [
    ['get /cat2', 'get /cat1'],
    { config: [['a.b', 'get /cat0']] },
    [['config-operation-unknown', { operation: 'get /cat0', method: 'a.b', nearest: 'get /cat1' }]],
  ],
  [
    ['get /abcd'],
    { config: [['a.b', 'get /wxyz']] },
    [['config-operation-unknown', { operation: 'get /wxyz', method: 'a.b', nearest: 'get /abcd' }]],
  ],
  [
    // Of ten characters five may differ, and no more.
    ['get /abcde'],
    { config: [['a.b', 'get /vwxyz']] },
    [['config-operation-unknown', { operation: 'get /vwxyz', method: 'a.b', nearest: 'get /abcde' }]],
  ],
  [
    ['get /abcdef'],
    { config: [['a.b', 'get /uvwxyz']] },
    [
      [
        'config-operation-unknown',
        { operation: 'get /uvwxyz', method: 'a.b', nearest: 'one of the document' },
      ],
    ],
  ],
  [
    [],
    { config: [['a.b', 'get /x']] },
    [['config-operation-unknown', { operation: 'get /x', method: 'a.b', nearest: 'one of the document' }]],
  ],
  // Two operations differ in their parameters alone: neither is meant.
  [
    ['get /cats/{id}', 'get /cats/{name}'],
    { config: [['a.b', 'get /cats/{cat}']] },
    [
      [
        'config-operation-unknown',
        { operation: 'get /cats/{cat}', method: 'a.b', nearest: 'get /cats/{id}' },
      ],
    ],
  ],
  [[], { config: [['a.b', 'get /x', true]] }, []],
  [
    ['get /cats', 'get /dogs', 'get /hens', 'get /pigs'],
    { config: [['a.b', 'get /cats']], unspecified: 'omit', silenced: ['get /hens'] },
    [['operations-unconfigured', { count: 2, operations: 'get /dogs, get /pigs' }]],
  ],
  ...[5, 6, 7].map((count): readonly [readonly string[], Input, readonly unknown[]] => [
    ['get /cats', ...Array.from({ length: count }, (_, index) => `get /a${index}`)],
    { config: [['a.b', 'get /cats']], unspecified: 'omit' },
    [
      [
        'operations-unconfigured',
        {
          count,
          operations: `get /a0, get /a1, get /a2, get /a3, get /a4${count > 5 ? ` and ${count - 5} more` : ''}`,
        },
      ],
    ],
  ]),
  [['get /cats'], { config: [['a.b', 'get /cats']], unspecified: 'omit' }, []],
])('of %j with %j is reported: %j', (lines, input, reported) => {
  expect(named(lines, input).reported).toEqual(reported);
});

it('a method of the config has the place of the config, one of the path that of its operation', () => {
  const { result } = named(['get /cats', 'get /dogs'], { config: [['pets.cats.all', 'get /cats']] });
  expect(result.map((one) => one.provenance)).toEqual([
    { rule: 'config', detail: 'resources.pets.cats.all', origin: ORIGIN },
    expect.objectContaining({
      rule: 'default',
      origin: { document: 'api.yml', pointer: '/paths//dogs/get' },
    }),
  ]);
});

const FALLBACK = { resource: ['cats'], key: 'list', detail: '' };

it.each<readonly [string, readonly NameHint[], readonly [string, string] | undefined]>([
  ['get /cats', [], undefined],
  ['get /cats @Big_Cats.x.', [hint('x-fern', { method: 'all' })], ['big_cats.x.all', 'x-fern: all']],
  ['get /cats', [hint('x-fern', { method: 'all' })], ['cats.all', 'x-fern: all']],
  ['get /cats', [hint('x-fern', { group: ['bigCats'] })], ['big_cats.list', 'x-fern: bigCats']],
  ['get /cats @Dogs', [hint('x-fern', { group: [], method: 'me' })], ['me', 'x-fern: me']],
  [
    'get /cats',
    [hint('x-fern', { group: ['a'] }), hint('x-speakeasy', { method: 'b' })],
    ['cats.b', 'x-speakeasy: b'],
  ],
  [
    'get /cats',
    [
      hint('x-fern', { method: 'b' }),
      hint('x-speakeasy', { group: ['a'] }),
      hint('x-fern', { group: ['c', 'd'] }),
    ],
    ['c.d.b', 'x-fern: b'],
  ],
  [
    'get /cats',
    [hint('x-fern', { group: ['a'] }), hint('x-fern', { group: ['c'], method: 'b' })],
    ['a.b', 'x-fern: c.b'],
  ],
  ['get /cats', [hint('x-fern', { method: '🎉' })], ['cats.🎉', 'x-fern: 🎉']],
])('%s with hints %j is %j', (line, names, expected) => {
  const { operation } = lineOf(line);
  const found = nameByHint(
    recording().context,
    { ...operation, hints: { ...operation.hints, names } },
    () => FALLBACK,
  );
  expect(found && [[...found.resource, found.key].join('.'), found.provenance.detail]).toEqual(expected);
});

it.each<readonly [string, readonly string[], object | undefined, readonly unknown[]]>([
  ['get /cats', [], undefined, []],
  ['get /cats', [''], undefined, []],
  [
    'get /cats',
    ['bigCats.listAll'],
    { call: 'big_cats.list_all', detail: 'the call client.bigCats.listAll() in x-codeSamples' },
    [],
  ],
  ['get /cats', ['a.b', 'a.b', 'A.b'], { call: 'a.b', detail: 'the call client.a.b() in x-codeSamples' }, []],
  [
    'get /cats',
    ['a.b', 'a.b', 'x.c', 'd.e'],
    { call: 'a.b', detail: 'the call client.a.b() in x-codeSamples' },
    [['samples-disagree', { operation: 'get /cats', call: 'a.b', other: 'x.c' }]],
  ],
  [
    'get /cats',
    ['a.b!'],
    { call: 'a.b', detail: 'the call client.a.b() in x-codeSamples', paginated: true },
    [],
  ],
  ...(
    [
      ['get /cats/{id}', 'a.b 1', undefined],
      ['get /cats/{id}', 'a.b 0', undefined],
      ['get /cats/{id}', 'a.b 0 id', []],
      ['get /cats/{id}', 'a.b 1 id', undefined],
      ['get /cats/{id}/toys/{toy}', 'a.b 2', ['id', 'toy']],
      ['get /cats/{id}/toys/{toy}', 'a.b 1 id', undefined],
      ['get /cats/{id}/toys/{toy}', 'a.b 0 id', undefined],
      ['get /cats/{id}/toys/{toy}', 'a.b 0 id toy', []],
      ['get /cats/{id}/toys/{toy}', 'a.b 1 id toy', undefined],
      ['get /cats', 'a.b 0', undefined],
    ] as const
  ).map(([line, text, positional]): readonly [string, readonly string[], object, readonly unknown[]] => [
    line,
    [text],
    {
      ...{ call: 'a.b', detail: 'the call client.a.b() in x-codeSamples' },
      ...(positional !== undefined && { positional }),
    },
    [],
  ]),
])('%s with the samples %j is %j', (line, texts, expected, reports) => {
  const { context, reported } = recording();
  const found = nameBySample(context, lineOf(line).operation, texts.map(sampleOf));
  if (found === undefined) expect(expected).toBeUndefined();
  else {
    const { operation, resource, key, provenance, ...more } = found;
    expect(operation.id).toBe(line);
    expect(provenance.rule).toBe('sample');
    expect({ call: [...resource, key].join('.'), detail: provenance.detail, ...more }).toStrictEqual(
      expected,
    );
  }
  expect(reported).toEqual(reports);
});

it('a call without a name is none', () => {
  const call = { chain: [], positional: 0, keys: [], paginated: false };
  expect(
    nameBySample(recording().context, lineOf('get /a').operation, [{ keyword: 'x', options: [], call }]),
  ).toBeUndefined();
});

it('samples are read in languages that have a reader', () => {
  const { operation } = lineOf('get /cats');
  const samples = [' TypeScript ', 'cobol'].map((language) => ({
    keyword: `x-${language.trim()}`,
    language,
    source: 'const client = new Zoo();\nawait client.cats.list();',
  }));
  const read = readSamples({ ...operation, hints: { ...operation.hints, samples } });
  expect(read.map(({ keyword, call }) => [keyword, call?.chain])).toEqual([
    ['x-TypeScript', ['cats', 'list']],
  ]);
});

// What a verb is about.

const segmentsOf = (path: string): readonly Segment[] =>
  path
    .split('/')
    .slice(1)
    .map((part) =>
      part.startsWith('{')
        ? { kind: 'parameter', name: part.slice(1, -1) }
        : { kind: 'static', key: part, action: false },
    );

it.each<readonly [string, string]>([
  // A command without an item: the sentence names its object.
  ['put /player/pause "Pause the playback" player.pause', 'player.pause_playback'],
  ['put /player/pause "Pause" player.pause', 'player.pause'],
  ['put /player/seek "Seek to position" player.seek', 'player.seek_to_position'],
  ['put /player/seek "Seek to" player.seek', 'player.seek'],
  ['put /player/seek "Please seek to" player.seek', 'player.seek'],
  ['put /player/pause "Pause player now" player.pause', 'player.pause_now'],
  ['put /player/pause "Pause player users" player.pause', 'player.pause_player_users'],
  ['put /player/pause "Please pause users" player.pause', 'player.pause'],
  ['put /player/pause "Create a playback" player.pause', 'player.pause'],
  ['put /player/pause "Pause one two three" player.pause', 'player.pause'],
  ['put /player/pause player.pause', 'player.pause'],
  ['put /player/volume "Pause the playback" player.volume', 'player.volume'],
  ['put /{id}/pause "Pause the playback" player.pause', 'player.pause'],
  ['put /pause "Pause the playback" player.pause', 'player.pause'],
  ['put /player/{id} "Pause the playback" player.pause', 'player.pause'],
  ['put /big_player/pause "Pause the big playback" big_player.pause', 'big_player.pause_playback'],
  // Items of a single thing.
  ['delete /library/x "Remove saved albums" library.remove', 'library.remove_saved_albums'],
  ['put /library/x "Remove saved albums" library.remove', 'library.remove_saved_albums'],
  ['delete /library/x "Remove album" library.remove', 'library.remove'],
  ['delete /library/x "Remove" library.remove', 'library.remove'],
  ['delete /library/x "Remove albums or shows" library.remove', 'library.remove'],
  ['delete /library/x "Remove shows and albums" library.remove', 'library.remove'],
  ['delete /library/x "Remove nor albums" library.remove', 'library.remove_nor_albums'],
  ['delete /library/x "Delete saved albums" library.delete', 'library.delete'],
  ['delete /library/x "Follow saved albums" library.remove', 'library.remove'],
  ['delete /libraries/x "Remove saved albums" libraries.remove', 'libraries.remove'],
  ['delete /libraries/x "Remove saved albums" remove', 'remove_saved_albums'],
  ['delete /big_library/x "Remove big albums" big_library.remove', 'big_library.remove_albums'],
  // Questions.
  ['get /library/contains "Check saved items" library.contains', 'library.check_saved_items'],
  ['get /library/contains "Check items" library.contains', 'library.check_items'],
  ['get /library/contains "Check item" library.contains', 'library.contains'],
  ['get /library/contains "Check" library.contains', 'library.contains'],
  ['get /library/contains "Follow items" library.contains', 'library.contains'],
  ['get /library/health +one "Check status" library.retrieve', 'library.check_status'],
  ['get /library/health "Check status" library.retrieve', 'library.retrieve'],
  ['get /library/health +one "Check status" library.health', 'library.health'],
  ['get /library/{id} +one "Check status" library.retrieve', 'library.retrieve'],
  ['post /library/contains "Check items" library.contains', 'library.contains'],
  ['patch /player/pause "Pause the playback" player.pause', 'player.pause'],
])('%s is %s', (text, expected) => {
  const at = text.lastIndexOf(' ');
  const { operation, shape } = lineOf(text.slice(0, at));
  const path = text.slice(at + 1).split('.');
  const name = { resource: path.slice(0, -1), key: path.at(-1) ?? '', detail: 'the path' };
  const around = { habits: USUAL, shapeOf: () => shape } as unknown as Surroundings;
  const found = withObject(operation, name, segmentsOf(operation.pathKey), around);
  expect([...found.resource, found.key].join('.')).toBe(expected);
  expect(found.detail).toBe(
    found.key === name.key ? 'the path' : `operationId or summary of ${operation.id}`,
  );
});

interface Twins {
  readonly verbs?: readonly string[];
  readonly extended?: boolean;
  readonly operationId?: string;
}

it.each<readonly [string, Twins, boolean]>([
  ['/books/{id}/read', {}, true],
  ['/books/{id}/unread', {}, true],
  ['/books/{id}/starred', {}, true],
  ['/books/{id}/starred_by', {}, false],
  ['/books/{id}/feed', {}, false],
  ['/books/{id}/star', {}, false],
  ['/books/{id}/star', { operationId: 'starBook' }, true],
  ['/books/{id}/star', { operationId: 'bookStar' }, false],
  ['/books/{id}/read', { verbs: ['put'] }, false],
  ['/books/{id}/read', { verbs: ['delete', 'put', 'get'] }, false],
  ['/books/{id}/read', { verbs: ['put', 'get'] }, false],
  ['/books/{id}/read', { verbs: ['delete', 'get'] }, false],
  ['/books/{id}/read', { verbs: [] }, false],
  ['/books/{id}/read', { extended: true }, false],
  ['/books/read', {}, false],
  ['/read', {}, false],
  ['/books/{id}/{read}', {}, false],
  ['/', { verbs: [] }, false],
])('%s with %j is switched: %j', (path, { verbs = ['put', 'delete'], extended, operationId }, expected) => {
  const segments = path === '/' ? [] : segmentsOf(path);
  const shape = shapeOf(segments);
  const { operation } = lineOf(`put ${path}${operationId === undefined ? '' : ` =${operationId}`}`);
  const around = {
    verbs: new Map(verbs.length === 0 ? [] : [[shape, new Set(verbs)]]),
    extended: new Set(extended ? [shape] : []),
    twins: new Map(operationId === undefined ? [] : [[`put ${shape}`, [{ operation }]]]),
  } as unknown as Surroundings;
  expect(isSwitch(segments, around)).toBe(expected);
});

it.each<readonly [string, string, readonly string[], string]>([
  ['put /books/{id}/star =starBook', 'star', ['books'], 'star'],
  ['put /books/{id}/star =markBookWithStarNow', 'star', ['books'], 'set_star'],
  ['put /books/{id}/star =markWithStar', 'star', ['books'], 'mark_with_star'],
  ['put /books/{id}/star', 'star', ['books'], 'set_star'],
  ['delete /books/{id}/star', 'star', ['books'], 'unset_star'],
  ['put /books/{id}/read', 'read', ['books'], 'mark_as_read'],
  ['delete /books/{id}/unread', 'unread', ['books'], 'unmark_as_unread'],
  ...['put', 'delete', 'create', 'update', 'remove', 'add'].map(
    (verb): readonly [string, string, readonly string[], string] => [
      `put /books/{id}/star =${verb}TheGoldStar`,
      ...(['star', ['books', 'the', 'gold'], 'set_star'] as const),
    ],
  ),
])('%s on %s of %j is %s', (line, leaf, words, name) => {
  expect(switchName(lineOf(line).operation, leaf, words)).toBe(name);
});

it.each([
  [isPluralKey, 'big_cats', true],
  [isPluralKey, 'cats_big', false],
  [isPluralKey, 'process', false],
  [isPluralKey, '', false],
  [isPluralFor, 'vehicles_for_agency', true],
  [isPluralFor, 'vehicles_with_trips', true],
  [isPluralFor, 'vehicles_by_agency', true],
  [isPluralFor, 'vehicle_for_agencies', false],
  [isPluralFor, 'vehicles', false],
  [isPluralFor, 'for_vehicles', false],
  [isOneThing, 'user_settings', true],
  [isOneThing, 'preferences', true],
  [isOneThing, 'details', true],
  [isOneThing, 'settings_user', false],
] as const)('%o of %s: %j', (ask, key, expected) => {
  expect(ask(key)).toBe(expected);
});

it('a phrase of three words at most is a name', () => {
  expect(compact({ verb: 'a', words: ['a', 'b', 'c'] })).toBe('a_b_c');
  expect(compact({ verb: 'a', words: ['a', 'b', 'c', 'd'] })).toBeUndefined();
});

// The tree.

const provenance = (detail: string) => ({ rule: 'default', detail }) as const;
const methodOf = (key: string): Method => ({ key, provenance: provenance(`method ${key}`) }) as Method;
const place = (call: string) => {
  const path = call.split('.');
  return { resource: path.slice(0, -1), method: methodOf(path.at(-1) ?? '') };
};
const outline = (resource: Resource): string =>
  `${resource.key}(${[...resource.methods.map((one) => one.key), ...resource.children.map(outline)].join(' ')})`;

it.each<readonly [readonly string[], readonly string[], string]>([
  [[], [], '()'],
  [['cats.list', 'dogs.list'], [], '(cats(list) dogs(list))'],
  [['cats.list', 'dogs.list'], ['dogs'], '(dogs(list) cats(list))'],
  [['b.x', 'a.x', 'd.x', 'c.x'], ['d', 'c'], '(d(x) c(x) a(x) b(x))'],
  [['a.b.c.list'], [], '(a(b(c(list))))'],
  [['ping'], ['empty'], '(ping empty())'],
  [[], ['a.b'], '(a(b()))'],
  [['x.list'], ['a.b', 'x'], '(x(list) a(b()))'],
  [
    ['c.a', 'c.z', 'c.delete', 'c.list', 'c.update', 'c.retrieve', 'c.create'],
    [],
    '(c(create retrieve update list delete a z))',
  ],
])('of %j and the config %j the tree is %s', (calls, configured, expected) => {
  const facts = configured.map(
    (path): ConfiguredResource => ({
      path: path.split('.'),
      provenance: provenance(path),
    }),
  );
  expect(outline(buildTree(calls.map(place), facts))).toBe(expected);
});

it('a resource has what the config says of it, and nothing else', () => {
  const said = {
    description: 'Cats.',
    deprecated: { message: 'Ask dogs.' },
    agents: { isOffered: false },
    hasOwnPackage: true,
  } as const;
  const tree = buildTree(
    [place('cats.list'), place('dogs.toys.list'), place('pigs.list'), place('pigs.sties.list')],
    [
      { path: ['cats'], provenance: provenance('config'), ...said },
      { path: ['hens'], provenance: provenance('config'), hasOwnPackage: false },
    ],
  );
  const about = ({ methods, children, ...more }: Resource): object => more;
  expect(about(tree)).toStrictEqual({ key: '', provenance: provenance('config') });
  expect(tree.children.map(about)).toStrictEqual([
    { key: 'cats', provenance: provenance('config'), ...said },
    { key: 'hens', provenance: provenance('config') },
    { key: 'dogs', provenance: provenance('method list') },
    { key: 'pigs', provenance: provenance('method list') },
  ]);
  expect(about(buildTree([], []))).toStrictEqual({ key: '', provenance: provenance('the client itself') });
});
