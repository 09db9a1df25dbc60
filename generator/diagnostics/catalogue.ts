export type Severity = 'error' | 'warning' | 'note';

interface CatalogueEntry {
  readonly severity: Severity;
  /** For an error: only this entry is left out; everything else is generated. */
  readonly leavesOut?: true;
  /** The fault is reported only once, at its first location. */
  readonly once?: true;
  /** For a warning: it is about something beside the SDK, so `--strict` does not take it for an error. */
  readonly besides?: true;
  /** One sentence; `{name}` is replaced by a parameter of the diagnostic. */
  readonly message: string;
  /** What to do, as an action. */
  readonly help: string;
  /**
   * Reason for the report, and what the generator does instead: the text of the code's documentation page.
   */
  readonly explanation: string;
}

const entries = {
  // source
  'file-not-found': {
    severity: 'error',
    message: 'File not found: {file}.',
    help: 'Check the path, or pass it with {flag}.',
    explanation: 'The named file could not be opened. Nothing was written.',
  },
  'file-is-folder': {
    severity: 'error',
    message: '{file} is a folder, not a file.',
    help: 'Name the file itself, such as {example}.',
    explanation: 'A document or a config is one file. Nothing was written.',
  },
  'file-not-read': {
    severity: 'error',
    message: '{file} could not be read: {reason}.',
    help: 'Check that it is a file you may read, or that the URL answers, then run again.',
    explanation:
      'The file or URL is there but gave no content: no permission, a folder, a status other than 2xx, no answer in time, or too large. Nothing was written.',
  },
  'file-outside': {
    severity: 'error',
    message: '{file} is outside {folder}, so it is not read.',
    help: 'Move the file into the project, or pass --allow outside if you trust who wrote the document and the config.',
    explanation:
      'Files that a document or a config names are copied into the SDK and quoted in messages. Both may come from strangers, so they may only name files of their project: of the nearest folder above them that has `.git`, or else of their own folder. Links are followed before this is checked. A file on the command line may be anywhere, but a link inside the project may not lead out of it. Nothing was written.',
  },
  'file-private': {
    severity: 'error',
    message: '{file} is not read: git ignores it, or tools keep credentials under its name.',
    help: 'Keep the file in git under another name, or pass --allow outside if you trust who wrote the document and the config.',
    explanation:
      'Files that a document or a config names are copied into the SDK and quoted in messages. Both may come from strangers, so they may not name files such as `.env` and `.npmrc`, files in `.git`, or files that git ignores. There are two exceptions: the document that the config names may be ignored by git, and if the document is ignored, so may the parts beside it. Nothing was written.',
  },
  'config-remote': {
    severity: 'error',
    message: 'The config names a URL, {url}, which was not fetched.',
    help: 'Pass --allow remote to fetch it, or name the URL on the command line.',
    explanation:
      'A config from a stranger could otherwise make this tool fetch any address. With the flag, http and https are fetched within limits of time and size. Redirects are followed within one host.',
  },
  'document-empty': {
    severity: 'error',
    message: '{file} is empty.',
    help: 'Pass a file that contains a document.',
    explanation: 'The file contains nothing but white space.',
  },
  'yaml-syntax': {
    severity: 'error',
    message: 'This is not YAML: {reason}.',
    help: 'Correct the text here. All lines of a long text in quotes must be indented; most other faults are missing quotes.',
    explanation:
      'The text breaks the rules of YAML 1.2. Only the first fault is shown, because one fault makes many follow-up errors. Some other parsers accept more, above all quoted texts that continue at the left margin. YAML 1.2.2 (section 6.1) requires them to be indented.',
  },
  'yaml-margin': {
    severity: 'warning',
    message:
      'The quoted text that begins on line {line} continues at the left margin, which many parsers reject.',
    help: 'Indent all lines of the text, the one with the closing quote too.',
    explanation:
      'YAML 1.2.2 (section 6.1) requires the lines of a quoted text to be indented more than its key. This parser and some others, such as libyaml, also accept other texts. Others read the line as the next key and fail.',
  },
  'json-syntax': {
    severity: 'error',
    message: 'This is not JSON: {reason}.',
    help: 'Correct the text here.',
    explanation: 'The text breaks the rules of JSON (RFC 8259). Only the first fault is shown.',
  },
  'several-documents': {
    severity: 'error',
    message: 'The file contains several YAML documents.',
    help: 'Keep one document per file: remove the `---` lines between them, or split the file.',
    explanation:
      'A file must contain a single document. Reading only the first would lose the others silently.',
  },
  'duplicate-key': {
    severity: 'error',
    message: 'The key "{key}" already exists on line {line}.',
    help: 'Remove or rename one of the two; parsers disagree on which one counts.',
    explanation:
      'Two equal keys in one object: YAML forbids it, JSON leaves the result open. One of the two values would be lost silently.',
  },
  'key-not-text': {
    severity: 'warning',
    message: 'A list or an object cannot be a key. The entry is left out.',
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
    message: 'The alias *{name} is inside the value that it repeats.',
    help: 'Use a `$ref` for a type that contains itself.',
    explanation: 'The value would be infinite. OpenAPI expresses recursion with `$ref`.',
  },
  'alias-growth': {
    severity: 'error',
    message: 'The aliases would make {values} values of this document, with {characters} characters of text.',
    help: 'Use `$ref` in place of nested aliases.',
    explanation:
      'Aliases that repeat aliases grow exponentially, which is a known attack on YAML readers. Documents of up to 20,000 values and a million characters, or twenty times the written ones, pass.',
  },
  'merge-growth': {
    severity: 'error',
    message: 'The merge keys (`<<`) of this document copy more than {limit} keys.',
    help: 'Use `$ref` or `allOf` in place of the merge keys.',
    explanation:
      'Each merge key copies all keys of the maps that it names, so a short text can fill the memory. The location is the map at which the limit is exceeded.',
  },
  'nested-too-deep': {
    severity: 'error',
    message: 'The document is nested deeper than the limit ({limit} levels).',
    help: 'Move inner parts to `components` and refer to them with `$ref`.',
    explanation:
      'Real documents have fewer than 60 levels. The limit keeps every stage safe from running out of stack.',
  },
  'number-not-finite': {
    severity: 'warning',
    message: 'This number is not finite, so it is read as null.',
    help: 'Write a number that fits in 64-bit floating point, or remove it.',
    explanation:
      'YAML has `.inf` and `.nan`, and JSON can spell numbers such as 1e400, but no JSON value can hold them.',
  },
  'number-inexact': {
    severity: 'note',
    message: 'The integer {number} lies outside the range in which every integer is exact (±2^53).',
    help: 'Write it as text if all digits matter.',
    explanation:
      'JavaScript numbers, and most JSON parsers, round integers beyond 2^53. A limit or default of that size is only approximate.',
  },
  'ref-not-found': {
    severity: 'error',
    leavesOut: true,
    message: 'The reference {ref} cannot be resolved.',
    help: 'Correct the reference, or add what it names.',
    explanation:
      'The document or the part of it that a `$ref` names does not exist. Tokens of a pointer are tried as written, then with `~1`, `~0` and percent escapes decoded.',
  },
  'ref-not-text': {
    severity: 'error',
    leavesOut: true,
    message: 'A reference is text, and this one is {found}.',
    help: "Write the reference as text, such as '#/components/schemas/Server'.",
    explanation:
      'The value of `$ref` is a URI reference (OpenAPI 3.1 section 4.8.23). The reference is treated as a value of unknown type.',
  },
  'ref-file-not-found': {
    severity: 'error',
    leavesOut: true,
    message: 'File not found: {file}, which is referenced here.',
    help: 'Correct the path; it is relative to the file that holds the reference.',
    explanation:
      'References to files are relative to the document in which they stand, not to the working folder (RFC 3986 section 5).',
  },
  'ref-remote': {
    severity: 'error',
    message: 'The reference is a URL, which was not fetched: {url}.',
    help: 'Pass --allow remote to fetch it, or keep a copy in a file beside the document.',
    explanation:
      'A document from a stranger could otherwise make this tool fetch any address. With the flag, http and https are fetched within limits of time and size.',
  },
  'ref-ring': {
    severity: 'warning',
    message: 'The reference {ref} is circular, so its type is unknown.',
    help: 'Break the circle: one of the references must point to a value.',
    explanation: 'A reference that only leads through other references back to itself has no value.',
  },
  'ref-into-schema': {
    severity: 'warning',
    message: 'The reference {ref} is read as relative to the schema around it.',
    help: 'Move the definition to `components/schemas` and refer to it there.',
    explanation:
      'A fragment counts from the root of the document (RFC 6901). Tools that put a JSON Schema with its own `$defs` into an OpenAPI document often forget to rewrite the references; the nearest schema around with such a definition is taken.',
  },
  'ref-into-entry': {
    severity: 'warning',
    message: 'The reference {ref} is not in this file, so it is read as {file}{ref}.',
    help: 'Write the file name before the `#`.',
    explanation:
      'A fragment without a file name means the same file. Parts of a split document sometimes refer to the main document as though they stood in it.',
  },
  'ref-is-a-name': {
    severity: 'warning',
    message: 'The reference {ref} is a bare name and is read as {pointer}.',
    help: 'Write the reference in full: {pointer}.',
    explanation: 'A reference without `#` means a file. There is no such file, but a schema of that name.',
  },
  'too-many-documents': {
    severity: 'error',
    message: 'The references load more than {limit} documents.',
    help: 'Bundle the parts into fewer files.',
    explanation: 'The limit protects against documents that reference other documents without end.',
  },
  // openapi
  'not-openapi': {
    severity: 'error',
    message: '{file} is not an OpenAPI document.',
    help: 'Pass a document with `openapi: 3.x` or `swagger: "2.0"` at its top.',
    explanation:
      'The text was read, but its top level has neither `openapi` nor `swagger`, nor anything else by which an OpenAPI document can be recognised.',
  },
  'version-missing': {
    severity: 'warning',
    message: 'The document does not say which version of OpenAPI it follows; it is read as {version}.',
    help: 'Add `openapi: {version}` at the top.',
    explanation:
      'Every OpenAPI document must name its version. This one has paths or components, so it is read all the same.',
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
    explanation:
      'Versions below 2.0 describe an API over several files in another shape; AsyncAPI and later major versions are other formats.',
  },
  'nullable-in-3-1': {
    severity: 'note',
    message: 'The keyword `nullable` does not exist in OpenAPI {version}; it is read as "or null".',
    help: 'Write the type as a list with "null" in it.',
    explanation:
      'OpenAPI 3.1 took over JSON Schema, in which null is a type. The meaning of a left-over `nullable: true` is clear, so it counts.',
  },
  'collection-format-unknown': {
    severity: 'warning',
    message: 'The collection format "{format}" has no effect here; values are separated by commas.',
    help: 'Use csv, ssv or pipes; multi works for query and form parameters alone.',
    explanation:
      'OpenAPI 2.0 names five ways to write a list into a parameter. `tsv` has no counterpart in later versions and is written with commas as well.',
  },
  'body-and-form': {
    severity: 'warning',
    message: 'The operation has both a body parameter and form parameters; the form parameters are left out.',
    help: 'Keep one of the two kinds.',
    explanation:
      'A request has one body (OpenAPI 2.0, Parameter Object). It is unclear which of the two the server expects.',
  },
  // project
  'no-spec': {
    severity: 'error',
    message: 'No OpenAPI document was given.',
    help: 'Name it with --spec FILE, or with the key `spec` of the config. `sdkwright init FILE` writes a config for a document.',
    explanation:
      'A command that reads an API needs its OpenAPI document: a file or a URL, named on the command line or in the configuration.',
  },
  'no-output': {
    severity: 'error',
    message: 'There is nothing to generate: no output folder is named, or its target has `skip`.',
    help: 'Name the folder with --out DIR, or in the config: with the key `out`, or `out` below `targets.python` for Python.',
    explanation: 'The generator only writes to a folder that the command line or the config names.',
  },
  'target-unknown': {
    severity: 'error',
    message: 'Unknown target {name}. The targets are {known}.',
    help: 'Name a language, or a target that the config has under `targets`.',
    explanation:
      'A run generates all targets of the config, or only that of --target. Without a config, every supported language is a target; it needs --out.',
  },
  // plan
  'client-name-taken': {
    severity: 'warning',
    message: 'A client called {name} would hide something else with that name, so it is called {renamed}.',
    help: 'Name the client with `client_settings.client_name` in the config.',
    explanation:
      'The package also exports other names, such as `Stream` and `APIError`. In a file that imports a client called `Response` or `Error`, the `Response` or `Error` of the platform is hidden.',
  },
  'title-generic': {
    severity: 'warning',
    message: 'The title "{title}" names no product, so the client is called {name}.',
    help: 'Set `organization.name` in the config, or give the document a title with the name of the API.',
    explanation:
      'The client is named after the first words of `info.title` that do not fit every API. A title such as "REST API" or "API Reference" has no such words. The name is also that of a class, of a package and of environment variables, and is hard to change once people use them.',
  },
  'server-missing': {
    severity: 'warning',
    message: 'The document has no server, so users must pass a base URL to the client.',
    help: 'Add `servers` to the document, or `environments` to the config.',
    explanation:
      'Without a server the client does not know where to send requests, so its option for the base URL is required. At run time, an environment variable can set it instead.',
  },
  'type-name-taken': {
    severity: 'warning',
    message: 'The type {name} became {renamed}, because its file has another type or class with that name.',
    help: 'Name one of them in `models` of the config, or with `x-stainless-naming` or `title` in the document.',
    explanation:
      'A file can declare each type name only once. The second type got a suffix so that the SDK compiles; a name that you choose reads better.',
  },
  'value-ambiguous': {
    severity: 'warning',
    message:
      'The members of this union need {property} converted in different ways, and nothing tells the members apart, so its objects and lists stay as JSON has them.',
    help: 'Add a `discriminator` to the union, or a required property with another constant in each member.',
    explanation:
      'The config asks for times as `Date` or 64-bit integers as `bigint`. If a property is a time in one member of a union and other text in another, the SDK must know which member it received. It cannot know it here, so it converts nothing in the union, although the types of its members have `Date` or `bigint`.',
  },
  'name-taken': {
    severity: 'warning',
    message: 'The name {name} is taken or reserved here, so {key} became {renamed}.',
    help: 'Give it another name in the `resources` tree of the config, or with `x-stainless-naming` in the document.',
    explanation:
      'Two members of a class, or a member and a name that the class itself needs, would have the same name. The second gets an underscore so that the SDK compiles; a name that you choose reads better.',
  },
  'python-intersection': {
    severity: 'warning',
    message:
      'The Python type is wider than that of the document, because Python has no type for this combination.',
    help: 'Check the parts of `allOf`: only properties that every value has are declared.',
    explanation:
      'Python has no intersections, so `allOf` over alternatives becomes the union of all combinations. If there are more than 32 combinations, only properties that all of them have are declared. If a part is not an object, the type is `object`.',
  },
  // diff
  'exceptions-invalid': {
    severity: 'error',
    message: 'The exceptions file cannot be used: {problem}.',
    help: 'Give each entry under `accept` a `reason` and either a `fingerprint` or a `rule`, and each rule under `severities` one of none, patch, minor, major, off.',
    explanation:
      'Accepted changes and severities of rules silence findings. An entry that cannot be read is therefore an error, and is not skipped.',
  },
  'revision-not-found': {
    severity: 'error',
    message: 'Git has no {revision}: {reason}',
    help: 'Write a file, a URL, or REVISION:PATH with a path from the root of the repository, and fetch the revision first (in CI: `fetch-depth: 0`).',
    explanation:
      'The side to compare was read as a git revision (`main:specs/openapi.yml`), and `git show` could not print it. Shallow clones lack older revisions.',
  },
  'package-not-opened': {
    severity: 'error',
    message: 'The published SDK {label} could not be opened: {reason}.',
    help: 'Write npm:NAME@VERSION, or the folder or archive of a package, as in npm:./sdk.',
    explanation:
      'npm downloads the package, with the registry and the credentials of your own settings, never those of the checkout. The document from which the SDK was generated is in its package, as `openapi.documented.yml` or compressed.',
  },
  'spec-not-here': {
    severity: 'error',
    message: '{name} cannot be compared with the base: {reason}.',
    help: 'Write the name of the document as it is now.',
    explanation:
      '`diff --against` looks for the document by its name, here and in the base, and follows renames. If the file does not exist here, the name is probably wrong, and a check of a missing file would always pass. A file that git does not track is refused as well, because the base cannot contain it.',
  },
  'not-a-repository': {
    severity: 'error',
    message: '{revision} names a git revision, but {folder} is in no git repository.',
    help: 'Run the command inside the repository, or name two files.',
    explanation:
      'Revisions of a document are read with git. Outside a repository only files and URLs can be compared.',
  },

  // ir: operations, names, pagination, security
  'operation-misplaced': {
    severity: 'warning',
    message: 'The field {field} of a path item is not an HTTP method. Its operation is left out.',
    help: 'Write it as {nearest}.',
    explanation:
      'Methods are fields in lower case (OpenAPI 3.1 section 4.8.9). Since OpenAPI 3.2, all other methods are in `additionalOperations`.',
  },
  'path-odd': {
    severity: 'warning',
    message: 'The path {path} {reason}.',
    help: 'Write it as OpenAPI does: `/servers/{id}`.',
    explanation:
      'A path begins with a slash and names its parameters in braces (OpenAPI 3.1 section 4.8.8). A missing slash is added. ' +
      'A single brace and a segment such as `:id` are sent unchanged, so servers will probably not find the path.',
  },
  'content-empty': {
    severity: 'warning',
    message: 'The `content` of this {what} names no media type.',
    help: 'Name one, such as application/json, or remove `content`.',
    explanation:
      'Without a media type, the content is unknown: a body or response is treated as absent, and a parameter accepts any value.',
  },
  'no-operations': {
    severity: 'warning',
    message: 'The document describes no operations, so the SDK has no methods.',
    help: 'Add operations under `paths`, or point at the document that has them.',
    explanation:
      'If a document has only components, or if its `paths` are empty or misspelt, the client has no methods.',
  },
  'info-missing': {
    severity: 'warning',
    message: 'The document has no {field}, so "{instead}" is used.',
    help: 'Add it, or set `client_settings.client_name` and `targets.typescript.package_name` in the config.',
    explanation:
      'OpenAPI requires `info.title` and `info.version` (OpenAPI 3.1 section 4.8.2). The client and the package are named after the title unless the config names them.',
  },
  'model-written-out': {
    severity: 'note',
    message:
      'The config has no model for the schema {name}, which is used in many places. It is declared once, in {resource}.',
    help: 'Name it: `resources.{resource}.models.{key}: {name}`.',
    explanation:
      'Schemas that the config does not name are written out wherever they are used. If all copies together would be too large, the most used schemas ' +
      'are declared once instead, beside their first use and under their name in the document. A name in the config makes this permanent.',
  },
  'path-too-long': {
    severity: 'warning',
    message: 'The path {path} has {length} characters, so its operations are left out.',
    help: 'Shorten it: servers and proxies need not take more than 8,000.',
    explanation:
      'According to RFC 9110 (section 4.1), implementations should accept request lines of 8,000 octets. Longer lines fail in some server or proxy.',
  },
  'operation-ignored': {
    severity: 'note',
    message: '{operation} is left out because of {keyword}.',
    help: 'Remove {keyword}, or name the operation under `resources`, if the SDK should have it.',
    explanation:
      'A vendor extension of the document tells generators to skip this operation. If the config names the operation, it is generated.',
  },
  'parameter-invalid': {
    severity: 'warning',
    message: 'This parameter cannot be used: {reason}.',
    help: 'Give it a name and one of the locations path, query, header and cookie.',
    explanation:
      'A parameter needs a name and a location (OpenAPI 3.1 section 4.8.12). The parameter is left out.',
  },
  'form-of-a-list': {
    severity: 'warning',
    message: 'The body of {operation} is a list, and {mediaType} has no place for one.',
    help: 'Put the list into a property of an object, or send it as `application/json`.',
    explanation:
      'A form is names with values. Without a name for the list nothing says how its items are written, so the SDK refuses the call before it sends anything.',
  },
  'parameter-like-reference': {
    severity: 'warning',
    message: 'The parameter is named {name}, which looks like a reference.',
    help: 'Write `$ref: {name}` in place of the whole parameter if a reference was meant, or give the parameter its own name.',
    explanation:
      'A reference that was written as the value of `name` makes a parameter of that name, which is sent as it is.',
  },
  'mcp-header-invalid': {
    severity: 'warning',
    message: 'x-mcp-header {value}: {reason}, so it is left out.',
    help: 'Give a name of a header, which no other parameter of the operation has, to a parameter that is a text, a whole number or a boolean.',
    explanation:
      'Clients of agents repeat such an argument in the header Mcp-Param-<name>. They ignore every tool whose header is invalid.',
  },
  'upload-without-body': {
    severity: 'warning',
    message: 'The {clue} of {operation} suggests an upload, but the operation declares no body.',
    help: 'Declare a `requestBody`: `application/octet-stream` for a file as it is, `multipart/form-data` for one among other fields.',
    explanation: 'Without a body in the document, the method has no argument for the file.',
  },
  'websocket-endpoint': {
    severity: 'warning',
    message: 'The operation {operation} opens a WebSocket; its method sends an HTTP request.',
    help: 'Leave the operation out (`x-internal: true`, or no entry under `resources`), and document the WebSocket elsewhere.',
    explanation:
      'OpenAPI describes HTTP requests. A response with status 101, a `ws:` or `wss:` server, or a sample that opens a WebSocket says that this operation needs another client.',
  },
  'bytes-in-text': {
    severity: 'warning',
    message:
      'Bytes (`format: binary`) cannot stand inside a body or parameter that is text; the SDK takes a string.',
    help: 'Say how the bytes become text (`contentEncoding: base64`, in OpenAPI 3.0 `format: byte`), or send the body as `multipart/form-data`.',
    explanation:
      'JSON, URL-encoded forms and parameters have no bytes. A `multipart/form-data` body takes files, and a body that is bytes as a whole takes them as they are.',
  },
  'verb-repeated': {
    severity: 'warning',
    message:
      'The path already has an operation for {verb}, so the operation in `additionalOperations` is left out.',
    help: 'Keep one of the two.',
    explanation:
      'Methods that have a field of their own (`get`, `query`) must not stand in `additionalOperations` (OpenAPI 3.2 section 4.9.1), and two that differ only in case cannot be told apart.',
  },
  'verb-invalid': {
    severity: 'warning',
    message: '{verb} is not an HTTP method. Its operation is left out.',
    help: 'Use letters, digits and hyphens.',
    explanation: 'An HTTP method is a token (RFC 9110 section 9.1): it has no blanks, brackets or slashes.',
  },
  'parameter-fixed': {
    severity: 'note',
    message: 'The query parameter {name} is "{value}" in the path itself; the method does not take it.',
    help: 'Nothing needs to be done; remove the parameter to silence this.',
    explanation:
      'A path key may have a query (`/reports?view=short`) to distinguish it from others. Its values are always sent as written.',
  },
  'parameter-duplicate': {
    severity: 'warning',
    message: 'The {location} parameter {name} is declared twice in one list.',
    help: 'Remove one of the two.',
    explanation:
      'A list must not have two parameters of one name and location (OpenAPI 3.1 section 4.8.10). The first one counts.',
  },
  'parameter-reserved-header': {
    severity: 'note',
    message: 'The header parameter {name} is ignored.',
    help: "Describe it by the body's media type, the responses or a security scheme instead.",
    explanation:
      'Accept, Content-Type and Authorization are not parameters (OpenAPI 3.1 section 4.8.12.1): the client sends them by itself.',
  },
  'parameter-is-credential': {
    severity: 'note',
    message: 'The {location} parameter {name} is a credential of a security scheme, so the client sends it.',
    help: 'Nothing needs to be done; remove the parameter from the document to silence this.',
    explanation:
      'An API key that is declared as a security scheme and as a parameter of operations is an option of the client, not an argument of each method.',
  },
  'parameter-style': {
    severity: 'warning',
    message: 'The style {style} cannot be used for a {location} parameter.',
    help: 'Use one of the styles that OpenAPI allows in that place.',
    explanation:
      "Each location has its own styles (OpenAPI 3.1 section 4.8.12.3). The location's default style is used.",
  },
  'parameter-misplaced': {
    severity: 'warning',
    message: 'The path contains {name}, but the parameter is declared with `in: {location}`.',
    help: 'Write `in: path` and `required: true`.',
    explanation: 'A name in braces is always part of the path. The parameter is treated as a path parameter.',
  },
  'parameter-unused': {
    severity: 'warning',
    message: 'The path parameter {name} does not occur in {path}.',
    help: 'Add it to the path in braces, or remove the parameter.',
    explanation:
      'A path parameter that is not in the path cannot be sent. It is left out, unless the path contains the same name in a different case; then it is used for that name.',
  },
  'parameter-undeclared': {
    severity: 'warning',
    message: 'The path {path} contains {name}, but no parameter of that name is declared.',
    help: 'Declare it with `in: path`, `required: true` and a schema.',
    explanation: 'Every name in braces needs a parameter. The method takes a string for it.',
  },
  'media-type-invalid': {
    severity: 'warning',
    message: '{mediaType} is not a media type.',
    help: 'Write a media type such as application/json.',
    explanation: 'The keys under `content` are media types or ranges of them. The content is read as JSON.',
  },
  'media-type-alternatives': {
    severity: 'note',
    message: 'The {what} can also be {others}; the SDK uses {chosen}.',
    help: 'Nothing needs to be done; list the preferred media type alone to silence this.',
    explanation:
      'A method sends and reads one media type. JSON is preferred, then multipart, form, binary, text and XML; a form that alone carries files is sent beside JSON.',
  },
  'xml-only': {
    severity: 'warning',
    message: 'The {what} is only offered as {mediaType}.',
    help: 'Offer JSON as well; otherwise pass and read the XML text yourself.',
    explanation:
      'The SDK does not write or parse XML. The text is passed through as it is, and its type is `string` on both sides.',
  },
  'body-on-get': {
    severity: 'warning',
    message: 'A {verb} request with a body cannot be sent by every client.',
    help: 'Move the properties to query parameters, or use another method.',
    explanation: '`fetch` refuses a body for GET and HEAD (RFC 9110 section 9.3.1 gives it no meaning).',
  },
  'status-invalid': {
    severity: 'warning',
    message: '{status} is not a status code.',
    help: 'Use a number from 100 to 599, a range such as 4XX, or default.',
    explanation:
      'The keys of `responses` are statuses (OpenAPI 3.1 section 4.8.16). The response is left out.',
  },
  'success-alternatives': {
    severity: 'note',
    message: 'The type of the result is that of {chosen}; {others} has another body.',
    help: 'Where a call may get the other body, look at the status: `const { data, response } = await call.withResponse()`.',
    explanation:
      'A method has one result type: the body of the lowest 2xx status. Another status returns another type, which only the status reveals.',
  },
  'field-ignored': {
    severity: 'note',
    message: 'The field {field} of the {kind} has no effect (places: {count}, this is the first).',
    help: 'Nothing needs to be done; check that the SDK does what you want without it.',
    explanation:
      'The field is unknown in this place, or clients do not need it. It is reported so that nothing is dropped silently.',
  },
  'links-ignored': {
    severity: 'note',
    message: '`links` have no effect.',
    help: 'Nothing needs to be done.',
    explanation:
      'Links describe how responses lead to other operations (OpenAPI 3.1 section 4.8.20). They do not affect the SDK.',
  },
  'server-relative': {
    severity: 'warning',
    message: 'The server URL {url} is relative.',
    help: 'Write an absolute URL, or name environments in the config.',
    explanation:
      'An SDK does not know where the document came from, so users must give the base URL themselves.',
  },
  'server-unusable': {
    severity: 'warning',
    message: 'No request can be sent to the server URL {url}.',
    help: 'Write an http or https URL with a host, or name environments in the config.',
    explanation:
      'A URL needs a host, and a scheme such as https. Without them, calls fail before anything is sent, unless the caller sets a base URL.',
  },
  'server-variable-undeclared': {
    severity: 'warning',
    message: 'The server URL {url} contains {name}, but no variable of that name is declared.',
    help: 'Declare it under `variables` with a default.',
    explanation: 'Without a default the user has to give a value for the variable.',
  },
  'security-scheme-unknown': {
    severity: 'warning',
    message: 'The security scheme {name} is of a type that is not known: {type}.',
    help: 'Use apiKey, http, oauth2, openIdConnect or mutualTLS.',
    explanation: 'Credentials of an unknown scheme cannot be sent. The scheme has no client option.',
  },
  'security-scheme-place': {
    severity: 'warning',
    message: 'The API key {name} cannot be sent: {reason}.',
    help: 'Set `in` to header, query or cookie, and `name` to what it is called there.',
    explanation:
      'An API key needs a place and a name (OpenAPI 3.1 section 4.8.27). The scheme has no client option.',
  },
  'security-scheme-undefined': {
    severity: 'warning',
    once: true,
    message: 'The security scheme {name} is not defined.',
    help: 'Add it under components.securitySchemes, or correct the name.',
    explanation:
      'A requirement names schemes of the document. The alternative with the unknown name is left out.',
  },
  'stream-undecided': {
    severity: 'warning',
    message: 'The response is {plain} or {mediaType}, and nothing in the request selects one of them.',
    help: 'Add a boolean property `stream` to the request, or name one by `streaming.param_discriminator` in the config.',
    explanation:
      'One method returns either a stream or a plain result. Without a property that selects it, the method requests the plain result; a caller who ' +
      'sets the header `Accept` to the stream gets the response by `.asResponse()`.',
  },
  'stream-discriminator-missing': {
    severity: 'warning',
    message: 'The request has no boolean property {property} that could ask for a stream.',
    help: 'Correct `streaming.param_discriminator`.',
    explanation:
      'The property that chooses between stream and plain result must be in the body or the query and accept true and false.',
  },
  'method-name-collision': {
    severity: 'warning',
    message: '{operation} would be {call}, but that is already {other}, so it is called {renamed}.',
    help: 'Choose another name in the config, `{entry}`, or by `x-fern-sdk-method-name` or `x-speakeasy-name-override` in the document.',
    explanation:
      'Two paths can lead to the same name. The method that was named by a stronger rule, or that has the longer path, keeps the name. The other gets a word from its path or operationId.',
  },
  'config-operation-unknown': {
    severity: 'error',
    leavesOut: true,
    message: 'The document has no operation {operation}, which {method} refers to.',
    help: 'Correct the entry; the nearest operation is {nearest}.',
    explanation: 'A method of the config names an operation of the document by verb and path.',
  },
  'operations-unconfigured': {
    severity: 'warning',
    message: 'Left out because `resources` in the config does not name them: {operations} ({count} in all).',
    help: 'Add them to `resources`, or set `unspecified_endpoints: generate` to have them named by default, or list them under `unspecified_endpoints` to silence this.',
    explanation: 'A config with a resource tree decides what the SDK offers.',
  },
  'method-websocket': {
    severity: 'warning',
    leavesOut: true,
    message: 'The method {method} is a WebSocket, which SDKs do not support. It is left out.',
    help: 'Connect with a client for WebSockets; `skip: true` at the method silences this.',
    explanation: 'An HTTP request to a WebSocket endpoint always fails, so the method would never work.',
  },
  'pagination-mismatch': {
    severity: 'warning',
    message: '{operation} is not paginated by {scheme}: {reason}.',
    help: 'Correct the scheme or the document, or set `paginated: false`.',
    explanation:
      'A scheme is compared with the request and the response: a page must have items and lead to the next page. Here it does not, so the method returns the plain result.',
  },
  'pagination-scheme-unused': {
    severity: 'warning',
    message: 'No method uses the pagination scheme {scheme}.',
    help: 'Compare its request and response with those of the methods that it is meant for, or remove it.',
    explanation: 'A scheme applies to methods whose parameters and result have everything that it declares.',
  },
  'pagination-purpose-unknown': {
    severity: 'warning',
    message: '{purpose} is not a purpose of a pagination scheme. The entry has no effect.',
    help: 'Correct it; the nearest one is {nearest}.',
    explanation:
      '`x-stainless-pagination-property` marks the items of a page and how to request the next page. A scheme without the marks that its type needs applies to no method.',
  },
  'pagination-not-found': {
    severity: 'warning',
    message: '{operation} should be paginated, but its parameters and result do not show how.',
    help: 'Declare a scheme under `pagination` in the config.',
    explanation:
      'According to a sample or the config, the method is paginated. No scheme fits, and none could be derived from names and types.',
  },
  'list-not-paged': {
    severity: 'note',
    message: '{operation} is a list that is not paginated: {reason}.',
    help: 'Describe it in the document, or declare a scheme under `pagination` in a config.',
    explanation:
      'Without a config, a list is paginated only if its parameters and its response together leave no doubt how to request the next page. A wrong guess could skip items or never end, so the method returns the plain result. Lists without a parameter for the start of a page are not reported.',
  },
  'unwrap-missing': {
    severity: 'warning',
    message: 'The result of {operation} has no property {field} to unwrap.',
    help: 'Correct `unwrap_response`.',
    explanation: 'The method returns the whole result.',
  },
  'webhook-key-missing': {
    severity: 'warning',
    message:
      'No signing key is configured for {method}. Only {unsafe}, which checks no signature, is generated.',
    help: 'Name the client option that holds the signing secret: `webhook_key_opt` of the method, or `webhooks.signing_key_option`.',
    explanation:
      'A method called `unwrap` always verifies the signature (Standard Webhooks) before it returns an event. Without a key that is impossible, and forged events would be accepted.',
  },
  'webhook-key-unusable': {
    severity: 'warning',
    message:
      'The client option {option} cannot be the default signing key of {method}: {reason}. Callers pass the key instead.',
    help: 'Give the signing secret a client option of its own, with `type: string` and without `auth`.',
    explanation:
      'A client option can be a function that returns the key. Methods that verify webhooks are not asynchronous in every language, so they cannot call it.',
  },
  'webhook-signature-unknown': {
    severity: 'note',
    message:
      'The document does not declare the headers of Standard Webhooks, so webhook events are parsed but not verified.',
    help: 'If the API signs as Standard Webhooks does, declare the header `webhook-signature` on the webhooks, or name the client option that holds the secret in `webhooks.signing_key_option`. Otherwise put the verification into `lib/`.',
    explanation:
      'The SDK can verify one kind of signature, that of Standard Webhooks (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`). With other headers, such a method would reject every genuine request.',
  },
  'samples-disagree': {
    severity: 'warning',
    message:
      'The samples of {operation} show two calls, {call} and {other}; the method is named after the first.',
    help: 'Correct the sample that is out of date, or name the method in the config.',
    explanation:
      'If nothing else names the method of an operation, samples in JavaScript and TypeScript do. Here they use two different names.',
  },
  'positional-unknown': {
    severity: 'error',
    leavesOut: true,
    message: '{operation} has no path parameter {name}.',
    help: 'Use the path parameters {known}.',
    explanation: '`positional_params` of a method names parameters of its path.',
  },
  'config-model-unknown': {
    severity: 'error',
    leavesOut: true,
    message: 'The document has no schema {target}, which the model {model} refers to.',
    help: 'Correct the entry; the nearest schema is {nearest}.',
    explanation: 'A model of the config names a schema of the document by its name or pointer.',
  },
  'config-model-inline': {
    severity: 'warning',
    message: 'The model {model} refers to {target}, which is not a schema that can be a named type.',
    help: 'Refer to a schema object, best of all to one under components.schemas.',
    explanation:
      'Models are schema objects. `true`, `false` and what cannot be read stay where they are used.',
  },
  'config-model-twice': {
    severity: 'warning',
    message: 'The model {model} is the same schema as {other}.',
    help: 'Keep one of the two names.',
    explanation: 'A schema has one name. The first one counts.',
  },
  // emit
  'template-set-not-found': {
    severity: 'error',
    message: 'The template set {folder} does not exist.',
    help: 'Name a shipped set or a folder with a `target.yaml`{nearest}. A folder outside the project needs --allow outside.',
    explanation:
      '`templates` in the config and `extends` in a set name a set that comes with the generator, or a folder. A name without a slash or dot is a shipped set; a folder needs one, such as `./templates`.',
  },
  'template-set-no-target': {
    severity: 'error',
    message: 'The folder {folder} has no target.yaml.',
    help: 'Add a `target.yaml` with `name`, `view` and, for an overlay, `extends`.',
    explanation: 'The `target.yaml` of a template set lists its files, or the set that it extends.',
  },
  'template-set-invalid': {
    severity: 'error',
    message: 'This is not a usable target.yaml: {reason}.',
    help: 'Correct it; templates/README.md of the generator lists the keys.',
    explanation: 'The file that describes a template set has a fixed shape. Nothing was rendered.',
  },
  'overlay-idle': {
    severity: 'warning',
    once: true,
    besides: true,
    message: 'The overlay {overlay} has nothing to generate: the document has {missing}.',
    help: 'Add it to the document, or remove {overlay} from `templates` unless you use it without.',
    explanation:
      'The files of an overlay are about one part of the document. The document does not have this part, so they are empty. The functions of `oauth` also work with your own URLs.',
  },
  'overlay-refuses': {
    severity: 'error',
    message: 'The overlay {overlay} cannot be used with {option}.',
    help: 'Remove the option from the target, or the overlay from `templates`.',
    explanation:
      'The files of the overlay describe or write values as JSON has them: its schemas expect text where the SDK has a `Date`, or its libraries cannot write a `bigint`. They would compile and fail when they run.',
  },
  'template-set-key': {
    severity: 'error',
    message: 'The key "{key}" is not known here.',
    help: 'Remove or rename it{nearest}.',
    explanation: 'An unknown key in a `target.yaml` would be ignored without a message.',
  },
  'template-view-version': {
    severity: 'error',
    message:
      'The template set is written for version {version} of the views; this generator has version {known}.',
    help: 'Adapt the set to version {known}, or use the generator that it was written for.',
    explanation:
      'The fields that templates may use are a versioned contract. A set for another version could print wrong text without failing.',
  },
  'template-sets-apart': {
    severity: 'error',
    message: 'The template sets {sets} build on different sets: {bases}.',
    help: 'Name overlays of one set, or make a target for each.',
    explanation:
      'Several overlays are applied one after the other to the set that all of them extend. Nothing was written.',
  },
  'template-file-twice': {
    severity: 'error',
    message: 'The overlays {sets} both have {file}, and neither builds on the other.',
    help: 'Rename the file in your own overlay, or let it extend the other overlay (`extends`) to replace the file on purpose.',
    explanation:
      'If several overlays are named, their hooks are joined. Every other file may be in only one of them. Nothing was written.',
  },
  'template-cycle': {
    severity: 'error',
    message: 'The template sets extend each other in a circle: {ring}.',
    help: 'Let one of them extend no set, or a set outside the circle.',
    explanation: 'An overlay builds on another set, so the chain must have an end.',
  },
  'template-syntax': {
    severity: 'error',
    message: 'The template is broken: {reason}.',
    help: 'Repair it here.',
    explanation:
      'Every template is parsed when its set is loaded, so that a fault in a rarely used branch shows at once.',
  },
  'template-construct': {
    severity: 'error',
    message: 'Templates may not use {construct}.',
    help: 'Use only `{{field}}`, `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{#with}}`, `{{else}}` and `{{> partial}}`; anything that computes belongs in the generator.',
    explanation:
      'Template sets have no helpers. They contain only layout, so anyone who knows the output language can read them.',
  },
  'template-not-found': {
    severity: 'error',
    message: 'The template set has no file {template}.',
    help: 'Correct the name, or add the file{nearest}.',
    explanation: 'An output names a template that exists neither in the set nor in the sets that it extends.',
  },
  'template-partial-not-found': {
    severity: 'error',
    message: 'The partial {partial} does not exist.',
    help: 'Correct the name, or add the file `{partial}.hbs`{nearest}.',
    explanation:
      'Partials are called by their path without `.hbs`, such as `partials/method` or `hooks/client-members`.',
  },
  'template-override-unmatched': {
    severity: 'error',
    message: 'The file {file} replaces nothing and is used by nothing.',
    help: 'Rename it to what it should replace, list it under `outputs` or `adds`, or remove it{nearest}.',
    explanation:
      'An override takes effect by having the same path as the file that it replaces. One with a misspelt name, or one whose original was renamed, would silently have no effect.',
  },
  'template-override-stale': {
    severity: 'warning',
    message: 'The file {original} changed since {file} was made from it.',
    help: 'Copy the changes of {original} that the override needs, then set its line under `originals` to {hash}.',
    explanation:
      'An override is a copy, which does not follow changes of the original and may lack what later versions need. `sdkwright templates eject` records in `originals` from which text it was copied.',
  },
  'template-ejected-already': {
    severity: 'error',
    message: 'The file {file} already exists.',
    help: 'Edit it, or delete it first to start again from the original.',
    explanation: 'Copying a template over an override would lose your changes. Nothing was written.',
  },
  'template-remove-unmatched': {
    severity: 'error',
    message: 'The output {name}, which should be removed, does not exist.',
    help: 'Correct the name{nearest}.',
    explanation:
      '`remove` takes inherited outputs by their path or template as written in `target.yaml`, and runtime files by their path in the output.',
  },
  'template-field': {
    severity: 'error',
    message: 'The template uses {field}, which is not in {owner} (output: {output}).',
    help: 'Correct the name{nearest}. `sdkwright templates views` prints all that templates can use.',
    explanation:
      'Plain Handlebars prints nothing for an unknown field, so a typing error would silently lose code.',
  },
  'template-field-kind': {
    severity: 'error',
    message: 'The field {field} of the views is not {wanted}.',
    help: 'Name another field; `sdkwright templates views` prints them.',
    explanation: '`for` takes a list and `when` a boolean. There is no other logic in `target.yaml`.',
  },
  'template-failed': {
    severity: 'error',
    message: 'The template failed while making {output}: {reason}.',
    help: 'Correct the template here.',
    explanation: 'The text of the template is fine, but it does not fit the views that it was given.',
  },
  'template-path-field': {
    severity: 'error',
    message: 'The path uses {field}, which is not a text in the data of this output.',
    help: 'Use a text field{nearest}.',
    explanation:
      'Placeholders in an output path stand for text leaves of the element, or with `@root.` of the root view.',
  },
  'template-path-invalid': {
    severity: 'error',
    message: 'The path {path} cannot be used: {reason}.',
    help: 'Change `path` in the target.yaml, or the name that it is made from.',
    explanation:
      'Generated files stay inside the output folder and have paths that work on Linux, macOS and Windows.',
  },
  'template-path-taken': {
    severity: 'error',
    message: 'Two outputs have the path {path} (the other is {other}).',
    help: 'Give one of them another path or name.',
    explanation:
      'One file would overwrite the other. Paths that differ only in case are one file on macOS and Windows.',
  },
  'template-compile': {
    severity: 'error',
    message: '{place} does not compile, in the line `{line}`: {reason}',
    help: 'Correct the template here, or what it takes from the views.',
    explanation:
      '`sdkwright templates check` compiles what it renders, with the options of the generated `tsconfig.json`. The message names the position in the formatted file; below it is the position in the template.',
  },
  'template-compile-partly': {
    severity: 'warning',
    message: 'Files that import {package} were not compiled, because it is not installed here.',
    help: 'Install it in this project and check again.',
    explanation:
      '`sdkwright templates check` looks for packages from the working folder. Without their types, errors of the compiler in files that use them mean nothing.',
  },
  'format-failed': {
    severity: 'error',
    message: 'The generated text of {file} is not valid: {reason}{line}.',
    help: 'Correct the template {template}. If the set is a shipped one, this is a fault of the generator: please report it with the document.',
    explanation:
      'The formatter parses every file, and a file that does not parse is never written. The message quotes the generated line; the position is that in the template.',
  },
  'formatter-missing': {
    severity: 'error',
    message: 'The package {package} is not installed, so {file} cannot be formatted.',
    help: 'Install it beside the generator (`npm install {package}`), install without `--omit=optional`, or set `format: false`.',
    explanation:
      'The formatter for Python is large, so it is an optional dependency. Without it, all other languages can be generated.',
  },
  // output
  'adopt-not-in-git': {
    severity: 'error',
    message: 'The files of {folder} are not safe in git: {reason}.',
    help: 'Commit them, or put them aside with `git stash`, so that nothing can be lost.',
    explanation:
      '`adopt` replaces and deletes files that another generator made. It does so only where git has all of them. Nothing was written.',
  },
  'adopt-nothing': {
    severity: 'error',
    message: 'There is nothing to take over in {folder}: {reason}.',
    help: 'Name the folder of the repository with --out, or use `sdkwright generate`.',
    explanation:
      '`adopt` is used once, in a repository with files of another generator. Afterwards, and in an empty folder, use `generate`. Nothing was written.',
  },
  'repository-file-missing': {
    severity: 'warning',
    message:
      'The file {file} is missing at the root of git, and a run that makes some of the packages cannot write it.',
    help: 'Run `sdkwright generate` once without --target and --out.',
    explanation:
      'A repository has one workflow and one config of release-please for all its packages, so they are only written by a run that generates all packages.',
  },
  'repository-package-missing': {
    severity: 'warning',
    message:
      'The file {file} at the root of git does not name the package in {folder}, so it is not released.',
    help: 'Add the folder, or move the file away and generate again: then it is written for all packages.',
    explanation:
      'Files around the packages are only written if they are missing, and then belong to you. If the config has a new package, an entry, an output and jobs for it are inserted; nothing else changes. If you changed a file so much that no place for them is found, insert them by hand. `output.repository: github-package` keeps all files in the folder of each package, for folders that are copied to a repository of their own.',
  },
  'repository-missing': {
    severity: 'warning',
    besides: true,
    message: 'The workflows release the package for {language}, but no repository of it is named.',
    help: 'Set `targets.{language}.production_repo: owner/name`.',
    explanation:
      'npm rejects a package with a statement of provenance if its `package.json` names no repository. In Go, the path of a module is that of its repository. The SDK itself works.',
  },
  'module-placeholder': {
    severity: 'note',
    message: 'The module for {language} has a path that nobody can download, because no repository is named.',
    help: 'Set `targets.{language}.production_repo: owner/name` before others use the module.',
    explanation:
      'The path of a module in Go is that of its repository. Without one it begins with `example.com/`, and changes once the repository is named.',
  },
  'module-folder': {
    severity: 'warning',
    message:
      'The module has the path {module} and lies in the folder {folder} of its repository, so nobody can download it.',
    help: 'Set `targets.{language}.module_path: {wanted}`. Files of yours, such as those in `examples/`, keep the former path until you change it.',
    explanation:
      'Go finds a module in a subfolder of a repository by a path that ends with that folder, and its versions by tags that begin with it.',
  },
  'publisher-exists': {
    severity: 'warning',
    message: 'The workflow {file} may publish as well as the new {created}.',
    help: 'Remove one of the two workflows, or let `sdkwright adopt` take over the whole repository.',
    explanation:
      'Two workflows that publish the same package compete for its versions. This run adds a workflow that publishes, and another workflow of the repository seems to do the same. Files that the generator did not write are never changed.',
  },
  'output-not-owned': {
    severity: 'error',
    message: 'The file {file} exists and is not generated, so it is left alone.',
    help: 'Move it away, or leave it out of the outputs with `remove` in a template overlay.',
    explanation:
      'Only files that an earlier run wrote are ever replaced or deleted; the manifest in `.sdkwright` lists them. Nothing was written.',
  },
  'output-outside': {
    severity: 'error',
    message: 'The output folder {folder} is outside the project.',
    help: 'Choose a folder inside it, name the folder with --out, or pass --allow outside if you trust who wrote the config and its links.',
    explanation:
      'A config or a link in the project may come from a stranger, so neither may place files outside the project. The project is the nearest folder above the working folder that has `.git`, or else the working folder. Nothing was written.',
  },
  'command-not-allowed': {
    severity: 'error',
    message: 'The target {name} is generated by a command in the config, which was not run.',
    help: 'Look at the command, and pass --allow commands if you trust who wrote it.',
    explanation:
      'A config may come from a stranger, and a command in it can do everything that you can. So commands only run if the command line allows it. Nothing was written.',
  },
  'command-failed': {
    severity: 'error',
    message: 'The command of the target {name} generated nothing: {reason}.',
    help: 'Run it by hand: `sdkwright plan | COMMAND` prints its answer.',
    explanation:
      'The program gets the plan as JSON on its standard input and prints one JSON object with a list `files` of `path` and `text` (docs/plan.md). Its exit code must be 0. Nothing was written.',
  },
  'command-error': {
    severity: 'error',
    message: 'The command of the target {name} says: {message}',
    help: 'See the documentation of the program.',
    explanation: 'An entry of `diagnostics` in the answer of the program, with the severity `error`.',
  },
  'command-warning': {
    severity: 'warning',
    message: 'The command of the target {name} says: {message}',
    help: 'See the documentation of the program.',
    explanation: 'An entry of `diagnostics` in the answer of the program.',
  },
  'command-note': {
    severity: 'note',
    message: 'The command of the target {name} says: {message}',
    help: 'See the documentation of the program.',
    explanation: 'An entry of `diagnostics` in the answer of the program, with the severity `note`.',
  },
  'output-path-folder': {
    severity: 'error',
    message: 'There is a folder where the file {file} should be.',
    help: 'Move the folder away.',
    explanation: 'A generated file cannot replace a folder. Nothing was written.',
  },
  'output-path-file': {
    severity: 'error',
    message: '{file} is a file, but {wanted} needs a folder of that name.',
    help: 'Move the file away.',
    explanation: 'A folder cannot be created where a file is. Nothing was written.',
  },
  'output-symlink': {
    severity: 'error',
    message: '{link} is a symbolic link; {file} is not written through it.',
    help: 'Replace the link by a folder or file, or name another place.',
    explanation:
      'A link may come from a stranger and lead to files outside the project or into `.git`. So no file is written through a link, in the output folder or above it in the project. Nothing was written.',
  },
  'output-git': {
    severity: 'error',
    message: 'Nothing is written to {file}: the folder `.git` belongs to git.',
    help: 'Name another file or folder.',
    explanation:
      'Files in `.git` name programs that git runs. No command writes there, whoever names the path, and however `.git` is spelt. Nothing was written.',
  },
  'site-folder-taken': {
    severity: 'error',
    message: 'The folder {folder} contains files that are not part of a site.',
    help: 'Name an empty or a new folder with --out.',
    explanation:
      '`docs --out` replaces the pages of its last run, which `.sdkwright-site` lists. In any other folder it could overwrite your files. Nothing was written.',
  },
  'file-not-written': {
    severity: 'error',
    message: '{file} could not be written: {reason}.',
    help: 'Make its folder, free space or correct the permissions, then run again.',
    explanation:
      'A report, a config, a template or a note could not be written. The file is as it was before.',
  },
  'output-read-only': {
    severity: 'error',
    message: 'The file {file} is read-only.',
    help: 'Make it writable, or leave it out of the outputs with `remove` in a template overlay.',
    explanation: 'The file would change, but its permissions do not allow writing. Nothing was written.',
  },
  'output-not-read': {
    severity: 'error',
    message: '{file} could not be read: {reason}.',
    help: 'Check its permissions.',
    explanation: 'The state of the output must be known before anything is changed. Nothing was written.',
  },
  'output-write-failed': {
    severity: 'error',
    message: 'The output could not be written: {reason}.',
    help: 'Free space, correct the permissions, or move away what is in the way; then run again.',
    explanation:
      'Files are prepared beside the output first and then moved into place. The run failed and everything was put back as it was.',
  },
  'output-interrupted': {
    severity: 'error',
    message: 'The run was stopped before it was done.',
    help: 'Run again.',
    explanation: 'All changes were undone.',
  },
  'output-recovered': {
    severity: 'note',
    message: 'An earlier run was interrupted; its {count} changes were undone first.',
    help: 'Nothing to do.',
    explanation:
      'The journal of an interrupted run (power failure, kill) was found, and its changes were undone before anything else.',
  },
  'output-unfinished': {
    severity: 'error',
    message: 'An earlier run was interrupted while it wrote into this folder (see {file}).',
    help: 'Run `sdkwright generate` once: it undoes the changes of that run. If the file came with a branch, delete it there.',
    explanation:
      'The folder contains a part of the changes of that run. This run writes nothing, so it cannot undo them. Journals must never be committed.',
  },
  'output-locked': {
    severity: 'error',
    message: 'Another run is writing to this output (process {pid}).',
    help: 'Wait for it, or stop it. If there is none, delete {file}.',
    explanation:
      'Two runs at once would overwrite each other. A lock of a process of this machine that has ended is removed automatically.',
  },
  'output-moved': {
    severity: 'error',
    message: 'The file {file} changed during the run.',
    help: 'Run again.',
    explanation:
      'Another program changed the file while the run was reading and comparing the output. Nothing was written.',
  },
  'output-edited': {
    severity: 'error',
    message: 'The generated file {file} was edited, and `custom_code: refuse` forbids that.',
    help: 'Take the edit back, move it to `src/lib/` or a template hook, or choose `custom_code: merge`.',
    explanation: 'With `refuse`, generated files must be exactly as generated. Nothing was written.',
  },
  'output-conflict': {
    severity: 'error',
    message: 'Your edit of {file} and the new output changed the same lines (places: {count}).',
    help: 'Resolve the places between `<<<<<<<` and `>>>>>>>`, then run again.',
    explanation:
      'Edits inside generated files are merged line by line. Where both sides changed the same lines, both versions are in the file, between conflict markers, and the exit code is 1.',
  },
  'output-conflict-open': {
    severity: 'error',
    message: 'The file {file} still has conflict markers.',
    help: 'Resolve the places between `<<<<<<<` and `>>>>>>>`, then run again.',
    explanation:
      'An earlier merge left these for a decision. Merging again on top of them would lose track of the two sides.',
  },
  'output-edited-left': {
    severity: 'warning',
    message: 'The file {file} is no longer generated, but it was edited, so it stays and is yours now.',
    help: 'Delete it if it is not needed.',
    explanation: 'A file that leaves the output is deleted unless it was edited.',
  },
  'output-base-unknown': {
    severity: 'note',
    message:
      'The last generated text of {file} is not on record, so the merge may report more conflicts than necessary.',
    help: 'Nothing to do.',
    explanation:
      'The line record in `.sdkwright` is lost or damaged. Lines that are in both versions count as the common base.',
  },
  'manifest-newer': {
    severity: 'error',
    message: 'The manifest {file} was written by a newer generator (format {format}; known is {known}).',
    help: 'Update the generator.',
    explanation:
      'An older generator does not know what the newer one recorded, and could lose edits. Nothing was written.',
  },
  'manifest-broken': {
    severity: 'error',
    message: 'The manifest {file} cannot be read: {reason}.',
    help: 'Restore it from version control. If there is none, delete the folder `.sdkwright` and the generated files, and generate again.',
    explanation: 'Without the manifest it is not known which files may be replaced. Nothing was written.',
  },
  'journal-broken': {
    severity: 'error',
    message: 'The file {file} is not the journal of a run, so it was not applied.',
    help: 'Find out where it comes from (the generator does not write such a file), then delete it.',
    explanation:
      'The journal lists the files that an interrupted run was about to change. Its format is checked, and it may only name generated files. Nothing was written.',
  },
  // schemas
  'schema-invalid': {
    severity: 'warning',
    message: 'Expected a schema, found {found}.',
    help: 'Write an object or a boolean here.',
    explanation: 'A schema is an object or, since OpenAPI 3.1, a boolean. The place is typed as unknown.',
  },
  'schema-type-unknown': {
    severity: 'warning',
    message: '{type} is not a schema type; it was read as {meaning}.',
    help: 'Use string, number, integer, boolean, object, array or null, with `format` for the rest.',
    explanation:
      'JSON Schema has seven types. Names of other type systems are understood if their meaning is clear; all others become unknown.',
  },
  'schema-too-deep': {
    severity: 'warning',
    message: 'Schemas are nested more than {depth} levels deep here.',
    help: 'Move inner schemas to components and refer to them.',
    explanation:
      'Nobody can read a type nested so deep, and compilers give up on it. The part below this level is typed as unknown.',
  },
  'schema-conflict': {
    severity: 'warning',
    message: 'The parts of this schema contradict each other: {first} and {second}. The last one was used.',
    help: 'Make the parts of `allOf` agree, or use `anyOf` if either may hold.',
    explanation:
      'No value satisfies all parts of an `allOf` (or of keywords beside each other) whose types exclude each other. The last part gives the type, because later parts are usually written to refine earlier ones.',
  },
  'schema-circular': {
    severity: 'warning',
    message: 'The schema {schema} is defined by {other}, which is defined by {schema} again.',
    help: 'Break the circle: move what both share to a third schema and refer to that.',
    explanation:
      'A schema may contain itself in properties and items. A schema that extends itself, or is an alias of itself, has no meaning. The reference that closes the circle is left out.',
  },
  'schema-id-conflict': {
    severity: 'warning',
    message: 'Two different schemas carry the id {id}; this one stays without a name.',
    help: 'Give one of them another `id`.',
    explanation:
      'An inline `id` gives a schema a name, as in `components`. The first schema keeps the name; a different schema with the same `id` gets no name of its own.',
  },
  'schema-without-type': {
    severity: 'note',
    message: 'This schema has only unknown keywords: {keywords}.',
    help: 'Declare a type, or use `{}` if any value is meant.',
    explanation:
      'Keywords that are not part of JSON Schema have no effect, so a schema of such keywords alone allows anything. It is typed as unknown.',
  },
  'keyword-ignored': {
    severity: 'note',
    message: 'The keyword {keyword} had no effect on types (places: {count}, this is the first).',
    help: 'Nothing needs to be done; check that the types say enough without it.',
    explanation:
      'The keyword is unknown, does not belong to the type beside it, or is a condition that types cannot express. It is reported so that nothing is dropped silently.',
  },
  'required-missing': {
    severity: 'note',
    message: 'The property {property} is required but not declared.',
    help: 'Declare it under `properties`, or take it out of `required`.',
    explanation: 'A name in `required` without a property has no type. It is left out of the SDK.',
  },
  'enum-value-type': {
    severity: 'note',
    message: 'The enum value {value} is not of type {type}; it was converted.',
    help: 'Add quotes to the value, or remove them, to match the type.',
    explanation:
      'Unquoted words and digits in YAML are booleans and numbers. Where `type` says otherwise, the value is read as that type.',
  },
  'enum-value-object': {
    severity: 'warning',
    message: 'The enum value {value} is an object or a list.',
    help: 'Use strings, numbers, booleans or null, or describe the object with `properties`.',
    explanation: 'Only plain values become literal types. The enum is typed by its `type` alone.',
  },
  'enum-empty': {
    severity: 'warning',
    message: 'This enum lists no values.',
    help: 'List the values or remove `enum`.',
    explanation: 'No value satisfies an empty enum. The keyword is ignored.',
  },
  'default-mismatch': {
    severity: 'note',
    message: 'The default {value} does not fit the type {type}.',
    help: 'Write the default as a value of that type.',
    explanation:
      'A quoted number or boolean is converted. Any other default of the wrong type is left out of the docs.',
  },
  'discriminator-mapping': {
    severity: 'warning',
    message: 'The discriminator maps {value} to {target}, which is not one of the variants.',
    help: 'Map the value to a schema that `oneOf` or `anyOf` lists.',
    explanation:
      'A mapping names the variant that a tag value stands for. One that leads elsewhere is left out.',
  },
  'discriminator-useless': {
    severity: 'note',
    message: 'The discriminator {property} does not distinguish the variants.',
    help: 'Give each variant a `const` for {property}, or a `mapping`.',
    explanation:
      'The variants are inline and none of them says which value of the property it has. The union is typed without a discriminator.',
  },
  'dynamic-ref': {
    severity: 'warning',
    message: 'The {keyword} {ref} cannot be resolved here.',
    help: 'Use `$ref`, or bind the anchor in `$defs` beside the `$ref` that uses this schema.',
    explanation:
      'Dynamic references are followed where the binding stands in `$defs` beside a `$ref`. Anything else is typed as unknown.',
  },
  // config
  'config-key-misspelt': {
    severity: 'error',
    message: 'Unknown key {key} in {where}; the nearest known key is {nearest}.',
    help: 'Write {nearest}.',
    explanation:
      'A key that almost matches a known key is an error, because ignoring a typing mistake would silently change the SDK.',
  },
  'config-key-unknown': {
    severity: 'warning',
    message: 'The key {key} is not known in {where} and has no effect.',
    help: 'Remove it, or look it up in the schema of the config; the nearest known key is {nearest}. Keys of your own begin with `x-`.',
    explanation: 'The key resembles no known key, so it may belong to a newer format. It is ignored.',
  },
  'config-key-missing': {
    severity: 'error',
    message: '{where} lacks the key {key}.',
    help: 'Add {key}.',
    explanation: 'Without this key the entry means nothing.',
  },
  'config-key-ignored': {
    severity: 'note',
    message: 'These keys are for other languages or for a hosted service and have no effect here: {keys}.',
    help: 'Nothing to do: they may stay.',
    explanation:
      'Configs written for other tools can be used unchanged. Keys for things that this tool does not generate are reported once.',
  },
  'mcp-pattern-idle': {
    severity: 'warning',
    message: 'No call matches {patterns} in targets.mcp.tools.',
    help: 'Correct the pattern. `sdkwright plan --catalogue` shows the names of all calls.',
    explanation:
      'A pattern that matches no call is most likely misspelt. If it begins with `!`, the call that it should exclude is offered.',
  },
  'mcp-server-not-made': {
    severity: 'warning',
    besides: true,
    message: 'mcp_server describes a server for agents, but no target generates it.',
    help: 'Add `mcp: { out: mcp }` to `targets`, which uses the settings in mcp_server, or remove mcp_server.',
    explanation:
      'In older configs, the server is a part of the TypeScript target. Here it is a separate package, which the target `mcp` generates.',
  },
  'config-value': {
    severity: 'error',
    message: '{where} {wanted}, not {found}.',
    help: 'Correct the value; the schema of the config describes it.',
    explanation: 'The value has a type or a form that this key does not accept.',
  },
  'config-entry-invalid': {
    severity: 'error',
    leavesOut: true,
    message: '{fault} `{entry}` is left out.',
    help: 'Correct the value; the schema of the config describes it.',
    explanation:
      'This method, model, pagination scheme or README example has an invalid value. The SDK is generated without it.',
  },
  'config-not-an-object': {
    severity: 'error',
    message: '{file} is not a config: its top level is {found}.',
    help: 'Write keys such as `spec:` and `resources:` at the top of the file.',
    explanation: 'A config is an object of sections.',
  },
  'config-name-unknown': {
    severity: 'error',
    leavesOut: true,
    message: 'Unknown {kind}: {name}.',
    help: 'Write {nearest}, or add {name}.',
    explanation: 'An entry of the config refers to a name that does not exist.',
  },
  'config-name-twice': {
    severity: 'error',
    message: 'Two {kind} are called {name}.',
    help: 'Rename one of them.',
    explanation: 'Methods refer to it by name, so the name must be unique.',
  },
  'edit-matches-nothing': {
    severity: 'error',
    leavesOut: true,
    message: 'The target {target} matches nothing in the document.',
    help: 'Correct the JSONPath, or remove this entry if the document no longer needs it.',
    explanation:
      'If a change applies to nothing, the document has almost always changed since the path was written. It is therefore never ignored.',
  },
  'edit-path': {
    severity: 'error',
    message: 'The target {target} is not a JSONPath: {reason}.',
    help: "Write a path of RFC 9535, such as $.paths['/books'].get.",
    explanation:
      'Targets are JSONPath queries (RFC 9535). Names with other characters than letters, digits and underscores must be in brackets and quotes.',
  },
  'sdk-without-document': {
    severity: 'error',
    message: '{folder} is a folder without {file}.',
    help: 'Pass the folder of an SDK generated by sdkwright, or its document.',
    explanation:
      'To upgrade code, both SDKs are generated again from the documents and configs in their packages. SDKs generated without pages (`docs: false`) or by other generators contain none; pass the document instead.',
  },
  'sdk-not-read': {
    severity: 'error',
    message: '{sdk} cannot be read.',
    help: 'Correct the errors listed beside this, or name another version.',
    explanation:
      'The document of one side of an upgrade has errors, which are listed beside this one. Nothing was changed.',
  },
  'sdk-without-config': {
    severity: 'warning',
    message: '{sdk} contains no config, so its names are taken from its document alone.',
    help: 'If it had a config, name it with --from-config or --to-config.',
    explanation:
      'Names of methods and types depend on the config. Packages carry the part of it that names depend on; those of earlier versions do not.',
  },
  'code-not-found': {
    severity: 'error',
    message: 'No TypeScript or JavaScript file matches {patterns}.',
    help: 'Correct the patterns, and quote them, so that the shell does not expand them.',
    explanation:
      '`sdkwright upgrade` changes the files that its patterns name, or all code below the working folder.',
  },
  'code-left': {
    severity: 'warning',
    message: '{file} was not changed: {reason}.',
    help: 'Change it by hand if it uses the SDK.',
    explanation:
      '`sdkwright upgrade` only changes UTF-8 files of the project: no files of packages, and none behind a link that leads out of the project. Code in `.vue`, `.svelte`, `.astro` and `.mdx` files is not read; if such a file imports the SDK, it is reported.',
  },
  'edit-unknown': {
    severity: 'warning',
    message: 'The command {command} is not known, so this change is left out.',
    help: 'Use one of update, append, merge, remove, copy, move.',
    explanation:
      'Only these commands change a document. Others are known from older tools; the document is read without them.',
  },
  'edit-ignored': {
    severity: 'note',
    message: 'The command {command} has no effect here.',
    help: 'Nothing to do: the change is not needed here.',
    explanation: 'The command belongs to an older tool and only works around a limitation of that tool.',
  },
  'edit-argument': {
    severity: 'error',
    message: 'The {command} {problem}.',
    help: 'Correct the entry here.',
    explanation: 'The change cannot be applied as written.',
  },
  'not-an-overlay': {
    severity: 'error',
    message: '{file} is not an OpenAPI Overlay.',
    help: 'Write `overlay: 1.0.0` and a list of `actions`, or a part of the document to merge into it.',
    explanation:
      'An overlay has `overlay` and `actions` (OpenAPI Overlay 1.0 section 4.4). A part of an OpenAPI document is also accepted, and merged into the document.',
  },
} satisfies Record<string, CatalogueEntry>;

export type DiagnosticCode = keyof typeof entries;
export const catalogue: Readonly<Record<DiagnosticCode, CatalogueEntry>> = entries;
