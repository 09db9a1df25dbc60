/** The declarer of types, and data about shapes for all its parts. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ObjectType, TypeNode } from '../../ir/types.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import { flatten, visibleIn } from '../../plan/shapes.ts';
import { code } from './code.ts';
import type { GoNames, NameScope } from './names.ts';
import type { GoDeclaration, GoStruct, GoType, Site, Way } from './types.ts';

export interface Declarer {
  readonly plan: SdkPlan;
  readonly names: GoNames;
  readonly scope: NameScope;
  /** By name, in the order in which they were requested. */
  readonly declarations: Map<string, GoDeclaration>;
  /** Values of constants that are sent automatically. */
  readonly constants: Map<string, string>;
  readonly diagnostics: Diagnostic[];
  readonly typeOf: (node: TypeNode, site: Site) => GoType;
  readonly modelFor: (id: string, way: Way) => GoType | undefined;
  readonly nameOf: (member: TypeNode, siblings: readonly TypeNode[], tag?: string) => string | undefined;
}

export const addDeclaration = ({ declarations }: Declarer, declaration: GoDeclaration): void =>
  void declarations.set(declaration.name, declaration);

export const structNamed = (
  { declarations }: Pick<Declarer, 'declarations'>,
  name: string | undefined,
): GoStruct | undefined => {
  const found = name === undefined ? undefined : declarations.get(name);
  return found?.kind === 'struct' ? found : undefined;
};

export const anything: GoType = { text: code`any`, kind: 'any' };

export const listOf = (item: GoType): GoType => ({
  text: code`[]${item.text}`,
  kind: 'list',
  ...(item.format !== undefined && { format: item.format }),
});

export const mapOf = (item: GoType): GoType => ({ text: code`map[string]${item.text}`, kind: 'map' });

/** An object with only undeclared properties. */
export function isMap({ plan }: Declarer, node: ObjectType, way: Way): boolean {
  return !node.isModel && !flatten(plan.shapes, node).properties.some(visibleIn(way));
}
