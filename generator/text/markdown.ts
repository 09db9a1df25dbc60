/**
 * Text of the document in Markdown: prose remains Markdown, cells and headings remain on one line, and
 * nothing can imitate the generator's markers or links.
 */
export { anchorOf } from '../lib/anchors.ts';
import { type Code, code, join, lineText, proseText } from './code.ts';
import { markdownOfHtml } from './html.ts';
import { withoutTraps } from './traps.ts';

/** Paragraphs of a description. */
export const prose = (text: string | undefined): Code =>
  text === undefined ? code`` : proseText(withoutTraps(text));

/** The start of a long introduction: complete paragraphs before the second heading, about one screen. */
export function lead(text: string): Code {
  const parts: string[] = [];
  let size = 0;
  for (const part of withoutTraps(text).split(/\n\s*\n/)) {
    const isHeading = /^#{1,6}\s/.test(part);
    if (isHeading && parts.length === 0) continue;
    if (parts.length > 0 && (isHeading || size + part.length > LONGEST_LEAD)) break;
    // A fence may contain blank lines, and an incomplete fence would include the text after it.
    if (/^ {0,3}(?:```|~~~)/m.test(part)) break;
    parts.push(part);
    size += part.length;
  }
  return proseText(parts.join('\n\n'));
}

const LONGEST_LEAD = 1500;

/** On one line, with the bars of tables escaped. */
export const cell = (text: string): Code =>
  lineText(
    withoutTraps(text)
      .replace(/```[\s\S]*?```/g, ' ')
      .replace(/^#{1,6}\s+/gm, '')
      .replace(/\\*\|/g, '\\|'),
  );

/** A summary for lists: the first sentence without links. */
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

/** `` `text` ``, with longer fences if the text contains backticks. */
export function codeSpan(text: string): Code {
  const plain = lineText(text);
  // In some renderers, a backslash before a bar cancels the escape of the bar.
  if (/\\\|/.test(plain)) return typeText(plain);
  const line = plain.replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return lineText(line.includes('`') ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`);
}

/** A fenced block whose fence is longer than any fence inside. */
export function fenced(text: Code, language: Code): Code {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = join(
    Array.from({ length: longest + 1 }, () => code`\``),
    '',
  );
  return code`${fence}${language}\n${text}\n${fence}`;
}

/** Escapes Markdown characters in a type: `Array<string>` → `Array\<string\>`. */
export const typeText = (text: string): Code => lineText(text.replace(/[\\<>|*_`[\]]/g, '\\$&'));

/** `pages.ts` creates paths from kebab-case words and dots. */
export const link = (text: Code, target: string): Code => code`[${text}](${lineText(target)})`;

/** The relative path from `a/d/e.md` to `a/b/c.md`: `../b/c.md`. */
export function relativePath(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  const up = '../'.repeat(source.length - shared);
  return `${up}${target.slice(shared).join('/')}`;
}
