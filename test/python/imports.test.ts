/** Import statements against ruff's isort with the settings of published SDKs, which our packages carry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { expect, test } from 'vitest';
import { type Code, code, dottedName, identifier } from '../../generator/languages/python/code.ts';
import { type Import, importBlock } from '../../generator/languages/python/imports.ts';
import { projectRoot } from '../support/shared.ts';

const isort = {
  'length-sort': true,
  'length-sort-straight': true,
  'combine-as-imports': true,
  'extra-standard-library': ['typing_extensions'],
};
const ruff = new Workspace(
  { 'line-length': 120, 'target-version': 'py310', lint: { select: ['I'], isort } },
  PositionEncoding.Utf16,
);

/** What ruff says of a module that begins with these imports. */
function faults(imports: readonly Import[]): readonly unknown[] {
  const text = ruff.format(`from __future__ import annotations\n\n${importBlock(imports)}\n\n__all__ = []\n`);
  return ruff.check(text).map((one: { readonly message: string }) => `${one.message}\n${text}`);
}

const from = (module: string, name: string, more: Partial<Import> = {}): Import => {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  const relative = [...dots].reduce<Code>((text) => code`${text}.`, code``);
  return {
    module: code`${relative}${dottedName(rest === '' ? [] : rest.split('.'))}`,
    name,
    local: name,
    ...more,
  };
};

test('the settings are those of the packages', () => {
  const manifest = readFileSync(join(projectRoot, 'generated/smithery-python/pyproject.toml'), 'utf8');
  for (const [key, value] of Object.entries(isort))
    expect(manifest).toContain(`${key} = ${JSON.stringify(value).replaceAll(',', ', ')}`);
});

test('ruff can find fault', () => {
  expect(ruff.check('from b import b\nfrom a import a\n\nx = 1\n')).toHaveLength(1);
});

const MODULES = [
  ...['.字符串', '.aæøå', '..æble', '.zzzzzz', '.ñandú', '.ange'],
  ...['typing', 'typing_extensions', 'functools', 'datetime', 'builtins', 'pydantic', 'pytest', 'smithery'],
  ...[
    '.',
    '..',
    '...',
    '._types',
    '.._types',
    '..._types',
    '.types',
    '..types',
    '...types',
    '.a9b1',
    '.a10b',
  ],
  ...[
    '..types.card',
    '..types.cards.card',
    '.card_2',
    '.card_10',
    '.card_02',
    '.carD_b',
    '...x.y',
    '..x1',
    '..x_',
  ],
];
const NAMES = [
  ...[
    'Æble',
    'æble',
    'ÆØÅ',
    '字符串',
    '字A',
    'Ångström',
    'ßa',
    'ñandú',
    'Ñandú',

    'ä1',
    'Ω',
  ],
  ...[
    'A',
    'AB',
    'A1',
    'Ab',
    'aB',
    'ab',
    'a1',
    'a_',
    'ID',
    'IDs',
    'Card',
    'card',
    'CARD',
    'CARD_2',
    'Card2',
    'Card10',
  ],
  ...[
    'Card9a',
    'card_9_a',
    'card_10_',
    '_T',
    '_t',
    '_Ab',
    'Omit',
    'omit',
    'not_given',
    'NotGiven',
    'NOT_GIVEN',
  ],
  ...['DEFAULT_MAX_RETRIES', 'AsyncVeryLongResourceWithStreamingResponse', 'VeryLongResourceWithRawResponse'],
];

/** The same numbers in every run (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('are in order, whatever is imported', () => {
  const pick = numbers(7);
  const found: unknown[] = [];
  for (let round = 0; round < 600; round++) {
    const imports = Array.from({ length: 1 + pick(14) }, (): Import => {
      const module = MODULES[pick(MODULES.length)] ?? '';
      const name = NAMES[pick(NAMES.length)] ?? '';
      const kind = pick(6);
      if (kind === 0 && !module.startsWith('.')) return { module: identifier(module), local: module };
      return from(module, name, kind === 1 ? { local: `_${name}` } : kind === 2 ? { isExported: true } : {});
    });
    found.push(...faults(imports));
  }
  expect(found.slice(0, 3)).toEqual([]);
});
