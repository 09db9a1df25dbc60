/** What a method takes: its parameters and body as fields of an argument, by nodes alone. */
import { describe, expect, it } from 'vitest';
import type { Content, TypeNode } from '../../generator/ir/types.ts';
import {
  type Arguments,
  type Field,
  fieldsOf,
  isOwnEntry,
  isRawBody,
  planArguments,
} from '../../generator/plan/arguments.ts';
import { list, nullable, object, property, ref, scalar, shape, text, union } from '../diffs/walk-support.ts';
import { type Written, json, method, parameter, shapesOf } from './support.ts';

const binary = scalar('binary');
const SCHEMAS: Readonly<Record<string, TypeNode>> = {
  Pet: shape('name'),
  MaybePet: nullable(ref('Pet')),
  Empty: object([]),
  Read: object([property('id', text, { readOnly: true })]),
};

/** `query limit`, with its name on the wire and its option if there are any. */
const written = (field: Field): string =>
  [
    `${field.group} ${field.name}${field.required ? '!' : ''}`,
    ...(field.name === field.wireName ? [] : [`as ${field.wireName}`]),
    ...(field.clientOption === undefined ? [] : [`from ${field.clientOption}`]),
  ].join(' ');

function bodyOf({ body }: Arguments): string {
  switch (body.kind) {
    case 'none':
      return '-';
    case 'object':
      return `{${body.fields.map(written).join(', ')}}${body.additional === undefined ? '' : ` and ${body.additional === false ? 'no more' : body.additional.kind}`}`;
    case 'union':
      return body.members.map(({ kind }) => kind).join(' or ');
    case 'property':
      return `${written(body.field)}: ${body.field.type.kind}`;
  }
}

/** Positional, kind, fields, body. */
const planned = (given: Written, edition?: string): string => {
  const args = planArguments(shapesOf(SCHEMAS, edition), method(given));
  const marks = [args.optional ? 'optional' : '', args.isAbsent ? 'absent' : ''].filter(
    (mark) => mark !== '',
  );
  return [
    args.positional.map(({ name }) => name).join(' ') || '-',
    [args.kind, ...marks].join(' '),
    args.fields.map(written).join(', ') || '-',
    bodyOf(args),
  ].join(' | ');
};

const pair = object([property('b'), property('a', text, { required: true })]);
const closed = object([property('a')], { additional: false });
const needed = object([property('a', text, { required: true })]);
const either = union([shape('a'), ref('Pet')]);

