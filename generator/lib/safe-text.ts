/**
 * Escapes untrusted text for its reader, with exactly one function for each kind of reader. Documents must
 * not move a terminal's cursor, give commands to a workflow, or put links and mentions into a comment.
 */

/**
 * Control characters (C0, C1), line separators, and characters that change the direction of text or join it
 * invisibly. Tabs are harmless, because they never move the cursor back.
 */
const UNSEEN =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** For a line of a terminal or of a workflow's log, whose parser looks for `##[` anywhere in a line. */
export const terminalText = (text: string): string =>
  text.replace(UNSEEN, escaped).replaceAll('##[', '##\\u005b');

/** Escape codes for colours; ours all have this form. */
const COLOUR = /(\u001b\[[\d;]*m)/;

/**
 * For whole outputs just before they are written: line ends stay and, with `hasColors`, colours too. In
 * JSON an escaped bracket is the same text.
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

/** For the text or an attribute of an HTML page. */
export const markupText = (text: string): string =>
  terminalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** For the text of a workflow command, whose parser decodes these three characters. */
export const workflowText = (text: string): string =>
  text
    .split(/(\r\n|\r|\n)/)
    .map((part, at) => (at % 2 === 1 ? '\n' : terminalText(part)))
    .join('')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');

/** For a property of a workflow command (`file=…,title=…`). */
export const workflowProperty = (text: string): string =>
  workflowText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Code hosts turn these into links and notifications after Markdown has been parsed.
 * An invisible space prevents that.
 */
const SPLIT = '\u200b';
const LINKED: readonly (readonly [RegExp, string])[] = [
  [/@(?=[\w-])/g, `@${SPLIT}`],
  [/#(?=\d)/g, `#${SPLIT}`],
  [/:(?=\/\/)/g, `:${SPLIT}`],
  [/\b(www|xmpp|mailto|GH)(?=[.:-])/gi, `$1${SPLIT}`],
];

/**
 * For Markdown (CommonMark section 2.4: every ASCII punctuation can be escaped).
 * Line breaks would end the table.
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
 * A code span whose fence is longer than any run of backticks in the text (CommonMark section 6.1). `|`
 * would end the table's cell. No text in it becomes a link.
 */
export function markdownCode(text: string): string {
  const inner = terminalText(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map((item) => item[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
  return inner === '' ? '' : `${fence}${pad}${inner}${pad}${fence}`;
}

/** Reports name files as they were opened, unless they get another function for it. */
export const asItIs = (file: string): string => file;
