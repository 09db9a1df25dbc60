/** What the document states about a value besides its type: limits, default, example, deprecation. */
import type { Constraints, Parameter, TypeNode } from '../../../ir/types.ts';
import { resolveNode } from '../../../plan/shapes.ts';
import type { TypeContext } from '../types/type-context.ts';
import type { Member } from '../types/declaration.ts';
import { type Code, code, join, lineText, numberLiteral, valueLiteral } from '../code.ts';
import { cell, codeSpan } from '../../../text/markdown.ts';

export function memberDescription(context: Pick<TypeContext, 'schemas'>, member: Member): Code {
  const deprecated = member.doc.findIndex((line) => line.startsWith('@deprecated'));
  const spoken = member.doc
    .slice(0, deprecated < 0 ? undefined : deprecated)
    .join(' ')
    .trim();
  const reason = deprecated < 0 ? undefined : reasonInTag(member.doc.slice(deprecated));
  const facts = member.about ? factsOf(context, member.about.type, spoken, member.about) : [];
  const notice =
    reason === undefined
      ? []
      : reason === ''
        ? [code`**Deprecated.**`]
        : [code`**Deprecated**: ${sentence(reason)}`];
  return join(
    [...notice, ...(spoken === '' ? [] : [facts.length > 0 ? sentence(spoken) : cell(spoken)]), ...facts],
    ' ',
  );
}

/** The same for a positional parameter. */
export function parameterDescription(context: Pick<TypeContext, 'schemas'>, parameter: Parameter): Code {
  const spoken = parameter.description ?? '';
  const facts = factsOf(
    context,
    parameter.type,
    spoken,
    parameter.example === undefined ? {} : { example: parameter.example },
  );
  const { deprecated } = parameter;
  const notice = !deprecated
    ? []
    : deprecated.message === undefined
      ? [code`**Deprecated.**`]
      : [code`**Deprecated**: ${sentence(deprecated.message)}`];
  return join(
    [...notice, ...(spoken === '' ? [] : [facts.length > 0 ? sentence(spoken) : cell(spoken)]), ...facts],
    ' ',
  );
}

/** The text of `@deprecated`; empty if no reason is given. */
export function reasonInTag(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/^@deprecated\s*/, '')
    .trim();
}

/** Ends the text with a full stop, so that further sentences can follow. */
function sentence(text: string): Code {
  const message = cell(text);
  return /[\p{L}\p{N})\]`'"*]$/u.test(message) ? code`${message}.` : message;
}

/** One short sentence for each. */
function factsOf(
  context: Pick<TypeContext, 'schemas'>,
  node: TypeNode,
  description: string,
  place: { readonly default?: unknown; readonly example?: unknown } = {},
): readonly Code[] {
  const inner = node.kind === 'nullable' ? node.type : node;
  const target = resolveNode(context, inner);
  const fallback = place.default ?? node.default ?? inner.default ?? target.default;
  const constraints = inner.constraints ?? target.constraints;
  const example = place.example ?? node.examples?.[0] ?? inner.examples?.[0];
  const format =
    target.kind === 'scalar' && target.format !== undefined && target.scalar === 'string'
      ? [code`Format: ${codeSpan(target.format)}.`]
      : [];
  return [
    ...format,
    ...(constraints ? limits(constraints, description) : []),
    ...(fallback === undefined ? [] : [code`Default: ${codeSpan(valueLiteral(fallback))}.`]),
    ...(example === undefined || typeof example === 'object'
      ? []
      : [code`Example: ${codeSpan(valueLiteral(example))}.`]),
  ];
}

/** Limits of a value, one short sentence each, without limits that the description already states. */
export function limits(given: Constraints, description: string): readonly Code[] {
  const range = (low: number | undefined, high: number | undefined, unit: string): readonly Code[] => {
    const what = lineText(unit);
    const space = unit === '' ? code`` : code` `;
    if (low !== undefined && low === high) return [code`Exactly ${numberLiteral(low)}${space}${what}.`];
    if (low !== undefined && high !== undefined)
      return [code`From ${numberLiteral(low)} to ${numberLiteral(high)}${space}${what}.`];
    if (low !== undefined)
      return unit !== '' && low === 0 ? [] : [code`At least ${numberLiteral(low)}${space}${what}.`];
    return high === undefined ? [] : [code`At most ${numberLiteral(high)}${space}${what}.`];
  };
  const constraints = withinNumbers(given);
  const sentences = [
    ...range(constraints.minimum, constraints.maximum, ''),
    ...(constraints.exclusiveMinimum === undefined
      ? []
      : [code`Greater than ${numberLiteral(constraints.exclusiveMinimum)}.`]),
    ...(constraints.exclusiveMaximum === undefined
      ? []
      : [code`Less than ${numberLiteral(constraints.exclusiveMaximum)}.`]),
    ...(constraints.multipleOf === undefined
      ? []
      : [code`A multiple of ${numberLiteral(constraints.multipleOf)}.`]),
    ...range(constraints.minLength, constraints.maxLength, 'characters'),
    ...range(constraints.minItems, constraints.maxItems, 'items'),
    ...(constraints.uniqueItems === true ? [code`Items are unique.`] : []),
    ...range(constraints.minProperties, constraints.maxProperties, 'properties'),
    ...(constraints.pattern === undefined ||
    constraints.pattern.length > 80 ||
    constraints.pattern.includes('\\|')
      ? []
      : [code`Pattern: ${codeSpan(constraints.pattern)}.`]),
  ];
  const text = new Set(LIMIT_WORDS.test(description) ? numbersIn(description) : []);
  return sentences.filter((sentence) => {
    const numbers = numbersIn(sentence).filter((number) => !TRIVIAL.has(number));
    return sentence.startsWith('Pattern') || numbers.length === 0 || !numbers.every((name) => text.has(name));
  });
}

/** A number in a description without any of these words is a default or an example, not a limit. */
const LIMIT_WORDS =
  /\b(?:max|min|maxim\w*|minim\w*|at (?:most|least)|up to|between|from|limit\w*|range|exceed\w*|(?:more|less|fewer|greater|longer|shorter) than|exactly|multiples?)\b|[<>≤≥]|\d\s*(?:-|–|to)\s*\d/i;

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

/** Lower limits that descriptions rarely mention. */
const TRIVIAL = new Set(['0', '1']);

/** Omits limits that only restate the range of the number type. */
function withinNumbers(constraints: Constraints): Constraints {
  const { minimum, maximum, ...others } = constraints;
  const isLimit = (value: number | undefined): value is number =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return { ...others, ...(isLimit(minimum) ? { minimum } : {}), ...(isLimit(maximum) ? { maximum } : {}) };
}