describe('the arguments of a method', () => {
  it.each<[string, Written, string]>([
    ['none', {}, '- | none optional | - | -'],
    ['a path', { path: 'a', parameters: ['path a!'] }, 'a | none optional | - | -'],
    ['the last of a path', { path: 'a b', parameters: ['path a!', 'path b!'] }, 'b | params | path a! | -'],
    [
      'what is not in the path',
      { path: 'a', parameters: ['path a!', 'path x!'] },
      'a | none optional | - | -',
    ],
    [
      'chosen places',
      { path: 'a b', parameters: ['path a!', 'path b!'], more: { positional: ['b', 'x', 'a'] } },
      'b a | none optional | - | -',
    ],
    [
      'no places',
      { path: 'a', parameters: ['path a!'], more: { positional: [] } },
      '- | params | path a! | -',
    ],
    [
      'a path from an option',
      { path: 'a b', parameters: ['path a!', parameter('path b!', { clientOption: 'o' })] },
      'a | params optional | path b from o | -',
    ],
    [
      'a path that need not be given',
      { path: 'a b', parameters: ['path a', 'path b!'] },
      'b | params | path a | -',
    ],
    ['a query', { verb: 'get', parameters: ['query a'] }, '- | query optional | query a | -'],
    ...['head', 'options', 'query'].map((verb): [string, Written, string] => [
      `a query of ${verb}`,
      { verb, parameters: ['query a'] },
      '- | query optional | query a | -',
    ]),
    ['a query that is sent', { parameters: ['query a'] }, '- | params optional | query a | -'],
    ['a needed query', { verb: 'get', parameters: ['query a!'] }, '- | query | query a! | -'],
    [
      'a query and a header',
      { verb: 'get', parameters: ['header h', 'query a'] },
      '- | params optional | query a, header h | -',
    ],
    [
      'the order of groups and names',
      {
        path: 'p q',
        parameters: ['cookie c', 'header b', 'query z', 'query y!', 'path p!', 'header a', 'path q!'],
      },
      'q | params | path p!, query y!, query z, header a, header b, cookie c | -',
    ],
    [
      'headers that are no parameters',
      {
        verb: 'get',
        parameters: ['header Accept', 'header content-type!', 'header AUTHORIZATION', 'query accept'],
      },
      '- | query optional | query accept | -',
    ],
    ['an alias', { verb: 'get', parameters: ['query a=b'] }, '- | query optional | query b as a | -'],
    [
      'an option',
      { verb: 'get', parameters: [parameter('query a!', { clientOption: 'o' })] },
      '- | query optional | query a from o | -',
    ],
    [
      'one name in two places',
      { path: 'id x', parameters: ['path id!', 'path x!', 'query id', 'header other'] },
      'x | params | path path_id! as id, query query_id as id, header other | -',
    ],
    [
      'a prefix that is there',
      { verb: 'get', parameters: ['query id', 'header id', 'query query_id', 'query query_id_'] },
      '- | params optional | query query_id, query query_id_, query query_id__ as id, header header_id as id | -',
    ],
    [
      'an alias that is there',
      { verb: 'get', parameters: ['query a=b', 'query b'] },
      '- | query optional | query a, query b | -',
    ],
    [
      'an alias that is in another group',
      { verb: 'get', parameters: ['query a=b', 'header b'] },
      '- | params optional | query query_b as a, header header_b as b | -',
    ],
    ['a body', { body: json(pair) }, '- | body optional absent | - | {body b, body a!}'],
    ['a body that must be', { body: json(pair), required: true }, '- | body | - | {body b, body a!}'],
    ['an optional body', { body: json(shape('a')) }, '- | body optional | - | {body a}'],
    ['a body of a schema', { body: json(ref('MaybePet')) }, '- | body optional | - | {body name}'],
    ['a closed body', { body: json(closed) }, '- | body optional | - | {body a} and no more'],
    [
      'an open body',
      { body: json(object([property('a')], { additional: text })) },
      '- | body optional | - | {body a} and scalar',
    ],
    [
      'a body and a query',
      { parameters: ['query q'], body: json(needed) },
      '- | params | query q | {body a!}',
    ],
    [
      'a body and a needed query',
      { parameters: ['query q!'], body: json(shape('a')) },
      '- | params | query q! | {body a}',
    ],
    [
      'a body with the name of a query',
      { parameters: ['query a'], body: json(pair), required: true },
      '- | params | query query_a as a | {body b, body body_a! as a}',
    ],
    [
      'an alias in the body',
      { body: json(object([property('a', text, { alias: 'b' })])) },
      '- | params optional | - | {body b as a}',
    ],
    [
      'an option in the body',
      {
        body: json(needed),
        more: {
          bodyOptions: [
            { property: 'a', option: 'o' },
            { property: 'x', option: 'p' },
          ],
        },
      },
      '- | params optional | - | {body a from o}',
    ],
    [
      'another option in the body',
      { body: json(needed), more: { bodyOptions: [{ property: 'x', option: 'p' }] } },
      '- | body optional absent | - | {body a!}',
    ],
    [
      'a named body',
      { body: json(pair), more: { bodyName: 'rows' } },
      '- | params optional | - | body rows as body: object',
    ],
    ['a list', { body: json(list(text)), required: true }, '- | params | - | body body!: array'],
    ['form', { body: json(pair, { kind: 'form' }), required: true }, '- | body | - | {body b, body a!}'],
    [
      'parts',
      { body: json(pair, { kind: 'multipart' }), required: true },
      '- | body | - | {body b, body a!}',
    ],
    ['text', { body: json(pair, { kind: 'text' }) }, '- | params optional | - | body body: object'],
    [
      'bytes',
      { body: json(binary, { kind: 'binary' }), required: true },
      '- | body | - | body body!: scalar',
    ],
    [
      'bytes and a query',
      { parameters: ['query q'], body: json(binary, { kind: 'binary' }), required: true },
      '- | params | query q | body body!: scalar',
    ],
    ['an empty object', { body: json(ref('Empty')) }, '- | params optional | - | body body: ref'],
    ['an empty object of get', { verb: 'get', body: json(ref('Empty')) }, '- | none optional | - | -'],
    [
      'an empty closed object',
      { body: json(object([], { additional: false })) },
      '- | none optional | - | -',
    ],
    [
      'any properties',
      { verb: 'get', body: json(object([], { additional: text })) },
      '- | params optional | - | body body: object',
    ],
    ['what only the server sets', { verb: 'get', body: json(ref('Read')) }, '- | none optional | - | -'],
    ['a union', { body: json(either), required: true }, '- | body | - | object or ref'],
    ['an optional union', { body: json(either) }, '- | body optional absent | - | object or ref'],
    [
      'a union and a query',
      { parameters: ['query q'], body: json(either) },
      '- | params | query q | object or ref',
    ],
    [
      'a union with the name of a query',
      { parameters: ['query name'], body: json(either) },
      '- | params optional | query name | body body: union',
    ],
    [
      'a union with the alias of a query',
      { parameters: ['query q=a'], body: json(either) },
      '- | params optional | query a as q | body body: union',
    ],
    [
      'a union and an alias that it has not',
      { parameters: ['query a=q'], body: json(either) },
      '- | params | query q as a | object or ref',
    ],
    ['a nullable union', { body: json(nullable(either)) }, '- | params optional | - | body body: nullable'],
    [
      'a union with an empty object',
      { body: json(union([shape('a'), ref('Empty')])) },
      '- | params optional | - | body body: union',
    ],
    [
      'a union with a text',
      { body: json(union([shape('a'), text])) },
      '- | params optional | - | body body: union',
    ],
    [
      'JSON or a form',
      { body: json(pair), form: json(needed, { kind: 'multipart' }), required: true },
      '- | body | - | object or object',
    ],
    [
      'JSON or a form with another name for the whole',
      { parameters: ['query a'], body: json(pair), form: json(needed), required: true },
      '- | params | query a | body body!: object',
    ],
  ])('%s', (_, given, expected) => expect(planned(given)).toBe(expected));
});

