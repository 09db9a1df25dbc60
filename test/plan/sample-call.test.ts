/** The sample call of a method: its arguments and what is shown of its result, without a document. */
import { describe, expect, it } from 'vitest';
import type { TypeNode, UnionType } from '../../generator/ir/types.ts';
import { planArguments } from '../../generator/plan/arguments.ts';
import type { PlannedMethod } from '../../generator/plan/methods.ts';
import { type SampleRequest, sampleCall } from '../../generator/plan/samples/call.ts';
import { chooseMember } from '../../generator/plan/samples/choose-member.ts';
import type { SampleSite } from '../../generator/plan/samples/site.ts';
import { DEFAULT_STYLE, type SampleValue, literalSample } from '../../generator/plan/samples/value.ts';
import type { SdkPlan } from '../../generator/plan/sdk.ts';
import {
  list,
  literal,
  nullable,
  object,
  property,
  ref,
  scalar,
  text,
  union,
} from '../diffs/walk-support.ts';
import { type Written, json, method, parameter, shapesOf } from './support.ts';

const binary = scalar('binary');
const SCHEMAS: Readonly<Record<string, TypeNode>> = {
  Pet: object([property('name'), property('id', text, { required: true })]),
  Self: object([property('self', ref('Self'), { required: true })]),
  Secret: object([property('key', text, { writeOnly: true }), property('open')]),
  Read: object([property('id', text, { readOnly: true }), property('a', text, { required: true })]),
};

/** `{ id: "id" }`, and `FILE` for a file. */
function shown(value: SampleValue | undefined): string {
  if (value === undefined) return '-';
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'file':
      return value.type === undefined ? 'FILE' : `FILE ${value.type}`;
    case 'array':
      return `[${value.items.map(shown).join(', ')}]`;
    default:
      return `{${value.entries.map((entry) => `${entry.name}: ${shown(entry.value)}`).join(', ')}}`;
  }
}

interface Case extends Written {
  readonly ask?: Partial<SampleRequest>;
  readonly result?: object;
  readonly options?: readonly object[];
  readonly schemas?: Readonly<Record<string, TypeNode>>;
  readonly models?: readonly object[];
}

function plannedOf(given: Case): { readonly sdk: SdkPlan; readonly planned: PlannedMethod } {
  const shapes = shapesOf({ ...SCHEMAS, ...given.schemas });
  const api = { client: { options: given.options ?? [] } };
  const own = method(given);
  return {
    sdk: { shapes, api, models: given.models ?? [] } as unknown as SdkPlan,
    planned: {
      ...{ resource: [], method: own, arguments: planArguments(shapes, own), request: {}, errors: [] },
      result: given.result ?? { kind: 'void' },
    } as unknown as PlannedMethod,
  };
}

/** `call(positional, argument)`, what it shows, and whether it has a file. */
function callOf(given: Case): string {
  const { sdk, planned } = plannedOf(given);
  const sample = sampleCall(sdk, planned, { extent: 'required', ...given.ask });
  if (sample === undefined) return 'none';
  expect(sample.planned).toBe(planned);
  const { kind, ...more } = sample.shows;
  const of = 'property' in more ? ` ${more.property ?? 'whole'}` : '';
  const values = [...sample.positional, ...(sample.argument === undefined ? [] : [sample.argument])];
  return `(${values.map(shown).join(', ')})${kind === 'nothing' ? '' : ` → ${kind}${of}`}${sample.usesFile ? ' with a file' : ''}`;
}

const needed = (name: string, type: TypeNode = text, more: object = {}) =>
  property(name, type, { required: true, ...more });
const all = { extent: 'all' as const };
const withExample = { style: { placeholders: 'angle' as const, optional: 'with-example' as const } };
const self = (request: string) => object([needed(request, ref('Self'))]);
const flagged = {
  streaming: { discriminator: { in: 'body', property: 'stream' } },
};
const live = json(object([needed('a'), property('stream', scalar('boolean'))]));
const cat = json(object([property('name'), property('age', scalar('integer')), needed('id')]), {
  example: { name: 'Tom', more: 1 },
});
const value = (type: TypeNode, more: object = {}): object => ({
  kind: 'value',
  type,
  content: json(type),
  unwrap: [],
  mayBeEmpty: false,
  ...more,
});
const kitten = union([object([needed('a'), needed('b')]), object([needed('a')])], { mode: 'anyOf' });

