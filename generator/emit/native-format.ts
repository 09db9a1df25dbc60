/**
 * Formatting by oxfmt, a native formatter that reproduces prettier, about fifty times as fast. Measured on the SDKs of public documents
 * (4,637 distinct files), its output is prettier's to the byte but for a rule that is newer than it (a union that fits on the line below
 * its name stays on one line) and for comments behind a body without braces. Statements where that could apply are done over by prettier,
 * as is everything where oxfmt is not installed.
 */
import type { Options } from 'prettier';
import { prettify } from './prettify.ts';

type Format = (path: string, text: string) => Promise<string | undefined>;

let loaded: Promise<Format | undefined> | undefined;

/** Undefined: this text is for prettier, which also finds the words when it is not valid. */
export async function formatNatively(path: string, text: string, options: Options): Promise<string | undefined> {
  if (!/\.(?:[mc]?ts|json)$/.test(path) || /(?:^|\/)package\.json$/.test(path)) return undefined;
  loaded ??= load(options);
  const made = await (await loaded)?.(path, text);
  return made === undefined || path.endsWith('.json') ? made : repair(made, options);
}

/** Statements do not influence each other's layout, so one can be formatted alone. What does not parse alone goes to prettier as a whole. */
async function repair(text: string, options: Options): Promise<string | undefined> {
  const width = options.printWidth ?? 80;
  if (!mayDiffer(text, width)) return text;
  try {
    const statements = text.split(/\n\n(?=[^\s})\]`*])/);
    const done = await Promise.all(statements.map((one) => (mayDiffer(one, width) ? repairStatement(one, options) : one)));
    return `${done.join('\n\n').trimEnd()}\n`;
  } catch {
    return undefined;
  }
}

/** A namespace may hold thousands of lines and one union: what stands in it is done over by itself, in the width that is left. */
async function repairStatement(text: string, options: Options): Promise<string> {
  const inside = insideNamespace(text);
  const body = inside && (await repair(inside.body, { ...options, printWidth: (options.printWidth ?? 80) - 2 }));
  if (inside && body !== undefined) return `${inside.head}\n${body.trimEnd().replace(/^(?=.)/gm, '  ')}\n}`;
  return (await prettify(text, { ...options, parser: 'typescript' })).trimEnd();
}

/** Only types, without text that would change with its indentation. */
function insideNamespace(text: string): { readonly head: string; readonly body: string } | undefined {
  const [, head, body] = /^((?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export (?:declare )?namespace \w+ \{)\n((?: {2}.*\n|\n)+)\}$/.exec(text) ?? [];
  if (head === undefined || body === undefined || body.includes('`')) return undefined;
  return { head, body: body.replace(/^ {2}/gm, '') };
}

async function load(options: Options): Promise<Format | undefined> {
  try {
    const { format } = await import('oxfmt');
    const { printWidth = 80, singleQuote = false } = options;
    return async (path, text) => {
      const { code, errors } = await format(path, text, { printWidth, singleQuote, trailingComma: 'all' });
      return errors.length === 0 ? code : undefined;
    };
  } catch {
    // An optional dependency: there is no build of it for every platform.
    return undefined;
  }
}

/** A body without braces and a comment behind it, which prettier takes for a reason to break the line. */
const COMMENTED_BODY = /^ *(?:if|else|for|while)\b.*[^{\s] +\/[/*]/m;

/** Whether a broken union would fit on one line, or a line with a union is too long. Too many hits cost time, a missing one would cost sameness. */
export function mayDiffer(text: string, width: number): boolean {
  if (COMMENTED_BODY.test(text)) return true;
  if (!text.includes(' | ') && !text.includes('\n| ')) return false;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.length > width && line.includes(' | ') && !/^\s*(?:\*|\/)/.test(line)) return true;
    const lead = /^ *\| /.exec(line)?.[0];
    if (lead === undefined) continue;
    let joined = lead.length - 2;
    let members = 0;
    for (let member = lines[index]; member?.startsWith(lead); member = lines[++index]) {
      joined += member.length - lead.length + (members > 0 ? ' | '.length : 0);
      members += 1;
    }
    if (members > 1 && joined <= width) return true;
    index -= 1;
  }
  return false;
}
