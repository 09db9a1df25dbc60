/**
 * Text that a stranger may have written, on its way to a reader: one function for each kind of reader, and no
 * others. Documents must not move
 * the cursor of a terminal, give commands to a workflow, or put links and mentions into a comment.
 */

/**
 * Controls (C0, C1), separators of lines, and what changes the direction of text or joins it unseen. Tabs
 * move no cursor back.
 */
const UNSEEN =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** For a line of a terminal or of a workflow's log, whose reader looks for `##[` anywhere in a line. */
export const terminalText = (text: string): string =>
  text.replace(UNSEEN, escaped).replaceAll('##[', '##\\u005b');

/** Codes that set colours; ours are all of this form. */
const COLOUR = /(\u001b\[[\d;]*m)/;

/**
 * For whole outputs at the door: line ends and, where asked for, colours stay. In JSON an escaped bracket is
 * the same text.
 */
export const terminalLines = (text: string, options: { readonly hasColors: boolean }): string =>
  text
    .split('\n')
    .map((line) =>
      options.hasColors && line.includes('\u001b')
        ? line
            .split(COLOUR)
            .map((part, at) => (at % 2 === 1 ? part : terminalText(part)))
            .join('')
        : terminalText(line),
    )
    .join('\n');

/** For the text or an attribute of a page. */
export const markupText = (text: string): string =>
  terminalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** For the text of a workflow command: its parser undoes these three. */
export const workflowText = (text: string): string =>
  text
    .split(/(\r\n|\r|\n)/)
    .map((part, at) => (at % 2 === 1 ? '\n' : terminalText(part)))
    .join('')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');

/** For a property of one (`file=…,title=…`). */
export const workflowProperty = (text: string): string =>
  workflowText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Hosts make links of these and notify people, after Markdown has been read: an unseen space keeps them
 * apart.
 */
const SPLIT = '\u200b';
const LINKED: readonly (readonly [RegExp, string])[] = [
  [/@(?=[\w-])/g, `@${SPLIT}`],
  [/#(?=\d)/g, `#${SPLIT}`],
  [/:(?=\/\/)/g, `:${SPLIT}`],
  [/\b(www|xmpp|mailto|GH)(?=[.:-])/gi, `$1${SPLIT}`],
];

/**
 * For Markdown (CommonMark section 2.4: every ASCII punctuation can be escaped); line breaks would leave the
 * table.
 */
export const markdownText = (text: string): string =>
  LINKED.reduce((all, [pattern, split]) => all.replace(pattern, split), terminalText(text)).replace(
    /[\\`*_{}[\]#+!|<>~&]/g,
    (name) => ENTITIES.get(name) ?? `\\${name}`,
  );

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
]);

/**
 * A code span whose fence is longer than any run of backticks in it (CommonMark section 6.1); `|` would end
 * the table's cell. Nothing in it becomes a link.
 */
export function markdownCode(text: string): string {
  const inner = terminalText(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map((item) => item[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
  return inner === '' ? '' : `${fence}${pad}${inner}${pad}${fence}`;
}
