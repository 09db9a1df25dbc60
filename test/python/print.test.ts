/** Sample values and calls as Python writes them, without a document. */
import { describe, expect, it } from 'vitest';
import { argumentsOf, itemType, keyed, printCall } from '../../generator/languages/python/samples/print.ts';
import { createDeclaration } from '../../generator/languages/python/types/declaration.ts';
import * as expr from '../../generator/languages/python/types/expr.ts';
import type { Declaration, TypeExpression } from '../../generator/languages/python/types/types.ts';
import { type SampleValue, literalSample } from '../../generator/plan/samples/value.ts';
import { printed } from './printed.ts';

const value = (text: string | number | boolean | null): SampleValue => literalSample(text);
const file: SampleValue = { kind: 'file' };
const picture: SampleValue = { kind: 'file', type: 'image/png' };
const items = (...all: readonly SampleValue[]): SampleValue => ({ kind: 'array', items: all });
const entries = (given: Readonly<Record<string, SampleValue>>) => ({
  kind: 'object' as const,
  entries: Object.entries(given).map(([name, each]) => ({ name, value: each })),
});

/** A dictionary whose members have another name in Python than on the wire. */
function dictionary(
  members: Readonly<Record<string, TypeExpression>>,
  bases: readonly Declaration[] = [],
  kind: 'dictionary' | 'model' = 'dictionary',
): Declaration {
  const declaration = createDeclaration('types.t', 'D');
  const own = Object.entries(members).map(([wireName, type]) => ({
    ...{ name: `py_${wireName}`, wireName, required: true, type, doc: [], about: { type: {} as never } },
  }));
  declaration.body = { kind, bases, members: own };
  return declaration;
}
function alias(type: TypeExpression): Declaration {
  const declaration = createDeclaration('types.t', 'Alias');
  declaration.body = { kind: 'alias', type };
  return declaration;
}

const str = expr.text;
const D = expr.declared(dictionary({ a: str }));
const kindOf = (kind: string, more: Readonly<Record<string, TypeExpression>>): TypeExpression =>
  expr.declared(dictionary({ kind: expr.literalOf([kind]), ...more }));
const loop = alias(str);
loop.body = { kind: 'alias', type: expr.declared(loop) };

interface Argued {
  readonly name: string;
  readonly type?: TypeExpression;
  readonly wireName?: string;
  readonly field?: string;
  readonly group?: string;
}
const argument = ({ name, type = str, ...more }: Argued) => ({
  ...{ name, type, wireName: name, field: name, group: 'query' },
  ...more,
});

interface Called {
  readonly positional?: readonly SampleValue[];
  readonly argument?: SampleValue;
  readonly names?: readonly Argued[];
  readonly keywords?: readonly Argued[];
  readonly variants?: readonly (readonly Argued[])[];
  /** Of the plan: what the argument is, and what its body is. */
  readonly plan?: readonly [string, string];
  readonly lead?: string;
  readonly indent?: number;
  readonly memory?: true;
}

const parts = ({
  positional = [],
  names = [],
  keywords = [],
  variants = [],
  plan = ['params', 'object'],
  ...more
}: Called) =>
  [
    {
      positional,
      argument: more.argument,
      planned: { arguments: { kind: plan[0], body: { kind: plan[1] } } },
    },
    {
      arguments: {
        ...{ positional: names.map(argument), keywords: keywords.map(argument) },
        variants: variants.map((own) => ({ keywords: own.map(argument) })),
      },
    },
  ] as const;

const call = (given: Called): string =>
  printCall(...(parts(given) as unknown as Parameters<typeof argumentsOf>), {
    ...{ lead: given.lead ?? '', callee: 'call', tail: '!', indent: given.indent ?? 0 },
    file: given.memory ? 'memory' : 'disk',
  } as never);

/** A call whose only argument is `v` of this type. */
const withValue = (of: SampleValue, type: TypeExpression | undefined, more: Called = {}): string =>
  call({ argument: entries({ v: of }), keywords: [{ name: 'v', ...(type && { type }) }], ...more });

