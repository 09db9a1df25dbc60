/** Turns words of the API into Go names, and avoids names that are taken. */
import type { Casing } from '../../ir/types.ts';
import { singular } from '../../lib/words.ts';
import { createWording, kebabOf, mapLast, remembered } from '../casing.ts';
import { isIdentifier } from './code.ts';

export interface GoNames {
  /** An exported name: `connection_id` → `ConnectionID`. */
  readonly pascal: (text: string) => string;
  readonly pascalSingular: (text: string) => string;
  /** `connection_id` → `connectionID`; never a keyword or a name that method bodies use. */
  readonly argument: (text: string) => string;
  readonly kebab: (text: string) => string;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'break case chan const continue default defer else fallthrough for func go goto if import interface map ' +
    'package range return select struct switch type var'
  ).split(' '),
);

/** Names in method bodies. */
const USED: ReadonlySet<string> = new Set(
  (
    'ctx opts res err path raw api r any bool byte error float64 int int64 len nil rune string true false new make ' +
    'context http io time request option param pagination ssestream constant apijson respjson params query body stream'
  ).split(' '),
);

/** Names that tests and samples use besides the package. */
const USED_BESIDE: ReadonlySet<string> = new Set(
  (
    't m check mock client log fmt errors strings bytes net os exec sync syscall strconv testing slices event page ' +
    'result response failure connection w payload ok cmd'
  ).split(' '),
);

export const isKeyword = (name: string): boolean => KEYWORDS.has(name);

export function createNames(casings: readonly Casing[]): GoNames {
  const { words, inner, leading } = createWording(casings);
  const pascalOf = (parts: readonly string[]): string => exported(parts.map(inner).join(''));
  return {
    pascal: remembered((text) => pascalOf(words(text))),
    pascalSingular: remembered((text) => pascalOf(mapLast(words(text), singular))),
    argument: remembered((text) => {
      const [first = '', ...rest] = words(text);
      const name = legal(leading(first) + rest.map(inner).join(''), 'x');
      return KEYWORDS.has(name) || USED.has(name) ? `${name}_` : name;
    }),
    kebab: remembered((text) => kebabOf(words(text))),
  };
}

/** A letter without uppercase form cannot start an exported name. */
function exported(text: string): string {
  const name = legal(text, 'X');
  const first = name.slice(0, 1).toUpperCase();
  return /^\p{Lu}/u.test(first) ? first + name.slice(1) : `X${name}`;
}

function legal(text: string, lead: string): string {
  const kept = text.replace(/[^\p{L}\p{Nd}_]/gu, '');
  return isIdentifier(kept) ? kept : `${lead}${kept}`;
}

/** Assigns each name of a scope once. */
export interface NameScope {
  readonly free: (wanted: string) => string;
  readonly has: (name: string) => boolean;
}

export function createScope(taken: Iterable<string> = []): NameScope {
  const used = new Set(taken);
  return {
    has: (name) => used.has(name),
    free: (wanted) => {
      let name = wanted;
      for (let count = 2; used.has(name); count++) name = `${wanted}${count}`;
      used.add(name);
      return name;
    },
  };
}

/** Names that every package declares besides those of the API. */
export const PACKAGE_NAMES: readonly string[] = (
  'Client NewClient DefaultClientOptions Error ErrorBody String Int Float Bool Time Opt Ptr NewFile Null ' +
  'StringPtr IntPtr FloatPtr BoolPtr TimePtr ConnectionError ResponseError ConfigError PageError WebhookError'
).split(' ');

/** Methods of received and sent types, which fields must not hide. */
const MEMBER_NAMES: readonly string[] =
  'JSON RawJSON MarshalJSON UnmarshalJSON SetExtraFields ExtraFields AsAny Options APIObject APIUnion ToParam'.split(
    ' ',
  );

/** Names of the fields of a struct. */
export const fieldScope = (): NameScope => createScope(MEMBER_NAMES);

/** `llama-stack-client` → `llamastackclient`: package names are lowercase. */
export function packageName(wanted: string): string {
  const name = wanted
    .replace(/^.*\//, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  const legal = /^[a-z]/.test(name) ? name : `sdk${name}`;
  const isTaken = [KEYWORDS, USED, USED_BESIDE].some((names) => names.has(legal));
  return isTaken || legal === 'main' || legal === 'internal' ? `${legal}sdk` : legal;
}
