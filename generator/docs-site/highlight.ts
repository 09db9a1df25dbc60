/** Code with its words marked for colours. Wrong guesses cost a colour and nothing else. */
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

/** HTML of the code; undefined for languages that are shown as they are. */
export function highlight(code: string, language: string): string | undefined {
  const pattern = TOKENS.get(language.split(/\s/)[0] ?? '');
  if (!pattern) return undefined;
  let done = '';
  let from = 0;
  for (const match of code.matchAll(pattern)) {
    const kind = CLASSES.findIndex((_, index) => match[index + 1] !== undefined);
    const word = match[kind + 1] ?? '';
    const at = match.index + match[0].length - word.length;
    done += `${escapeText(code.slice(from, at))}<span class="${CLASSES[kind] ?? ''}">${escapeText(word)}</span>`;
    from = at + word.length;
  }
  return done + escapeText(code.slice(from));
}
