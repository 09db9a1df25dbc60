/**
 * Formats TypeScript and JavaScript with oxfmt. On the SDKs of public documents (4,637 distinct files) its
 * output equals prettier's, except for one newer rule (a union that fits on the line below its name stays on
 * one line) and for comments after a body without braces. Simple cases of the rule are corrected here, so
 * that a large run does not need to load prettier's TypeScript parser. Other statements that the rule may
 * affect are formatted again by prettier, which also formats everything if oxfmt is not installed.
 */
import type { Options } from 'prettier';
import type { CodeFormatter } from '../../lib/code-formatter.ts';
import { PRETTIER_OPTIONS, formatNatively, prettierKey, prettify } from '../../lib/prettify.ts';

export const typescriptFormatter: CodeFormatter = {
  endings: ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'],
  key: prettierKey,
  format: async (path, text, { native }) =>
    (native ? await formatQuickly(path, text) : undefined) ??
    prettify(text, { ...PRETTIER_OPTIONS, parser: isScript(path) ? 'babel' : 'typescript' }),
};

const isScript = (path: string): boolean => /\.[mc]?js$/.test(path);

/** Undefined if prettier must format the text. Prettier also explains syntax errors. */
async function formatQuickly(path: string, text: string): Promise<string | undefined> {
  const rendered = await formatNatively(path, text, PRETTIER_OPTIONS);
  if (rendered === undefined) return undefined;
  if (isScript(path)) return COMMENTED_BODY.test(rendered) ? undefined : rendered;
  return repair(rendered, PRETTIER_OPTIONS);
}

/**
 * Corrects simple cases of the newer rule: a declared type that is only a union without comments, with one
 * member per line, whose members fit together on the line below the name.
 */
function joinUnions(text: string, width: number): string {
  const lines = text.split('\n');
  if (lines.some(leavesTemplateOpen)) return text;
  const done: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const lead = /^ *\| /.exec(line)?.[0];
    let end = index;
    if (lead !== undefined && isNameAbove(done.at(-1), lead.length))
      while (lines[end]?.startsWith(lead)) end += 1;
    const members = lines.slice(index, end).map((member) => member.slice(lead?.length));
    const joined = `${' '.repeat(Math.max(0, (lead?.length ?? 0) - 2))}${members.join(' | ')}`;
    if (members.length > 1 && joined.length <= width && joined.endsWith(';') && !/\/[/*]/.test(joined)) {
      done.push(joined);
      index = end - 1;
    } else done.push(line.length > width ? line.replace(NULLABLE_TYPE, '$1$2\n$1  $3') : line);
  }
  return done.join('\n');
}

/** Lines of a template literal may contain anything. */
const leavesTemplateOpen = (line: string): boolean =>
  line.includes('`') && !/^ *(?:\*|\/[/*])/.test(line) && line.split('`').length % 2 === 0;

/** A type that oxfmt leaves on one line below a comment. */
const NULLABLE_TYPE = /^( *)((?:export )?type [\w$]+ =) ([\w$.]+ \| null;)$/;

const isNameAbove = (line: string | undefined, lead: number): boolean =>
  line !== undefined && /^ *[^\s/*].*(?::| =)$/.test(line) && line.search(/\S/) === lead - 4;

/**
 * Statements do not affect each other's layout, so one can be formatted alone. If it does not parse alone,
 * prettier formats the whole text.
 */
async function repair(rendered: string, options: Options): Promise<string | undefined> {
  const width = options.printWidth ?? 80;
  if (!mayDiffer(rendered, width)) return rendered;
  const text = joinUnions(rendered, width);
  if (!mayDiffer(text, width)) return text;
  try {
    const statements = text.split(/\n\n(?=[^\s})\]`*])/);
    const done = await Promise.all(
      statements.map((statement) =>
        mayDiffer(statement, width) ? repairStatement(statement, options) : statement,
      ),
    );
    return `${done.join('\n\n').trimEnd()}\n`;
  } catch {
    return undefined;
  }
}

/**
 * A namespace may have thousands of lines but only one union, so its statements are formatted separately,
 * with the remaining width.
 */
async function repairStatement(text: string, options: Options): Promise<string> {
  const inside = insideNamespace(text);
  const body =
    inside && (await repair(inside.body, { ...options, printWidth: (options.printWidth ?? 80) - 2 }));
  if (inside && body !== undefined) return `${inside.head}\n${body.trimEnd().replace(/^(?=.)/gm, '  ')}\n}`;
  return (await prettify(text, { ...options, parser: 'typescript' })).trimEnd();
}

/** Only for types without text that depends on indentation. */
function insideNamespace(text: string): { readonly head: string; readonly body: string } | undefined {
  const [, head, body] =
    /^((?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export (?:declare )?namespace \w+ \{)\n((?: {2}.*\n|\n)+)\}$/.exec(
      text,
    ) ?? [];
  if (head === undefined || body === undefined || body.replace(/^ *(?:\/\*\*|\*).*$/gm, '').includes('`'))
    return undefined;
  return { head, body: body.replace(/^ {2}/gm, '') };
}

/** A body without braces followed by a comment, for which prettier breaks the line. */
const COMMENTED_BODY = /^ *(?:if|else|for|while)\b.*[^{\s] +\/[/*]/m;

/** A single name or null, which stays on the line of its property even if it is long. */
const MAYBE_NULL = /^ *[\w$]+\??: (?:[\w$.]+|Array<[\w$.]+>) \| null;$/;

/**
 * Whether a broken union would fit on one line, or a line with a union is too long. A false positive costs
 * time; a false negative would change the output.
 */
export function mayDiffer(text: string, width: number): boolean {
  if (COMMENTED_BODY.test(text)) return true;
  if (!text.includes(' | ') && !text.includes('\n| ')) return false;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (
      line.length > width &&
      line.replace(/^ *\| /, '').includes(' | ') &&
      !/^\s*(?:\*|\/)/.test(line) &&
      !MAYBE_NULL.test(line)
    )
      return true;
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
