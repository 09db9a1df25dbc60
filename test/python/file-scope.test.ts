/** The names of a file of Python: imports, aliases and the types that use them, without a document. */
import { describe, expect, it } from 'vitest';
import { code } from '../../generator/languages/python/code.ts';
import {
  type FileNames,
  type FileScope,
  createFileScope,
  relativeModule,
} from '../../generator/languages/python/file-scope.ts';
import type { Fragment } from '../../generator/languages/python/fragment.ts';
import { createDeclaration } from '../../generator/languages/python/types/declaration.ts';
import * as expr from '../../generator/languages/python/types/expr.ts';
import type {
  Declaration,
  DeclarationBody,
  Member,
  TypeExpression,
  TypeModule,
} from '../../generator/languages/python/types/types.ts';
import { typeFiles } from '../../generator/languages/python/views/types.ts';

const str = expr.text;
const date = expr.library('datetime', 'date');
const omit = expr.runtime('_types', 'Omit');
const pet = createDeclaration('types.pet', 'Pet');
const own = createDeclaration('types.own', 'Own');
const PET = expr.declared(pet);
const OWN = expr.declared(own);
const names = (text: string): ReadonlySet<string> => new Set(text === '' ? [] : text.split(' '));

/** What is written, then the imports, then those at the end of the file. */
function used(file: Partial<FileNames>, use: (scope: FileScope) => readonly string[]): readonly string[] {
  const scope = createFileScope({ module: 'types.own', taken: names(''), ...file });
  const written = use(scope);
  return [...written, scope.imports(), ...(scope.lateImports() === '' ? [] : [scope.lateImports()])];
}
const value = (type: TypeExpression): Fragment => [{ kind: 'value', type }];

describe('annotations', () => {
  const late = (way: 'late' | 'qualified') => ({ late: new Map([['types.pet', way]]) });
  it.each<[string, Partial<FileNames>, TypeExpression, readonly string[]]>([
    ['a builtin', {}, str, ['str', '']],
    [
      'a list that is hidden',
      { taken: names('list') },
      expr.listOf(str),
      ['List[str]', 'from typing import List'],
    ],
    [
      'a map that is hidden',
      { taken: names('dict') },
      expr.mapOf(str),
      ['Dict[str, str]', 'from typing import Dict'],
    ],
    [
      'a text that is hidden',
      { taken: names('str') },
      expr.listOf(str),
      ['list[builtins.str]', 'import builtins'],
    ],
    ['a library', {}, date, ['date', 'from datetime import date']],
    [
      'a library that is hidden',
      { taken: names('date') },
      date,
      ['_date', 'from datetime import date as _date'],
    ],
    [
      'two names that are hidden',
      { taken: names('date _date _date_') },
      date,
      ['_date__', 'from datetime import date as _date__'],
    ],
    [
      'a field',
      {},
      expr.library('pydantic', 'Field'),
      ['FieldInfo', 'from pydantic import Field as FieldInfo'],
    ],
    ['the runtime', {}, omit, ['Omit', 'from .._types import Omit']],
    ['of the file', {}, OWN, ['Own', '']],
    ['of another file', {}, PET, ['Pet', 'from .pet import Pet']],
    [
      'of another file, hidden',
      { taken: names('Pet') },
      PET,
      ['PetModel', 'from .pet import Pet as PetModel'],
    ],
    [
      'of another file, hidden twice',
      { taken: names('Pet PetModel') },
      PET,
      ['PetModel_', 'from .pet import Pet as PetModel_'],
    ],
    ['of a file imported late', late('late'), PET, ['Pet', '', 'from .pet import Pet']],
    ['of a module imported late', late('qualified'), PET, ['pet.Pet', '', 'from . import pet']],
    ['a variable', {}, expr.local('_T'), ['_T', '']],
    ['or nothing', {}, { kind: 'union', members: [expr.none, str] }, ['str | None', '']],
    [
      'constants',
      {},
      expr.literalOf(['a', 1, true]),
      ['Literal["a", 1, True]', 'from typing_extensions import Literal'],
    ],
    [
      'of large numbers',
      {},
      expr.literalOf([1e20, -0]),
      ['Literal[100000000000000000000, 0]', 'from typing_extensions import Literal'],
    ],
    [
      'with facts',
      {},
      expr.annotated(str, { alias: 'x', format: 'base64' }),
      [
        'Annotated[str, PropertyInfo(alias="x", format="base64")]',
        'from typing_extensions import Annotated\n\nfrom .._transform import PropertyInfo',
      ],
    ],
    [
      'without a fact',
      {},
      { kind: 'annotated', type: str, info: { alias: undefined, format: 'base64' } as object },
      [
        'Annotated[str, PropertyInfo(format="base64")]',
        'from typing_extensions import Annotated\n\nfrom .._transform import PropertyInfo',
      ],
    ],
  ])('%s', (_, file, type, expected) =>
    expect(used(file, (scope) => [scope.annotation(type)])).toEqual(expected),
  );
  it('of names that are required', () => {
    expect(
      used({ required: [omit, date], taken: names('Omit') }, (scope) => [
        scope.use(omit),
        scope.annotation(expr.runtime('_types', 'date')),
        scope.use(expr.library('_types', 'Omit')),
      ]),
    ).toEqual([
      'Omit',
      '_date',
      '_Omit',
      'from datetime import date\n\nfrom _types import Omit as _Omit\n\nfrom .._types import Omit, date as _date',
    ]);
  });
});

