/** Checks whether the document allows a sample request, and whether a mock server can validate it. */
import type { Content, TypeNode } from '../../ir/types.ts';
import { type Field, fieldsOf, isRawBody } from '../arguments.ts';
import { type Shapes, flatten, resolveNode } from '../shapes.ts';
import type { PlannedMethod } from '../methods.ts';
import type { SampleCall } from './call.ts';
import { accepts, jsonOf } from './fit.ts';
import { type SampleValue, holdsFile } from './value.ts';

/** Wire names of the arguments whose value violates the document. */
function unfitArguments(shapes: Shapes, sample: SampleCall): readonly string[] {
  const { arguments: args } = sample.planned;
  const fits = (type: TypeNode, value: SampleValue | undefined): boolean =>
    value === undefined || holdsFile(value) || value.kind === 'file' || accepts(shapes, type, jsonOf(value));
  const positional = args.positional.flatMap((parameter, index) =>
    fits(parameter.type, sample.positional[index]) ? [] : [parameter.name],
  );
  if (sample.argument?.kind !== 'object' || args.kind === 'none') return positional;
  const { entries } = sample.argument;
  const given = new Map(entries.map((entry) => [entry.name, entry.value]));
  const { body, fields } = args;
  const own = new Set(fields.map((field) => field.name));
  const whole =
    body.kind === 'union' &&
    !fits(body.node, { kind: 'object', entries: entries.filter((entry) => !own.has(entry.name)) })
      ? ['body']
      : [];
  const all = fieldsOf(shapes, args);
  const sent = new Set(all.map((field) => field.wireName));
  const missing =
    body.kind === 'object' ? (body.node.undeclared ?? []).filter((name) => !sent.has(name)) : [];
  return [
    ...positional,
    ...missing,
    ...whole,
    ...all.flatMap((field) => (fits(field.type, given.get(field.name)) ? [] : [field.wireName])),
  ];
}

/**
 * True if the value matches several alternatives of a `oneOf`, apart from tags that only discriminators
 * give: a mock server without discriminators finds the value in more than one.
 */
function isToldApartByTagAlone(shapes: Shapes, type: TypeNode, value: SampleValue): boolean {
  const union = resolveNode(shapes, type);
  if (union.kind !== 'union' || union.mode !== 'oneOf') return false;
  const json = jsonOf(value);
  const asWritten = union.members.map((member) => {
    const object = resolveNode(shapes, member);
    return object.kind === 'object'
      ? { ...object, properties: object.properties.filter(({ isTag }) => !isTag) }
      : member;
  });
  return asWritten.filter((member) => accepts(shapes, member, json)).length > 1;
}

/**
 * True if the value matches an alternative that requires properties only the server sends. Only properties
 * in the value are examined, because a mock server ignores those that are not sent.
 */
function demandsServerValues(shapes: Shapes, type: TypeNode, value: SampleValue): boolean {
  const seen = new Map<SampleValue, Set<string>>();
  const waiting: { readonly node: TypeNode; readonly value: SampleValue; readonly isInside: boolean }[] = [
    { node: type, value, isInside: false },
  ];
  // The list grows during the iteration.
  for (const { node, value: held, isInside } of waiting) {
    switch (node.kind) {
      case 'ref': {
        const visited = seen.get(held) ?? new Set();
        const key = `${node.id} ${isInside}`;
        if (visited.has(key)) break;
        seen.set(held, visited.add(key));
        waiting.push({ node: resolveNode(shapes, node), value: held, isInside });
        break;
      }
      case 'union':
        waiting.push(...node.members.map((member) => ({ node: member, value: held, isInside: true })));
        break;
      case 'intersection':
        waiting.push(...node.members.map((member) => ({ node: member, value: held, isInside })));
        break;
      case 'nullable':
        waiting.push({ node: node.type, value: held, isInside });
        break;
      case 'array':
        if (held.kind === 'array')
          waiting.push(...held.items.map((item) => ({ node: node.items, value: item, isInside })));
        break;
      case 'object': {
        if (held.kind !== 'object') break;
        const given = new Map(held.entries.map((entry) => [entry.name, entry.value]));
        for (const property of flatten(shapes, node).properties) {
          if (isInside && property.required && property.readOnly === true) return true;
          const inner = given.get(property.name);
          if (inner) waiting.push({ node: property.type, value: inner, isInside });
        }
        break;
      }
      default:
        break;
    }
  }
  return false;
}

