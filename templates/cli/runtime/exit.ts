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

/** Controls of terminals, and marks that change the direction of text: an API must not write on the screen with them. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One line of JSON on standard error. */
export function failed<Code extends ExitCode>(failure: FailureLine, code: Code): Code {
  process.stderr.write(`${visible(JSON.stringify({ error: failure }))}\n`);
  return code;
}