describe('the arguments of a sample', () => {
  it.each<[string, Case, string]>([
    ['none', {}, '()'],
    ['a path', { path: 'id', parameters: ['path id!'] }, '("id")'],
    [
      'a path with an example',
      { path: 'id', parameters: [parameter('path id!', { example: 'cat_1' })] },
      '("cat_1")',
    ],
    [
      'values that are asked for',
      {
        path: 'id',
        parameters: ['path id!', 'query q', 'query r'],
        ask: { values: { id: 'i', q: 'x', r: 5, s: 'y' } },
      },
      '("i", {q: "x"})',
    ],
    [
      'a path that cannot be',
      { path: 'id', parameters: [parameter('path id!', { type: ref('Self') })] },
      'none',
    ],
    ['a needed query', { parameters: ['query a!', 'query b'] }, '({a: "a"})'],
    [
      'all of a query',
      { parameters: ['query a!', 'query b', 'query c=d'], ask: all },
      '({a: "a", b: "b", d: "c"})',
    ],
    [
      'all but what will go',
      {
        parameters: [parameter('query b', { deprecated: {} })],
        body: json(object([property('a', text, { deprecated: {} }), property('c')])),
        ask: all,
      },
      '({c: "c"})',
    ],
    ['an optional query', { verb: 'get', parameters: ['query a'] }, '()'],
    [
      'an optional query with an example',
      { verb: 'get', parameters: ['query a', parameter('query b', { example: 'x' })], ask: withExample },
      '({b: "x"})',
    ],
    [
      'a needed query in another style',
      {
        verb: 'get',
        parameters: ['query a!', parameter('query b', { example: 'x' })],
        ask: { style: { ...withExample.style, optional: 'omit' } },
      },
      '({a: "<value>"})',
    ],
    [
      'a needed parameter that cannot be',
      { parameters: [parameter('query a!', { type: ref('Self') })] },
      'none',
    ],
    [
      'an optional parameter that cannot be',
      { parameters: [parameter('query a', { type: ref('Self') }), 'query b'], ask: all },
      '({b: "b"})',
    ],
    [
      'a path of an option without a default',
      {
        path: 'zoo id',
        parameters: [parameter('path zoo!', { clientOption: 'zoo' }), 'path id!'],
        options: [{ key: 'other' }, { key: 'zoo' }],
      },
      '("id", {zoo: "zoo"})',
    ],
    [
      'a path of an option with a default',
      {
        path: 'zoo id',
        parameters: [parameter('path zoo!', { clientOption: 'zoo' }), 'path id!'],
        options: [{ key: 'other' }, { key: 'zoo', default: 'a' }],
      },
      '("id")',
    ],
    [
      'a query of an option',
      { parameters: [parameter('query zoo!', { clientOption: 'zoo' })], options: [{ key: 'zoo' }] },
      '()',
    ],
    ['a body', { body: json(object([needed('a'), property('b')])), required: true }, '({a: "a"})'],
    ['an empty body that must be', { body: json(object([property('b')])), required: true }, '({})'],
    ['an empty body', { body: json(object([property('b')])) }, '()'],
    ['what is wanted', { body: json(object([property('b', text, { expected: true })])) }, '({b: "b"})'],
    ['a default', { body: json(object([needed('b', text, { default: 'x' })])) }, '({b: "x"})'],
    [
      'an example in the body',
      { body: json(object([property('a', text, { example: 'x' }), property('b')])), ask: withExample },
      '({a: "x"})',
    ],
    ['the example of a body', { body: cat, required: true }, '({id: "id"})'],
    [
      'the example of a body with all that is needed',
      { body: { ...cat, example: { id: 'c', name: 'Tom', more: 1 } }, required: true },
      '({id: "c", name: "Tom"})',
    ],
    [
      'the example is not for all',
      { body: { ...cat, example: { id: 'c', name: 'Tom' } }, ask: all },
      '({id: "id", age: 1, name: "name"})',
    ],
    [
      'the example and what is asked for',
      { body: { ...cat, example: { id: 'c', name: 'Tom' } }, ask: { values: { id: 'x' } } },
      '({id: "x", name: "Tom"})',
    ],
    [
      'the example leaves out what is wanted',
      {
        body: json(object([needed('a'), property('b', text, { expected: true })]), { example: { a: 'x' } }),
      },
      '({a: "x"})',
    ],
    [
      'the example of a body beside a query of the same name',
      {
        parameters: [parameter('query a!', { example: 'q' })],
        body: json(object([property('b'), property('c')]), { example: { b: 'x', a: 1 } }),
      },
      '({a: "q", b: "x"})',
    ],
    ['an example that is a list', { body: { ...cat, example: [1] }, required: true }, '({id: "id"})'],
    [
      'an example beside a choice of members',
      { body: { ...cat, example: { id: 'c', name: 'Tom' } }, ask: { member: () => 0 } },
      '({id: "id"})',
    ],
    [
      'a least number',
      {
        body: json(
          object([property('a'), property('b'), needed('z'), property('c')], {
            constraints: { minProperties: 2 },
          }),
        ),
      },
      '({z: "z", a: "a"})',
    ],
    [
      'a least number, beside a query',
      {
        parameters: ['query q!', 'query r'],
        body: json(object([property('a'), property('b')], { constraints: { minProperties: 1 } })),
      },
      '({q: "q", a: "a"})',
    ],
    [
      'a least number of what can be',
      {
        body: json(
          object([property('a', ref('Self')), property('b'), property('c')], {
            constraints: { minProperties: 1 },
          }),
        ),
      },
      '({b: "b"})',
    ],
    ['a body that cannot be', { body: json(self('a')) }, 'none'],
    [
      'a named body',
      { body: json(ref('Pet')), more: { bodyName: 'pet' }, required: true },
      '({pet: {id: "id"}})',
    ],
    [
      'a named body with an example',
      { body: json(ref('Pet'), { example: { id: 'c' } }), more: { bodyName: 'pet' }, required: true },
      '({pet: {id: "c"}})',
    ],
    ['a text', { body: json(text, { kind: 'text' }), required: true }, '({body: "body"})'],
    [
      'a text with an example',
      { body: json(text, { kind: 'text', example: 'x' }), required: true },
      '({body: "x"})',
    ],
    ['a list', { body: json(list(text)), required: true }, '({body: ["body"]})'],
    ['a list in XML', { body: json(list(text), { kind: 'xml' }), required: true }, '({body: ["body"]})'],
    ['bytes', { body: json(binary, { kind: 'binary' }), required: true }, '(FILE) with a file'],
    ['no bytes', { body: json(binary, { kind: 'binary' }) }, '()'],
    ...(
      [
        ['image/*', 'FILE image/png'],
        ['video/*', 'FILE video/mp4'],
        ['audio/*', 'FILE audio/mpeg'],
        ['font/*', 'FILE font/woff2'],
        ['text/*', 'FILE text/plain'],
        ['image/png', 'FILE'],
        ['application/*', 'FILE'],
        ['x-image/*', 'FILE'],
      ] as const
    ).map(([mediaType, expected]): [string, Case, string] => [
      `bytes of ${mediaType}`,
      { body: json(binary, { kind: 'binary', mediaType }), required: true },
      expected === 'FILE' ? '(FILE) with a file' : `(${expected})`,
    ]),
    [
      'bytes and a query',
      {
        parameters: ['query q!'],
        body: json(binary, { kind: 'binary', mediaType: 'image/*' }),
        required: true,
      },
      '({q: "q", body: FILE image/png})',
    ],
    [
      'a file in JSON',
      { path: 'id', parameters: [parameter('path id!', { type: binary })] },
      '(FILE) with a file',
    ],
    [
      'a file in a form',
      { body: json(object([needed('f', binary)]), { kind: 'multipart' }) },
      '({f: FILE}) with a file',
    ],
    ['bytes in JSON', { body: json(binary), more: { bodyName: 'b' }, required: true }, '(FILE) with a file'],
    ['a union', { body: json(kitten), required: true }, '({a: "a", b: "b"})'],
    [
      'a union and a query',
      { parameters: ['query q!', 'query r'], body: json(kitten), required: true },
      '({q: "q", a: "a", b: "b"})',
    ],
    ['a chosen member', { body: json(kitten), required: true, ask: { member: () => 1 } }, '({a: "a"})'],
    ['a union that cannot be', { body: json(union([self('a'), self('b')])), required: true }, 'none'],
    [
      'a choice to stream',
      { body: live, more: flagged, ask: { streams: true } },
      '({a: "a", stream: true}) → events',
    ],
    ['a choice not to stream', { body: live, more: flagged }, '({a: "a"})'],
    ['all, without a stream', { body: live, more: flagged, ask: all }, '({a: "a", stream: false})'],
    ['a stream without a choice', { body: live, ask: { streams: true } }, '({a: "a"}) → events'],
    [
      'more than a sample holds',
      {
        parameters: [parameter('query q', { type: ref('Big') }), 'query r'],
        body: json(object([needed('z'), property('y')])),
        schemas: {
          Big: object(Array.from({ length: 40 }, (_, index) => property(`m${index}`, ref('Mid')))),
          Mid: object(Array.from({ length: 60 }, (_, index) => property(`t${index}`))),
        },
        ask: all,
      },
      '({z: "z"})',
    ],
  ])('%s', (_, given, expected) => expect(callOf(given)).toBe(expected));
});

