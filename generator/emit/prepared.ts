/** Templates that were parsed, checked and compiled when the program was built, found by their text: a run has only to evaluate those it renders. */
import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { type PartialCall, parseTemplate } from './parse-template.ts';

export interface PreparedTemplate {
  readonly calls: readonly PartialCall[];
  /** What Handlebars made of it: the source of a template specification. */
  readonly code: string;
}

/** By `preparedKey` of the text. */
export type PreparedTemplates = Readonly<Record<string, PreparedTemplate>>;

export const COMPILE_OPTIONS: CompileOptions = {
  noEscape: true,
  preventIndent: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { helperMissing: true, blockHelperMissing: true, each: true, if: true, unless: true, with: true, log: false, lookup: false },
};

export const preparedKey = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Texts with `\n` as line end. Those with faults are left out: they are told when a set is loaded. */
export function prepare(texts: Iterable<string>): PreparedTemplates {
  return Object.fromEntries([...new Set(texts)].flatMap((text) => {
    const template = parseTemplate('', '', text).value;
    return template?.body.kind === 'parsed' ? [[preparedKey(text), { calls: template.calls, code: String(Handlebars.precompile(template.body.program, COMPILE_OPTIONS)) }] as const] : [];
  }));
}
