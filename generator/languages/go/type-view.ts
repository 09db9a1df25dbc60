/** Declarations for templates. */
import { type Code, code, comment, empty, identifier, join, stringLiteral, tagLiteral } from './code.ts';
import type { GoDeclaration, GoStruct } from './types.ts';

export interface TypeView {
  readonly name: Code;
  readonly doc: Code;
  readonly hasDoc: boolean;
  readonly isStruct: boolean;
  readonly isEnum: boolean;
  readonly isAlias: boolean;
  readonly isReceived: boolean;
  readonly isSent: boolean;
  /** The embedded type of a sent struct. */
  readonly base: Code;
  readonly fields: readonly FieldView[];
  readonly metas: readonly Code[];
  readonly hasVariants: boolean;
  readonly hasTags: boolean;
  readonly variants: readonly VariantView[];
  readonly discriminator: Code;
  readonly aliased: Code;
  readonly values: readonly {
    readonly name: Code;
    readonly literal: Code;
    readonly doc: Code;
    readonly hasDoc: boolean;
  }[];
  /** The value to marshal: the struct, or the field that is the whole body. */
  readonly whole: Code;
}

interface FieldView {
  readonly name: Code;
  readonly type: Code;
  readonly tag: Code;
  readonly doc: Code;
  readonly hasDoc: boolean;
}

interface VariantView {
  readonly name: Code;
  readonly type: Code;
  readonly tag: Code;
  readonly hasTag: boolean;
}

const NOTHING: Omit<TypeView, 'name' | 'doc' | 'hasDoc'> = {
  isStruct: false,
  isEnum: false,
  isAlias: false,
  isReceived: false,
  isSent: false,
  base: empty,
  fields: [],
  metas: [],
  hasVariants: false,
  hasTags: false,
  variants: [],
  discriminator: empty,
  aliased: empty,
  values: [],
  whole: empty,
};

export function typeView(declaration: GoDeclaration): TypeView {
  const named = {
    ...NOTHING,
    name: identifier(declaration.name),
    doc: comment(declaration.doc),
    hasDoc: declaration.doc.length > 0,
  };
  switch (declaration.kind) {
    case 'struct':
      return structView(declaration, named);
    case 'enum':
      return {
        ...named,
        isEnum: true,
        aliased: declaration.base,
        values: declaration.values.map(({ name, literal, doc }) => ({
          name: identifier(name),
          literal,
          doc: comment(doc),
          hasDoc: doc.length > 0,
        })),
      };
    case 'alias':
      return { ...named, isAlias: true, aliased: declaration.type.text };
    default:
      return declaration satisfies never;
  }
}

function structView(struct: GoStruct, named: TypeView): TypeView {
  const isReceived = struct.way === 'response';
  const property = struct.discriminator;
  const tagField = struct.fields.find(({ tag }) => tag[0]?.[1] === property);
  const tagged = struct.variants.filter(({ tags }) => tags.length > 0);
  return {
    ...named,
    isStruct: true,
    isReceived,
    isSent: !isReceived,
    base: struct.isUnion ? code`paramUnion` : code`paramObj`,
    fields: struct.fields.map(({ name, type, tag, doc }) => ({
      name: identifier(name),
      type: type.text,
      tag: tagLiteral(tag),
      doc: comment(doc),
      hasDoc: doc.length > 0,
    })),
    metas: struct.fields.filter(({ hasMeta }) => hasMeta).map(({ name }) => identifier(name)),
    hasVariants: isReceived && struct.variants.length > 0,
    hasTags: isReceived && tagField !== undefined && tagField.type.text === 'string' && tagged.length > 0,
    variants: struct.variants.map(({ name, type, tags }) => ({
      name: identifier(name),
      type: type.text,
      tag: join(tags.map(stringLiteral), ', '),
      hasTag: tags.length > 0,
    })),
    discriminator: identifier(tagField?.name ?? 'Type'),
    whole: struct.whole === undefined ? code`r` : code`r.${identifier(struct.whole)}`,
  };
}
