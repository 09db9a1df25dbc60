/**
 * Sample calls as code, in prettier's layout, because they also appear in comments and documents that are not
 * formatted.
 */
import {
  type Code,
  access,
  code,
  empty,
  identifier,
  join,
  literalKey,
  bigintLiteral,
  stringLiteral,
  valueLiteral,
} from '../code.ts';
import type { SamplePlan } from './call.ts';
import type { MethodValues } from '../values/code.ts';
import type { SampleValue } from '../../../plan/samples/value.ts';

const WIDTH = 80;

const pad = (indent: number): Code =>
  join(
    Array.from({ length: indent }, () => code` `),
    '',
  );

const FROM_DISK = code`fs.createReadStream('path/to/file')`;

/** How values are written. */
interface ValueText {
  /** Expression for a file. */
  readonly file: Code;
  /** Conversions of the SDK; undefined for JSON. */
  readonly values: MethodValues | undefined;
}

/** A value. Objects and lists that exceed the margin get one line per entry. */
export function printValue(
  value: SampleValue,
  place: ValueText & { readonly indent: number; readonly column: number },
): Code {
  const flat = flatValue(value, place);
  if (place.column + flat.length <= WIDTH || value.kind === 'literal' || value.kind === 'file') return flat;
  const inner = place.indent + 2;
  if (value.kind === 'array') {
    if (value.items.length === 0) return flat;
    const items = value.items.map(
      (item) => code`${pad(inner)}${printValue(item, { ...place, indent: inner, column: inner })},\n`,
    );
    return code`[\n${join(items, '')}${pad(place.indent)}]`;
  }
  if (value.entries.length === 0) return flat;
  const entries = value.entries.map((entry) => {
    const key = code`${literalKey(entry.name)}: `;
    return code`${pad(inner)}${key}${printValue(entry.value, { ...place, indent: inner, column: inner + key.length + 1 })},\n`;
  });
  return code`{\n${join(entries, '')}${pad(place.indent)}}`;
}

function flatValue(value: SampleValue, text: ValueText): Code {
  switch (value.kind) {
    case 'literal':
      return flatLiteral(value, text.values);
    case 'file':
      return value.type === undefined
        ? text.file
        : code`new Blob(['content'], { type: ${stringLiteral(value.type)} })`;
    case 'array':
      return code`[${join(
        value.items.map((item) => flatValue(item, text)),
        ', ',
      )}]`;
    case 'object':
      return value.entries.length === 0
        ? code`{}`
        : code`{ ${join(
            value.entries.map((entry) => code`${literalKey(entry.name)}: ${flatValue(entry.value, text)}`),
            ', ',
          )} }`;
    default:
      return value satisfies never;
  }
}

/** A literal as the types of the SDK have it. */
function flatLiteral(
  { value, scalar }: Extract<SampleValue, { kind: 'literal' }>,
  values: MethodValues | undefined,
): Code {
  const kind = scalar && values?.kindOf(scalar);
  if (kind === 'int64' && Number.isInteger(value)) return bigintLiteral(BigInt(Number(value)));
  if (kind !== 'time' || typeof value !== 'string') return valueLiteral(value);
  const isTime = !Number.isNaN(Date.parse(value));
  return code`new Date(${stringLiteral(isTime ? value : '2020-01-01T00:00:00Z')})`;
}

export interface CallText {
  /** Text before the call on its line: `const server = await `. */
  readonly lead: Code;
  readonly callee: Code;
  /** An additional first argument. */
  readonly first?: Code;
  /** Request options as the last argument. */
  readonly last?: Code;
  readonly tail: Code;
  readonly indent: number;
  /** Prints everything on one line, for files that are formatted later. */
  readonly flat?: true;
  /** Expression for a file; by default it is read from disk. */
  readonly file?: Code;
}

/** For example `const server = await client.servers.get('id', { name: 'x' });`. */
export function printCall(sample: SamplePlan, text: CallText): Code {
  const { argument, plan } = sample;
  const values: ValueText = { file: text.file ?? FROM_DISK, values: plan.values };
  const space = pad(text.indent);
  const before = [
    ...(text.first === undefined ? [] : [text.first]),
    ...sample.positional.map((sampleValue) => flatValue(sampleValue, values)),
  ];
  if (!argument) {
    const skipped = text.last !== undefined && plan.arguments.kind !== 'none' ? [code`undefined`] : [];
    return code`${space}${text.lead}${text.callee}(${join([...before, ...skipped, ...(text.last === undefined ? [] : [text.last])], ', ')})${text.tail}`;
  }
  const start = code`${text.lead}${text.callee}(${join(before, ', ')}${before.length > 0 ? code`, ` : empty}`;
  const end = code`${text.last === undefined ? empty : code`, ${text.last}`})${text.tail}`;
  const flat = code`${start}${flatValue(argument, values)}${end}`;
  if (text.flat === true || text.indent + flat.length <= WIDTH) return code`${space}${flat}`;
  // The object is always broken over several lines, even if its text would fit.
  return code`${space}${start}${printValue(argument, { ...values, indent: text.indent, column: WIDTH + 1 })}${end}`;
}

/** The lines of a call and of the code that prints its result. */
export function printUse(
  sample: SamplePlan,
  options: { readonly callee: Code; readonly indent: number },
): Code {
  const { indent, callee } = options;
  const space = pad(indent);
  const variable = identifier(sample.variable);
  const assigned = (lead: Code): Code => printCall(sample, { lead, callee, tail: code`;`, indent });
  switch (sample.shows.kind) {
    case 'nothing':
      return assigned(code`await `);
    case 'value':
      return code`${assigned(code`const ${variable} = await `)}\n\n${space}console.log(${variable}${member(sample.shows.property)});`;
    case 'binary':
      return code`${assigned(code`const ${variable} = await `)}\n\n${space}const content = await ${variable}.blob();\n${space}console.log(content);`;
    case 'events':
      return code`${assigned(code`const ${variable} = await `)}\n\n${space}for await (const event of ${variable}) {\n${space}  console.log(event);\n${space}}`;
    case 'items': {
      const loop = printCall(sample, {
        lead: code`for await (const ${variable} of `,
        callee,
        tail: code`) {`,
        indent,
      });
      return code`${space}// Fetches more pages as needed.\n${loop}\n${space}  console.log(${variable}${member(sample.shows.property)});\n${space}}`;
    }
    default:
      return sample.shows satisfies never;
  }
}

export const member = (property: string | undefined): Code =>
  property === undefined ? empty : access(property);