/** Why no request can be generated that the document allows. */
export function whyImpossible(shapes: Shapes, sample: SampleCall): string | undefined {
  const unfit = unfitArguments(shapes, sample);
  return unfit.length === 0
    ? undefined
    : `No valid sample value was found for ${unfit.map((name) => `"${name}"`).join(', ')}: the constraints in the API document may contradict each other.`;
}

/**
 * True if Prism cannot validate the request. It reads no numbers and booleans from plain text,
 * lists and objects in forms as plain text, tuples by the rules of older drafts, and no JSON
 * that is bytes. It requires properties that only the server sends inside alternatives, and
 * ignores discriminators. It recognizes a list in the query only if the parameter's schema
 * itself, not an alternative in it, is a list.
 */
function isUnreadable(shapes: Shapes, sample: SampleCall): boolean {
  const { arguments: args } = sample.planned;
  const { content, body } = args;
  // It reads no objects from text, such as YAML.
  const text = declaredText(shapes, content);
  if (isNumberAsText(shapes, content) || ['object', 'record', 'array'].includes(text?.kind ?? ''))
    return true;
  const given = new Map(
    sample.argument?.kind === 'object'
      ? sample.argument.entries.map((entry) => [entry.name, entry.value])
      : [],
  );
  if (args.fields.some((field) => isHiddenList(shapes, field, given.get(field.name)))) return true;
  if (isRawBody(body)) return sample.argument !== undefined && /[/+]json\b/.test(content?.mediaType ?? '');
  if (body.kind === 'union')
    return (
      sample.argument !== undefined &&
      (demandsServerValues(shapes, body.node, sample.argument) ||
        isToldApartByTagAlone(shapes, body.node, sample.argument))
    );
  const isForm = content?.kind === 'form' || content?.kind === 'multipart';
  const fields = body.kind === 'object' ? body.fields : body.kind === 'property' ? [body.field] : [];
  return fields.some((field) => {
    const value = given.get(field.name);
    if (value === undefined) return false;
    const isUnknown =
      body.kind === 'object' &&
      ((isForm && (value.kind === 'array' || value.kind === 'object')) || isClosedTuple(shapes, field.type));
    return isUnknown || demandsServerValues(shapes, field.type, value);
  });
}

/** Why a mock server cannot answer the request, or cannot validate it; undefined if it can. */
export function whyUnsupported(
  shapes: Shapes,
  { method, result }: PlannedMethod,
  sample: SampleCall,
): string | undefined {
  if (!method.responses.some(({ status }) => status.startsWith('2') || status === 'default'))
    return 'the API document describes no successful response';
  if (method.origin.pointer.includes('#')) return 'the mock server does not support paths with #';
  const { arguments: args } = sample.planned;
  if (args.content?.isAssumed && (sample.argument !== undefined || !args.isAbsent))
    return 'the API document names no media type for this body';
  const answer = method.success === undefined ? undefined : method.responses[method.success];
  if (answer?.chosen !== undefined && answer.contents[answer.chosen]?.isAssumed)
    return 'the API document names no media type for the response';
  return isUnreadable(shapes, sample) ||
    isNumberAsText(shapes, result.kind === 'value' ? result.content : undefined)
    ? 'the mock server does not support this body'
    : undefined;
}

/** The declared type of text content. */
const declaredText = (shapes: Shapes, content: Content | undefined): TypeNode | undefined =>
  content?.kind === 'text' ? resolveNode(shapes, content.described ?? content.type) : undefined;

/**
 * True for text content that is declared as a number or a boolean: the mock server expects the value
 * itself and cannot write it.
 */
function isNumberAsText(shapes: Shapes, content: Content | undefined): boolean {
  const type = declaredText(shapes, content);
  return type?.kind === 'scalar' && type.scalar !== 'string' && type.scalar !== 'binary';
}

/**
 * True if the example of a response is text although its type is not: a mock
 * server sends the example as it is.
 */
export function isTextForObject(shapes: Shapes, content: Content | undefined): boolean {
  if (content?.kind !== 'json' || typeof content.example !== 'string') return false;
  return ['object', 'array', 'intersection'].includes(resolveNode(shapes, content.type).kind);
}

const isHiddenList = (shapes: Shapes, field: Field, value: SampleValue | undefined): boolean =>
  field.parameter?.in === 'query' &&
  value?.kind === 'array' &&
  resolveNode(shapes, field.type).kind !== 'array';

function isClosedTuple(shapes: Shapes, type: TypeNode): boolean {
  const node = resolveNode(shapes, type);
  return node.kind === 'tuple' && node.rest === false;
}
