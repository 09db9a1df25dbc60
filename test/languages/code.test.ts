/** Names, literals and comments as TypeScript and Python write them, whatever text they are made of. */
import { describe, expect, it } from 'vitest';
import * as python from '../../generator/languages/python/code.ts';
import * as typescript from '../../generator/languages/typescript/code.ts';

const LONG = 'x'.repeat(99);

describe.each([
  ['TypeScript', typescript, ['$', '$a', 'a$', 'aµ', 'ﬁ', 'a\u200d'], 'not an identifier'],
  ['Python', python, ['é1'], 'not a Python identifier'],
] as const)('%s: a name', (_, language, more, message) => {
  it.each(['a', 'Z', '_', 'aZ09_', 'é', 'né', 'né2', ...more])('%j', (name) => {
    expect(language.isIdentifier(name)).toBe(true);
    expect(language.identifier(name)).toBe(name);
  });
  it.each(['', '1', '1a', '1é', 'a b', 'a-', '-a', 'é-', '-é', 'é ', ' é', 'a\n'])('not %j', (name) => {
    expect(language.isIdentifier(name)).toBe(false);
    expect(() => language.identifier(name)).toThrow(`${message}: ${JSON.stringify(name)}`);
  });
});

describe('Python: a name', () => {
  it.each(['$', 'a$', 'ﬁ', 'aµ'])('not %j', (name) => expect(python.isIdentifier(name)).toBe(false));
  it('after another', () => expect(python.dottedName(['a', 'b'])).toBe('a.b'));
});

describe('TypeScript', () => {
  it.each<[actual: string, expected: string]>([
    ...[
      ['', "''"],
      ['a', "'a'"],
      [' !"#-&(-[]-_a-~', `' !"#-&(-[]-_a-~'`],
      ["a'b", String.raw`'a\'b'`],
      ["a'", String.raw`'a\''`],
      ["'a", String.raw`'\'a'`],
      ['a\\b', String.raw`'a\\b'`],
      ['a\nb\rc\td', String.raw`'a\nb\rc\td'`],
      ['a`b${c}', "'a`b${c}'"],
      ['\u0000\u001f\u2028\u202e', String.raw`'\u0000\u001f\u2028\u202e'`],
      ['é', "'é'"],
    ].map(([text = '', code = '']): [string, string] => [typescript.stringLiteral(text), code]),
    [typescript.propertyKey('a'), 'a'],
    [typescript.propertyKey('a-b'), "'a-b'"],
    [typescript.propertyKey('__proto__'), "'__proto__'"],
    [typescript.literalKey('__proto__'), "['__proto__']"],
    [typescript.literalKey('a b'), "'a b'"],
    [typescript.access('a'), '.a'],
    [typescript.access('a b'), "['a b']"],
    [typescript.numberLiteral(-0), '0'],
    [typescript.numberLiteral(1.5), '1.5'],
    [typescript.numberLiteral(-1), '-1'],
    [typescript.numberLiteral(Number.POSITIVE_INFINITY), 'number'],
    [typescript.bigintLiteral(5n), '5n'],
    [typescript.valueLiteral('a'), "'a'"],
    [typescript.valueLiteral(1), '1'],
    [typescript.valueLiteral(Number.NaN), 'null'],
    [typescript.valueLiteral(true), 'true'],
    [typescript.valueLiteral(null), 'null'],
    [typescript.valueLiteral(undefined), 'undefined'],
    [typescript.valueLiteral(() => 1), 'undefined'],
    [typescript.valueLiteral([1, 'a', []]), "[1, 'a', []]"],
    [typescript.valueLiteral({}), '{}'],
    [typescript.valueLiteral({ a: 1, 'b c': { d: null } }), "{ a: 1, 'b c': { d: null } }"],
    [typescript.templateText("a`b\\c${d}$e'\n"), String.raw`a\`b\\c\${d}$e'\n`],
    [typescript.docComment([]), ''],
    [typescript.docComment(['', '']), ''],
    [typescript.docComment(['', 'a', '']), '/** a */'],
    [typescript.docComment([LONG]), `/** ${LONG} */`],
    [typescript.docComment([`${LONG}y`]), `/**\n * ${LONG}y\n */`],
    [typescript.docComment(['a  ', '', 'b']), '/**\n * a\n *\n * b\n */'],
    [typescript.docComment(['a*/b', 'c']), '/**\n * a*\\/b\n * c\n */'],
    [typescript.docComment(['*/', '*/*/']), '/**\n * *\\/\n * *\\/*\\/\n */'],
    [typescript.docComment(['/', 'a/b/', '/*', '* /']), '/**\n * /\n * a/b/\n * /*\n * * /\n */'],
    [
      typescript.docComment(['é\u0000', 'a\nb\r\nc\rd\u2028e\u2029f']),
      '/**\n * é\n * a\n * b\n * c\n * d\n * e\n * f\n */',
    ],
    [typescript.docComment(['\ta', 'b\u202e']), '/**\n * \ta\n * b\n */'],
    [typescript.docComment(['\u202ea/b', 'é/*/']), '/**\n * a/b\n * é/*\\/\n */'],
    [typescript.docComment(['\u202e']), ''],
  ])('%j', (actual, expected) => expect(actual).toBe(expected));
});

