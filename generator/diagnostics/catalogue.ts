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
  // diff
  'exceptions-invalid': {
    severity: 'error',
    message: 'The exceptions file cannot be used: {problem}.',
    help: 'Give each entry under `accept` a `reason` and either a `fingerprint` or a `rule`, and each rule under `severities` one of none, patch, minor, major, off.',
    explanation: 'Accepted changes and rule weights must be beyond doubt, because they silence findings. An entry that cannot be read is therefore an error and not skipped.',
  },
  'revision-not-found': {
    severity: 'error',
    message: 'Git has no {revision}: {reason}',
    help: 'Write a file, a URL, or REVISION:PATH with a path from the root of the repository, and fetch the revision first (in CI: `fetch-depth: 0`).',
    explanation: 'The side to compare was read as a git revision (`main:specs/openapi.yml`), and `git show` could not print it. Shallow clones lack older revisions.',
  },
  'not-a-repository': {
    severity: 'error',
    message: '{revision} names a git revision, but {folder} is in no git repository.',
    help: 'Run the command inside the repository, or name two files.',
    explanation: 'Revisions of a document are read with git. Outside of a repository only files and URLs can be compared.',
  },

  // ir: operations, names, pagination, security
  'operation-ignored': {
    severity: 'note',
    message: '{operation} is left out, as {keyword} asks.',
    help: 'Remove {keyword} if the SDK should have it.',
    explanation: 'A vendor extension of the document asks generators to skip this operation. A config that names the operation wins over it.',
  },
  'parameter-invalid': {
    severity: 'warning',
    message: 'This parameter cannot be used: {reason}.',
    help: 'Give it a name and one of the locations path, query, header and cookie.',
    explanation: 'A parameter needs a name and a location (OpenAPI 3.1 section 4.8.12). The parameter is left out.',
  },
  'parameter-duplicate': {
    severity: 'warning',
    message: 'The {location} parameter {name} is declared twice in one list.',
    help: 'Remove one of the two.',
    explanation: 'A list must not have two parameters of one name and location (OpenAPI 3.1 section 4.8.10). The first one counts.',
  },
  'parameter-reserved-header': {
    severity: 'note',
    message: 'The header parameter {name} is ignored.',
    help: 'Describe it by the body\'s media type, the responses or a security scheme instead.',
    explanation: 'Accept, Content-Type and Authorization are not parameters (OpenAPI 3.1 section 4.8.12.1): the client sends them by itself.',
  },
  'parameter-is-credential': {
    severity: 'note',
    message: 'The {location} parameter {name} is sent by the client, as a security scheme says.',
    help: 'Nothing needs to be done; remove the parameter from the document to silence this.',
    explanation: 'An API key that is declared as a security scheme and as a parameter of operations is an option of the client, not an argument of each method.',
  },
  'parameter-style': {
    severity: 'warning',
    message: 'The style {style} cannot be used for a {location} parameter.',
    help: 'Use one of the styles that OpenAPI allows in that place.',
    explanation: 'Each location has its own styles (OpenAPI 3.1 section 4.8.12.3). The location\'s default style is used.',
  },
  'parameter-misplaced': {
    severity: 'warning',
    message: 'The path has {name} in it, but the parameter says that it is in the {location}.',
    help: 'Write `in: path` and `required: true`.',
    explanation: 'A name in braces is always part of the path. The parameter is treated as a path parameter.',
  },
  'parameter-unused': {
    severity: 'warning',
    message: 'The path parameter {name} does not occur in {path}.',
    help: 'Add it to the path in braces, or remove the parameter.',
    explanation: 'A path parameter without a place in the path cannot be sent. It is left out, or takes the place of the template\'s parameter that differs only in case.',
  },
  'parameter-undeclared': {
    severity: 'warning',
    message: 'The path {path} has {name} in it, but no parameter of that name is declared.',
    help: 'Declare it with `in: path`, `required: true` and a schema.',
    explanation: 'Every name in braces needs a parameter. The method takes a string for it.',
  },
  'media-type-invalid': {
    severity: 'warning',
    message: '{mediaType} is no media type.',
    help: 'Write a media type such as application/json.',
    explanation: 'The keys under `content` are media types or ranges of them. The content is read as JSON.',
  },
  'media-type-alternatives': {
    severity: 'note',
    message: 'The {what} can also be {others}; the SDK uses {chosen}.',
    help: 'Nothing needs to be done; list the preferred media type alone to silence this.',
    explanation: 'A method sends one media type. JSON is preferred, then multipart, form, binary, text and XML.',
  },
  'xml-only': {
    severity: 'warning',
    message: 'The {what} is only offered as {mediaType}.',
    help: 'Offer JSON as well; else pass and read the XML text yourself.',
    explanation: 'The SDK does not write or parse XML. The text is passed through as it is.',
  },
  'body-on-get': {
    severity: 'warning',
    message: 'A {verb} request with a body cannot be sent by every client.',
    help: 'Move the properties to query parameters, or use another method.',
    explanation: '`fetch` refuses a body for GET and HEAD (RFC 9110 section 9.3.1 gives it no meaning).',
  },
  'status-invalid': {
    severity: 'warning',
    message: '{status} is no status code.',
    help: 'Use a number from 100 to 599, a range such as 4XX, or default.',
    explanation: 'The keys of `responses` are statuses (OpenAPI 3.1 section 4.8.16). The response is left out.',
  },
  'success-alternatives': {
    severity: 'note',
    message: 'The result is taken from {chosen}; {others} also has a body.',
    help: 'Nothing needs to be done if the bodies are alike.',
    explanation: 'A method has one result type. It is that of the lowest 2xx status with a body.',
  },
  'links-ignored': {
    severity: 'note',
    message: '`links` have no effect.',
    help: 'Nothing needs to be done.',
    explanation: 'Links describe how responses lead to other operations (OpenAPI 3.1 section 4.8.20). The SDK has nothing that they would change.',
  },
  'server-relative': {
    severity: 'warning',
    message: 'The server URL {url} is relative.',
    help: 'Write an absolute URL, or name environments in the config.',
    explanation: 'An SDK does not know where the document came from, so users must give the base URL themselves.',
  },
  'server-variable-undeclared': {
    severity: 'warning',
    message: 'The server URL {url} has {name} in it, but no variable of that name is declared.',
    help: 'Declare it under `variables` with a default.',
    explanation: 'Without a default the user has to give a value for the variable.',
  },
  'security-scheme-unknown': {
    severity: 'warning',
    message: 'The security scheme {name} is of a type that is not known: {type}.',
    help: 'Use apiKey, http, oauth2, openIdConnect or mutualTLS.',
    explanation: 'Credentials of an unknown scheme cannot be sent. The scheme has no client option.',
  },
  'security-scheme-undefined': {
    severity: 'warning',
    message: 'There is no security scheme {name}.',
    help: 'Add it under components.securitySchemes, or correct the name.',
    explanation: 'A requirement names schemes of the document. The alternative with the unknown name is left out.',
  },
  'stream-undecided': {
    severity: 'warning',
    message: 'The response is JSON or {mediaType}, and nothing in the request tells which.',
    help: 'Add a boolean property `stream` to the request, or name one by `streaming.param_discriminator` in the config.',
    explanation: 'One method gives either a stream or a plain result. Without a property that chooses, the method gives the JSON.',
  },
  'stream-discriminator-missing': {
    severity: 'warning',
    message: 'The request has no boolean property {property} that could ask for a stream.',
    help: 'Correct `streaming.param_discriminator`.',
    explanation: 'The property that chooses between stream and plain result must be in the body or the query and accept true and false.',
  },
  'method-name-collision': {
    severity: 'warning',
    message: '{operation} would be {call}, which is {other} already; it is called {renamed}.',
    help: 'Name it in the config\'s `resources`, or by `x-fern-sdk-method-name` or `x-speakeasy-name-override` in the document.',
    explanation: 'Names made from paths can coincide. The method that a stronger rule named, or whose path is longer, keeps the name; the other one gets a word of its own path or operationId.',
  },
  'config-operation-unknown': {
    severity: 'error',
    message: 'The document has no operation {operation}, which {method} refers to.',
    help: 'Correct the entry; the nearest operation is {nearest}.',
    explanation: 'A method of the config names an operation of the document by verb and path.',
  },
  'operations-unconfigured': {
    severity: 'warning',
    message: '{count} operations are not in the config\'s resources and are left out: {operations}.',
    help: 'Add them to `resources`, or set `unspecified_endpoints: generate` to have them named by default, or list them under `unspecified_endpoints` to silence this.',
    explanation: 'A config with a resource tree decides what the SDK offers.',
  },
  'pagination-scheme-unknown': {
    severity: 'error',
    message: 'There is no pagination scheme {scheme}.',
    help: 'Use one of {known}, or declare it under `pagination`.',
    explanation: '`paginated` of a method is true, false or the name of a scheme.',
  },
  'pagination-mismatch': {
    severity: 'warning',
    message: '{operation} is not paginated by {scheme}: {reason}.',
    help: 'Correct the scheme or the document, or set `paginated: false`.',
    explanation: 'A scheme is checked against the request and the response, so that a page always has items and a way to the next one. The method returns the plain result.',
  },
  'pagination-scheme-unused': {
    severity: 'warning',
    message: 'The pagination scheme {scheme} fits no method.',
    help: 'Compare its request and response with those of the methods that it is meant for, or remove it.',
    explanation: 'A scheme applies to methods whose parameters and result have everything that it declares.',
  },
  'pagination-not-found': {
    severity: 'warning',
    message: '{operation} is meant to be paginated, but its parameters and result do not tell how.',
    help: 'Declare a scheme under `pagination` in the config.',
    explanation: 'A sample or the config says that the method pages. No scheme fits, and none could be derived from names and types.',
  },
  'unwrap-missing': {
    severity: 'warning',
    message: 'The result of {operation} has no property {field} to unwrap.',
    help: 'Correct `unwrap_response`.',
    explanation: 'The method returns the whole result.',
  },
  'positional-unknown': {
    severity: 'error',
    message: '{operation} has no path parameter {name}.',
    help: 'Use the path parameters {known}.',
    explanation: '`positional_params` of a method names parameters of its path.',
  },
  'config-model-unknown': {
    severity: 'error',
    message: 'The document has no schema {target}, which the model {model} refers to.',
    help: 'Correct the entry; the nearest schema is {nearest}.',
    explanation: 'A model of the config names a schema of the document by its name or pointer.',
  },
  'config-model-inline': {
    severity: 'warning',
    message: 'The model {model} refers to {target}, which has no name of its own in the document.',
    help: 'Move the schema to components.schemas and refer to it from there.',
    explanation: 'Only components, `$defs` and schemas with an `id` can become named types. The type stays where it is used.',
  },
  'config-model-twice': {
    severity: 'warning',
    message: 'The model {model} is the same schema as {other}.',
    help: 'Keep one of the two names.',
    explanation: 'A schema has one name. The first one counts.',
  },
} satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof entries;
export const catalogue: Readonly<Record<DiagnosticCode, Entry>> = entries;
