import type { Severity } from './diagnostic.ts';

interface Entry {
  readonly severity: Severity;
  /** One sentence; `{name}` is filled from the diagnostic's parameters. */
  readonly message: string;
  /** What to do, as an action. */
  readonly help: string;
  /** Why this is said and what the generator does instead; the text of the code's documentation page. */
  readonly explanation: string;
}

const entries = {
  // source
  'file-not-found': {
    severity: 'error',
    message: 'There is no file {file}.',
    help: 'Check the path, or pass it with {flag}.',
    explanation: 'The named file could not be opened. Nothing was written.',
  },
} satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof entries;
export const catalogue: Readonly<Record<DiagnosticCode, Entry>> = entries;
