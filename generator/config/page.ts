/** Generates the documentation page of the config file from its JSON Schema. */
import { LANGUAGES } from '../languages/data.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';

export function renderConfigPage(schema: JsonObject): string {
  const definitions = entriesOf(schema['$defs']);
  const tops = entriesOf(schema['properties']).filter(([, node]) => !isIgnored(node));
  const sections = [
    ...tops.map(([name, node]) => section(`\`${name}\``, name, node)),
    ...definitions.map(([name, node]) => section(titleOf(name), TITLES.get(name)?.path ?? '', node)),
  ];
  return `${['# The config file', INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `All keys of \`sdkwright.yml\` (or \`stainless.yml\`). This page is generated from the JSON Schema of the file, with which editors also complete and check it:

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/sdkwright/dist/schema/config.json
\`\`\`

All keys are optional. Whatever the config omits comes from the document; \`sdkwright init\` writes a config with these values. \`<name>\` stands for a name of your choice, \`[]\` for an entry of a list.
Keys for hosted services and for SDKs in other languages are accepted and have no effect.`;

/** Definitions for the entries of the resource tree, whose names the user chooses. */
const TITLES: ReadonlyMap<string, { readonly title: string; readonly path: string }> = new Map([
  ['resource', { title: 'A resource', path: '' }],
  ['method', { title: 'A method', path: '' }],
  ['model', { title: 'A model', path: '' }],
  ...LANGUAGES.map(({ language, title }) => [language, { title: `The ${title} target`, path: '' }] as const),
]);
const titleOf = (name: string): string => TITLES.get(name)?.title ?? name;

function section(title: string, name: string, node: JsonObject): string {
  const rows = rowsOf(node, name);
  const about = [
    sentence(textAt(node, 'description')),
    rows.length === 0 && valueOf(node) !== '' ? `Value: ${valueOf(node)}.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
  const table = [
    '| key | value | meaning |',
    '|---|---|---|',
    ...rows.map((row) => `| \`${row.key}\` | ${row.value} | ${row.about} |`),
  ];
  return [
    `## ${title}`,
    ...(about === '' ? [] : [about]),
    ...(rows.length === 0 ? [] : [table.join('\n')]),
  ].join('\n\n');
}

interface Row {
  readonly key: string;
  readonly value: string;
  readonly about: string;
}

/** The keys below a node with their paths, outermost first. */
function rowsOf(node: JsonObject, path: string): readonly Row[] {
  const lead = path === '' ? '' : `${path}.`;
  const row = (key: string, child: JsonObject): readonly Row[] =>
    isIgnored(child)
      ? []
      : [{ key, value: valueOf(child), about: cell(textAt(child, 'description')) }, ...rowsOf(child, key)];
  const map = node['additionalProperties'];
  const items = node['items'];
  return [
    ...entriesOf(node['properties']).flatMap(([name, child]) => row(`${lead}${name}`, child)),
    ...(isJsonObject(map) && holdsMore(map) ? row(`${lead}<name>`, map) : []),
    // A list with a single entry may be written as that entry.
    ...(isJsonObject(items) && !isJsonObject(node['properties']) ? rowsOf(items, `${path}[]`) : []),
  ];
}

/** True for more than a list of plain values. */
const holdsMore = (node: JsonObject): boolean =>
  Object.hasOwn(node, '$ref') || textAt(node, 'description') !== '';
/** True for keys without effect, and for targets that have no special treatment. */
const isIgnored = (node: JsonObject): boolean =>
  Object.hasOwn(node, 'x-ignored') || /; generated only when/.test(textAt(node, 'description'));

function valueOf(node: JsonObject): string {
  const reference = /^#\/\$defs\/(\w+)$/.exec(textAt(node, '$ref'))?.[1];
  if (reference !== undefined)
    return `[${titleOf(reference).toLowerCase()}](#${titleOf(reference).toLowerCase().replaceAll(' ', '-')})`;
  const choices = node['enum'];
  if (Array.isArray(choices))
    return choices
      .filter((choice) => choice !== null)
      .map((choice) => `\`${String(choice)}\``)
      .join(', ');
  const items = node['items'];
  const types = [node['type'] ?? []]
    .flat()
    .filter((item): item is string => typeof item === 'string' && item !== 'null');
  return types
    .map((name) => (name === 'array' && isJsonObject(items) ? listOf(items) : (WORDS.get(name) ?? name)))
    .join(' or ');
}

const listOf = (items: JsonObject): string => {
  const inner = valueOf(items);
  return inner === '' || inner === 'section' ? 'list' : `list of ${inner}`;
};
const WORDS = new Map([
  ['string', 'text'],
  ['object', 'section'],
  ['boolean', 'true, false'],
  ['integer', 'whole number'],
  ['array', 'list'],
]);

const entriesOf = (value: JsonValue | undefined): readonly (readonly [string, JsonObject])[] =>
  isJsonObject(value)
    ? Object.entries(value).flatMap(([key, child]) => (isJsonObject(child) ? [[key, child] as const] : []))
    : [];
const textAt = (node: JsonObject, key: string): string => (typeof node[key] === 'string' ? node[key] : '');
const sentence = (text: string): string => text.replaceAll('<', '&lt;');
const cell = (text: string): string => sentence(text).replaceAll('|', '\\|');
