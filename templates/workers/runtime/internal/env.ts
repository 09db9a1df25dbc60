/**
 * A worker has no process environment; its configuration arrives with each request, so options come from the
 * caller alone.
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

/** A worker is no page in a browser. */
export function isBrowser(): boolean {
  return false;
}
