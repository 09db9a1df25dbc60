import { pointerTokens, unescapeToken } from '../../lib/origin.ts';
import { type Subject, type SubjectPath, namedSubject, typeSubject, within } from '../subject.ts';
import { typeName } from './describe.ts';
import type { Schemas } from './shape.ts';
import type { Fact } from './fact.ts';
import { UNDECLARED, childPath, itemPath } from './walk.ts';

/**
 * The subject, named after the type that declares it: many types share the properties of a base, and the
 * first of them would not help the reader.
 */
export function homeSubject(fact: Fact, schemas: Schemas): Subject {
  const { subject } = fact;
  if (subject.kind === 'named' && subject.what === 'client option')
    return namedSubject(subject.what, schemas.names?.option(subject.name) ?? subject.name);
  const hasParts = subject.kind === 'type' || (subject.kind === 'content' && 'method' in subject);
  const [, name, tail = ''] =
    /^\/(?:components\/schemas|definitions)\/([^/]+)(\/.*)?$/.exec(fact.base?.pointer ?? '') ?? [];
  if (fact.apart === true || name === undefined || !hasParts) return subject;
  const path = [
    ...pathOf(tail, schemas),
    ...(fact.rule.startsWith('property-added') ? subject.path.slice(-1).filter(isProperty) : []),
  ];
  // The union member that contains it is a better name than the location of the member.
  if (path.length === 0 || subject.path.some(isMember)) return subject;
  const start = lastIndexOf(subject.path, path);
  return start < 0 ? subject : within(typeSubject(nameIn(fact, name, schemas)), subject.path.slice(start));
}

const isProperty = (part: string): boolean => part.startsWith('.');
const isMember = (part: string): boolean => part.startsWith('[') && part.includes('=');

function lastIndexOf(path: SubjectPath, part: SubjectPath): number {
  for (let start = path.length - part.length; start >= 0; start -= 1)
    if (part.every((step, at) => step === path[start + at])) return start;
  return -1;
}

function nameIn({ base }: Fact, token: string, schemas: Schemas): string {
  const [pointer = ''] = /^\/(?:components\/schemas|definitions)\/[^/]+/.exec(base?.pointer ?? '') ?? [];
  const schema = schemas.get(`${base?.document ?? ''}#${pointer}`);
  const name = unescapeToken(token);
  return schema === undefined ? (schemas.names?.type(name) ?? name) : typeName(schema, schemas);
}

/** `/properties/tags/items` → `.tags[]`, as far as the pointer refers to types. */
function pathOf(pointer: string, { names }: Schemas): SubjectPath {
  const tokens = pointerTokens(pointer);
  let path: SubjectPath = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === 'properties' && next !== undefined) path = childPath(path, names?.property(next) ?? next);
    else if (token === 'prefixItems' && next !== undefined) path = [...path, `[${next}]`];
    else if (token === 'patternProperties' && next !== undefined)
      path = [...path, `[${JSON.stringify(next)}]`];
    else if (token === 'items') path = itemPath(path);
    else if (token === 'additionalProperties') path = [...path, UNDECLARED];
    else if (token !== 'oneOf' && token !== 'anyOf' && token !== 'allOf') break;
    if (token !== 'items' && token !== 'additionalProperties') at += 1;
  }
  return path;
}
