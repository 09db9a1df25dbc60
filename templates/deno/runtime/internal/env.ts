/**
 * Reads an environment variable.
 *
 * @returns the trimmed value; `undefined` when it is unset, empty, or may not be read (`--allow-env`).
 */
export function readEnv(name: string): string | undefined {
  try {
    return Deno.env.get(name)?.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Reads an environment variable that holds a number; `undefined` when it is unset or no number. */
export function readNumber(name: string): number | undefined {
  const number = Number(readEnv(name) ?? Number.NaN);
  return Number.isNaN(number) ? undefined : number;
}

/** Reads an environment variable that holds `true`, `false`, `1` or `0`; `undefined` for anything else. */
export function readBoolean(name: string): boolean | undefined {
  const text = readEnv(name)?.toLowerCase();
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
}

/** Deno is no page in a browser. */
export function isBrowser(): boolean {
  return false;
}
