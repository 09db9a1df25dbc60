/**
 * Handles schemas that are defined only by each other (cycles of `allOf` or of aliases):
 * the cycle is cut where it closes.
 */
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Result, ok } from '../../lib/result.ts';
import type { RefType, Schema, TypeNode } from '../types.ts';
import { unknownType } from './docs.ts';

export function breakRings(schemas: readonly Schema[]): Result<readonly Schema[]> {
  const byId = new Map(schemas.map((schema) => [schema.id, schema]));
  const state = new Map<string, 'open' | 'done'>();
  const cuts = new Map<string, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  for (const start of schemas) {
    if (state.has(start.id)) continue;
    const stack = [{ schema: start, edges: needs(start.type), next: 0 }];
    state.set(start.id, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = top.edges[top.next];
      top.next += 1;
      if (edge === undefined) {
        state.set(top.schema.id, 'done');
        stack.pop();
        continue;
      }
      const target = byId.get(edge.id);
      if (target === undefined || state.get(edge.id) === 'done') continue;
      if (state.get(edge.id) === 'open') {
        const already = cuts.get(top.schema.id) ?? new Set();
        cuts.set(top.schema.id, already.add(edge.id));
        diagnostics.push(
          diagnostic(
            'schema-circular',
            { schema: top.schema.name, other: target.name },
            {
              origin: edge.origin,
              related: [{ message: `${target.name} is declared here`, origin: target.origin }],
            },
          ),
        );
        continue;
      }
      state.set(edge.id, 'open');
      stack.push({ schema: target, edges: needs(target.type), next: 0 });
    }
  }
  return ok(
    schemas.map((schema) => {
      const ids = cuts.get(schema.id);
      return ids === undefined ? schema : { ...schema, type: without(schema.type, ids) };
    }),
    diagnostics,
  );
}

/**
 * References that must be resolved before a type is known, that is, not
 * those inside properties and elements.
 */
function needs(type: TypeNode): readonly RefType[] {
  switch (type.kind) {
    case 'ref':
      return [type];
    case 'nullable':
      return needs(type.type);
    case 'union':
    case 'intersection':
      return type.members.flatMap(needs);
    case 'object':
      return type.bases;
    default:
      return [];
  }
}

function without(type: TypeNode, ids: ReadonlySet<string>): TypeNode {
  switch (type.kind) {
    case 'ref':
      return ids.has(type.id) ? unknownType(type.origin, 'unsupported') : type;
    case 'nullable':
      return { ...type, type: without(type.type, ids) };
    case 'union': {
      const { discriminator: _gone, ...rest } = type;
      const members = keep(type.members, ids);
      return members.length === type.members.length
        ? { ...type, members }
        : fewer(members, { ...rest, members });
    }
    case 'intersection': {
      const members = keep(type.members, ids);
      return fewer(members, { ...type, members });
    }
    case 'object':
      return { ...type, bases: type.bases.filter((base) => !ids.has(base.id)) };
    default:
      return type;
  }
}

const keep = (members: readonly TypeNode[], ids: ReadonlySet<string>): readonly TypeNode[] =>
  members
    .filter((member) => member.kind !== 'ref' || !ids.has(member.id))
    .map((member) => without(member, ids));

function fewer(members: readonly TypeNode[], many: TypeNode): TypeNode {
  const [first, second] = members;
  if (first === undefined) return unknownType(many.origin, 'unsupported');
  return second === undefined ? first : many;
}
