/** Writes a call as a line of TypeScript: models need the fewest tokens for that. */
import { type Argument, type Entry, type Schema, isRecord } from './catalogue-types.ts';

/** `client.servers.list({ q?: string, page?: number }): pages of { id: string }` */
export function signatureOf(entry: Entry, longest: number = 700): string {
  const positional = entry.arguments.filter((argument) => argument.as === 'positional');
  const rest = entry.arguments.filter((argument) => argument.as !== 'positional');
  const result = resultOf(entry);
  for (const depth of [3, 2, 1]) {
    const params = paramsOf(entry, rest, depth);
    const names = [
      ...positional.map((argument) => `${key(argument.name)}: ${typeOf(schemaOf(entry, argument), depth)}`),
      ...params,
    ];
    const line = `client.${entry.accessor.join('.')}(${names.join(', ')}): ${typeText(entry, result, depth)}`;
    if (line.length <= longest) return line;
  }
  const required = rest.filter((argument) => argument.required).map((argument) => key(argument.name));
  const names = [
    ...positional.map((argument) => key(argument.name)),
    ...(rest.length > 0 ? [`{ ${required.join(', ')} … }`] : []),
  ];
  return `client.${entry.accessor.join('.')}(${names.join(', ')}): ${typeText(entry, result, 1)}`.slice(
    0,
    longest,
  );
}

const resultOf = ({ output }: Entry): Schema => output ?? {};

function typeText({ result }: Entry, schema: Schema, depth: number): string {
  const inside = typeOf(schema, depth - 1).slice(0, 300);
  switch (result) {
    case 'void':
      return 'nothing';
    case 'binary':
      return 'bytes';
    case 'page':
      return `pages of ${inside}`;
    case 'stream':
      return `stream of ${inside}`;
    default:
      return inside;
  }
}

function paramsOf(entry: Entry, rest: readonly Argument[], depth: number): readonly string[] {
  if (rest.length === 0) return [];
  const [only] = rest;
  if (only?.as === 'whole') return [`${only.name}: text or data URL`];
  const spread = rest.find((argument) => argument.as === 'spread');
  const fields = rest.filter((argument) => argument.as === 'field');
  const texts = fields.map(
    (argument) =>
      `${key(argument.key ?? argument.name)}${argument.required ? '' : '?'}: ${typeOf(schemaOf(entry, argument), depth)}`,
  );
  const object = texts.length > 0 ? [`{ ${texts.join(', ')} }`] : [];
  return [[...object, ...(spread ? [typeOf(schemaOf(entry, spread), depth)] : [])].join(' & ')];
}

function schemaOf({ input }: Entry, { name }: Argument): Schema {
  const properties = isRecord(input['properties']) ? input['properties'] : {};
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return isRecord(schema) ? schema : {};
}

function typeOf(schema: Schema, depth: number): string {
  const { anyOf, type } = schema;
  if (Array.isArray(anyOf)) {
    const texts = [...new Set(anyOf.filter(isRecord).map((member) => typeOf(member, depth)))];
    return texts.length > 4 && anyOf.length === 5 ? 'any' : texts.slice(0, 6).join(' | ');
  }
  if (Array.isArray(schema['enum']))
    return schema['enum']
      .slice(0, 12)
      .map((value) => JSON.stringify(value))
      .join(' | ');
  if (type === 'array') {
    const items = isRecord(schema['items']) ? typeOf(schema['items'], depth) : 'any';
    return /[|&]/.test(items) ? `(${items})[]` : `${items}[]`;
  }
  if (type !== 'object') return type === 'integer' ? 'number' : typeof type === 'string' ? type : 'any';
  const properties = isRecord(schema['properties']) ? Object.entries(schema['properties']) : [];
  if (properties.length === 0) return 'object';
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const shown = properties.slice(0, depth <= 0 ? 12 : 40);
  const texts = shown.map(([name, inside]) =>
    depth <= 0
      ? key(name)
      : `${key(name)}${required.includes(name) ? '' : '?'}: ${isRecord(inside) ? typeOf(inside, depth - 1) : 'any'}`,
  );
  return `{ ${[...texts, ...(shown.length < properties.length ? ['…'] : [])].join(', ')} }`;
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const LONGEST_RESULT = 700;

/** Two lines for each call: TypeScript and a description. */
export function foundText(entries: readonly Entry[], hasCode: boolean): string {
  if (entries.length === 0) return 'Nothing found. Try other words for the action and the resource.';
  return entries
    .map((entry) => {
      const head = hasCode
        ? signatureOf(entry, LONGEST_RESULT)
        : `${entry.tool}: ${signatureOf(entry, LONGEST_RESULT)}`;
      return `${head}\n  ${entry.description.slice(0, 200)}`;
    })
    .join('\n');
}
