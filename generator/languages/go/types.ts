/** Go types as data: expressions and declarations. */
import type { Property, Schema } from '../../ir/types.ts';
import type { Code, Tag } from './code.ts';

/**
 * How a value is sent where it may be left out: `scalar` in `param.Opt`, `constant` by itself, everything else by its
 * zero value.
 */
export type Kind = 'scalar' | 'struct' | 'list' | 'map' | 'any' | 'enum' | 'constant' | 'reader';

export interface GoType {
  readonly text: Code;
  readonly kind: Kind;
  /** `date` or `date-time`. */
  readonly format?: string;
  /** The struct that a value holds, not behind a pointer. */
  readonly holds?: string;
}

export interface GoField {
  readonly name: string;
  type: GoType;
  readonly tag: Tag;
  readonly doc: readonly string[];
  /** Whether the response tells what came for it. */
  readonly hasMeta: boolean;
  /** Of the arguments of a method: what the plan calls it. */
  readonly argument?: string;
  /** A struct that would hold itself is behind a pointer. */
  isPointer?: boolean;
}

export interface Variant {
  /** `Text`: of `AsText` and `OfText`. */
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
  /** Of a received union. */
  variants: readonly Variant[];
  /** Field of the discriminator, and its property. */
  discriminator?: string | undefined;
  readonly schema?: Schema | undefined;
  /** Arguments of a method: they may have parts that are no JSON. */
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

/** Where a type stands. */
export interface Site {
  /** Names of nested types begin with it. */
  readonly path: string;
  readonly way: Way;
  readonly file: string;
  /** How deep below a type with a name of its own: enums deeper down are plain text. */
  readonly depth: number;
  /** `Param` below models that are sent. */
  readonly ending: '' | 'Param';
  /** It is a variant of a union. */
  readonly isVariant?: boolean;
  /** Schemas that are being declared, by id. */
  readonly within: ReadonlyMap<string, GoType>;
}

export type PropertyLike = Pick<Property, 'name' | 'type' | 'required'> & Partial<Property>;

/** What a declaration is for. */
export interface DeclaredFor {
  readonly schema?: Schema;
  readonly remember?: (type: GoType) => unknown;
}
