/**
 * Workers have no process environment. Their configuration arrives with each request, so all options must be
 * passed to the client.
 */
export function readEnv(_name: string): string | undefined {
  return undefined;
}

export function readNumber(_name: string): number | undefined {
  return undefined;
}

export function readBoolean(_name: string): boolean | undefined {
  return undefined;
}

/** Workers are not browsers. */
export function isBrowser(): boolean {
  return false;
}
