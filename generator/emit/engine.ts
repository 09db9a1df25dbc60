/**
 * An isolated Handlebars with only the four block helpers, guarded views, and
 * faults with template, line and column.
 */
import Handlebars from 'handlebars';
import { type Miss, NO_GUARD, createGuard } from './guard.ts';
import { HELPERS, type Template, type TemplateBody } from './parse-template.ts';
import { COMPILE_OPTIONS } from './prepared.ts';
import type { Position } from './target-file.ts';
import type { TemplateSet } from './template-set.ts';
import type { Views } from './types.ts';

export type Rendered =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'miss'; readonly miss: Miss; readonly isInRoot: boolean; readonly position: Position }
  | { readonly kind: 'fault'; readonly reason: string; readonly position: Position };

export interface Engine {
  /**
   * Renders a template of the set with `element` as its context; `at` is the
   * path of the element in the views.
   */
  readonly run: (template: Template, context: { readonly element: unknown; readonly at: string }) => Rendered;
}

/** A hook, and the same hook of the overlays after it. */
export function* withNext(template: Template): Generator<Template> {
  for (let part: Template | undefined = template; part !== undefined; part = part.next) yield part;
}

export function createEngine(set: TemplateSet, views: Views): Engine {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) {
    if (!HELPERS.includes(name) && !name.endsWith('Missing')) handlebars.unregisterHelper(name);
  }
  // Tests render all shipped templates with the guard, so a run skips it for them.
  // User templates may read any field.
  const isShipped = [...set.templates.values(), ...set.partials.values()].every(
    (template) => template.body.kind === 'compiled',
  );
  let guard = NO_GUARD;
  // Templates being rendered, innermost last. If a template fails, the stack is
  // left as it is, which shows where.
  const stack: Template[] = [];
  const compiled = new Map<Template, HandlebarsTemplateDelegate>();

  const run = (template: Template, context: unknown, options: RuntimeOptions | undefined): string => {
    const delegate = compiled.get(template) ?? delegateOf(handlebars, template.body);
    compiled.set(template, delegate);
    stack.push(template);
    const text = delegate(guard.wrap(context, `the input of ${template.name}`), options);
    stack.pop();
    return text;
  };
  for (const [name, partial] of set.partials) {
    const parts = [...withNext(partial)];
    handlebars.registerPartial(name, (context: unknown, options?: RuntimeOptions) =>
      parts.map((part) => run(part, context, options)).join(''),
    );
  }
  const attempt: Engine['run'] = (template, { element, at }) => {
    stack.length = 0;
    try {
      return {
        kind: 'text',
        text: run(template, guard.wrap(element, at), { data: { root: guard.wrap(views, '') } }),
      };
    } catch (error) {
      const inner = stack.at(-1) ?? template;
      const miss = guard.missOf(error);
      if (miss)
        return {
          kind: 'miss',
          miss,
          isInRoot: Object.hasOwn(views, miss.field),
          position: placeOf(error, inner) ?? findField(inner, miss.field),
        };
      const field = fieldOfNoView(error);
      const reason =
        field === undefined
          ? messageOf(error).replace(/ - \d+:\d+$/, '')
          : `${field} is asked of something that is no view`;
      return { kind: 'fault', reason, position: placeOf(error, inner) ?? findField(inner, field ?? '') };
    }
  };
  return {
    run: (template, context) => {
      guard = isShipped ? NO_GUARD : createGuard();
      const rendered = attempt(template, context);
      if (guard !== NO_GUARD || rendered.kind === 'text') return rendered;
      // Renders again with the guard to find out what exactly is missing.
      guard = createGuard();
      return attempt(template, context);
    },
  };
}

function delegateOf(handlebars: typeof Handlebars, body: TemplateBody): HandlebarsTemplateDelegate {
  if (body.kind === 'parsed') return handlebars.compile(body.program, COMPILE_OPTIONS);
  // As Handlebars itself does with its compiled templates.
  const specification: TemplateSpecification = new Function(body.code)();
  return handlebars.template(specification);
}

/** Strict lookups carry their position, guarded reads do not. */
const placeOf = (error: unknown, template: Template): Position | undefined =>
  error instanceof Error && 'lineNumber' in error && typeof error.lineNumber === 'number' && 'column' in error
    ? { document: template.document, line: error.lineNumber, column: Number(error.column) + 1 }
    : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The field that a template reads from text or nothing. Handlebars and
 * JavaScript word this fault differently.
 */
const fieldOfNoView = (error: unknown): string | undefined =>
  (/^"(.*)" not defined/.exec(messageOf(error)) ?? /search for '(.*)' in /.exec(messageOf(error)))?.[1];

/**
 * Handlebars reports no position for a field in the middle of a path, so this returns the first path in the
 * template that has the field there.
 */
function findField(template: Template, field: string): Position {
  const places: { readonly line: number; readonly column: number; readonly inner: boolean }[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => {
    const index = path.parts.indexOf(field);
    if (index >= 0)
      places.push({
        line: path.loc.start.line,
        column: path.loc.start.column + 1,
        inner: index < path.parts.length - 1,
      });
  };
  visitor.accept(template.body.kind === 'parsed' ? template.body.program : Handlebars.parse(template.text));
  const { line, column } = places.find((place) => place.inner) ?? places[0] ?? { line: 1, column: 1 };
  return { document: template.document, line, column };
}
