/** Syntax highlighting of code. A wrong guess only affects colours. */
import { LANGUAGES } from '../languages/data.ts';
import { tokensOf } from '../languages/language-data.ts';
import { escapeText } from './html.ts';

const YAML =
  /(^ *#[^\n]*)|('(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*")|^(?: *- )* *([\w$./{}-]+(?=:(?:\s|$)))|((?<=: |- )(?:-?\d[\d.]*|true|false|null)$)/gm;

const JSON_TOKENS = tokensOf({
  comment: '//[^\\n]*',
  text: '"(?:[^"\\\\\\n]|\\\\.)*"',
  keywords: 'true false null',
});

const TOKENS: ReadonlyMap<string, RegExp> = new Map([
  ['json', JSON_TOKENS],
  ['yaml', YAML],
  ['yml', YAML],
  ...LANGUAGES.flatMap(({ code }) => code.fences.map(([word]) => [word, code.tokens] as const)),
]);
const CLASSES = ['comment', 'string', 'keyword', 'number'] as const;

/** A piece of code and its colour, if any. */
type Piece = readonly [text: string, kind?: (typeof CLASSES)[number]];

/** The code as pieces; a single piece without colour for languages without highlighting. */
export const piecesOf = (code: string, language: string): readonly Piece[] =>
  colored(code, language) ?? [[code]];

/** The code as HTML; undefined for languages without highlighting. */
export const highlight = (code: string, language: string): string | undefined =>
  colored(code, language)
    ?.map(([text, kind]) =>
      kind === undefined ? escapeText(text) : `<span class="${kind}">${escapeText(text)}</span>`,
    )
    .join('');

function colored(code: string, language: string): readonly Piece[] | undefined {
  const pattern = TOKENS.get(language.split(/\s/)[0] ?? '');
  if (!pattern) return undefined;
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of code.matchAll(pattern)) {
    const kind = CLASSES.findIndex((_, index) => match[index + 1] !== undefined);
    const word = match[kind + 1] ?? '';
    const at = match.index + match[0].length - word.length;
    const name = CLASSES[kind];
    pieces.push([code.slice(from, at)], name === undefined ? [word] : [word, name]);
    from = at + word.length;
  }
  return [...pieces, [code.slice(from)]];
}
