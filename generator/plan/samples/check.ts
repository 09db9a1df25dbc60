/** Whether a sample is a request that the document allows, and one that a mock server can judge. */
import type { TypeNode } from '../../ir/types.ts';
import { positionalNames } from '../methods/variables.ts';
import { fieldsOf } from '../methods/params-type.ts';
import type { SdkPlan } from '../sdk.ts';
import { type World, flatten, resolveNode } from '../types/world.ts';
import type { SamplePlan } from './call.ts';
import { accepts, jsonOf } from './fit.ts';
import { type SampleValue, holdsFile } from './value.ts';

/** Wire names of the arguments whose value breaks what the document says of them. */
export function unfitArguments(sdk: SdkPlan, sample: SamplePlan): readonly string[] {
  const { plan } = sample;
  const fits = (type: TypeNode, value: SampleValue | undefined): boolean => value === undefined || holdsFile(value) || value.kind === 'file' || accepts(sdk.world, type, jsonOf(value));
  const positional = positionalNames(sdk.names, plan).flatMap(({ parameter }, index) => (fits(parameter.type, sample.positional[index]) ? [] : [parameter.name]));
  if (sample.argument?.kind !== 'object' || plan.arguments.kind === 'none') return positional;
  const { entries } = sample.argument;
  const given = new Map(entries.map((entry) => [entry.name, entry.value]));
  const { body, fields } = plan.arguments;
  const own = new Set(fields.map((field) => field.name));
  const whole = body.kind === 'union' && !fits(body.node, { kind: 'object', entries: entries.filter((entry) => !own.has(entry.name)) }) ? ['body'] : [];
  return [...positional, ...whole, ...fieldsOf(sdk.world, plan.arguments).flatMap((field) => (fits(field.type, given.get(field.name)) ? [] : [field.wireName]))];
}

/** No look goes through more schemas than this: what a sample shows lies near, and every method looks. */
const MOST_LOOKED_AT = 200;

/** Whether an alternative inside the type requires what only the server sends. */
export function demandsServerValues(world: World, type: TypeNode): boolean {
  const seen = new Set<string>();
  const waiting: { readonly node: TypeNode; readonly isInside: boolean }[] = [{ node: type, isInside: false }];
  // The list grows while it is gone through.
  for (const { node, isInside } of waiting) {
    switch (node.kind) {
      case 'ref': {
        const key = `${node.id} ${isInside}`;
        if (seen.has(key) || seen.size >= MOST_LOOKED_AT) break;
        seen.add(key);
        waiting.push({ node: resolveNode(world, node), isInside });
        break;
      }
      case 'union': waiting.push(...node.members.map((member) => ({ node: member, isInside: true }))); break;
      case 'intersection': waiting.push(...node.members.map((member) => ({ node: member, isInside }))); break;
      case 'nullable': waiting.push({ node: node.type, isInside }); break;
      case 'array': waiting.push({ node: node.items, isInside }); break;
      case 'object':
        for (const one of flatten(world, node).properties) {
          if (isInside && one.required && one.readOnly === true) return true;
          waiting.push({ node: one.type, isInside });
        }
        break;
      default: break;
    }
  }
  return false;
}
