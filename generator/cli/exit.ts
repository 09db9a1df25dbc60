/** Exit codes of every command except `diff`, which has its own table. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
export type ExitCode = number;
