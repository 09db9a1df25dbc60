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

/** Whether an alternative inside the type requires what only the server sends. */
export function demandsServerValues(world: World, type: TypeNode): boolean {
  const seen = new Set<string>();
  const visit = (node: TypeNode, isInside: boolean): boolean => {
    if (node.kind === 'ref') {
      const key = `${node.id} ${isInside}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return visit(resolveNode(world, node), isInside);
    }
    switch (node.kind) {
      case 'union': return node.members.some((member) => visit(member, true));
      case 'intersection': return node.members.some((member) => visit(member, isInside));
      case 'nullable': return visit(node.type, isInside);
      case 'array': return visit(node.items, isInside);
      case 'object': return flatten(world, node).properties.some((one) => (isInside && one.required && one.readOnly === true) || visit(one.type, isInside));
      default: return false;
    }
  };
  return visit(type, false);
}
