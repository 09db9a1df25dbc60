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

/**
 * Template tag of a path: path`/servers/${name}/tools`.
 *
 * @throws SDKError for null, undefined, objects, and values that would make a `.` or `..` segment
 */
export function path(statics: TemplateStringsArray, ...values: readonly unknown[]): string {
  let result = statics[0] ?? '';
  values.forEach((value, index) => {
    result += encodeValue(value, index) + (statics[index + 1] ?? '');
  });
  // WHATWG URL section 4.4 treats these segments as the current or the parent folder.
  if (/(?:^|[/?#])(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(result)) {
    throw new SDKError(`${result} has a dot segment`);
  }
  return result;
}

/** `simple` style: `a,b` and `R,100` or exploded `R=100` (RFC 6570 section 3.2.2). */
export function simple(value: unknown, { explode = false }: StyleOptions = {}): EncodedPart {
  return new EncodedPart(
    items(present(value), 'The path parameter', encodeURIComponent, explode ? '=' : ',').join(','),
  );
}

/** `label` style: `.a,b` or exploded `.a.b` (RFC 6570 section 3.2.5). */
export function label(value: unknown, { explode = false }: StyleOptions = {}): EncodedPart {
  const list = items(present(value), 'The path parameter', encodeURIComponent, explode ? '=' : ',');
  return new EncodedPart(`.${list.join(explode ? '.' : ',')}`);
}

/** `matrix` style: `;name=a,b` or exploded `;name=a;name=b` (RFC 6570 section 3.2.7). */
export function matrix(name: string, value: unknown, { explode = false }: StyleOptions = {}): EncodedPart {
  const key = encodeURIComponent(name);
  const list = items(present(value), 'The path parameter', encodeURIComponent, explode ? '=' : ',');
  const named = (text: string): string => (text === '' ? `;${key}` : `;${key}=${text}`);
  if (!explode || typeof value !== 'object') {
    return new EncodedPart(named(list.join(',')));
  }
  return new EncodedPart(
    Array.isArray(value) ? list.map(named).join('') : list.map((pair) => `;${pair}`).join(''),
  );
}

/** A parameter with `content: application/json`. */
export function jsonPart(value: unknown): EncodedPart {
  return new EncodedPart(encodeURIComponent(JSON.stringify(present(value))));
}

function present(value: unknown, name = 'A path parameter'): unknown {
  if (value === null || value === undefined) {
    throw new SDKError(`${name} is ${value}`);
  }
  return value;
}

function encodeValue(value: unknown, index: number): string {
  if (value instanceof EncodedPart) {
    return value.text;
  }
  const name = `Path parameter ${index + 1}`;
  return encodeURIComponent(scalar(present(value, name), name)).replace(SAFE_IN_SEGMENT, decodeURIComponent);
}
