/** Query parameters in the styles of OpenAPI. A separate module, because few operations need it. */
import { stringifyJSON } from './json.ts';
import { type QueryWriter, writePairs, type WriteStyled } from './query.ts';
import { isRecord, items } from './style.ts';

/** How a parameter is serialized (OpenAPI 3.1.1 section 4.8.12, Style Values). */
export interface ParamStyle {
  readonly style?: 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  /** Defaults to `true` for `form` and `deepObject`, else `false`. */
  readonly explode?: boolean;
  /** Does not encode the reserved characters of RFC 3986 section 2.2, except those that delimit a query. */
  readonly allowReserved?: boolean;
  /** `json`: the value is serialized as JSON. */
  readonly content?: 'json';
}

/** Styles by parameter name, for parameters without the default style. */
export type ParamStyles = { readonly [name: string]: ParamStyle };

/** For the option `querySerialization`: serializes each listed parameter in its style. */
export function styled(styles: ParamStyles): WriteStyled {
  return (writer, name, value) => {
    // A parameter can have the name "constructor".
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (style) {
      writeStyled(writer, name, value, style);
    }
    return style !== undefined;
  };
}

function writeStyled({ pairs }: QueryWriter, name: string, value: unknown, param: ParamStyle): void {
  const { style = 'form', explode = style === 'form', allowReserved, content } = param;
  const encode = allowReserved ? encodeReserved : encodeURIComponent;
  if (content) {
    writePairs({ pairs, encode }, name, stringifyJSON(value));
  } else if (style === 'deepObject' || (explode && !isRecord(value))) {
    writePairs({ pairs, encode }, name, value);
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

// Without "#", "&", "+", "[" and "]", which would end, split or change the value.
function encodeReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(?:3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);
}
