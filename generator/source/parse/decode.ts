/**
 * Decodes bytes by the byte order mark, or by the zero bytes of UTF-16 without a mark (YAML 1.2
 * section 5.2). The mark is dropped.
 */
export function decode(bytes: Uint8Array): string {
  const [a = 1, b = 1] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (a !== 0 && b === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0 && b !== 0) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
