type Globals = {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  readonly window?: { readonly document?: unknown };
  readonly navigator?: unknown;
};

const globals = globalThis as Globals;

/**
 * Reads an environment variable in Node, Bun and Deno.
 *
 * @returns the trimmed value; `undefined` if the variable is unset, empty or not permitted, or if the runtime
 *   has no environment variables.
 */
export function readEnv(name: string): string | undefined {
  try {
    return globals.process?.env?.[name]?.trim() || undefined;
  } catch {
    // Deno throws if the permission is missing; treat the variable as unset.
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

/** Whether the code runs in a browser, where visitors can read secrets. */
export function isBrowser(): boolean {
  return !!globals.window?.document && !!globals.navigator;
}
