/** Whether a sample is a request that the document allows, and one that a mock server can judge. */
import type { TypeNode } from '../../ir/types.ts';
import { fieldsOf } from '../arguments.ts';
import { type Shapes, flatten, resolveNode } from '../shapes.ts';
import type { SampleCall } from './call.ts';
import { accepts, jsonOf } from './fit.ts';
import { type SampleValue, holdsFile } from './value.ts';

/** Wire names of the arguments whose value breaks what the document says of them. */
export function unfitArguments(shapes: Shapes, sample: SampleCall): readonly string[] {
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
 * Whether the value is one of several alternatives of a `oneOf` but for the tag that the reader gave each of
 * them: their own schemas allow every
 * tag, and a mock server that knows no discriminators finds the value in more than one.
 */
export function isToldApartByTagAlone(shapes: Shapes, type: TypeNode, value: SampleValue): boolean {
  const union = resolveNode(shapes, type);
  if (union.kind !== 'union' || union.mode !== 'oneOf' || union.discriminator === undefined) return false;
  const { property } = union.discriminator;
  const json = jsonOf(value);
  const asWritten = union.members.map((member) => {
    const object = resolveNode(shapes, member);
    const isInherited =
      object.kind === 'object' &&
      flatten(shapes, { ...object, properties: [] }).properties.some((one) => one.name === property);
    return isInherited
      ? { ...object, properties: object.properties.filter((one) => one.name !== property) }
      : member;
  });
  return asWritten.filter((member) => accepts(shapes, member, json)).length > 1;
}

/**
 * Whether the value meets an alternative that requires what only the server sends. Only what the value holds
 * is looked at:
 * a mock server asks nothing of a property that is not sent.
 */
export function demandsServerValues(shapes: Shapes, type: TypeNode, value: SampleValue): boolean {
  const seen = new Map<SampleValue, Set<string>>();
  const waiting: { readonly node: TypeNode; readonly value: SampleValue; readonly isInside: boolean }[] = [
    { node: type, value, isInside: false },
  ];
  // The list grows while it is gone through.
  for (const { node, value: held, isInside } of waiting) {
    switch (node.kind) {
      case 'ref': {
        const met = seen.get(held) ?? new Set();
        const key = `${node.id} ${isInside}`;
        if (met.has(key)) break;
        seen.set(held, met.add(key));
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
        const given = new Map(held.entries.map((one) => [one.name, one.value]));
        for (const one of flatten(shapes, node).properties) {
          if (isInside && one.required && one.readOnly === true) return true;
          const inner = given.get(one.name);
          if (inner) waiting.push({ node: one.type, value: inner, isInside });
        }
        break;
      }
      default:
        break;
    }
  }
  return false;
}
