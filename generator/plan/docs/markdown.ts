/** Spec text in Markdown: prose stays Markdown, cells and headings stay on their line, and nothing can forge markers or links into our pages. */
export { anchorOf } from '../../lib/anchors.ts';
import { type Code, code, join, lineText, proseText } from '../code.ts';

/** Paragraphs of a description. Links that only make sense where the document is published become plain text. */
export const prose = (text: string | undefined): Code => (text === undefined ? code`` : proseText(withoutTraps(text)));

/** The same on one line, with the bars of a table escaped. */
export const cell = (text: string): Code => lineText(withoutTraps(text).replace(/```[\s\S]*?```/g, ' ').replaceAll('|', '\\|'));

/** A heading, or the text of a link. */
export const label = (text: string): Code => lineText(withoutTraps(text).replace(/[[\]]/g, '\\$&'));

/** `` `text` ``; longer fences where the text itself has back-ticks. */
export function codeSpan(text: string): Code {
  const line = lineText(text).replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return lineText(line.includes('`') ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`);
}

/** A fenced block; the fence is longer than any inside. */
export function fenced(text: Code, language: Code): Code {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = join(Array.from({ length: longest + 1 }, () => code`\``), '');
  return code`${fence}${language}\n${text}\n${fence}`;
}

/** Markdown's own signs in the text of a type: `Array<string>` → `Array\<string\>`. */
export const typeText = (text: string): Code => lineText(text.replace(/[\\<>|*_`[\]]/g, '\\$&'));

/** Paths are made of kebab-case words and dots by `pages.ts`. */
export const link = (text: Code, target: string): Code => code`[${text}](${lineText(target)})`;

/** `a/b/c.md` as seen from `a/d/e.md`: `../b/c.md`. */
export function relativePath(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  const up = '../'.repeat(source.length - shared);
  return `${up}${target.slice(shared).join('/')}`;
}

const withoutTraps = (text: string): string => (/[<[]/.test(text) ? disarmed(text) : text);

const disarmed = (text: string): string =>
  text
    .replaceAll('<!--', '&lt;!--')
    .replace(/<(?=\/?(?:script|style|iframe|object|embed|form|input|link|meta|svg)\b)/gi, '&lt;')
    .replace(/!?\[([^\]]{1,300})\]\((?!https?:|mailto:)[^)\n]{0,500}\)/g, '$1')
    .replace(/!?\[([^\]]{1,300})\]\[[^\]\n]{0,300}\]/g, '$1');
