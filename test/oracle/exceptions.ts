/**
 * Where our type and the peer's differ on purpose. Each says by what it is recognised and why ours is as it
 * is.
 */
import type { Comparison } from './compare.ts';
import type { Difference } from './differences.ts';

export interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly covers: (one: Difference, pair: string) => boolean;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    name: 'binary',
    reason:
      'Bytes that a caller sends may come as a file, a blob, a response or a stream; the peer knows only how the text of a document calls them, a string.',
    covers: (one) =>
      /^(string)?$/.test(one.theirs) && /\b(Uploadable|RawBody|ReadStreamLike)\b/.test(one.ours),
  },
  {
    name: 'definitions-as-property',
    reason:
      'The peer declares `$defs` as a property of the values; it is a place for further schemas (JSON Schema 2020-12, section 8.2.4).',
    covers: (one) => one.place.endsWith('.$defs!'),
  },
  {
    name: 'open-enum',
    reason:
      'An enum that announces further values (`x-extensible-enum` and its kin) accepts them; the peer does not read the hint.',
    covers: (one) =>
      one.verdict === 'ours-wider' &&
      /(?:string|number) & \{\}/.test(one.ours) &&
      /^(?:"[^"]*"|[\d.-]+| \| )*$/.test(one.theirs),
  },
  {
    name: 'members-and-index',
    reason:
      'The peer writes named properties beside `additionalProperties` as an intersection that no value satisfies; ours widens the index signature so that values can be written.',
    covers: (one) => one.verdict === 'ours-wider' && /\[other\]\|?$/.test(one.place),
  },
  {
    name: 'null-beside-reference',
    reason:
      '`nullable: true` beside a `$ref` in OpenAPI 3.0 means null to those who write it; the peer ignores what stands beside a `$ref`.',
    covers: (one) => one.ours === 'null' && one.theirs === '',
  },
  {
    name: 'read-only',
    reason:
      'What only the server sets is no argument; the peer marks it `readonly` and asks for it all the same.',
    covers: (one, pair) => / body/.test(pair) && one.ours === '' && one.theirs.startsWith('readonly '),
  },
  {
    name: 'redeclared',
    reason:
      'A property that a schema declares again is as the later declaration says, where the peer asks for both at once.',
    covers: (one) => /[^?]&$/.test(one.place),
  },
  {
    name: 'required-by-part',
    reason:
      '`required` in one part of an `allOf` counts for a property of another; the peer looks for it no further than one reference away.',
    covers: (one) => one.place.endsWith('?&') && one.verdict === 'theirs-wider',
  },
  {
    name: 'text-body',
    reason:
      'A body of a media type that is no JSON and no form is sent as it is given, whatever the schema says of its contents.',
    covers: (one, pair) => / body \(/.test(pair) && /^(string|RawBody)/.test(one.ours),
  },
  {
    name: 'tag',
    reason:
      "A schema that extends one with a discriminator carries the values of the tag that mean it. Compared with the peer's own reading of the discriminator: it has to say the same there.",
    covers: (one) => one.isTag === true,
  },
  {
    name: 'stream',
    reason: 'The overloads of a method that can stream are told apart by `true` and `false`.',
    covers: (one, pair) => pair.endsWith(' body stream') && one.ours === '' && one.theirs === 'null',
  },
  {
    name: 'parameter-content',
    reason:
      'A parameter with `content`, or behind a second reference, is what its schema says; the peer takes it for the text on the wire.',
    covers: (one, pair) =>
      / (?:path|query|header|cookie) /.test(pair) &&
      one.theirs === 'string' &&
      !/[|"]/.test(one.ours) &&
      one.verdict === 'different',
  },
  {
    name: 'enum-as-typed',
    reason:
      'Values of an enum that YAML took for booleans or numbers are what `type` says they are; an enum with objects in it, which a diagnostic names, is as its `type` says.',
    covers: (one) =>
      (/^"/.test(one.ours) && sortedWords(one.ours.replaceAll('"', '')) === sortedWords(one.theirs)) ||
      (one.ours === 'string' && /^"[^{]*\{/.test(one.theirs)),
  },
  {
    name: 'undeclared-parameter',
    reason: 'A name in the braces of a path is a parameter even where the document does not declare one.',
    covers: (one, pair) => / path /.test(pair) && one.ours === 'string' && one.theirs === 'never',
  },
  {
    name: 'contradiction',
    reason:
      'Where no value satisfies all that a schema asks for, ours keeps the later word and a diagnostic says so.',
    covers: (one) => one.theirs === 'never' && one.ours !== '',
  },
  {
    name: 'open-tuple',
    reason:
      '`prefixItems` without `items: false` allows further items (JSON Schema 2020-12, section 10.3.1.2); the peer closes the tuple.',
    covers: (one) => one.verdict === 'ours-wider' && one.ours.startsWith('[') && one.ours.includes(', ...'),
  },
  {
    name: 'response-as-schema',
    reason:
      'A schema that refers to a response means the schema of its body; the peer takes the Response Object itself for a type.',
    covers: (one) => /^(?:Lacking<)?\{ headers: \{ \[name: string\]: unknown; \}/.test(one.theirs),
  },
  {
    name: 'peer-unknown',
    reason: 'The peer gives up on the schema (`unknown`), ours reads it.',
    covers: (one) => /^unknown( \| undefined)?$/.test(one.theirs) || one.theirs === 'unknown[]',
  },
];

export const exceptionFor = (one: Difference, pair: string): Exception | undefined =>
  EXCEPTIONS.find((exception) => exception.covers(one, pair));

const sortedWords = (union: string): string => union.split(' | ').sort().join(' ');

/** Differences without a reason; a pair that differs at no place that could be found has none either. */
export const unexplained = ({ name, verdict, differences }: Comparison): readonly Difference[] =>
  verdict === 'same' || verdict === 'not-comparable'
    ? []
    : differences.length === 0
      ? [{ place: '', verdict, ours: '', theirs: '' }]
      : differences.filter((one) => exceptionFor(one, name) === undefined);
