/** How the program ends: scripts and agents read the number before they read any text. */

export const EXIT = { ok: 0, api: 1, usage: 2, credential: 4, notFound: 5, limit: 6 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A mistake in how the program is called; nothing was sent. */
export class UsageError extends Error {
  override name = 'UsageError';
  /** The command that the mistake is about: `servers get`. */
  readonly command: string | undefined;
  constructor(message: string, command?: string) {
    super(message);
    this.command = command;
  }
}

/** `variables`: of credentials. A client without one names it. */
export function exitCodeOf(
  status: number | undefined,
  message: string,
  variables: readonly string[],
): ExitCode {
  if (status === 401 || status === 403) return EXIT.credential;
  if (status === 404 || status === 410) return EXIT.notFound;
  if (status === 429) return EXIT.limit;
  const isMissing = status === undefined && variables.some((name) => message.includes(name));
  return isMissing ? EXIT.credential : EXIT.api;
}

export interface FailureLine {
  readonly message: string;
  readonly code: 'usage' | 'credential' | 'not_found' | 'limit' | 'api';
  readonly status?: number;
  readonly command?: string;
}

/** One line of JSON on standard error. */
export function failed<Code extends ExitCode>(failure: FailureLine, code: Code): Code {
  process.stderr.write(`${JSON.stringify({ error: failure })}\n`);
  return code;
}
