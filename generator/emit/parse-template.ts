/**
 * Parses and checks a Handlebars template, so that every fault is found when the set is loaded
 * and not when a branch first runs.
 */
import Handlebars from 'handlebars';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, ok } from '../lib/result.ts';

export interface Template {
  /** Path relative to the set, such as `src/client.ts.hbs`; for a partial, without `.hbs`. */
  readonly name: string;
  /** The file name for messages. */
  readonly document: string;
  readonly text: string;
  readonly body: TemplateBody;
  readonly calls: readonly PartialCall[];
  /** The same hook of the next overlay; its text follows. */
  readonly next?: Template;
}

/** Shipped templates are already compiled. */
export type TemplateBody =
  | { readonly kind: 'parsed'; readonly program: hbs.AST.Program }
  | { readonly kind: 'compiled'; readonly code: string };

export interface PartialCall {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** The only helpers, because any computation belongs in the plan. */
export const HELPERS: readonly string[] = ['if', 'unless', 'each', 'with'];
const DATA: readonly string[] = ['root', 'first', 'last', 'index', 'key'];

export function parseTemplate(name: string, document: string, text: string): Result<Template | undefined> {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text, { srcName: document });
  } catch (error) {
    return failed([syntaxFault(error, document)]);
  }
  const calls: PartialCall[] = [];
  const faults: Diagnostic[] = [];
  const complain = (node: hbs.AST.Node, construct: string): void => {
    faults.push(diagnostic('template-construct', { construct }, { position: positionOf(document, node) }));
  };
  const checker = new Handlebars.Visitor();
  Object.assign(checker, visits({ checker, complain, calls }));
  checker.accept(program);
  return ok(
    faults.length === 0 ? { name, document, text, body: { kind: 'parsed', program }, calls } : undefined,
    faults,
  );
}

interface Visiting {
  readonly checker: Handlebars.Visitor;
  readonly complain: (node: hbs.AST.Node, construct: string) => void;
  readonly calls: PartialCall[];
}

function visits({ checker, complain, calls }: Visiting): Partial<Handlebars.ICompiler> {
  return {
    BlockStatement: (block) => {
      if (!HELPERS.includes(block.path.original)) complain(block, `{{#${block.path.original}}}`);
      else if (block.params.length !== 1 || hasPairs(block.hash))
        complain(block, `{{#${block.path.original}}} with other than one argument`);
      for (const param of block.params) checker.accept(param);
      if (block.program) checker.accept(block.program);
      if (block.inverse) checker.accept(block.inverse);
    },
    MustacheStatement: (mustache) => {
      if (!isPath(mustache.path)) complain(mustache, 'a literal in braces');
      else if (mustache.params.length > 0 || hasPairs(mustache.hash))
        complain(mustache, `the helper ${mustache.path.original}`);
      else if (HELPERS.includes(mustache.path.original))
        complain(mustache, `{{${mustache.path.original}}} without a block`);
      else checker.accept(mustache.path);
    },
    PathExpression: (path) => {
      if (path.data && !DATA.includes(path.parts[0] ?? '')) complain(path, path.original);
      // Without this flag, a misspelt name in {{#if}}, {{#each}} or a partial's
      // argument would count as absent.
      Object.assign(path, { strict: true });
    },
    PartialStatement: (partial) => {
      if (!isPath(partial.name)) complain(partial, 'a partial whose name is computed');
      else
        calls.push({
          name: partial.name.original,
          line: partial.loc.start.line,
          column: partial.loc.start.column + 1,
        });
      for (const value of [...partial.params, ...(partial.hash?.pairs ?? []).map((pair) => pair.value)])
        checker.accept(value);
    },
    PartialBlockStatement: (partial) => complain(partial, 'a partial with a block'),
    SubExpression: (expression) => complain(expression, 'a nested expression'),
    Decorator: (decorator) => complain(decorator, 'a decorator'),
    DecoratorBlock: (decorator) => complain(decorator, 'a decorator'),
  };
}

const hasPairs = (hash: hbs.AST.Hash | undefined): boolean => (hash?.pairs.length ?? 0) > 0;
const isPath = (node: hbs.AST.Expression): node is hbs.AST.PathExpression => node.type === 'PathExpression';

const positionOf = (document: string, node: hbs.AST.Node): NonNullable<Diagnostic['position']> => ({
  document,
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});

/**
 * Handlebars reports two kinds of faults: those of its grammar contain the line in their text,
 * those of its checks in properties.
 */
function syntaxFault(error: unknown, document: string): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const [first = '', ...rest] = message.split('\n');
  const inText = /line (\d+)/.exec(first);
  const given =
    error instanceof Error && 'lineNumber' in error && 'column' in error
      ? { line: Number(error.lineNumber), column: Number(error.column) + 1 }
      : undefined;
  const grammar = rest.find((name) => name.startsWith('Expecting'));
  const marker = rest.find((name) => /^-*\^$/.test(name));
  const line = given?.line ?? Number(inText?.[1] ?? 1);
  const reason = grammar ? readable(grammar) : first.replace(/ - \d+:\d+$/, '');
  return diagnostic(
    'template-syntax',
    { reason },
    { position: { document, line, column: given?.column ?? Math.max(1, marker?.length ?? 1) } },
  );
}

/**
 * `Expecting 'CLOSE', …, got 'EOF'`: the expected tokens mean little to a person, so
 * only the found token is reported.
 */
function readable(grammar: string): string {
  const got = /got '([A-Z_]+)'/.exec(grammar)?.[1];
  if (got === 'EOF') return 'the text ends inside a block';
  if (got === 'OPEN_ENDBLOCK') return 'this closes a block that was not opened';
  if (got === 'INVALID') return 'this character cannot stand here';
  return `unexpected ${(got ?? 'text').toLowerCase().replaceAll('_', ' ')}`;
}