describe('what a sample shows of the result', () => {
  it.each<[string, object, string]>([
    ['nothing', { kind: 'void' }, '()'],
    ['bytes', { kind: 'binary', content: json(binary) }, '() → binary'],
    ['events', { kind: 'stream', event: text }, '() → events'],
    [
      'a value instead of events',
      { kind: 'stream', event: text, plain: json(ref('Pet')) },
      '() → value whole',
    ],
    [
      'bytes instead of events',
      { kind: 'stream', event: text, plain: json(binary, { kind: 'binary' }) },
      '() → binary',
    ],
    ['items', { kind: 'page', item: ref('Pet'), scheme: 's' }, '() → items id'],
    ['items without properties', { kind: 'page', item: text, scheme: 's' }, '() → items whole'],
    ['the first property', value(ref('Pet')), '() → value id'],
    ['the first property that is sent', value(ref('Secret')), '() → value open'],
    ['no property', value(object([])), '() → value whole'],
    ['what is unwrapped', value(ref('Pet'), { unwrap: ['data'] }), '() → value whole'],
    ['what may be empty', value(ref('Pet'), { mayBeEmpty: true }), '() → value whole'],
    ['a nullable object', value(nullable(ref('Pet'))), '() → value whole'],
  ])('%s', (_, result, expected) => expect(callOf({ result })).toBe(expected));
});

