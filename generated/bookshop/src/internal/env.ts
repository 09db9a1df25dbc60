type Globals = {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  readonly window?: { readonly document?: unknown };
  readonly navigator?: unknown;
};

const globals = globalThis as Globals;

/**
 * Reads an environment variable in Node, Bun and Deno.
 *
 * @returns the trimmed value; `undefined` when it is unset, empty, not permitted, or the runtime has no
 *   environment.
 */
export function readEnv(name: string): string | undefined {
  try {
    return globals.process?.env?.[name]?.trim() || undefined;
  } catch {
    // Deno throws when the permission is missing; that equals "not set".
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

/** Whether this is a page in a browser, where a secret would be visible to its visitors. */
export function isBrowser(): boolean {
  return !!globals.window?.document && !!globals.navigator;
}
