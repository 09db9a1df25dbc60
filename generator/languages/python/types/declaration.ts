/** Named types of the SDK. */
import type { Declaration } from './types.ts';

export type { Declaration, DeclarationBody, Member, TypeModule } from './types.ts';

export function createDeclaration(module: string, name: string): Declaration {
  return { key: `${module}#${name}`, name, module, body: { kind: 'pending' }, doc: [] };
}