describe('a model that is sent as it is received', () => {
  const given = (direction: string, isSplit: boolean, asked: object): Case => ({
    body: json(object([needed('pet', ref('Read'))])),
    models: [{ direction, isSplit, schema: { id: 'Read' } }],
    ask: { ...all, ...asked },
  });
  it.each<[string, Case, string]>([
    ['has all', given('both', false, { hasWholeModels: true }), '({pet: {a: "a", id: "id"}})'],
    ['has two types', given('both', true, { hasWholeModels: true }), '({pet: {a: "a"}})'],
    ['is only sent', given('request', false, { hasWholeModels: true }), '({pet: {a: "a"}})'],
    ['in a language with two types', given('both', false, {}), '({pet: {a: "a"}})'],
  ])('%s', (_, sample, expected) => expect(callOf(sample)).toBe(expected));
});

describe('samples of one method', () => {
  const one = plannedOf({ path: 'id', parameters: ['path id!', 'query q'], more: flagged });
  const sampleOf = (request: Partial<SampleRequest>, sdk: SdkPlan = one.sdk) =>
    sampleCall(sdk, one.planned, { extent: 'required', ...request });
  it('are made once', () => {
    expect(sampleOf({})).toBe(sampleOf({}));
    expect(sampleOf({})).toBe(sampleOf({ style: DEFAULT_STYLE }));
  });
  it.each<[string, Partial<SampleRequest>]>([
    ['extent', all],
    ['placeholders', { style: { ...DEFAULT_STYLE, placeholders: 'angle' } }],
    ['examples', { style: { ...DEFAULT_STYLE, optional: 'with-example' } }],
    ['stream', { streams: true }],
    ['models', { hasWholeModels: true }],
    ['values', { values: {} }],
    ['member', { member: () => 0 }],
  ])('but not of another %s', (_, request) => {
    const first = sampleOf({});
    expect(sampleOf(request)).not.toBe(first);
    expect(sampleOf({})).toBe(first);
  });
  it('nor of another plan', () => {
    const first = sampleOf({});
    const other = sampleOf({}, { ...one.sdk });
    expect(other).not.toBe(first);
    expect(sampleOf({ values: {} })).not.toBe(sampleOf({ values: {} }));
  });
});

