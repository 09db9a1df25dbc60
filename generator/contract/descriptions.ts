/**
 * Descriptions of the contracts' properties, for types that only have a name. The build writes them into the
 * JSON Schemas. A name has the same meaning everywhere, so one list is sufficient.
 */
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isJsonObject } from '../lib/json.ts';

const WORDS = `
agents: How agents are offered it, where the config says so.
allowReserved: Reserved characters are sent as they are (OpenAPI 3.1 section 4.8.12).
arrayFormat: How lists stand in a query where a parameter does not say.
auth: The security scheme that the option is a credential of, and its part in it.
authorizationURL: Where users consent (RFC 6749 section 3.1).
body: The body of the request.
browser: Whether the client may run in a browser, where its credentials are seen.
camel: Spelling of the word at the beginning of a camelCase name.
children: Resources below it.
chosen: Index of the content that is used.
client: The client: its name, options and servers.
clientId: Key of the option with the client's id.
clientSecret: Key of the option with the client's secret.
constraints: What narrows the values and not the type.
contact: An address for people.
content: The media type that is sent, with its type.
contentEncoding: How the text is encoded (JSON Schema 2020-12 validation, section 8.3).
contentMediaType: What the text holds (section 8.4).
contentType: Media type of the part.
contents: What may come or go, by media type, in document order.
continueOnEmptyItems: An empty page is not the last one.
cookies: Parameters that are sent as cookies.
data: Whether an event's data is JSON or text.
dataPrefix: What the data of the events begins with that the rule is for.
default: The value that stands in where none is given.
defaultHeaders: Headers of every request.
deprecated: That it should not be used any more, with a reason or a date where there is one.
description: What the document says of it; Markdown.
discriminator: The property that tells the members apart.
docsURL: Where the API is documented.
encoding: How the value stands in its place.
enum: The values that are allowed.
errorProperty: Property of the data that holds the error.
event: What an event holds.
example: A value that the document shows.
examples: Values that the document shows.
exclusiveMaximum: Values are smaller.
exclusiveMinimum: Values are greater.
explode: Items and properties stand apart (OpenAPI 3.1 section 4.8.12).
exponent: Factor between two pauses.
expression: Where the callback is sent to, as the document writes it.
externalDocs: A page about it.
field: The field of the argument.
fields: The properties of the argument.
fileHeader: Text at the head of each generated file.
flow: The OAuth 2.0 flow.
flows: The OAuth 2.0 flows of the scheme.
forFiles: Sent only where the body holds a file.
format: A closer description of the values, or of what comes.
group: Where the value is sent.
handle: What is done with the event.
header: The header.
headers: Headers, in document order.
hidden: Left out of documentation.
idempotencyHeader: The header that carries a key.
idempotent: A repetition does no harm.
in: Where it is sent.
info: Title, version and description of the API.
initialMs: First pause in milliseconds.
isJson: The value is JSON.
isList: There are several media types, and the file says which.
item: Type of an item.
items: Type of the items, or where they are.
key: As the document or the config spells it.
keys: What the names must be.
keyword: The keyword of JSON Schema.
kind: Which of the forms it has.
language: The programming language.
license: An SPDX id, or a name.
maxElapsedMs: Longest time that is spent on tries, in milliseconds.
maxItems: Most items.
maxLength: Most characters.
maxMs: Longest pause in milliseconds.
maxProperties: Most properties.
maxRetries: How often a call is tried again.
maximum: The greatest value.
mediaType: As written.
mediaTypes: What may be sent; none: whatever the file says.
member: Index of the member.
members: The types that it is made of.
message: The reason.
methods: Its methods.
minItems: Least items.
minLength: Least characters.
minProperties: Least properties.
minimum: The least value.
multipleOf: Values are multiples of it.
name: What it is called.
nestedFormat: How objects stand in a query where a parameter does not say.
node: The type.
nullable: May be null.
onEvent: Rules for events, the first that fits.
operationId: The operation's own id.
option: Key of the client option.
optional: The whole argument may be left out.
options: What the client is made with.
organization: Whose API it is.
origin: Where it stands in the documents: document and JSON Pointer (RFC 6901).
pagination: How its pages are gone through.
paginationSchemes: Ways of paging.
paramLocation: Where the parameters of paging are sent.
parameter: The parameter.
parameters: Parameters.
paramsTypeName: Name for the type of the argument.
parent: Name of the tag above it.
pascal: Spelling of the word inside names.
password: Key of the option with the password.
path: The way to it.
pathParts: Text and parameters of the path by turns.
pattern: A regular expression.
patterns: Types of properties by the pattern of their names.
plain: What comes where no stream is asked for.
positional: Parameters with places of their own, in order.
property: Name of the property.
provenance: Which rule made the name.
purpose: The part that it plays.
purposes: Which parameter and which field plays which part.
query: Parameters of the query.
readEnv: Variable of the environment that gives it.
readOnly: Comes and is never sent.
reason: Why it is so.
required: Must be there.
response: The body that the pages come in.
retryPolicy: When and how often failed calls are tried again.
role: The part that the option plays.
rule: The rule.
rules: Rules for events, the first that fits.
scalar: The kind of value.
scheme: Name of the scheme.
schemes: All of them together are needed.
scopes: OAuth 2.0 scopes.
securitySchemes: Ways of signing requests.
send: Where the client sends the value by itself.
serialization: How lists and objects stand in queries and forms.
servers: Where the API lives, the first by default.
skipTest: Why its generated test is skipped.
snake: Spelling of the word inside a snake_case name.
sortProperties: Properties of types are sorted.
source: The text.
stability: How finished it is.
statuses: Statuses of answers, as \`503\` or \`5XX\`.
stream: What comes where a stream is asked for.
streaming: It gives a stream.
style: How the value is serialized (OpenAPI 3.1 section 4.8.12).
summary: One line about it.
tags: Names that group operations.
text: The text.
timeoutMs: Milliseconds that it may take.
title: What it is called, for people.
token: Key of the option with the token.
tokenURL: Where tokens are obtained (RFC 6749 section 3.2).
type: The type.
uniqueItems: No item twice.
unwrap: Path of the property that the result is.
url: The URL.
username: Key of the option with the user's name.
value: The value.
values: Type or list of the values.
variables: Variables of the URL.
verb: The HTTP method.
version: The version.
way: How a request is signed.
webhook: Name of the webhook.
webhooks: What the API sends by itself.
word: The word, in lower case.
writeOnly: Is sent and never comes.
written: As the document writes it.
`;

const DESCRIPTIONS = new Map(
  WORDS.trim()
    .split('\n')
    .map((line): [string, string] => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)];
    }),
);

/** Adds a description to each property without one. */
export function described(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(described);
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' && isJsonObject(value) ? describedAll(value) : described(value),
    ]),
  );
}

const describedAll = (properties: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const own = described(value);
      const text = DESCRIPTIONS.get(name);
      return [
        name,
        isJsonObject(own) && own['description'] === undefined && text !== undefined
          ? { description: text, ...own }
          : own,
      ];
    }),
  );
