/** Writes new names in the style of the surrounding code. */

/** A text in the quotes of the literal that it replaces. */
export function sameQuotes(written: string, text: string): string {
  const [quote = "'"] = written;
  return quote === '`' || quote === "'"
    ? quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
    : JSON.stringify(text);
}

export const isName = (text: string): boolean =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);

/** A text as the key of a property. */
export const keyText = (text: string): string =>
  isName(text) ? text : `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
