/** The origin of data in the inputs. Line and column are looked up only when a diagnostic is printed. */
export interface Origin {
  /** The document as the user named it: a path relative to the working folder, or a URL. */
  readonly document: string;
  /** JSON Pointer (RFC 6901) into that document as it was written, `''` for its root. */
  readonly pointer: string;
}

/** RFC 6901 section 3: `~` and `/` are escaped in a reference token. */
export const escapeToken = (token: string): string =>
  token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
export const unescapeToken = (token: string): string =>
  token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;

/** The tokens of a JSON pointer: `/a/b~1c` has `a` and `b/c`. */
export const pointerTokens = (pointer: string): readonly string[] =>
  pointer.split('/').slice(1).map(unescapeToken);

export function at(origin: Origin, ...tokens: readonly (string | number)[]): Origin {
  let { pointer } = origin;
  for (const token of tokens) pointer += `/${escapeToken(String(token))}`;
  return { document: origin.document, pointer };
}

export const originKey = (origin: Origin): string => `${origin.document}#${origin.pointer}`;