describe('values while the file is loaded', () => {
  const late = { late: new Map([['types.pet', 'late' as const]]) };
  it.each<[string, Partial<FileNames>, TypeExpression, readonly Declaration[], readonly string[]]>([
    ['a name', {}, date, [], ['date', 'from datetime import date']],
    ['of a later class', {}, OWN, [], ['"Own"', '']],
    ['of an earlier class', {}, OWN, [own], ['Own', '']],
    ['of another file', {}, PET, [], ['Pet', 'from .pet import Pet']],
    ['of a file imported late', late, PET, [pet], ['"Pet"', '', 'from .pet import Pet']],
    [
      'a choice with a later class',
      {},
      expr.unionOf([str, OWN, expr.none]),
      [],
      ['Union[str, "Own", None]', 'from typing import Union'],
    ],
    ['a choice in a list', {}, expr.listOf(expr.unionOf([OWN, str])), [own], ['list[Own | str]', '']],
    [
      'a choice that ends with a text',
      {},
      expr.unionOf([str, expr.literalOf(['a'])]),
      [],
      ['str | Literal["a"]', 'from typing_extensions import Literal'],
    ],
  ])('%s', (_, file, type, known, expected) =>
    expect(used(file, (scope) => [scope.evaluated(type, new Set(known))])).toEqual(expected),
  );
});

describe('code of methods', () => {
  it.each<[string, string, string, Fragment, readonly string[]]>([
    ['code', '', '', [{ kind: 'code', code: code`a` }], ['a', '']],
    ['a builtin', '', 'x', value(expr.listOf(str)), ['list[str]', '']],
    [
      'a builtin that is an argument',
      '',
      'str',
      value(expr.listOf(str)),
      ['list[builtins.str]', 'import builtins'],
    ],
    [
      'a library that is an argument',
      '',
      'date',
      value(date),
      ['_date', 'from datetime import date, date as _date'],
    ],
    [
      'whose alias is an argument too',
      '',
      'date _date',
      value(date),
      ['_date_', 'from datetime import date, date as _date_'],
    ],
    ['a class that is an argument', '', 'Pet', value(PET), ['_Pet', 'from .pet import Pet, Pet as _Pet']],
    ['a variable that is an argument', '', '_T', value(expr.local('_T')), ['_T', '']],
    [
      'quoted',
      '',
      '',
      [{ kind: 'quoted', type: expr.literalOf(['a']) }],
      [`"Type[Literal['a']]"`, 'from typing import Type\nfrom typing_extensions import Literal'],
    ],
    ['spelt', '', 'x', [{ kind: 'spelt', type: OWN }], ['"Own"', '']],
    ['a module', '', '', [{ kind: 'module', module: 'types.pet' }], ['pet', 'from . import pet']],
    [
      'a module that is an argument',
      'pet_',
      'pet',
      [{ kind: 'module', module: 'types.pet' }],
      ['pet__', 'from . import pet as pet__'],
    ],
    ['a module of the package', '', '', [{ kind: 'module', module: '_x' }], ['_x', 'from .. import _x']],
  ])('%s', (_, taken, shadowed, fragment, expected) =>
    expect(
      used({ taken: names(taken), shadowed: names(shadowed) }, (scope) => [scope.fragment(fragment)]),
    ).toEqual(expected),
  );
});

it.each([
  ['resources.cards.cards', 'types.card', '...types.card'],
  ['resources.cards.cards', 'resources.cards.more', '.more'],
  ['resources.cards.cards', 'resources.cards', '.'],
  ['resources.cards.cards', '', '...'],
  ['_client', '', '.'],
  ['_client', 'types', '.types'],
  ['a.b.c', 'x.b.c', '...x.b.c'],
])('%s imports %s as %s', (from, to, expected) => expect(relativeModule(from, to)).toBe(expected));

