/** Query strings and form bodies: client-wide defaults, and the OpenAPI styles per parameter. */
import { type Encode, isRecord, items, scalar } from './style.ts';

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
export function stringifyQuery(
  query: object,
  defaults: QueryDefaults = {},
  styles: ParamStyles = {},
): string {
  const pairs: string[] = [];
  const writer: Writer = { pairs, encode: encodeURIComponent, ...defaults };
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      // A parameter may be called "constructor".
      const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
      if (style) {
        writeStyled(writer, name, value, style);
      } else {
        write(writer, name, value);
      }
    }
  }
  return pairs.join('&');
}

/** Where pairs are collected, and how they are written. */
interface Writer extends QueryDefaults {
  readonly pairs: string[];
  readonly encode: Encode;
}

function write(writer: Writer, key: string, value: unknown): void {
  const { pairs, encode, arrayFormat, nestedFormat } = writer;
  if (Array.isArray(value)) {
    if (arrayFormat === 'comma' && !value.some((item) => isRecord(item) || Array.isArray(item))) {
      writeStyled(writer, key, value, { explode: false });
      return;
    }
    value.forEach((item, index) => {
      const suffix = arrayFormat === 'indices' ? `[${index}]` : arrayFormat === 'brackets' ? '[]' : '';
      write(writer, key + suffix, item);
    });
  } else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      write(writer, nestedFormat === 'dots' ? `${key}.${name}` : `${key}[${name}]`, item);
    }
  } else if (value !== undefined) {
    pairs.push(`${encodeURIComponent(key)}=${encode(scalar(value, key))}`);
  }
}

function writeStyled({ pairs }: Writer, name: string, value: unknown, param: ParamStyle): void {
  const { style = 'form', explode = style === 'form', allowReserved, content } = param;
  const encode = allowReserved ? encodeReserved : encodeURIComponent;
  if (content) {
    write({ pairs, encode }, name, JSON.stringify(value));
  } else if (style === 'deepObject' || (explode && !isRecord(value))) {
    write({ pairs, encode }, name, value);
  } else {
    const separator = style === 'form' ? ',' : style === 'pipeDelimited' ? '%7C' : '%20';
    const list = items(value, name, encode, explode ? '=' : separator);
    if (explode) {
      pairs.push(...list);
    } else if (list.length) {
      pairs.push(`${encodeURIComponent(name)}=${list.join(separator)}`);
    }
  }
}

// Without "#", "&", "+", "[" and "]": those would end, split or change the value for the server.
function encodeReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(?:3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);
}
