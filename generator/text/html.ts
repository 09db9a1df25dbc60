/**
 * Converts HTML in descriptions to Markdown. Descriptions are CommonMark, which may contain HTML (OpenAPI
 * 3.1, "rich text formatting"), but editors and pages only show Markdown. Code, and elements without an
 * equivalent, are unchanged.
 */

/** Markdown code, and tags. */
const PIECES = /(```[\s\S]*?```|`[^`\n]+`|<\/?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?\/?>)/;
const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)?\/?>$/;

const BLOCKS = new Set(['p', 'div', 'section', 'article', 'center', 'ul', 'ol', 'dl', 'dt', 'dd', 'hr']);
const SIGNS = new Map([
  ['strong', '**'],
  ['b', '**'],
  ['em', '*'],
  ['i', '*'],
  ['del', '~~'],
  ['s', '~~'],
]);
const CODE = new Set(['code', 'tt', 'kbd', 'samp']);
/** Elements without visible meaning in text. */
const SILENT = new Set(['span', 'font', 'u', 'small', 'nobr', 'wbr', 'img']);
const ITEMS = new Set(['li']);
const HEADINGS = /^h[1-6]$/;
/** Inside these elements Markdown is not parsed, so the text is unchanged. */
const ISLANDS = /<(?:table|pre|details|svg|math)\b/i;
const MOST_OPEN = 32;

interface Open {
  readonly tag: string;
  readonly attributes: string;
  text: string;
}

/** Linear in the length of the text. Unbalanced tags do not affect other text. */
export function markdownOfHtml(text: string): string {
  if (!text.includes('<') || !/<\/?[a-z]/i.test(text) || ISLANDS.test(text)) return text;
  const open: Open[] = [{ tag: '', attributes: '', text: '' }];
  const say = (more: string): void => {
    const last = open.at(-1);
    if (last) last.text += more;
  };
  let changed = false;
  for (const piece of text.split(PIECES)) {
    const found = TAG.exec(piece);
    const tag = found?.[2]?.toLowerCase() ?? '';
    if (!found || !isKnown(tag)) {
      say(piece);
      continue;
    }
    changed = true;
    const closes = found[1] === '/';
    if (tag === 'br') say('\n\n');
    else if (BLOCKS.has(tag)) say('\n\n');
    else if (SILENT.has(tag)) continue;
    else if (!closes && open.length < MOST_OPEN) open.push({ tag, attributes: found[3] ?? '', text: '' });
    else if (closes && open.some((item) => item.tag === tag)) {
      for (let item = open.pop(); item; item = open.pop()) {
        say(shown(item));
        if (item.tag === tag) break;
      }
    }
  }
  if (!changed) return text;
  for (let item = open.pop(); item; item = open.pop()) {
    if (open.length === 0) return tidy(item.text);
    say(item.text);
  }
  return text;
}

const isKnown = (tag: string): boolean =>
  tag === 'br' ||
  tag === 'a' ||
  BLOCKS.has(tag) ||
  SIGNS.has(tag) ||
  CODE.has(tag) ||
  SILENT.has(tag) ||
  ITEMS.has(tag) ||
  HEADINGS.test(tag);

function shown({ tag, attributes, text }: Open): string {
  const inner = text.trim();
  if (ITEMS.has(tag))
    return inner === ''
      ? ''
      : `\n- ${lines(inner)
          .filter((line) => line !== '')
          .join('\n  ')}`;
  if (inner === '') return text;
  // Markers are adjacent to their words.
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  const sign = SIGNS.get(tag);
  if (sign !== undefined) return /\n\s*\n/.test(inner) ? text : `${before}${sign}${inner}${sign}${after}`;
  if (CODE.has(tag)) return /[`\n]/.test(inner) ? text : `${before}\`${decoded(inner)}\`${after}`;
  if (HEADINGS.test(tag)) return `\n\n**${inner.replace(/\s+/g, ' ')}**\n\n`;
  const target = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  const href = target?.[1] ?? target?.[2] ?? target?.[3] ?? '';
  return /^(?:https?:\/\/|mailto:)[^\s()<>]+$/.test(href) && !/[[\]\n]/.test(inner)
    ? `${before}[${inner}](${href})${after}`
    : text;
}

/** Markdown decodes nothing in code. */
const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** Removes spaces around tags that would start a code block or break a line. Fenced code is unchanged. */
function tidy(text: string): string {
  let fenced = false;
  const kept = text.split('\n').map((line) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) fenced = !fenced;
    return fenced || isFence || /^\s*[-*+] |^\s*\d+[.)] |^\s{4}/.test(line) ? line.trimEnd() : line.trim();
  });
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(- [^\n]*)\n\n(?=- )/gm, '$1\n')
    .trim();
}
