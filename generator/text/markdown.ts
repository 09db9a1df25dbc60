/**
 * Spec text in Markdown: prose stays Markdown, cells and headings stay on their line, and nothing can forge
 * markers or links into our pages.
 */
export { anchorOf } from '../lib/anchors.ts';
import { type Code, code, join, lineText, proseText } from './code.ts';
import { markdownOfHtml } from './html.ts';
import { withoutTraps } from './traps.ts';

/** Paragraphs of a description. */
export const prose = (text: string | undefined): Code =>
  text === undefined ? code`` : proseText(withoutTraps(text));

/** How a long introduction begins: whole paragraphs before the second heading, about a screen of them. */
export function lead(text: string): Code {
  const parts: string[] = [];
  let size = 0;
  for (const part of withoutTraps(text).split(/\n\s*\n/)) {
    const isHeading = /^#{1,6}\s/.test(part);
    if (isHeading && parts.length === 0) continue;
    if (parts.length > 0 && (isHeading || size + part.length > LONGEST_LEAD)) break;
    // A fence may hold blank lines, and half of it would take what follows along.
    if (/^ {0,3}(?:```|~~~)/m.test(part)) break;
    parts.push(part);
    size += part.length;
  }
  return proseText(parts.join('\n\n'));
}

const LONGEST_LEAD = 1500;

/** The same on one line, with the bars of a table escaped. */
export const cell = (text: string): Code =>
  lineText(
    withoutTraps(text)
      .replace(/```[\s\S]*?```/g, ' ')
      .replace(/^#{1,6}\s+/gm, '')
      .replace(/\\*\|/g, '\\|'),
  );

/** What a text is about, for a list: its first sentence, without links. */
export function summaryText(text: string): string {
  const [first = ''] = markdownOfHtml(text)
    .trim()
    .split(/\n\s*\n/);
  const plain = withoutTraps(first)
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/!?\[([^\]]{1,300})\]\([^)\n]{0,500}\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.{20,}?[.!?](?=\s+[\p{Lu}\p{N}*`"'(])/u.exec(plain)?.[0] ?? plain;
  return sentence.length <= LONGEST_SUMMARY
    ? sentence
    : `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_SUMMARY)).replace(/[\s,;:(]+$/, '')} …`;
}

const LONGEST_SUMMARY = 200;

/** A heading, or the text of a link. */
export const label = (text: string): Code => lineText(withoutTraps(text).replace(/[[\]]/g, '\\$&'));

/** `` `text` ``; longer fences where the text itself has back-ticks. */
export function codeSpan(text: string): Code {
  const plain = lineText(text);
  // A backslash before a bar takes away the bar's own, in some readers.
  if (/\\\|/.test(plain)) return typeText(plain);
  const line = plain.replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return lineText(line.includes('`') ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`);
}

/** A fenced block; the fence is longer than any inside. */
export function fenced(text: Code, language: Code): Code {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = join(
    Array.from({ length: longest + 1 }, () => code`\``),
    '',
  );
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