describe('the arguments of a published edition', () => {
  it.each<[string, Written, string]>([
    ['an optional body with a needed property', { body: json(needed) }, '- | body | - | {body a!}'],
    ['an optional union', { body: json(either) }, '- | body | - | object or ref'],
    ['an optional body', { body: json(shape('a')) }, '- | body optional | - | {body a}'],
  ])('%s', (_, given, expected) => expect(planned(given, '2025-10-10')).toBe(expected));
});

it('keeps what is sent, and the form beside it', () => {
  const content = json(pair);
  const form = json({ ...needed, nameHints: ['Own'] });
  const args = planArguments(shapesOf(SCHEMAS), method({ body: content, form }));
  expect([args.content, args.fileForm]).toEqual([content, form]);
  expect(args.body.kind === 'union' && args.body.node).toEqual({
    ...{ kind: 'union', mode: 'anyOf', origin: content.origin },
    members: [
      { ...pair, nameHints: ['Json'] },
      { ...needed, nameHints: ['Own'] },
    ],
  });
  const referred = planArguments(shapesOf(SCHEMAS), method({ body: json(ref('Pet')), form: json(needed) }));
  expect(referred.body.kind === 'union' && referred.body.members).toEqual([
    ref('Pet'),
    { ...needed, nameHints: ['Form'] },
  ]);
});

it('fields have what they were made of', () => {
  const limit = parameter('query limit', { clientOption: 'o' });
  const name = property('name');
  const args = planArguments(
    shapesOf(SCHEMAS),
    method({ parameters: [limit, 'query x'], body: json(object([name])) }),
  );
  const field = { group: 'query', required: false, type: text };
  expect(args.fields).toEqual([
    { ...field, name: 'limit', wireName: 'limit', parameter: limit, clientOption: 'o' },
    { ...field, name: 'x', wireName: 'x', parameter: parameter('query x') },
  ]);
  expect(args.body.kind === 'object' && args.body.fields).toEqual([
    { ...field, group: 'body', name: 'name', wireName: 'name', property: name },
  ]);
  expect(Object.keys(args.fields[1] ?? {})).not.toContain('clientOption');
});

describe('all fields', () => {
  const parameters = ['cookie c', 'header h', 'query q', 'path p!'];
  it.each<[string, Content | undefined, boolean, string]>([
    ['sorted', json(pair), true, 'path p!, query q, body a!, body b, header h, cookie c'],
    ['as they stand', json(pair), false, 'path p!, query q, body b, body a!, header h, cookie c'],
    ['with a whole body', json(list(text)), true, 'path p!, query q, body body, header h, cookie c'],
    ['without a body', undefined, true, 'path p!, query q, header h, cookie c'],
    ['with a union', json(either), true, 'path p!, query q, header h, cookie c'],
  ])('%s', (_, body, sorted, expected) => {
    const shapes = shapesOf(SCHEMAS, undefined, sorted);
    const given = method({ path: 'p x', parameters: [...parameters, 'path x!'], ...(body && { body }) });
    expect(fieldsOf(shapes, planArguments(shapes, given)).map(written).join(', ')).toBe(expected);
  });
});

describe('entries that are written by name', () => {
  const field: Field = { group: 'body', name: 'a', wireName: 'a', required: false, type: text };
  it.each<[object, boolean]>([
    [{}, false],
    [{ wireName: 'b' }, true],
    [{ clientOption: 'o' }, true],
  ])('%j', (more, expected) => expect(isOwnEntry({ ...field, ...more })).toBe(expected));
  it.each<[TypeNode, boolean]>([
    [binary, true],
    [text, false],
    [list(binary), false],
  ])('bytes alone: %j', (type, expected) =>
    expect(isRawBody({ kind: 'property', field: { ...field, type } })).toBe(expected),
  );
  it('no body is no bytes', () => expect(isRawBody({ kind: 'none' })).toBe(false));
});
