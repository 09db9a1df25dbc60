/** Recognizes the same edit of the same shape, wherever the shape is written out. */
import { createHash } from 'node:crypto';
import type { TypeNode } from '../../ir/types.ts';
import type { Fact } from './fact.ts';
import { choicesOf } from './shape.ts';
import { signature } from './structure.ts';
import type { Walk } from './walk.ts';

/** Smaller objects and enums may be equal by coincidence. */
const FEWEST = { properties: 3, values: 2 };

/**
 * Returns a function that gives a text for the edit that a fact belongs to; undefined if the fact stands
 * alone.
 */
export function editsOf({ match }: Pick<Walk, 'match'>): (fact: Fact) => string | undefined {
  const known = new Map<TypeNode, string>();
  const shapeOf = (node: TypeNode): string => {
    const shape =
      known.get(node) ?? createHash('sha256').update(signature(node, match.refName)).digest('hex');
    known.set(node, shape);
    return shape;
  };
  return ({ edited }) =>
    edited === undefined || !tellsMuch(edited.a) || !tellsMuch(edited.b)
      ? undefined
      : `${shapeOf(edited.a)} ${shapeOf(edited.b)} ${edited.name}`;
}

const tellsMuch = (node: TypeNode): boolean =>
  node.kind === 'object'
    ? node.properties.length >= FEWEST.properties
    : (choicesOf(node)?.values.length ?? 0) >= FEWEST.values;
