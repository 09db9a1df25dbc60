/**
 * Templates that were parsed, checked and compiled when the program was built, found by their text. A run
 * only evaluates the templates that it renders.
 */
import Handlebars from 'handlebars';
import { sha256 } from '../lib/hash.ts';
import { type PartialCall, parseTemplate } from './parse-template.ts';
import { type TargetFile, parseTargetFile } from './target-file.ts';

export interface PreparedTemplate {
  readonly calls: readonly PartialCall[];
  /** The body of a function that returns the compiled template specification. */
  readonly code: string;
}

export interface Prepared {
  /** Keyed by `preparedKey` of the text, like the targets. */
  readonly templates: Readonly<Record<string, PreparedTemplate>>;
  /** Target files without faults as JSON: a Map is `{ entries }`, and positions name no document. */
  readonly targets: Readonly<Record<string, unknown>>;
  /** Keys of runtime files that no formatter changes. */
  readonly laidOut: readonly string[];
}

export const NOTHING_PREPARED: Prepared = { templates: {}, targets: {}, laidOut: [] };

export const COMPILE_OPTIONS: CompileOptions = {
  noEscape: true,
  preventIndent: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: {
    helperMissing: true,
    blockHelperMissing: true,
    each: true,
    if: true,
    unless: true,
    with: true,
    log: false,
    lookup: false,
  },
};

export const preparedKey = (text: string): string => sha256(text).slice(0, 22);

/** Prepares texts with `\n` as line end. Texts with faults are left out; loading the set reports them. */
export function prepare({
  templates,
  targets,
  laidOut = [],
}: {
  readonly templates: Iterable<string>;
  readonly targets: Iterable<string>;
  readonly laidOut?: readonly string[];
}): Prepared {
  return {
    laidOut,
    templates: Object.fromEntries(
      [...new Set(templates)].flatMap((text) => {
        const template = parseTemplate('', '', text).value;
        return template?.body.kind === 'parsed'
          ? [[preparedKey(text), { calls: template.calls, code: bodyOf(template.body.program) }] as const]
          : [];
      }),
    ),
    targets: Object.fromEntries(
      [...new Set(targets)].flatMap((text) => {
        const { value, diagnostics } = parseTargetFile(text, '');
        return value && diagnostics.length === 0
          ? [
              [
                preparedKey(text),
                JSON.parse(
                  JSON.stringify(value, (_, part: unknown) =>
                    part instanceof Map ? { entries: [...part] } : part,
                  ),
                ),
              ] as const,
            ]
          : [];
      }),
    ),
  };
}

/** The prepared target file with this text, if there is any. `document` is its name in messages. */
export function preparedTarget(
  { targets }: Prepared,
  text: string,
  document: string,
): TargetFile | undefined {
  const known = targets[preparedKey(text)];
  return known === undefined ? undefined : (revive(known, document) as TargetFile);
}

function revive(stored: unknown, document: string): unknown {
  if (Array.isArray(stored)) return stored.map((item) => revive(item, document));
  if (typeof stored !== 'object' || stored === null) return stored;
  if ('entries' in stored && Array.isArray(stored.entries))
    return new Map(stored.entries.map(([name, value]: [string, unknown]) => [name, revive(value, document)]));
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [
      name,
      name === 'document' ? document : revive(value, document),
    ]),
  );
}

/**
 * Compiles a template. Each lookup carries its position for faults; these objects are
 * created once instead of at each lookup.
 */
function bodyOf(program: hbs.AST.Program): string {
  const places: string[] = [];
  const code = String(Handlebars.precompile(program, COMPILE_OPTIONS)).replace(
    PLACE,
    (place) => `at[${places.push(place) - 1}]`,
  );
  return `const at = [${places.join(',')}]; return ${code}`;
}

/** In the text of a template the quotes are escaped, so this matches only generated code. */
const PLACE = /\{"source":"","start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g;
