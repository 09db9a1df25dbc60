/** Which properties of an object a sample has to show. */
import type { ObjectType, Property } from '../../ir/types.ts';
import { type Direction, type World, flatten, ordered, visibleIn } from '../world.ts';

/**
 * In the order of the type; what only the server sets is not sent, and what it keeps to itself does not come
 * back.
 */
export const shownProperties = (
  world: Pick<World, 'schemas' | 'sortProperties'>,
  node: ObjectType,
  direction: Direction,
): readonly Property[] => ordered(world, flatten(world, node).properties.filter(visibleIn(direction)));
