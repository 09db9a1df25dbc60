import type { Severity } from './diagnostic.ts';

interface Entry {
  readonly severity: Severity;
  /** One sentence; `{name}` is filled from the diagnostic's parameters. */
  readonly message: string;
  /** What to do, as an action. */
  readonly help: string;
  /** Why this is said and what the generator does instead; the text of the code's documentation page. */
  readonly explanation: string;
}

const entries = {
  // source
  'file-not-found': {
    severity: 'error',
    message: 'There is no file {file}.',
    help: 'Check the path, or pass it with {flag}.',
    explanation: 'The named file could not be opened. Nothing was written.',
  },
  'file-not-read': {
    severity: 'error',
    message: '{file} could not be read: {reason}.',
    help: 'Check that it is a file you may read, or that the URL answers, then run again.',
    explanation: 'The file or URL is there but gave no content: no permission, a folder, a status other than 2xx, no answer in time, or too large. Nothing was written.',
  },
  'document-empty': {
    severity: 'error',
    message: '{file} is empty.',
    help: 'Pass a file that holds a document.',
    explanation: 'The text holds nothing but white space.',
  },
  'yaml-syntax': {
    severity: 'error',
    message: 'This is not YAML: {reason}.',
    help: 'Repair the text here. A long text in quotes must stay indented on all its lines; other faults are mostly missing quotes.',
    explanation: 'The text breaks the rules of YAML 1.2. Only the first fault is shown, because one fault makes many follow-up errors. Some other parsers are laxer, above all with quoted texts that go on at the left margin; the rule (YAML 1.2.2 section 6.1) wants them indented.',
  },
  'json-syntax': {
    severity: 'error',
    message: 'This is not JSON: {reason}.',
    help: 'Repair the text here.',
    explanation: 'The text breaks the rules of JSON (RFC 8259). Only the first fault is shown.',
  },
  'several-documents': {
    severity: 'error',
    message: 'The file holds several YAML documents.',
    help: 'Keep one document per file: remove the `---` lines between them, or split the file.',
    explanation: 'A file is one document. Taking the first and dropping the others would lose content without a word.',
  },
  'duplicate-key': {
    severity: 'error',
    message: 'The key "{key}" is already there on line {line}.',
    help: 'Remove or rename one of the two; parsers disagree on which one counts.',
    explanation: 'Two equal keys in one object: YAML forbids it, JSON leaves the result open. One of the two values would be lost without a word.',
  },
  'key-not-text': {
    severity: 'warning',
    message: 'A list or an object cannot be a key, so the entry is left out.',
    help: 'Write the key as text, in quotes when it begins with `[`, `{` or `?`.',
    explanation: 'YAML allows any value as a key; JSON, and with it OpenAPI, allows text only.',
  },
  'alias-unknown': {
    severity: 'error',
    message: 'The alias *{name} has no anchor &{name} above it.',
    help: 'Add the anchor, or put the text in quotes if no alias is meant.',
    explanation: 'A YAML alias repeats the value that an anchor named earlier in the text.',
  },
  'alias-cycle': {
    severity: 'error',
    message: 'The alias *{name} stands inside the value that it repeats.',
    help: 'Use a `$ref` for a type that contains itself.',
    explanation: 'The value would be infinite. OpenAPI expresses recursion with `$ref`.',
  },
  'alias-growth': {
    severity: 'error',
    message: 'The aliases would make {values} values of this document.',
    help: 'Use `$ref` in place of nested aliases.',
    explanation: 'Aliases that repeat aliases grow exponentially, which is a known attack on YAML readers. Documents of up to a million values, or twenty times the written ones, pass.',
  },
  'nested-too-deep': {
    severity: 'error',
    message: 'The document is nested deeper than the limit ({limit} levels).',
    help: 'Move inner parts to `components` and refer to them with `$ref`.',
    explanation: 'Real documents have fewer than 60 levels. The limit keeps every stage safe from running out of stack.',
  },
  'number-not-finite': {
    severity: 'warning',
    message: 'This number is not finite, so it is read as null.',
    help: 'Write a number that fits in 64-bit floating point, or remove it.',
    explanation: 'YAML has `.inf` and `.nan`, and JSON can spell numbers such as 1e400, but no JSON value can hold them.',
  },
  'number-inexact': {
    severity: 'note',
    message: 'The integer {number} lies outside the range in which every integer is exact (±2^53).',
    help: 'Write it as text if all digits matter.',
    explanation: 'JavaScript numbers, and most JSON parsers, round integers beyond 2^53. A limit or default of that size is only approximate.',
  },
  // plan
  'type-name-taken': {
    severity: 'warning',
    message: 'Two types of one file would be called {name}; one of them became {renamed}.',
    help: 'Name one of them in `models` of the config, or with `x-stainless-naming` or `title` in the document.',
    explanation: 'A file declares each type name once. The later of two equal names got a suffix so that the SDK compiles; a name of your own reads better.',
  },
  'name-taken': {
    severity: 'warning',
    message: 'The name {name} is taken or reserved here, so {key} became {renamed}.',
    help: 'Give it another name in the `resources` tree of the config, or with `x-stainless-naming` in the document.',
    explanation: 'Two members of one class, or a member and a name that the class itself needs, would have the same name. The later one gets an underscore so that the SDK compiles; a name of your own reads better.',
  },
} satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof entries;
export const catalogue: Readonly<Record<DiagnosticCode, Entry>> = entries;
