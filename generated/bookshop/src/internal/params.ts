/** Serializes header and cookie parameters in the styles of OpenAPI. */
import { stringifyJSON } from './json.ts';
import type { StyleOptions } from './path.ts';
import { items } from './style.ts';

const asIs = (text: string): string => text;

/** A header parameter in `simple` style; `undefined` and `null` are returned unchanged. */
export function headerParam(
  value: unknown,
  { explode = false }: StyleOptions = {},
): string | null | undefined {
  if (value === undefined || value === null) {
    return value;
  }
  return items(value, 'A header parameter', asIs, explode ? '=' : ',').join(',');
}

/** A header or cookie parameter with `content: application/json`. */
export function jsonParam(value: unknown): string | null | undefined {
  return value === undefined || value === null ? value : stringifyJSON(value);
}

/** A cookie parameter in `form` style, as an entry of a `Cookie` header. */
export function cookieParam(
  name: string,
  value: unknown,
  { explode = false }: StyleOptions = {},
): string | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const key = encodeURIComponent(name);
  const list = items(value, 'A cookie parameter', encodeURIComponent, explode ? '=' : ',');
  if (!explode || typeof value !== 'object') {
    return `${key}=${list.join(',')}`;
  }
  return (Array.isArray(value) ? list.map((item) => `${key}=${item}`) : list).join('; ');
}

/** The `Cookie` header of several cookie parameters. */
export function cookies(entries: readonly (string | undefined)[]): { cookie: string | undefined } {
  return { cookie: entries.filter((entry) => entry !== undefined).join('; ') || undefined };
}
