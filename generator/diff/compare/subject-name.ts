import { unescapeToken } from '../../lib/origin.ts';
import { typeName } from './describe.ts';
import type { Schemas } from './shape.ts';
import type { Fact } from './fact.ts';
import { quoteName } from './walk.ts';

/**
 * What the fact is about, named after the type that declares it: a property of a base, or of an object
 * without a name of its own, is met
 * in many types, and the first of them says nothing.
 */
export function homeSubject(fact: Fact, schemas: Schemas): string {
  const [, option] = /^client option (.+)$/s.exec(fact.subject) ?? [];
  if (option !== undefined) return `client option ${schemas.names?.option(option) ?? option}`;
  const [, last = ''] = fact.rule.startsWith('property-added')
    ? (/((?:\.[\w$-]+|\."(?:[^"\\]|\\.)*"))$/.exec(fact.subject) ?? [])
    : [];
  const [, name, tail = ''] =
    /^\/(?:components\/schemas|definitions)\/([^/]+)(\/.*)?$/.exec(fact.base?.pointer ?? '') ?? [];
  const path = `${pathOf(tail, schemas)}${last}`;
  if (fact.apart === true || name === undefined || path === '') return fact.subject;
  const rest = /^(?:[\w$-]+|.+ of [^ ]+\(\))((?:\.|\[).*)$/.exec(fact.subject)?.[1];
  // The member of a union that it is in says more than where the member stands.
  const start = rest === undefined || /\[[^\]]+=/.test(rest) ? -1 : rest.lastIndexOf(path);
  return rest === undefined || start < 0 || /^[^.[]/.test(rest.slice(start + path.length))
    ? fact.subject
    : `${nameIn(fact, name, schemas)}${rest.slice(start)}`;
}

function nameIn({ base }: Fact, token: string, schemas: Schemas): string {
  const [pointer = ''] = /^\/(?:components\/schemas|definitions)\/[^/]+/.exec(base?.pointer ?? '') ?? [];
  const schema = schemas.get(`${base?.document ?? ''}#${pointer}`);
  const name = unescapeToken(token);
  return schema === undefined ? (schemas.names?.type(name) ?? name) : typeName(schema, schemas);
}

/** `/properties/tags/items` → `.tags[]`, as far as the pointer leads to types. */
function pathOf(pointer: string, { names }: Schemas): string {
  const tokens = pointer.split('/').slice(1).map(unescapeToken);
  let path = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === 'properties' && next !== undefined) path += `.${quoteName(names?.property(next) ?? next)}`;
    else if (token === 'prefixItems' && next !== undefined) path += `[${next}]`;
    else if (token === 'patternProperties' && next !== undefined) path += `[${JSON.stringify(next)}]`;
    else if (token === 'items') path += '[]';
    else if (token === 'additionalProperties') path += '[*]';
    else if (token !== 'oneOf' && token !== 'anyOf' && token !== 'allOf') break;
    if (token !== 'items' && token !== 'additionalProperties') at += 1;
  }
  return path;
}
