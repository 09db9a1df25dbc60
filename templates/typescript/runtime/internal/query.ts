/** Query strings and form bodies: client-wide defaults, and the OpenAPI styles per parameter. */
import { isRecord, items, scalar } from './style.ts';

/** How arrays and objects are written where the specification says nothing. */
export interface QueryDefaults {
  /** `repeat` `a=1&a=2`, `comma` `a=1,2`, `indices` `a[0]=1`, `brackets` `a[]=1`. */
  readonly arrayFormat?: 'comma' | 'repeat' | 'indices' | 'brackets';
  /** `brackets` `a[b]=1`, `dots` `a.b=1`. */
  readonly nestedFormat?: 'brackets' | 'dots';
}

/** How one parameter is written (OpenAPI 3.1.1 section 4.8.12, Style Values). */
export interface ParamStyle {
  readonly style?: 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  /** Defaults to `true` for `form` and `deepObject`, else `false`. */
  readonly explode?: boolean;
  /** Leaves the characters of RFC 3986 section 2.2 as they are, except those that delimit a query. */
  readonly allowReserved?: boolean;
  /** `json`: the value is one JSON document. */
  readonly content?: 'json';
}

/** Styles by parameter name, for the parameters that deviate from the defaults. */
export type ParamStyles = { readonly [name: string]: ParamStyle };

/**
 * Writes an object as a query string without `?`.
 * `undefined` is left out, `null` is an empty value, dates are ISO 8601.
 */
export function stringifyQuery(query: object, defaults: QueryDefaults = {}, styles: ParamStyles = {}): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      // A parameter may be called "constructor".
      const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
      if (style) {
        writeStyled(pairs, name, value, style);
      } else {
        writeDefault(pairs, name, value, defaults);
      }
    }
  }
  return pairs.join('&');
}

function writeDefault(pairs: string[], key: string, value: unknown, defaults: QueryDefaults): void {
  const { arrayFormat, nestedFormat } = defaults;
  if (Array.isArray(value)) {
    if (arrayFormat === 'comma' && !value.some((item) => isRecord(item) || Array.isArray(item))) {
      if (value.length) {
        pairs.push(`${encodeURIComponent(key)}=${items(value, key, encodeURIComponent, false).join(',')}`);
      }
      return;
    }
    value.forEach((item, index) => {
      const suffix = arrayFormat === 'indices' ? `[${index}]` : arrayFormat === 'brackets' ? '[]' : '';
      writeDefault(pairs, key + suffix, item, defaults);
    });
  } else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      writeDefault(pairs, nestedFormat === 'dots' ? `${key}.${name}` : `${key}[${name}]`, item, defaults);
    }
  } else if (value !== undefined) {
    pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(scalar(value, key))}`);
  }
}

function writeStyled(pairs: string[], name: string, value: unknown, param: ParamStyle): void {
  const { style = 'form', explode = style === 'form', allowReserved, content } = param;
  const encode = allowReserved ? encodeReserved : encodeURIComponent;
  const key = encodeURIComponent(name);
  if (content) {
    pairs.push(`${key}=${encode(JSON.stringify(value))}`);
  } else if (style === 'deepObject') {
    writeDeep(pairs, name, value, encode);
  } else if (!Array.isArray(value) && !isRecord(value)) {
    pairs.push(`${key}=${encode(scalar(value, name))}`);
  } else {
    const list = items(value, name, encode, explode);
    if (explode) {
      pairs.push(...list.map((item) => (isRecord(value) ? item : `${key}=${item}`)));
    } else if (list.length) {
      pairs.push(`${key}=${list.join(style === 'form' ? ',' : style === 'spaceDelimited' ? '%20' : '%7C')}`);
    }
  }
}

function writeDeep(pairs: string[], key: string, value: unknown, encode: (text: string) => string): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      writeDeep(pairs, key, item, encode);
    }
  } else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      writeDeep(pairs, `${key}[${name}]`, item, encode);
    }
  } else if (value !== undefined) {
    pairs.push(`${encodeURIComponent(key)}=${encode(scalar(value, key))}`);
  }
}

// Without "#", "&", "+", "[" and "]": those would end, split or change the value for the server.
function encodeReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(?:3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);
}
