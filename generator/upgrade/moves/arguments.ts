/** Finds the arguments of a call that have another position in the new SDK. */
import type { TypescriptMethod } from '../../languages/typescript/methods/method.ts';
import type { ArgumentsMove, Slots, Source } from '../types.ts';
import { type PairedMethod, pathParameters } from './declarations.ts';
import { methodPath } from './surface.ts';

/** Undefined if every call can stay as it is. */
export function argumentsMove({ base: a, revision: b }: PairedMethod): ArgumentsMove | undefined {
  const [before, after] = [slotsOf(a), slotsOf(b)];
  const old = oldNames(a, b);
  const places = a.arguments.positional.map((parameter) => parameter.name);
  const sourceOf = (name: string): Source | undefined => {
    const was = old.get(name);
    if (was === undefined) return undefined;
    const index = places.indexOf(was);
    if (index >= 0) return { kind: 'positional', index };
    const field = a.arguments.fields.find((item) => item.group === 'path' && item.wireName === was);
    return field === undefined ? undefined : { kind: 'named', name: field.name };
  };
  const positional = b.arguments.positional.map((parameter) => sourceOf(parameter.name));
  const named = b.arguments.fields.flatMap((field) => {
    const source = field.group === 'path' ? sourceOf(field.wireName) : undefined;
    return source?.kind === 'positional' ? [{ name: field.name, index: source.index }] : [];
  });
  const stays =
    positional.length === before.positional &&
    named.length === 0 &&
    positional.every((source, index) => source?.kind === 'positional' && source.index === index) &&
    (before.params === 'none') === (after.params === 'none');
  if (stays) return undefined;
  const order = positional.some((source, index) => source?.kind !== 'positional' || source.index !== index);
  return {
    kind: 'arguments',
    method: methodPath(a),
    before,
    after,
    positional,
    named,
    rule:
      before.params === 'none' && after.params !== 'none' && !order && named.length === 0
        ? 'parameter-added-first'
        : pathParameters(a).length === pathParameters(b).length
          ? [...pathParameters(a)].sort().join() === [...pathParameters(b)].sort().join() &&
            pathParameters(a).join() !== pathParameters(b).join()
            ? 'path-parameters-swapped'
            : 'positional-changed'
          : 'path-parameter-added',
  };
}

/** New name of a path parameter → old name. Unchanged names match; others are paired by position. */
function oldNames(a: TypescriptMethod, b: TypescriptMethod): ReadonlyMap<string, string> {
  const [before, after] = [pathParameters(a), pathParameters(b)];
  const found = new Map<string, string>();
  for (const name of after) if (before.includes(name)) found.set(name, name);
  if (before.length === after.length)
    after.forEach((name, index) => {
      const was = before[index];
      if (!found.has(name) && was !== undefined && !after.includes(was)) found.set(name, was);
    });
  return found;
}

const slotsOf = ({ arguments: all }: TypescriptMethod): Slots => ({
  positional: all.positional.length,
  params: all.kind === 'none' ? 'none' : all.optional ? 'optional' : 'required',
});
