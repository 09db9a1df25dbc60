/**
 * Traces a position in a rendered text back to its template by rendering the set again with marks. This is
 * slow, so it is done only for faults.
 */
import Handlebars from 'handlebars';
import { createEngine } from './engine.ts';
import type { Template } from './parse-template.ts';
import { outputsOf } from './outputs.ts';
import type { Position } from './target-file.ts';
import type { TemplateSet } from './template-set.ts';
import type { Views } from './types.ts';

/** 1-based. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * The position in the rendered text of a position in the formatted text. Formatting moves white space,
 * quotes, brackets and commas, but hardly ever changes the characters of words, so these are counted.
 * Undefined if another word is found there.
 */
export function placeBefore(
  laidOut: string,
  rendered: string,
  { line, column }: TextPlace,
): TextPlace | undefined {
  const lines = laidOut.split('\n').slice(0, line - 1);
  const until = lines.reduce((sum, name) => sum + name.length + 1, 0) + column - 1;
  let left = laidOut.slice(0, until).replace(NO_WORD, '').length;
  let row = 1;
  let start = 0;
  for (let at = 0; at < rendered.length; at++) {
    const sign = rendered.charAt(at);
    if (/\w/.test(sign) && left-- === 0)
      return wordAt(rendered, at) === wordAt(laidOut, until)
        ? { line: row, column: at - start + 1 }
        : undefined;
    if (sign === '\n') {
      row += 1;
      start = at + 1;
    }
  }
  return undefined;
}

/** The first word at or after `at`. */
const wordAt = (text: string, at: number): string | undefined => /\w+/.exec(text.slice(at))?.[0];

const NO_WORD = /\W/g;

/**
 * The position in the set from which a position in the unformatted text was rendered.
 * Undefined if it cannot be determined.
 */
export type Trace = (path: string, place: TextPlace) => Position | undefined;

/** Marks use characters that no template may contain and no view contains. */
const MARK = /\u0001(\d+)\u0002/g;

export function createTrace(set: TemplateSet, views: Views): Trace {
  const runtime = new Map(set.runtime.map((file) => [file.path, file.document]));
  let marked: Marked | undefined;
  const rendered = new Map<string, MarkedText | undefined>();
  return (path, place) => {
    const known = rendered.get(path) ?? makeMarked((marked ??= markSet(set)), views, path);
    rendered.set(path, known);
    if (known) return positionIn(known, place);
    const document = runtime.get(path);
    return document === undefined ? undefined : { document, ...place };
  };
}

interface Mark extends Position {
  /** True if the columns of the text match those of the template from here on. */
  readonly isVerbatim: boolean;
}

interface Marked {
  readonly set: TemplateSet;
  readonly marks: readonly Mark[];
}

interface MarkedText {
  readonly text: string;
  /** Sorted by their position in `text`. */
  readonly places: readonly { readonly at: number; readonly mark: Mark }[];
}

function markSet(set: TemplateSet): Marked {
  const marks: Mark[] = [];
  const markAll = (templates: ReadonlyMap<string, Template>): ReadonlyMap<string, Template> =>
    new Map([...templates].map(([name, template]) => [name, markTemplate(template, marks)]));
  return { set: { ...set, templates: markAll(set.templates), partials: markAll(set.partials) }, marks };
}

function markTemplate(template: Template, marks: Mark[]): Template {
  const { document, text } = template;
  const mark = (line: number, column: number, isVerbatim: boolean): string =>
    `\u0001${marks.push({ document, line, column, isVerbatim }) - 1}\u0002`;
  const visit = (program: hbs.AST.Program): void => {
    program.body = program.body.flatMap((statement): hbs.AST.Statement[] => {
      const { start } = statement.loc;
      if (isContent(statement))
        return [{ ...statement, value: markLines(statement, mark) } as typeof statement];
      if (isBlock(statement))
        for (const inner of [statement.program, statement.inverse]) if (inner) visit(inner);
      return statement.type === 'MustacheStatement'
        ? [...contentOf(mark(start.line, start.column + 1, false)), statement]
        : [statement];
    });
  };
  const program = Handlebars.parse(text, { srcName: document });
  visit(program);
  return { ...template, body: { kind: 'parsed', program } };
}

/** A template statement that prints this text. */
const contentOf = (value: string): readonly hbs.AST.Statement[] =>
  Handlebars.parse('x').body.map((statement) => ({ ...statement, value }));

const isContent = (node: hbs.AST.Statement): node is hbs.AST.ContentStatement =>
  node.type === 'ContentStatement';
const isBlock = (node: hbs.AST.Statement): node is hbs.AST.BlockStatement => node.type === 'BlockStatement';

type MakeMark = (line: number, column: number, isVerbatim: boolean) => string;

/**
 * Inserts a mark before each line of a text. Handlebars has removed white space
 * around blocks, which moves the start.
 */
function markLines({ value, original, loc }: hbs.AST.ContentStatement, mark: MakeMark): string {
  if (value === '') return '';
  const written = String(original);
  const before = written.slice(0, Math.max(0, written.indexOf(value))).split('\n');
  const line = loc.start.line + before.length - 1;
  const column = (before.length === 1 ? loc.start.column : 0) + (before.at(-1)?.length ?? 0) + 1;
  return value
    .split('\n')
    .map((part, index) => `${mark(line + index, index === 0 ? column : 1, true)}${part}`)
    .join('\n');
}

/** Undefined if no template renders the file. */
function makeMarked({ set, marks }: Marked, views: Views, path: string): MarkedText | undefined {
  for (const rule of set.outputs) {
    const template = set.templates.get(rule.template.text);
    if (!template) continue;
    for (const output of outputsOf(rule, views).value) {
      if (output.path !== path) continue;
      const rendered = createEngine(set, views).run(template, output);
      if (rendered.kind === 'text') return readMarks(rendered.text, marks);
    }
  }
  return undefined;
}

function readMarks(marked: string, marks: readonly Mark[]): MarkedText {
  const places: { readonly at: number; readonly mark: Mark }[] = [];
  let taken = 0;
  const text = marked.replace(MARK, (whole: string, number: string, at: number) => {
    const mark = marks[Number(number)];
    if (!mark) return whole;
    places.push({ at: at - taken, mark });
    taken += whole.length;
    return '';
  });
  return { text, places };
}

function positionIn({ text, places }: MarkedText, { line, column }: TextPlace): Position | undefined {
  const lines = text.split('\n').slice(0, line - 1);
  const offset = lines.reduce((sum, name) => sum + name.length + 1, 0) + column - 1;
  const found = places.findLast(({ at }) => at <= offset);
  if (!found) return undefined;
  const { isVerbatim, ...position } = found.mark;
  return isVerbatim ? { ...position, column: position.column + offset - found.at } : position;
}
