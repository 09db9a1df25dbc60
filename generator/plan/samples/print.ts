/** Sample calls as code: laid out as prettier would, as they also stand in comments and documents that no formatter reads. */
import { type Code, access, code, empty, identifier, join, literalKey, valueLiteral } from '../code.ts';
import type { SamplePlan } from './call.ts';
import type { SampleValue } from './value.ts';

const WIDTH = 80;

const pad = (indent: number): Code => join(Array.from({ length: indent }, () => code` `), '');

/** One value; objects and lists that would pass the margin get a line per entry. */
export function printValue(value: SampleValue, place: { readonly indent: number; readonly column: number }): Code {
  const flat = flatValue(value);
  if (place.column + flat.length <= WIDTH || value.kind === 'literal' || value.kind === 'file') return flat;
  const inner = place.indent + 2;
  if (value.kind === 'array') {
    if (value.items.length === 0) return flat;
    const items = value.items.map((item) => code`${pad(inner)}${printValue(item, { indent: inner, column: inner })},\n`);
    return code`[\n${join(items, '')}${pad(place.indent)}]`;
  }
  if (value.entries.length === 0) return flat;
  const entries = value.entries.map((entry) => {
    const key = code`${literalKey(entry.name)}: `;
    return code`${pad(inner)}${key}${printValue(entry.value, { indent: inner, column: inner + key.length + 1 })},\n`;
  });
  return code`{\n${join(entries, '')}${pad(place.indent)}}`;
}

function flatValue(value: SampleValue): Code {
  switch (value.kind) {
    case 'literal': return valueLiteral(value.value);
    case 'file': return code`fs.createReadStream('path/to/file')`;
    case 'array': return code`[${join(value.items.map(flatValue), ', ')}]`;
    case 'object': return value.entries.length === 0 ? code`{}` : code`{ ${join(value.entries.map((one) => code`${literalKey(one.name)}: ${flatValue(one.value)}`), ', ')} }`;
    default: return value satisfies never;
  }
}

/** `client.servers.get('id', { name: 'x' })` behind `lead`, with `tail` after it on the same line. */
export function printCall(sample: SamplePlan, options: { readonly lead: Code; readonly callee: Code; readonly first?: Code; readonly tail: Code; readonly indent: number }): Code {
  const before = [...(options.first === undefined ? [] : [options.first]), ...sample.positional.map(flatValue)];
  const head = code`${options.lead}${options.callee}(`;
  const { argument } = sample;
  if (!argument) return code`${pad(options.indent)}${head}${join(before, ', ')})${options.tail}`;
  const comma = before.length > 0 ? code`, ` : empty;
  const start = code`${head}${join(before, ', ')}${comma}`;
  const flat = code`${start}${flatValue(argument)})${options.tail}`;
  if (options.indent + flat.length <= WIDTH) return code`${pad(options.indent)}${flat}`;
  // Past the margin by all means: the object is opened, even when its text alone would fit.
  const opened = argument.entries.length === 0 ? flatValue(argument) : printValue(argument, { indent: options.indent, column: WIDTH + 1 });
  return code`${pad(options.indent)}${start}${opened})${options.tail}`;
}

/** The call and what it prints, line by line. */
export function printUse(sample: SamplePlan, options: { readonly callee: Code; readonly indent: number }): Code {
  const { indent, callee } = options;
  const space = pad(indent);
  const variable = identifier(sample.variable);
  const assigned = (lead: Code): Code => printCall(sample, { lead, callee, tail: code`;`, indent });
  switch (sample.shows.kind) {
    case 'nothing': return assigned(code`await `);
    case 'value': return code`${assigned(code`const ${variable} = await `)}\n\n${space}console.log(${variable}${member(sample.shows.property)});`;
    case 'binary': return code`${assigned(code`const ${variable} = await `)}\n\n${space}const content = await ${variable}.blob();\n${space}console.log(content);`;
    case 'events':
      return code`${assigned(code`const ${variable} = await `)}\n\n${space}for await (const event of ${variable}) {\n${space}  console.log(event);\n${space}}`;
    case 'items': {
      const loop = printCall(sample, { lead: code`for await (const ${variable} of `, callee, tail: code`) {`, indent });
      return code`${space}// Asks for further pages as the loop gets to them.\n${loop}\n${space}  console.log(${variable}${member(sample.shows.property)});\n${space}}`;
    }
    default: return sample.shows satisfies never;
  }
}

export const member = (property: string | undefined): Code => (property === undefined ? empty : access(property));