describe('the member of a union that is shown', () => {
  const shapes = shapesOf(SCHEMAS);
  const site: SampleSite = {
    ...{ shapes, style: DEFAULT_STYLE, extent: 'required', name: 'it', within: new Set(['Pet']) },
    ...{ depth: 5, budget: { left: 3 }, level: 4 },
  };
  /** The texts are the samples of the members, in their order. */
  const chosen = (node: UnionType, samples: readonly (string | undefined)[], more: object = {}): number =>
    chooseMember(node, { ...site, ...more }, (index) => {
      const sample = samples[index];
      return sample === undefined ? undefined : literalSample(sample);
    });
  const a = literal('a');
  const b = literal('b');
  it.each<[string, UnionType, readonly (string | undefined)[], number]>([
    ['the first that fits no other', union([text, a, b]), ['a', 'a', 'b'], 0],
    ['the first that fits no other, behind one', union([a, b]), ['b', 'x'], 1],
    ['none fits', union([text, text]), ['a', 'a'], 0],
    ['the first cannot be', union([a, b]), [undefined, 'b'], 1],
    ['none can be', union([a, b]), [], 0],
    ['any may fit', union([text, a, b], { mode: 'anyOf' }), ['a', 'x', 'b'], 0],
    ['a tag decides', union([text, a], { discriminator: {} }), ['a', 'x'], 0],
    [
      'beyond the most',
      union([...Array.from({ length: 64 }, () => text), b]),
      [...Array.from({ length: 64 }, () => 'b'), 'x'],
      0,
    ],
    [
      'the last of the most',
      union([...Array.from({ length: 63 }, () => a), b]),
      [...Array.from({ length: 63 }, () => 'b'), 'x'],
      63,
    ],
  ])('%s', (_, node, samples, expected) => {
    expect(chosen(node, samples)).toBe(expected);
    // The choice is made once, whatever the samples are.
    expect(chosen(node, [])).toBe(expected);
  });
  it('is chosen again for another extent', () => {
    const node = union([a, b]);
    expect(chosen(node, ['b', 'x'])).toBe(1);
    expect(chosen(node, ['x', 'y'], { extent: 'all' })).toBe(0);
    expect(chosen(node, [])).toBe(1);
  });
  it.each([
    [23, 1],
    [24, 0],
  ])('at depth %i', (choosing, expected) =>
    expect(chosen(union([a, b]), ['b', 'x'], { choosing })).toBe(expected),
  );
  it('is chosen apart from the place', () => {
    const node = union([text, text]);
    const sites: SampleSite[] = [];
    chooseMember(node, site, (index, at) => {
      sites.push({ ...at, budget: { ...at.budget } });
      at.budget.left = index;
      // A union in itself finds the first member.
      expect(chosen(node, [])).toBe(0);
      return literalSample('a');
    });
    const apart = {
      ...{ shapes, style: DEFAULT_STYLE, extent: 'required', name: 'value', within: new Set() },
      ...{ depth: 1, level: 1, choosing: 1, budget: { left: 2000 } },
    };
    expect(sites).toEqual([apart, apart]);
  });
});
