/** Which properties of an object a sample has to show. */
import type { ObjectType, Property } from '../../ir/types.ts';
import { type World, flatten, modelDirection, ordered, visibleIn } from '../types/world.ts';

type Schemas = Pick<World, 'schemas' | 'models' | 'sortProperties'>;

/** How the type is written at the place of a sample. */
export interface Written {
  /** As part of a model that the server sends too: what only the server sets is in its type, required as there. */
  readonly inModel?: boolean;
  /** Spelled out as the arguments of a method, whatever models it is made of. */
  readonly asArguments?: boolean;
  /** As it is sent, whatever the types say. */
  readonly onWire?: boolean;
}

/** Behind a reference. */
export function behindRef(world: Schemas, id: string, written: Written): Written {
  const schema = world.models.has(id) ? world.schemas.get(id) : undefined;
  return schema === undefined || written.asArguments === true || written.onWire === true ? written : { inModel: modelDirection(schema) === 'both' };
}

/** Inside an object. */
export const insideObject = ({ inModel, onWire }: Written): Written => ({ inModel: inModel === true, onWire: onWire === true });

/** In the order of the type. Read-only properties are shown only where the type demands them. */
export function sentProperties(world: Schemas, node: ObjectType, written: Written): readonly Property[] {
  const extended = new Set(written.asArguments === true || written.onWire === true ? [] : node.bases.flatMap((base) => (behindRef(world, base.id, {}).inModel === true ? flatten(world, { ...node, bases: [base], properties: [] }).properties : [])));
  return ordered(world, flatten(world, node).properties.filter((one) => visibleIn('request')(one) || (one.required && (written.inModel === true || extended.has(one)))));
}