const member = (name: string, type: TypeExpression = str, more: Partial<Member> = {}): Member => ({
  ...{ name, wireName: name, required: true, type, doc: [], about: { type: {} as never } },
  ...more,
});
function declaration(name: string, body: DeclarationBody, doc: readonly string[] = []): Declaration {
  return Object.assign(createDeclaration('types.own', name), { body, doc });
}
const model = (...members: readonly Member[]): DeclarationBody => ({ kind: 'model', bases: [], members });
const dictionary = (...members: readonly Member[]): DeclarationBody => ({
  ...{ kind: 'dictionary', bases: [], members },
});
const moduleOf = (...declarations: Declaration[]): TypeModule => ({
  ...{ name: 'types.own', declarations, root: declarations.at(-1) },
});
/** What is neither false nor empty. */
const short = (given: object): object =>
  Object.fromEntries(
    Object.entries(given).filter(([, each]) => each !== false && each !== '' && String(each) !== ''),
  );
const filesOf = (...modules: readonly TypeModule[]) => typeFiles(modules, 'zoo', () => true);
const written = (...declarations: Declaration[]) => {
  const [file] = filesOf(moduleOf(...declarations));
  return [...(file?.declarations ?? []).map(short), file?.imports];
};
const BASE = 'from .._models import BaseModel';
const ALIAS = { isAlias: true, marker: 'TypeAlias' };
const DICTIONARY = { isDictionary: true, bases: 'TypedDict, total=False' };
const extension = (text: string): string => `from typing_extensions import ${text}`;

