/** A type for templates, followed by nested types in its namespace. */
import { type Code, code, docComment, empty, identifier, join } from '../code.ts';
import { memberHover } from '../hover.ts';
import type { FileScope } from '../file-scope.ts';
import type { Declaration } from '../types/declaration.ts';

export interface DeclarationView {
  readonly doc: Code;
  readonly name: Code;
  /** True for an interface with members; otherwise `alias` is the type. */
  readonly isInterface: boolean;
  /** ` extends A, B`, or empty. */
  readonly heritage: Code;
  readonly members: readonly MemberView[];
  readonly alias: Code;
  readonly hasNested: boolean;
  /** `declare namespace`, or `namespace` for a nested one. */
  readonly namespace: Code;
  readonly nested: readonly DeclarationView[];
}

export interface MemberView {
  readonly doc: Code;
  /** For example `name`, `'na-me'?` or `[key: string]`. */
  readonly key: Code;
  readonly type: Code;
}

const INNER = code`namespace`;
const OUTER = code`declare namespace`;

export function viewDeclaration(scope: FileScope, declaration: Declaration): DeclarationView {
  const { body } = declaration;
  const place = { inside: declaration };
  const nested = declaration.nested.map((item) => viewDeclaration(scope, item));
  const common = {
    doc: docComment(declaration.doc),
    name: identifier(declaration.name),
    hasNested: nested.length > 0,
    namespace: declaration.parent ? INNER : OUTER,
    nested,
  };
  switch (body.kind) {
    case 'interface': {
      const index: MemberView[] = body.index
        ? [{ doc: empty, key: code`[key: string]`, type: scope.print(body.index, place) }]
        : [];
      const members = body.members.map(
        (member): MemberView => ({
          doc: docComment(memberHover(member)),
          key: member.optional ? code`${member.key}?` : member.key,
          type: scope.print(member.type, place),
        }),
      );
      const bases = body.bases.map((base) => scope.print(base, place));
      return {
        ...common,
        isInterface: true,
        heritage: bases.length > 0 ? code` extends ${join(bases, ', ')}` : empty,
        members: [...members, ...index],
        alias: empty,
      };
    }
    case 'alias':
      return {
        ...common,
        isInterface: false,
        heritage: empty,
        members: [],
        alias: scope.print(body.type, place),
      };
    case 'pending':
      return { ...common, isInterface: false, heritage: empty, members: [], alias: code`unknown` };
    default:
      return body satisfies never;
  }
}
