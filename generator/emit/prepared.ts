/** Templates that were parsed, checked and compiled when the program was built, found by their text: a run has only to evaluate those it renders. */
import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { type PartialCall, parseTemplate } from './parse-template.ts';

export interface PreparedTemplate {
  readonly calls: readonly PartialCall[];
  /** The body of a function that returns what Handlebars made of it, a template specification. */
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
    return template?.body.kind === 'parsed' ? [[preparedKey(text), { calls: template.calls, code: bodyOf(template.body.program) }] as const] : [];
  }));
}

/** Each lookup carries its place in the template, for a fault: made once rather than at each lookup. */
function bodyOf(program: hbs.AST.Program): string {
  const places: string[] = [];
  const code = String(Handlebars.precompile(program, COMPILE_OPTIONS)).replace(PLACE, (place) => `at[${places.push(place) - 1}]`);
  return `const at = [${places.join(',')}]; return ${code}`;
}

/** In the text of a template the quotes are escaped. */
const PLACE = /\{"source":"","start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g;