describe('a value', () => {
  it.each<[string, SampleValue, TypeExpression, string, Called?]>([
    ['a text', value('a"'), str, String.raw`"a\""`],
    ['nothing', value(null), str, 'None'],
    ['a file', file, str, 'Path("path/to/file")'],
    ['a file in memory', file, str, 'b"content"', { memory: true }],
    ['a file of a type', picture, str, '("file", b"content", "image/png")'],
    ['a list', items(value(1), items(value(true))), str, '[1, [True]]'],
    ['an empty list', items(), str, '[]'],
    ['an empty object', entries({}), str, '{}'],
    ['an object without a type', entries({ a: value(1), 'b c': value(2) }), str, '{"a": 1, "b c": 2}'],
    ['a dictionary', entries({ a: value('x') }), D, '{"py_a": "x"}'],
    ['a dictionary with an unknown key', entries({ a: value('x'), b: value(1) }), D, '{"a": "x", "b": 1}'],
    ['a list of dictionaries', items(entries({ a: value('x') })), expr.listOf(D), '[{"py_a": "x"}]'],
    ['a list of nothing known', items(entries({ a: value('x') })), D, '[{"a": "x"}]'],
    [
      'a map of dictionaries',
      entries({ k: entries({ a: value('x') }) }),
      expr.mapOf(D),
      '{"k": {"py_a": "x"}}',
    ],
    [
      'a list in a map',
      entries({ k: items(entries({ a: value('x') })) }),
      expr.mapOf(expr.listOf(D)),
      '{"k": [{"py_a": "x"}]}',
    ],
    ['an alias', entries({ a: value('x') }), expr.declared(alias(expr.unionOf([str, D]))), '{"py_a": "x"}'],
    ['an alias of itself', entries({ a: value('x') }), expr.declared(loop), '{"a": "x"}'],
    ['with a name', entries({ a: value('x') }), expr.annotated(D, { alias: 'n' }), '{"py_a": "x"}'],
    ['a model', entries({ a: value('x') }), expr.declared(dictionary({ a: str }, [], 'model')), '{"a": "x"}'],
    [
      'a dictionary with a base',
      entries({ a: value('x'), b: value('y') }),
      expr.declared(dictionary({ b: str }, [dictionary({ a: str })])),
      '{"py_a": "x", "py_b": "y"}',
    ],
    [
      'a dictionary with a base that is none',
      entries({ b: value('y') }),
      expr.declared(dictionary({ b: str }, [dictionary({ a: str }, [], 'model')])),
      '{"py_b": "y"}',
    ],
    [
      'nested dictionaries',
      entries({ d: entries({ a: value('x') }) }),
      expr.declared(dictionary({ d: D })),
      '{"py_d": {"py_a": "x"}}',
    ],
    [
      'the kind that fits',
      entries({ kind: value('dog'), toy: entries({ a: value('x') }) }),
      expr.unionOf([kindOf('cat', { toy: str }), kindOf('dog', { toy: D })]),
      '{"py_kind": "dog", "py_toy": {"py_a": "x"}}',
    ],
    [
      'no kind that fits',
      entries({ kind: value('cow'), toy: value('x') }),
      kindOf('cat', { toy: str }),
      '{"kind": "cow", "toy": "x"}',
    ],
    ['a kind that may be null', entries({ kind: value(null) }), kindOf('cat', {}), '{"py_kind": None}'],
    ['a kind that is an object', entries({ kind: entries({}) }), kindOf('cat', {}), '{"py_kind": {}}'],
    [
      'a kind that may be anything',
      entries({ kind: value('cow') }),
      expr.declared(dictionary({ kind: expr.unionOf([expr.literalOf(['cat']), str]) })),
      '{"py_kind": "cow"}',
    ],
    [
      'a kind that is optional',
      entries({ kind: value('cow') }),
      expr.declared(dictionary({ kind: expr.optional(expr.literalOf(['cat', 'dog'])) })),
      '{"kind": "cow"}',
    ],
    [
      'a kind of several',
      entries({ kind: value('dog') }),
      expr.declared(dictionary({ kind: expr.optional(expr.literalOf(['cat', 'dog'])) })),
      '{"py_kind": "dog"}',
    ],
  ])('%s', (_, of, type, expected, more) => expect(withValue(of, type, more)).toBe(`call(v=${expected})!`));

  it.each<[string, TypeExpression | undefined, string]>([
    ['of a list', expr.listOf(D), 'D'],
    ['of a choice', expr.unionOf([str, expr.listOf(str)]), 'str'],
    ['of a map', expr.mapOf(D), '-'],
    ['of a text', str, '-'],
    ['of an empty list', expr.generic(expr.builtin('list')), '-'],
    ['of the first list', expr.unionOf([expr.mapOf(D), expr.listOf(str), expr.listOf(D)]), 'str'],
    ['of nothing', undefined, '-'],
    ['of an unnamed head', expr.generic(D as never, str), '-'],
  ])('items %s', (_, type, expected) => {
    const found = itemType(type);
    expect(found === undefined ? '-' : printed(found)).toBe(expected);
  });

  it('keys have their types', () =>
    expect(keyed(entries({ a: value(1) }), D)).toEqual([{ key: 'py_a', value: value(1), type: str }]));
});

