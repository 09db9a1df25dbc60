/**
 * Reads an environment variable.
 *
 * @returns the trimmed value; `undefined` if the variable is unset, empty or not permitted (`--allow-env`).
 */
export function readEnv(name: string): string | undefined {
  try {
    return Deno.env.get(name)?.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Reads a numeric environment variable; `undefined` if it is unset or not a number. */
export function readNumber(name: string): number | undefined {
  const number = Number(readEnv(name) ?? Number.NaN);
  return Number.isNaN(number) ? undefined : number;
}

/** Reads a boolean environment variable: `true`, `false`, `1` or `0`; `undefined` for any other value. */
export function readBoolean(name: string): boolean | undefined {
  const text = readEnv(name)?.toLowerCase();
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
}

/** Deno is not a browser. */
export function isBrowser(): boolean {
  return false;
}
