import type { Origin } from '../lib/origin.ts';
import { type DiagnosticCode, type Severity, catalogue } from './catalogue.ts';

export type { Severity };

/** A message about the input. `code` is stable; `message` is one sentence; `help` is an action. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** An error that excludes one entry only. */
  readonly leavesOut?: true;
  readonly message: string;
  readonly help: string;
  /** What message and help were filled with. */
  readonly parameters?: Parameters;
  readonly origin?: Origin;
  /** A position for text without a pointer (syntax errors), 1-based. */
  readonly position?: { readonly document: string; readonly line: number; readonly column: number };
  readonly related?: readonly { readonly message: string; readonly origin: Origin }[];
}

type Parameters = Readonly<Record<string, string | number>>;
type Where = Partial<Pick<Diagnostic, 'origin' | 'position' | 'related'>>;

/** A diagnostic of the catalogue, with `{name}` placeholders replaced from `parameters`. */
export function diagnostic(code: DiagnosticCode, parameters: Parameters, where: Where = {}): Diagnostic {
  const entry = catalogue[code];
  return {
    code,
    severity: entry.severity,
    ...(entry.leavesOut && { leavesOut: entry.leavesOut }),
    message: fill(entry.message, parameters),
    help: fill(entry.help, parameters),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...where,
  };
}

/** True for what `--strict` takes as an error: warnings about the SDK that is made, not about something beside it. */
export const isStrictFault = ({ code, severity }: Diagnostic): boolean =>
  severity === 'error' || (severity === 'warning' && catalogue[code].besides !== true);

/** A key that is equal for diagnostics that look equal to a reader. */
export const diagnosticKey = ({ code, message, origin }: Diagnostic): string =>
  catalogue[code].once === true
    ? `${code} ${message}`
    : `${code} ${origin?.document ?? ''} ${origin?.pointer ?? ''} ${message}`;

/** The first of each kind, in order. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    const key = diagnosticKey(each);
    if (!known.has(key)) known.set(key, each);
  }
  return [...known.values()];
}

const fill = (template: string, parameters: Parameters): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return value === undefined ? whole : shortened(String(value));
  });

/** Limits parameters, because a name in a document can be megabytes long. */
const LONGEST = 200;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