describe('Python', () => {
  const type = (text: string): python.Code => text as python.Code;
  it.each<[actual: string, expected: string]>([
    [
      python.comment('a\r\nb\nc\rd\fe\vf\u0085g\u2028h\u2029i'),
      '# a\n# b\n# c\n# d\n# e\n# f\n# g\n# h\n# i',
    ],
    [python.comment(''), '#'],
    [python.comment('a \n\nb\u202e'), '# a\n#\n# b'],
    [python.comment('coding: a coding=b coding c'), '# coding : a coding =b coding c'],
    [python.stringLiteral(''), '""'],
    [python.stringLiteral(`a"b\\c'd\ne\rf\tg`), String.raw`"a\"b\\c'd\ne\rf\tg"`],
    [python.stringLiteral('\u0000\u001f\u2028\u202e'), String.raw`"\u0000\u001f\u2028\u202e"`],
    [python.numberLiteral(-0), '0'],
    [python.numberLiteral(Number.NaN), '0'],
    [python.numberLiteral(1.5), '1.5'],
    [python.numberLiteral(-2), '-2'],
    [python.numberLiteral(1e20), '100000000000000000000'],
    [python.numberLiteral(1e21), '1e+21'],
    [python.numberLiteral(-1e21), '-1e+21'],
    [python.valueLiteral('a'), '"a"'],
    [python.valueLiteral(1), '1'],
    [python.valueLiteral(true), 'True'],
    [python.valueLiteral(false), 'False'],
    [python.valueLiteral(null), 'None'],
    [python.valueLiteral(undefined), 'None'],
    [python.valueLiteral([1, ['a']]), '[1, ["a"]]'],
    [python.valueLiteral({ a: 1, 'b"': {} }), String.raw`{"a": 1, "b\"": {}}`],
    [python.tupleOf([]), '()'],
    [python.tupleOf([type('a')]), '(a,)'],
    [python.tupleOf([type('a'), type('b')]), '(a, b)'],
    [python.docstring([]), ''],
    [python.docstring(['', '\u202e']), ''],
    [python.docstring(['', 'a  ', '']), '"""a"""'],
    [python.docstring(['a'], '  '), '  """a"""'],
    [python.docstring([LONG]), `"""${LONG}"""`],
    [python.docstring([`${LONG}y`]), `"""\n${LONG}y\n"""`],
    [python.docstring(['a"b']), '"""a"b"""'],
    [python.docstring(['a"']), '"""\na"\n"""'],
    [python.docstring(['"a']), '""""a"""'],
    [python.docstring(['a\\']), 'r"""\na\\\n"""'],
    [python.docstring(['a\\b']), 'r"""a\\b"""'],
    [python.docstring(['a"""b"""']), `"""a'''b'''"""`],
    [python.docstring(['a', '', 'b '], '  '), '  """\n  a\n\n  b\n  """'],
    [python.docstring(['a\r\nb\nc\rd\u2028e\u2029f']), '"""\na\nb\nc\nd\ne\nf\n"""'],
    [python.quotedType(type('list["A", "B"]')), `"list['A', 'B']"`],
    [python.quotedType(type("Literal['a']")), "Literal['a']"],
    [python.quotedType(type('Literal["\\n"]')), 'Literal["\\n"]'],
    [python.tomlString('a"b\\c\nd\u0001\u007fe\u202e'), String.raw`"a\"b\\c\nde"`],
    [python.tomlString('\t'), String.raw`"\t"`],
  ])('%j', (actual, expected) => expect(actual).toBe(expected));
});
