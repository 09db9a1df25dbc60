/**
 * Prevents descriptions from ending comments, running scripts, opening code that never closes, adding
 * headings between the generated ones, or linking to pages that only exist where the document is published.
 * Code is unchanged.
 */
import { markdownOfHtml } from './html.ts';

/** Higher headings are reserved for the generated page. */
const HIGHEST = 4;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const COMMENT = /<!--/g;

export const withoutTraps = (text: string): string => {
  const plain = markdownOfHtml(text);
  return /[<[#=~`-]/.test(plain) ? disarmed(plain) : plain;
};

/** Line by line, because a fence ends the text before it. */
function disarmed(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const lift = Math.max(0, HIGHEST - highestHeading(lines));
  const done: string[] = [];
  let prose: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (prose.length > 0) done.push(inProse(prose.join('\n')));
    prose = [];
  };
  for (const line of lines) {
    const run = FENCE.exec(line);
    if (fence !== undefined) {
      done.push(line.replace(COMMENT, '&lt;!--'));
      if (run?.[1]?.startsWith(fence) && run[2]?.trim() === '') fence = undefined;
    } else if (run?.[1] !== undefined && !(run[1].startsWith('`') && run[2]?.includes('`'))) {
      flush();
      done.push(line.replace(COMMENT, '&lt;!--'));
      fence = run[1];
    } else pushLine(prose, line, lift);
  }
  flush();
  if (fence !== undefined) done.push(fence);
  return done.join('\n');
}

/** Both kinds of heading, moved below the page's own headings. */
function pushLine(prose: string[], line: string, lift: number): void {
  const before = prose.at(-1)?.trim() ?? '';
  const underlined =
    /^ {0,3}(?:=+|-{2,})\s*$/.test(line) && before !== '' && !/^(?:[#>|*+-]|\d+[.)])/.test(before);
  if (underlined) prose[prose.length - 1] = `${'#'.repeat(HIGHEST)} ${before}`;
  else
    prose.push(
      line.replace(/^ {0,3}(#{1,6})(?=\s)/, (_, signs: string) =>
        '#'.repeat(Math.min(6, signs.length + lift)),
      ),
    );
}

const highestHeading = (lines: readonly string[]): number =>
  lines.reduce(
    (highest, line) => Math.min(highest, /^ {0,3}(#{1,6})\s/.exec(line)?.[1]?.length ?? HIGHEST),
    HIGHEST,
  );

/** Elements that GitHub displays, and their allowed attributes. */
const SHOWN = new Set(
  (
    'table thead tbody tfoot tr td th caption colgroup col details summary sub sup pre blockquote p div ul ol li dl dt dd br hr b strong i em code kbd samp var tt del s ins q a ' +
    'h4 h5 h6'
  ).split(' '),
);
const INLINE = /(`[^`\n]+`)/;
const TAGS =
  /<(?:(\/?)([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)?(\/?)>|(?:https?:\/\/|mailto:)[^\s<>]+>|(?=[A-Za-z/!?]))/g;

const inProse = (text: string): string =>
  text
    .replace(/!?\[([^\]]{1,300})\]\((?!https?:|mailto:)[^)\n]{0,500}\)/g, '$1')
    .replace(/!?\[([^\]]{1,300})\]\[[^\]\n]{0,300}\]/g, '$1')
    .split(INLINE)
    .map((piece, index) =>
      index % 2 === 1
        ? piece.replace(COMMENT, '&lt;!--').replace(DANGEROUS, '&lt;')
        : piece.replace(TAGS, sane),
    )
    .join('');

/** Other parsers may not treat the text as code. */
const DANGEROUS = /<(?=\/?(?:script|style|iframe|object|embed|form|input|link|meta|svg)\b)/gi;

/** `groups` of TAGS: slash, name, attributes, end. */
function sane(found: string, ...[slash, name, attributes, end]: readonly (string | undefined)[]): string {
  if (name === undefined) return found === '<' ? '&lt;' : found;
  const tag = name.toLowerCase();
  if (!SHOWN.has(tag)) return `&lt;${found.slice(1)}`;
  const href =
    tag === 'a'
      ? /\shref\s*=\s*["']?((?:https?:\/\/|mailto:)[^\s"'<>]+)/i.exec(attributes ?? '')?.[1]
      : undefined;
  const spans = [...(attributes ?? '').matchAll(/\s((?:col|row)span)\s*=\s*["']?(\d{1,3})\b/gi)].map(
    (match) => ` ${match[1] ?? ''}="${match[2] ?? ''}"`,
  );
  return `<${slash ?? ''}${tag}${href === undefined ? '' : ` href="${href}"`}${spans.join('')}${end ?? ''}>`;
}
