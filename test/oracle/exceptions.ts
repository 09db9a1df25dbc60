/** Where our type and the peer's differ on purpose. Each says by what it is recognised and why ours is as it is. */
import type { Comparison } from './compare.ts';

export interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly covers: (one: Comparison) => boolean;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    name: 'binary',
    reason: 'Bytes that a caller sends may come as a file, a blob, a response or a stream; the peer knows only how the text of a document calls them, a string.',
    covers: (one) => /\b(Uploadable|RawBody|ReadStreamLike)\b/.test(one.ours),
  },
  {
    name: 'definitions-as-property',
    reason: 'The peer declares `$defs` as a property of the values; it is a place for further schemas (JSON Schema 2020-12, section 8.2.4).',
    covers: (one) => one.theirs.includes('$defs: {'),
  },
  {
    name: 'open-enum',
    reason: 'An enum that announces further values (`x-extensible-enum` and its kin) accepts them; the peer does not read the hint.',
    covers: (one) => one.verdict === 'ours-wider' && one.ours.includes('(string & {})'),
  },
  {
    name: 'members-and-index',
    reason: 'The peer writes named properties beside `additionalProperties` as an intersection that no value satisfies; ours widens the index signature so that values can be written.',
    covers: (one) => one.verdict === 'ours-wider' && /& \{ \[key: string\]: /.test(one.theirs),
  },
  {
    name: 'null-beside-reference',
    reason: '`nullable: true` beside a `$ref` in OpenAPI 3.0 means null to those who write it; the peer ignores what stands beside a `$ref`.',
    covers: (one) => one.onlyNull && /\| null\b/.test(one.ours) && !/\| null( \| undefined)?$/.test(one.theirs),
  },
  {
    name: 'open-tuple',
    reason: '`prefixItems` without `items: false` allows further items (JSON Schema 2020-12, section 10.3.1.2); the peer closes the tuple.',
    covers: (one) => one.place.endsWith('.length') && one.ours === 'number',
  },
  {
    name: 'peer-unknown',
    reason: 'The peer gives up on the schema (`unknown`), ours reads it.',
    covers: (one) => /^unknown( \| undefined)?$/.test(one.theirs) || one.theirs === 'unknown[]',
  },
];

export const exceptionFor = (one: Comparison): Exception | undefined => (one.verdict === 'same' ? undefined : EXCEPTIONS.find((exception) => exception.covers(one)));
