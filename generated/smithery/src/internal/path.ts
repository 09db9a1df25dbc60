/**
 * Builds the paths of operations. Values are percent-encoded, so that a value
 * cannot add a segment, a query or a fragment, or move up with `..`.
 */
import { stringifyJSON } from './json.ts';
import { SDKError } from '../error.ts';
import { items, scalar } from './style.ts';

/** A path parameter that is already encoded. */
export class EncodedPart {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** How a list or an object is serialized as a parameter. */
export interface StyleOptions {
  /** `true`: each item separately (`a=1`); `false`: a single list. */
  readonly explode?: boolean;
}

// Allowed unencoded in a path segment (RFC 3986 section 3.3), but not everywhere in a URL.
const SAFE_IN_SEGMENT = /%(?:24|26|2B|2C|3A|3B|3D|40)/g;

/** Builds a path from a template literal. */
export type PathTag = (statics: TemplateStringsArray, ...values: readonly unknown[]) => string;

/**
 * Template tag for paths, with the names of the values for error messages:
 * pathOf('name')`/servers/${name}/tools`.
 *
 * @throws SDKError for null, undefined and objects; for an empty string as a whole segment, which would
 *   request another path, for example the list; and for values that create a `.` or `..` segment
 */
export function pathOf(...names: readonly string[]): PathTag {
  return (statics, ...values) => {
    let result = statics[0] ?? '';
    values.forEach((value, index) => {
      const name = `Path parameter ${names[index] ?? index + 1}`;
      const text = encodeValue(value, name);
      const next = statics[index + 1] ?? '';
      if (
        !text &&
        /(^|\/)$/.test(result) &&
        /^[/?#]/.test(next || (values.length - 1 === index ? '/' : ''))
      ) {
        throw new SDKError(`${name} is empty`);
      }
      result += text + next;
    });
    // URL parsers treat these segments as the current or the parent folder (WHATWG URL section 4.4).
    if (/(?:^|[/?#])(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(result)) {
      throw new SDKError(`The path ${result} contains a dot segment ("." or "..")`);
    }
    const template = statics.map((text, index) => (index ? `{${names[index - 1] ?? index}}${text}` : text));
    latest = { path: result, template: template.join('') };
    return result;
  };
}

let latest: { readonly path: string; readonly template: string } | undefined;

/** The template `/servers/{name}` if the path is the last path that was built, else the path itself. */
export function templateOf(path: string): string {
  return latest?.path === path ? latest.template : path;
}

/** Template tag without names; error messages contain the position: path`/servers/${name}/tools`. */
export const path: PathTag = /* @__PURE__ */ pathOf();

/** `simple` style: `a,b` and `R,100` or exploded `R=100` (RFC 6570 section 3.2.2). */
export function simple(value: unknown, { explode = false }: StyleOptions = {}): StyledPart {
  return part(value, () => items(value, NAME, encodeURIComponent, explode ? '=' : ',').join(','));
}

/** `label` style: `.a,b` or exploded `.a.b` (RFC 6570 section 3.2.5). */
export function label(value: unknown, { explode = false }: StyleOptions = {}): StyledPart {
  return part(
    value,
    () => `.${items(value, NAME, encodeURIComponent, explode ? '=' : ',').join(explode ? '.' : ',')}`,
  );
}

/** `matrix` style: `;name=a,b` or exploded `;name=a;name=b` (RFC 6570 section 3.2.7). */
export function matrix(name: string, value: unknown, { explode = false }: StyleOptions = {}): StyledPart {
  const key = encodeURIComponent(name);
  const named = (text: string): string => (text === '' ? `;${key}` : `;${key}=${text}`);
  return part(value, () => {
    const list = items(value, NAME, encodeURIComponent, explode ? '=' : ',');
    if (!explode || typeof value !== 'object') {
      return named(list.join(','));
    }
    return Array.isArray(value) ? list.map(named).join('') : list.map((pair) => `;${pair}`).join('');
  });
}

/** A parameter with `content: application/json`. */
export function jsonPart(value: unknown): StyledPart {
  return part(value, () => encodeURIComponent(stringifyJSON(value)));
}

/** `null` and `undefined` are kept, so that `path` can report them by name. */
type StyledPart = EncodedPart | null | undefined;

const NAME = 'The path parameter';

function part(value: unknown, write: () => string): StyledPart {
  return value === null || value === undefined ? value : new EncodedPart(write());
}

function encodeValue(value: unknown, name: string): string {
  if (value === null || value === undefined) {
    throw new SDKError(`${name} is ${value}`);
  }
  return value instanceof EncodedPart
    ? value.text
    : encodeURIComponent(scalar(value, name)).replace(SAFE_IN_SEGMENT, decodeURIComponent);
}
