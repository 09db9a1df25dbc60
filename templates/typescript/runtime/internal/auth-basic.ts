import { type AuthScheme, type Credential, reveal } from './auth.ts';

/** `Authorization: Basic …` with UTF-8 text (RFC 7617 section 2.1). */
export function basic(username: Credential, password: Credential): AuthScheme {
  return {
    in: 'header',
    name: 'authorization',
    value: async () => {
      const [user, pass] = [await reveal(username), await reveal(password)];
      return user == null || pass == null ? undefined : basicHeader(user, pass);
    },
  };
}

/** The header value for a username and a password. */
export function basicHeader(username: string, password: string): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