const wide = 'x'.repeat(70);
const fill = (length: number): SampleValue => value('x'.repeat(length - 2));

describe('a long value', () => {
  it.each<[string, string, readonly string[]]>([
    ['that fits', withValue(fill(79), str), [`call(v="${'x'.repeat(77)}")!`]],
    ['that does not', withValue(fill(80), str), ['call(', `    v="${'x'.repeat(78)}",`, ')!']],
    [
      'a list that fits a line',
      withValue(items(value(wide), value('y')), str, { lead: 'response = ' }),
      ['response = call(', `    v=["${wide}", "y"],`, ')!'],
    ],
    [
      'a list',
      withValue(items(value(wide), value('yyyyyy'), items()), str),
      ['call(', '    v=[', `        "${wide}",`, '        "yyyyyy",', '        [],', '    ],', ')!'],
    ],
    [
      'nested objects',
      withValue(
        entries({ a: entries({ b: value(wide), c: items(value(1)) }) }),
        expr.declared(dictionary({ a: expr.declared(dictionary({ b: str, c: str })) })),
      ),
      [
        'call(',
        '    v={',
        '        "py_a": {',
        `            "py_b": "${wide}",`,
        '            "py_c": [1],',
        '        },',
        '    },',
        ')!',
      ],
    ],
    [
      'an object in a place',
      withValue(entries({ a: value(wide) }), D, { indent: 4 }),
      ['    call(', '        v={', `            "py_a": "${wide}",`, '        },', '    )!'],
    ],
    [
      'a file',
      withValue({ kind: 'file', type: wide }, str),
      ['call(', `    v=("file", b"content", "${wide}"),`, ')!'],
    ],
  ])('%s', (_, actual, expected) => expect(actual.split('\n')).toEqual(expected));

  /** How long the longest line is, and how many lines there are, of a value with this text in it. */
  const layout = (of: (text: SampleValue) => SampleValue, length: number): readonly [number, number] => {
    const lines = withValue(of(fill(length)), str).split('\n');
    return [Math.max(...lines.map((line) => line.length)), lines.length];
  };
  const inList = (text: SampleValue): SampleValue => items(text);
  const inLists = (text: SampleValue): SampleValue => items(items(text));
  const inObject = (text: SampleValue): SampleValue => entries({ key: text });
  const inObjects = (text: SampleValue): SampleValue => entries({ key: entries({ k: text }) });
  const inBoth = (text: SampleValue): SampleValue => entries({ key: items(text) });
  it.each<[string, (text: SampleValue) => SampleValue, number, readonly [number, number]]>([
    ['a list', inList, 79, [88, 3]],
    ['a list', inList, 80, [89, 5]],
    ['lists', inLists, 77, [88, 3]],
    ['lists', inLists, 78, [91, 7]],
    ['an object', inObject, 72, [88, 3]],
    ['an object', inObject, 73, [89, 5]],
    ['objects', inObjects, 65, [88, 3]],
    ['objects', inObjects, 66, [84, 7]],
    ['both', inBoth, 70, [88, 3]],
    ['both', inBoth, 71, [84, 7]],
  ])('ends before column 88: %s', (_, of, length, expected) => expect(layout(of, length)).toEqual(expected));
});

