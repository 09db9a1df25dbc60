import type { YAMLParseError } from 'yaml';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Position } from './lines.ts';

/** One message for a text that is not YAML: a fault often makes dozens of follow-up errors, and the first in the text is the cause. */
export function explainYaml(document: string, text: string, errors: readonly YAMLParseError[], position: (offset: number) => Position): Diagnostic {
  const first = errors.reduce((a, b) => (b.pos[0] < a.pos[0] ? b : a));
  const several = errors.find((error) => error.code === 'MULTIPLE_DOCS');
  if (several !== undefined && errors.length === 1) return diagnostic('several-documents', {}, { position: { document, ...position(several.pos[0]) } });
  if (errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) return diagnostic('nested-too-deep', { limit: 'the parser’s' }, at(document, position, first.pos[0]));
  const quote = openQuote(text, first.pos[0]);
  if (first.code === 'BAD_INDENT' && quote !== undefined) {
    return diagnostic('yaml-syntax', { reason: `the quoted text that begins on line ${position(quote).line} goes on at the margin` }, at(document, position, first.pos[0]));
  }
  return diagnostic('yaml-syntax', { reason: REASONS.get(first.code) ?? 'something is wrong here' }, at(document, position, first.pos[0]));
}

const at = (document: string, position: (offset: number) => Position, offset: number) => ({ position: { document, ...position(offset) } });

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ALIAS_PROPS', 'an alias cannot have an anchor or a tag'],
  ['BAD_ALIAS', 'this alias is not well formed'],
  ['BAD_COLLECTION_TYPE', 'the tag does not fit the value'],
  ['BAD_DIRECTIVE', 'this directive is not known'],
  ['BAD_DQ_ESCAPE', 'this escape sequence does not exist in double quotes'],
  ['BAD_INDENT', 'the indentation does not fit the lines above'],
  ['BAD_PROP_ORDER', 'an anchor or tag stands in the wrong place'],
  ['BAD_SCALAR_START', 'a value cannot begin with this character; put it in quotes'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a second `: ` stands on this line; put the value in quotes'],
  ['BLOCK_IN_FLOW', 'a block value stands inside brackets or braces'],
  ['DUPLICATE_KEY', 'this key is already there'],
  ['IMPOSSIBLE', 'something is wrong here'],
  ['KEY_OVER_1024_CHARS', 'this key is longer than 1024 characters'],
  ['MISSING_CHAR', 'a closing quote, bracket, comma or `: ` is missing before this place'],
  ['MULTILINE_IMPLICIT_KEY', 'a key must be on one line; a `:` or a closing quote may be missing'],
  ['MULTIPLE_ANCHORS', 'a value can have one anchor'],
  ['MULTIPLE_TAGS', 'a value can have one tag'],
  ['NON_STRING_KEY', 'a key must be text'],
  ['TAB_AS_INDENT', 'a tab stands where YAML wants spaces'],
  ['TAG_RESOLVE_FAILED', 'the value does not fit its tag'],
  ['UNEXPECTED_TOKEN', 'this does not belong here'],
]);

/** The quote that opens on the line before and is not closed there. */
function openQuote(text: string, offset: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1));
  const before = text.lastIndexOf('\n', Math.max(0, lineStart - 1));
  const line = text.slice(before + 1, Math.max(lineStart, 0));
  const match = /(?:^|[\s:[{,-])(["'])(?:(?!\1).)*$/.exec(line);
  return match === null ? undefined : before + 1 + match.index;
}
