/** Exit codes and errors. Scripts and agents check the exit code first. */

export const EXIT = { ok: 0, api: 1, usage: 2, credential: 4, notFound: 5, limit: 6 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The program was called incorrectly; nothing was sent. */
export class UsageError extends Error {
  override name = 'UsageError';
  /** The command that was called incorrectly: `servers get`. */
  readonly command: string | undefined;
  constructor(message: string, command?: string) {
    super(message);
    this.command = command;
  }
}

/**
 * `variables` holds the environment variables of credentials; the client names the missing one in its error.
 */
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

/** Escapes control characters and marks of text direction, so that a response cannot control the terminal. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Prints one line of JSON to standard error. */
export function failed<Code extends ExitCode>(failure: FailureLine, code: Code): Code {
  process.stderr.write(`${visible(JSON.stringify({ error: failure }))}\n`);
  return code;
}
