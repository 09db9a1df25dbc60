/** 32 random hexadecimal digits. Unlike `randomUUID`, this works in insecure browser contexts. */
export function randomID(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
