/** Which properties of an object a sample has to show. */
import type { ObjectType, Property } from '../../ir/types.ts';
import { type Direction, type Shapes, flatten, ordered, visibleIn } from '../shapes.ts';

/**
 * In the order of the type; what only the server sets is not sent, and what it keeps to itself does not come
 * back.
 */
export const shownProperties = (
  shapes: Pick<Shapes, 'schemas' | 'sortProperties'>,
  node: ObjectType,
  direction: Direction,
): readonly Property[] => ordered(shapes, flatten(shapes, node).properties.filter(visibleIn(direction)));
