/** Go types as data: expressions and declarations. */
import type { Property, Schema } from '../../ir/types.ts';
import type { Code, Tag } from './code.ts';

/**
 * How an optional value is sent: `scalar` in `param.Opt`, `constant` automatically, every other kind omitted
 * if zero.
 */
export type Kind = 'scalar' | 'struct' | 'list' | 'map' | 'any' | 'enum' | 'constant' | 'reader';

export interface GoType {
  readonly text: Code;
  readonly kind: Kind;
  /** `date` or `date-time`. */
  readonly format?: string;
  /** The struct that a value contains directly, without a pointer. */
  readonly holds?: string;
}

export interface GoField {
  readonly name: string;
  type: GoType;
  readonly tag: Tag;
  readonly doc: readonly string[];
  /** Whether the response records the raw value. */
  readonly hasMeta: boolean;
  /** Name in the plan, for an argument of a method. */
  readonly argument?: string;
  /** A pointer, because the struct would contain itself. */
  isPointer?: boolean;
}

export interface Variant {
  /** `Text` for `AsText` and `OfText`. */
  readonly name: string;
  readonly type: GoType;
  /** Values of the discriminator. */
  readonly tags: readonly string[];
}

export interface GoStruct {
  readonly kind: 'struct';
  readonly name: string;
  readonly file: string;
  readonly way: Way;
  readonly doc: readonly string[];
  readonly fields: GoField[];
  readonly isUnion: boolean;
  /** Variants of a received union. */
  variants: readonly Variant[];
  /** Field of the discriminator, and its property. */
  discriminator?: string | undefined;
  readonly schema?: Schema | undefined;
  /** Arguments of a method, which may have parts outside the JSON body. */
  readonly isParams?: boolean;
  /** Field that is the whole body. */
  readonly whole?: string | undefined;
}

export interface GoEnum {
  readonly kind: 'enum';
  readonly name: string;
  readonly file: string;
  readonly base: Code;
  readonly values: readonly {
    readonly name: string;
    readonly literal: Code;
    readonly doc: readonly string[];
  }[];
  readonly doc: readonly string[];
  readonly schema?: Schema | undefined;
}

export interface GoAlias {
  readonly kind: 'alias';
  readonly name: string;
  readonly file: string;
  readonly doc: readonly string[];
  type: GoType;
  readonly schema?: Schema | undefined;
}

export type GoDeclaration = GoStruct | GoEnum | GoAlias;

export type Way = 'response' | 'request';

/** The place of a type. */
export interface Site {
  /** Prefix of nested types. */
  readonly path: string;
  readonly way: Way;
  readonly file: string;
  /** Depth below a named type. Enums that are deeper become plain strings. */
  readonly depth: number;
  /** `Param` below sent models. */
  readonly ending: '' | 'Param';
  /** The type is a variant of a union. */
  readonly isVariant?: boolean;
  /** Schemas that are currently being declared, by id. */
  readonly within: ReadonlyMap<string, GoType>;
}

export type PropertyLike = Pick<Property, 'name' | 'type' | 'required'> & Partial<Property>;

/** The purpose of a declaration. */
export interface DeclaredFor {
  readonly schema?: Schema;
  readonly remember?: (type: GoType) => unknown;
}
