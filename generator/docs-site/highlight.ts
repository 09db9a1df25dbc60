/** Code with its words marked for colours. Wrong guesses cost a colour and nothing else. */
import { escapeText } from './html.ts';

const KEYWORDS =
  'import from export default const let var function async await for of in new return if else try catch throw type interface extends class instanceof typeof true false null undefined as';
const SCRIPT = new RegExp(
  `(//[^\\n]*)|('(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*"|\`[^\`]*\`)|\\b(${KEYWORDS.split(' ').join('|')})\\b|\\b(\\d[\\d_.]*)\\b`,
  'g',
);
const PYTHON_KEYWORDS =
  'import from as def class async await for in while with return yield if elif else try except finally raise pass break continue and or not is lambda del True False None';
const PYTHON = new RegExp(
  `(#[^\\n]*)|("""(?:[^"]|"(?!""))*"""|'(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*")|\\b(${PYTHON_KEYWORDS.split(' ').join('|')})\\b|\\b(\\d[\\d_.]*)\\b`,
  'g',
);
const YAML =
  /(^ *#[^\n]*)|('(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*")|^(?: *- )* *([\w$./{}-]+(?=:(?:\s|$)))|((?<=: |- )(?:-?\d[\d.]*|true|false|null)$)/gm;

const LANGUAGES = new Map([
  ['typescript', SCRIPT],
  ['ts', SCRIPT],
  ['js', SCRIPT],
  ['json', SCRIPT],
  ['python', PYTHON],
  ['py', PYTHON],
  ['yaml', YAML],
  ['yml', YAML],
]);
const CLASSES = ['comment', 'string', 'keyword', 'number'] as const;

/** HTML of the code; undefined for languages that are shown as they are. */
export function highlight(code: string, language: string): string | undefined {
  const pattern = LANGUAGES.get(language.split(/\s/)[0] ?? '');
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
