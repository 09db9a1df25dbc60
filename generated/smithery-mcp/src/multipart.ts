/** Reads a multipart response (RFC 2046): each part has its own type and bytes. */

export interface Part {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Further parts are not read. */
const MOST_PARTS = 50;

/** Undefined if the content type has no boundary or the bytes do not contain it. */
export function partsOf(contentType: string, bytes: Uint8Array): readonly Part[] | undefined {
  const [, quoted, plain] =
    /^multipart\/[^;]+;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  // A boundary includes the line break before it, but the first boundary may be the first line.
  const whole = Buffer.concat([Buffer.from('\r\n'), bytes]);
  const mark = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = whole.indexOf(mark);
  while (at >= 0 && parts.length < MOST_PARTS) {
    const start = at + mark.length;
    if (whole.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const next = whole.indexOf(mark, start);
    if (next < 0) return parts.length > 0 ? parts : undefined;
    parts.push(partOf(whole.subarray(start, next)));
    at = next;
  }
  return parts.length > 0 ? parts : undefined;
}

function partOf(bytes: Buffer): Part {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, Math.max(end, 0)).toString('latin1');
  const [, type = 'text/plain'] = /\r\ncontent-type:[ \t]*([^;\s]+)/i.exec(head) ?? [];
  return { type: type.toLowerCase(), bytes: end < 0 ? bytes.subarray(0, 0) : bytes.subarray(end + 4) };
}
