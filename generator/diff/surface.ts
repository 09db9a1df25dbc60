/**
 * A method as calling code sees it in any language: the arguments before the options. See the SDK contract.
 */
import type { Api, Method, Parameter, Resource, TypeNode } from '../ir/types.ts';
import { isPublished } from '../lib/editions.ts';
import type { SdkNames } from '../lib/sdk-names.ts';
import { plainNames } from './names.ts';
import { type Schemas, membersOfObject, resolve } from './compare/shape.ts';

export interface MethodSurface {
  readonly method: Method;
  /** Keys of the parent resources. */
  readonly resource: readonly string[];
  /** For example `client.pets.list`. */
  readonly symbol: string;
  /** Names of the positional path parameters. */
  readonly positional: readonly string[];
  /** Path parameters passed by name, without those set by client options. */
  readonly named: readonly string[];
  /** The argument between the positional arguments and the options; `none` if there is none. */
  readonly slot: 'none' | 'optional' | 'required';
}

/** All methods with their place in the tree, in tree order. */
export function surfaceOf(api: Api, schemas: Schemas): MethodSurface[] {
  const found: MethodSurface[] = [];
  const names: SdkNames = schemas.names ?? plainNames(api);
  const mayLeaveOutBody = !isPublished(api.client.edition);
  const pending: { readonly resource: Resource; readonly keys: readonly string[] }[] = [
    { resource: api.root, keys: [] },
  ];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const { resource, keys } = at;
    for (const method of resource.methods)
      found.push(
        methodSurface(
          method,
          { resource: keys, symbol: names.call(keys, method.key), mayLeaveOutBody },
          schemas,
        ),
      );
    for (const child of [...resource.children].reverse())
      pending.push({ resource: child, keys: [...keys, child.key] });
  }
  return found;
}

function methodSurface(
  method: Method,
  {
    mayLeaveOutBody,
    ...place
  }: Pick<MethodSurface, 'resource' | 'symbol'> & { readonly mayLeaveOutBody: boolean },
  schemas: Schemas,
): MethodSurface {
  const path = method.parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => parameter.name);
  const optioned = new Set(
    method.parameters
      .filter((parameter) => parameter.clientOption !== undefined)
      .map((parameter) => parameter.name),
  );
  const positional = method.positional ?? path.slice(-1);
  const named = path.filter((name) => !positional.includes(name) && !optioned.has(name));
  return { method, ...place, positional, named, slot: slotOf(method, { named, mayLeaveOutBody }, schemas) };
}

function slotOf(
  method: Method,
  { named, mayLeaveOutBody }: { readonly named: readonly string[]; readonly mayLeaveOutBody: boolean },
  schemas: Schemas,
): MethodSurface['slot'] {
  const others = method.parameters.filter((parameter) => parameter.in !== 'path');
  const optionedPath = method.parameters.some(
    (parameter) => parameter.in === 'path' && parameter.clientOption !== undefined,
  );
  if (others.length === 0 && named.length === 0 && method.body === undefined && !optionedPath) return 'none';
  const isAlone = others.length === 0 && named.length === 0 && !optionedPath && method.bodyName === undefined;
  const content = method.body?.contents[method.body.chosen];
  const required =
    named.length > 0 ||
    others.some(isNeeded) ||
    method.body?.required === true ||
    (content !== undefined && !(isAlone && mayLeaveOutBody) && bodyNeeds(content.type, schemas));
  return required ? 'required' : 'optional';
}

const isNeeded = (parameter: Parameter): boolean =>
  parameter.required && parameter.clientOption === undefined && parameter.type.kind !== 'literal';

function bodyNeeds(type: TypeNode, schemas: Schemas): boolean {
  const target = resolve(type, schemas);
  if (target?.kind === 'union') return true;
  if (target?.kind !== 'object') return false;
  return [...membersOfObject(target, schemas).properties.values()].some(
    (property) => property.required && property.readOnly !== true,
  );
}
