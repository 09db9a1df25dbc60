/** Selects the properties of an object that a sample shows. */
import type { ObjectType, Property } from '../../ir/types.ts';
import { type Direction, type Shapes, flatten, ordered, visibleIn } from '../shapes.ts';

/**
 * In the order of the type. Properties that only the server sets are not sent, and
 * write-only properties are not returned.
 */
export const shownProperties = (
  shapes: Pick<Shapes, 'schemas' | 'sortProperties'>,
  node: ObjectType,
  direction: Direction,
): readonly Property[] => ordered(shapes, flatten(shapes, node).properties.filter(visibleIn(direction)));
