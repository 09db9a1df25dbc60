/** 32 random hexadecimal digits; works in insecure browser contexts too, where `randomUUID` is missing. */
export function randomID(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