describe('declarations', () => {
  const base = { name: 'A', typedName: 'A' };
  const MODEL = { ...base, isModel: true, bases: 'BaseModel' };
  const doc = { hasDoc: true, doc: '    """Of it."""', hasBody: true };
  it.each<[string, DeclarationBody, object, string, (readonly string[])?]>([
    ['without a body', { kind: 'pending' }, { ...base, ...ALIAS, type: 'object' }, extension('TypeAlias')],
    ['an alias', { kind: 'alias', type: str }, { ...base, ...ALIAS, type: 'str' }, extension('TypeAlias')],
    [
      'an alias of a text',
      { kind: 'alias', type: str },
      { ...base, ...ALIAS, type: 'str', hasDoc: true, doc: '"""Of it."""' },
      extension('TypeAlias'),
      ['Of it.'],
    ],
    ['a class', model(), MODEL, BASE],
    ['a class with words', model(), { ...MODEL, ...doc }, BASE, ['Of it.']],
    [
      'a class with members',
      model(member('a'), member('b', str, { required: false, doc: ['Of it.'] })),
      {
        ...MODEL,
        hasBody: true,
        members: [
          { name: 'a', annotation: 'str' },
          {
            name: 'b',
            annotation: 'str | None',
            hasDefault: true,
            default: 'None',
            hasDoc: true,
            doc: doc.doc,
          },
        ],
      },
      BASE,
    ],
    [
      'a class with other names',
      model(member('a', str, { wireName: 'x' }), member('b', str, { wireName: 'y', required: false })),
      {
        ...MODEL,
        hasBody: true,
        members: [
          { name: 'a', annotation: 'str', hasDefault: true, default: 'FieldInfo(alias="x")' },
          {
            name: 'b',
            annotation: 'str | None',
            hasDefault: true,
            default: 'FieldInfo(alias="y", default=None)',
          },
        ],
      },
      `from pydantic import Field as FieldInfo\n\n${BASE}`,
    ],
    [
      'a class of a type',
      model(member('a', expr.local('_T')), member('b')),
      {
        ...MODEL,
        bases: 'BaseModel, Generic[_T]',
        hasBody: true,
        members: [
          { name: 'a', annotation: '_T' },
          { name: 'b', annotation: 'str' },
        ],
      },
      `from typing import Generic\n\n${BASE}`,
    ],
    [
      'a class with more',
      { kind: 'model', bases: [pet], members: [], extra: str },
      {
        ...{ ...MODEL, bases: 'Pet', hasBody: true, hasExtra: true },
        extra: 'dict[str, str] = FieldInfo(init=False)',
      },
      'from pydantic import Field as FieldInfo\n\nfrom .pet import Pet',
    ],
    ['a dictionary', dictionary(), { ...base, ...DICTIONARY }, extension('TypedDict')],
    [
      'a dictionary with words',
      dictionary(),
      { ...base, ...DICTIONARY, ...doc },
      extension('TypedDict'),
      ['Of it.'],
    ],
    [
      'a dictionary with members',
      dictionary(member('a'), member('b', str, { required: false, wireName: 'x' })),
      {
        ...{ ...base, ...DICTIONARY, hasBody: true },
        members: [
          { name: 'a', annotation: 'Required[str]' },
          { name: 'b', annotation: 'Annotated[str, PropertyInfo(alias="x")]' },
        ],
      },
      `${extension('Required, Annotated, TypedDict')}\n\nfrom .._transform import PropertyInfo`,
    ],
    [
      'a dictionary with more',
      { kind: 'dictionary', bases: [pet], members: [], extra: str },
      {
        ...{ name: 'A', typedName: 'ATyped', isDictionary: true, bases: 'Pet, total=False', hasExtra: true },
        ...{ type: 'ATyped | dict[str, object]', marker: 'TypeAlias' },
      },
      `${extension('TypeAlias')}\n\nfrom .pet import Pet`,
    ],
    ['a page', { kind: 'page', base: expr.builtin('str'), members: [] }, base, ''],
  ])('%s', (_, body, expected, imports, docs) => {
    const [found, ...rest] = written(declaration('A', body, docs)) as [{ members?: readonly object[] }];
    const members = found.members?.map(short);
    expect([{ ...found, ...(members && { members }) }, ...rest]).toEqual([expected, imports]);
  });
  it('in the order of their definition', () => {
    const [A, B, C] = ['A', 'B', 'C'].map((name) => declaration(name, model())) as [
      Declaration,
      Declaration,
      Declaration,
    ];
    A.body = { kind: 'model', bases: [B, pet], members: [member('c', expr.declared(C))] };
    C.body = model(member('a', expr.declared(A)));
    const [file] = filesOf(moduleOf(A, B, C));
    expect(file?.declarations.map(({ name }) => name)).toEqual(['B', 'C', 'A']);
    expect(file?.all).toBe('"A", "B", "C"');
  });
  it('of later ones', () => {
    const loop = declaration('Loop', { kind: 'alias', type: str });
    loop.body = { kind: 'alias', type: expr.listOf(expr.declared(loop)) };
    const odd = declaration('Odd', { kind: 'alias', type: str });
    odd.body = { kind: 'alias', type: expr.unionOf([expr.literalOf(["'"]), expr.declared(odd)]) };
    expect(written(loop, odd)).toMatchObject([
      { type: '"list[Loop]"', isLazy: true, marker: 'TypeAliasType' },
      { type: `Union[Literal["'"], "Odd"]`, isLazy: true, marker: 'TypeAliasType' },
      'from typing import Union\nfrom typing_extensions import Literal, TypeAliasType',
    ]);
  });
  it('of files that import each other', () => {
    const other = createDeclaration('types.other', 'Other');
    const alias = declaration('A', { kind: 'alias', type: expr.declared(other) });
    other.body = model(member('a', expr.declared(alias)));
    const files = filesOf(moduleOf(alias), { name: 'types.other', declarations: [other], root: other });
    expect(files.map((file) => [file.file, file.hasLateImports, file.lateImports])).toEqual([
      ['src/zoo/types/own.py', true, 'from .other import Other'],
      ['src/zoo/types/other.py', true, 'from .own import A'],
    ]);
    expect(files[0]?.declarations.map(short)).toEqual([
      { name: 'A', typedName: 'A', isAlias: true, isLazy: true, type: '"Other"', marker: 'TypeAliasType' },
    ]);
  });
  it('whose names are taken', () => {
    const hidden = createDeclaration('types.other', 'ATyped');
    const other = createDeclaration('types.other', 'BTyped');
    hidden.body = other.body = model();
    const body = (kind: 'model' | 'dictionary', base: Declaration): DeclarationBody => ({
      ...{ kind, bases: [base], members: [member('str')], extra: str },
    });
    const views = written(
      declaration('A', body('dictionary', hidden)),
      declaration('B', body('model', other)),
    );
    expect(views).toMatchObject([
      { bases: 'ATypedModel, total=False' },
      { bases: 'BTyped', extra: 'dict[builtins.str, builtins.str] = FieldInfo(init=False)' },
      expect.stringContaining('ATyped as ATypedModel'),
    ]);
  });
  it('of files that are not wanted', () => {
    const asked: string[] = [];
    const isWanted = (file: string): boolean => asked.push(file) < 0;
    expect(typeFiles([moduleOf(own)], 'zoo', isWanted)).toEqual([]);
    expect(asked).toEqual(['src/zoo/types/own.py']);
  });
});
