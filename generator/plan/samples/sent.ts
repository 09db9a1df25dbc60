/** Which properties of an object a sample has to show. */
import type { ObjectType, Property } from '../../ir/types.ts';
import { type World, flatten, ordered, visibleIn } from '../types/world.ts';

/** In the order of the type; what only the server sets is not sent. */
export const sentProperties = (world: Pick<World, 'schemas' | 'sortProperties'>, node: ObjectType): readonly Property[] =>
  ordered(world, flatten(world, node).properties.filter(visibleIn('request')));
