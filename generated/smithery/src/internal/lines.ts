/** Splits bytes into lines, in linear time for any chunk size. */

/**
 * Splits UTF-8 bytes at LF, CR and CRLF, or only at LF. Yields empty lines, and
 * a last line without a line ending.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  splitAt: 'any' | 'lf' = 'any',
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  const end = splitAt === 'any' ? /\r\n|[\r\n]/g : /\n/g;
  // Pieces of an unfinished line; joined once, so that long lines take linear time.
  let pieces: string[] = [];
  let afterCR = false;
  const split = function* (text: string): Generator<string, void, undefined> {
    let start = afterCR && text.startsWith('\n') ? 1 : 0;
    afterCR = splitAt === 'any' && text.endsWith('\r');
    end.lastIndex = start;
    for (let match = end.exec(text); match; match = end.exec(text)) {
      pieces.push(text.slice(start, match.index));
      const line = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
      pieces = [];
      start = end.lastIndex;
      yield line;
    }
    if (start < text.length) {
      pieces.push(text.slice(start));
    }
  };
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text) {
      yield* split(text);
    }
  }
  yield* split(decoder.decode());
  if (pieces.length) {
    yield pieces.join('');
  }
}
