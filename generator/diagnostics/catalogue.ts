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
  'ref-not-found': {
    severity: 'error',
    message: 'The reference {ref} leads to nothing.',
    help: 'Correct the reference, or add what it names.',
    explanation: 'The document or the part of it that a `$ref` names does not exist. Tokens of a pointer are tried as written, then with `~1`, `~0` and percent escapes decoded.',
  },
  'ref-file-not-found': {
    severity: 'error',
    message: 'There is no file {file}, which is referred to here.',
    help: 'Correct the path; it is relative to the file that holds the reference.',
    explanation: 'References to files are relative to the document in which they stand, not to the working folder (RFC 3986 section 5).',
  },
  'ref-remote': {
    severity: 'error',
    message: 'The reference leads to the network: {url}.',
    help: 'Pass --allow-remote to fetch it, or keep a copy in a file beside the document.',
    explanation: 'A document from somebody else could otherwise make this tool fetch any address. With the flag, http and https are fetched within limits of time and size.',
  },
  'ref-ring': {
    severity: 'error',
    message: 'The reference {ref} goes round in a ring.',
    help: 'Break the ring: one of the references must lead to a value.',
    explanation: 'A reference whose way leads only through further references, back to itself, names nothing.',
  },
  'ref-into-schema': {
    severity: 'warning',
    message: 'The reference {ref} is read as relative to the schema around it.',
    help: 'Move the definition to `components/schemas` and refer to it there.',
    explanation: 'A fragment counts from the root of the document (RFC 6901). Tools that put a JSON Schema with its own `$defs` into an OpenAPI document often forget to rewrite the references; the nearest schema around with such a definition is taken.',
  },
  'ref-into-entry': {
    severity: 'warning',
    message: 'The reference {ref} is not in this file, so it is read as {file}{ref}.',
    help: 'Write the file name before the `#`.',
    explanation: 'A fragment without a file name means the same file. Parts of a split document sometimes refer to the main document as though they stood in it.',
  },
  'ref-is-a-name': {
    severity: 'warning',
    message: 'The reference {ref} is a bare name and is read as {pointer}.',
    help: 'Write the reference in full: {pointer}.',
    explanation: 'A reference without `#` means a file. There is no such file, but a schema of that name.',
  },
  'too-many-documents': {
    severity: 'error',
    message: 'The references lead to more than {limit} documents.',
    help: 'Bundle the parts into fewer files.',
    explanation: 'A limit that keeps a hostile document from making this tool read without end.',
  },
  // openapi
  'not-openapi': {
    severity: 'error',
    message: '{file} is not an OpenAPI document.',
    help: 'Pass a document with `openapi: 3.x` or `swagger: "2.0"` at its top.',
    explanation: 'The text was read, but its top level has neither `openapi` nor `swagger`, nor anything else by which an OpenAPI document can be recognised.',
  },
  'version-missing': {
    severity: 'warning',
    message: 'The document does not say which version of OpenAPI it follows; it is read as {version}.',
    help: 'Add `openapi: {version}` at the top.',
    explanation: 'Every OpenAPI document must name its version. This one has paths or components, so it is read all the same.',
  },
  'version-unknown': {
    severity: 'warning',
    message: 'The version "{version}" is not known; the document is read as {known}.',
    help: 'Use one of 2.0, 3.0, 3.1 or 3.2.',
    explanation: 'OpenAPI exists as 2.0 (Swagger), 3.0.x, 3.1.x and 3.2.x. A later 3.x is read as 3.2.',
  },
  'version-unsupported': {
    severity: 'error',
    message: 'The version "{version}" cannot be read.',
    help: 'Convert the document to OpenAPI 3.1 first.',
    explanation: 'Versions below 2.0 describe an API over several files in another shape; AsyncAPI and later major versions are other formats.',
  },
  'nullable-in-3-1': {
    severity: 'note',
    message: 'The keyword `nullable` does not exist in OpenAPI {version}; it is read as "or null".',
    help: 'Write the type as a list with "null" in it.',
    explanation: 'OpenAPI 3.1 took over JSON Schema, in which null is a type. The meaning of a left-over `nullable: true` is clear, so it counts.',
  },
  'collection-format-unknown': {
    severity: 'warning',
    message: 'The collection format "{format}" is not known; values are separated by commas.',
    help: 'Use csv, ssv, tsv, pipes or multi.',
    explanation: 'OpenAPI 2.0 names five ways to write a list into a parameter. `tsv` has no counterpart in later versions and is written with commas as well.',
  },
  'body-and-form': {
    severity: 'warning',
    message: 'The operation has both a body parameter and form parameters; the form parameters are left out.',
    help: 'Keep one of the two kinds.',
    explanation: 'A request has one body (OpenAPI 2.0, Parameter Object). Which of two the server means cannot be told.',
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
