/**
 * Paths of operations. Values are percent-encoded, so a value cannot add a
 * segment, a query or a fragment, and cannot climb with `..`.
 */
import { SDKError } from '../error.ts';
import { items, scalar } from './style.ts';

/** A path parameter that already has its final, encoded form. */
export class EncodedPart {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** How a parameter of an operation is written when it is a list or an object. */
export interface StyleOptions {
  /** `true`: one item each (`a=1`), `false`: one list. */
  readonly explode?: boolean;
}

// RFC 3986 section 3.3: these may stay as they are in a segment, though not everywhere in a URL.
const SAFE_IN_SEGMENT = /%(?:24|26|2B|2C|3A|3B|3D|40)/g;

/** Makes the text of a path out of its template. */
export type PathTag = (statics: TemplateStringsArray, ...values: readonly unknown[]) => string;

/**
 * Template tag of a path, with the names of its values for errors: pathOf('name')`/servers/${name}/tools`.
 *
 * @throws SDKError for null, undefined, objects, an empty text where it would be a whole segment (another
 *   path,
 *   such as that of the list, would be meant), and values that would make a `.` or `..` segment
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
    // WHATWG URL section 4.4 treats these segments as the current or the parent folder.
    if (/(?:^|[/?#])(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(result)) {
      throw new SDKError(`${result} has a dot segment`);
    }
    const template = statics.map((text, index) => (index ? `{${names[index - 1] ?? index}}${text}` : text));
    latest = { path: result, template: template.join('') };
    return result;
  };
}

let latest: { readonly path: string; readonly template: string } | undefined;

/** The template of the path that was made last, `/servers/{name}`; of any other path the path itself. */
export function templateOf(path: string): string {
  return latest?.path === path ? latest.template : path;
}

/** The same for values without names, which errors tell by their place: path`/servers/${name}/tools`. */
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
  return part(value, () => encodeURIComponent(JSON.stringify(value)));
}

/** What is absent stays so: `path` knows its name. */
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
