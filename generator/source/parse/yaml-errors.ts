import { type Document, visit } from 'yaml';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Position } from './lines.ts';

interface FaultyText {
  readonly document: string;
  readonly text: string;
  readonly position: (offset: number) => Position;
}

/**
 * A single message for a text that is not YAML: a fault often causes dozens of further errors, and
 * the first in the text is the cause.
 */
export function explainYaml(
  faulty: FaultyText,
  tree: Pick<Document, 'errors'> & Parameters<typeof visit>[0],
): Diagnostic {
  const first = tree.errors.reduce((a, b) => (b.pos[0] < a.pos[0] ? b : a));
  const [offset] = first.pos;
  const codes = new Set(tree.errors.map((error) => error.code));
  if (codes.has('RESOURCE_EXHAUSTION'))
    return diagnostic('nested-too-deep', { limit: 'the parser’s' }, at(faulty, 0));
  if (first.code === 'MULTIPLE_DOCS') return diagnostic('several-documents', {}, at(faulty, offset));
  const quote = first.code === 'MISSING_CHAR' ? openQuote(tree, offset) : undefined;
  if (quote !== undefined) {
    const next = nextText(faulty.text, offset);
    const reason = `the quoted text that begins on line ${faulty.position(quote).line} must stay indented until its closing quote`;
    return diagnostic('yaml-syntax', { reason }, at(faulty, next));
  }
  return diagnostic(
    'yaml-syntax',
    { reason: REASONS.get(first.code) ?? 'something is wrong here' },
    at(faulty, offset),
  );
}

/** Start of the quoted scalar that the parser had to end at `offset` because its closing quote is missing. */
function openQuote(tree: Parameters<typeof visit>[0], offset: number): number | undefined {
  let found: number | undefined;
  visit(tree, {
    Scalar: (_, node) => {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (isQuoted && node.range && node.range[0] < offset && node.range[1] >= offset) found = node.range[0];
    },
  });
  return found;
}

const nextText = (text: string, offset: number): number =>
  offset + (/^\s*/.exec(text.slice(offset, offset + 10_000))?.[0].length ?? 0);

const at = (
  { document, position }: FaultyText,
  offset: number,
): { position: Position & { document: string } } => ({ position: { document, ...position(offset) } });

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