describe('the arguments of a call', () => {
  it.each<[string, Called, string]>([
    ['none', {}, 'call()!'],
    [
      'by position',
      { positional: [value(1), value(2)], names: [{ name: 'a' }, { name: 'b' }] },
      'call(1, 2)!',
    ],
    ['too many', { positional: [value(1), value(2)], names: [{ name: 'a' }] }, 'call(1)!'],
    [
      'by position with a type',
      { positional: [entries({ a: value(1) })], names: [{ name: 'a', type: D }] },
      'call({"py_a": 1})!',
    ],
    [
      'by name, in the order of the signature',
      {
        argument: entries({ b: value(2), a: value(1), gone: value(3) }),
        keywords: [{ name: 'a' }, { name: 'c' }, { name: 'b' }],
      },
      'call(a=1, b=2)!',
    ],
    [
      'by the name of the plan, or on the wire',
      {
        argument: entries({ fieldOne: value(1), 'wire-two': value(2) }),
        keywords: [
          { name: 'one', field: 'fieldOne', wireName: 'fieldone' },
          { name: 'two', wireName: 'wire-two', field: 'two' },
        ],
      },
      'call(one=1, two=2)!',
    ],
    [
      'both',
      {
        positional: [value(1)],
        names: [{ name: 'a' }],
        argument: entries({ b: value(2) }),
        keywords: [{ name: 'b' }],
      },
      'call(1, b=2)!',
    ],
    [
      'a body',
      { argument: file, keywords: [{ name: 'q' }, { name: 'body', group: 'body' }] },
      'call(body=Path("path/to/file"))!',
    ],
    [
      'no body',
      { positional: [value(1)], names: [{ name: 'a' }], argument: file, keywords: [{ name: 'q' }] },
      'call(1)!',
    ],
    [
      'a whole body',
      {
        argument: entries({ a: value(1) }),
        keywords: [{ name: 'body', group: 'body', type: D }],
        plan: ['body', 'property'],
      },
      'call(body={"py_a": 1})!',
    ],
    [
      'a body of properties',
      {
        argument: entries({ a: value(1) }),
        keywords: [{ name: 'a', group: 'body' }],
        plan: ['body', 'object'],
      },
      'call(a=1)!',
    ],
    [
      'a body among others',
      {
        argument: entries({ body: value(1) }),
        keywords: [{ name: 'body', group: 'body' }],
        plan: ['params', 'property'],
      },
      'call(body=1)!',
    ],
    [
      'of the variant that fits',
      {
        argument: entries({ kind: value('dog'), b: value(1) }),
        variants: [
          [{ name: 'kind', type: expr.literalOf(['cat']) }, { name: 'b' }],
          [{ name: 'a' }, { name: 'kind' }],
          [
            { name: 'own', wireName: 'b', field: 'x' },
            { name: 'kind', type: expr.literalOf(['dog']) },
          ],
        ],
        keywords: [{ name: 'b' }],
      },
      'call(own=1, kind="dog")!',
    ],
    [
      'of no variant',
      { argument: entries({ b: value(1) }), variants: [[{ name: 'a' }]], keywords: [{ name: 'b' }] },
      'call(b=1)!',
    ],
  ])('%s', (_, given, expected) => expect(call(given)).toBe(expected));

  it('have their types', () => {
    const given = parts({
      positional: [value(1)],
      names: [{ name: 'a', type: D }],
      argument: entries({ b: value(2) }),
      keywords: [{ name: 'b', type: str }],
    });
    expect(argumentsOf(...(given as unknown as Parameters<typeof argumentsOf>))).toEqual([
      { name: undefined, value: value(1), type: D },
      { name: 'b', value: value(2), type: str },
    ]);
  });
  it('of long calls', () => {
    const positional = [value(wide), value('y'.repeat(20))];
    expect(
      call({ positional, names: [{ name: 'a' }, { name: 'b' }], lead: 'x = ', indent: 2 }).split('\n'),
    ).toEqual([...['  x = call(', `      "${wide}",`, `      "${'y'.repeat(20)}",`, '  )!']]);
    expect(call({ lead: 'x'.repeat(90) })).toBe(`${'x'.repeat(90)}call()!`);
  });
});
