/**
 * An isolated Handlebars: no helpers but the four blocks, guarded views, faults with template, line and
 * column.
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
  | { readonly kind: 'miss'; readonly miss: Miss; readonly position: Position }
  | { readonly kind: 'fault'; readonly reason: string; readonly position: Position };

export interface Engine {
  /**
   * Renders one template of the set with `element` as its context; `at` says where in the views the element
   * is.
   */
  readonly run: (template: Template, context: { readonly element: unknown; readonly at: string }) => Rendered;
}

/** A hook, and the same hook of the overlays that are named after. */
export function* withNext(template: Template): Generator<Template> {
  for (let part: Template | undefined = template; part !== undefined; part = part.next) yield part;
}

export function createEngine(set: TemplateSet, views: Views): Engine {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) {
    if (!HELPERS.includes(name) && !name.endsWith('Missing')) handlebars.unregisterHelper(name);
  }
  // The tests render all shipped templates guarded, so a run need not; a user's may ask for anything.
  const isShipped = [...set.templates.values(), ...set.partials.values()].every(
    (template) => template.body.kind === 'compiled',
  );
  let guard = NO_GUARD;
  // The templates that are being rendered, innermost last. It is left as it stands when one fails, which
  // tells where.
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
        return { kind: 'miss', miss, position: placeOf(error, inner) ?? findField(inner, miss.field) };
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
      // Once more, to hear what exactly is missing.
      guard = createGuard();
      return attempt(template, context);
    },
  };
}

function delegateOf(handlebars: typeof Handlebars, body: TemplateBody): HandlebarsTemplateDelegate {
  if (body.kind === 'parsed') return handlebars.compile(body.program, COMPILE_OPTIONS);
  // As Handlebars itself does with what it has compiled.
  const specification: TemplateSpecification = new Function(body.code)();
  return handlebars.template(specification);
}

/** Strict lookups carry their place; a guarded read does not. */
const placeOf = (error: unknown, template: Template): Position | undefined =>
  error instanceof Error && 'lineNumber' in error && typeof error.lineNumber === 'number' && 'column' in error
    ? { document: template.document, line: error.lineNumber, column: Number(error.column) + 1 }
    : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A text or nothing was taken for a view: Handlebars says so in its words, the language in its own. */
const fieldOfNoView = (error: unknown): string | undefined =>
  (/^"(.*)" not defined/.exec(messageOf(error)) ?? /search for '(.*)' in /.exec(messageOf(error)))?.[1];

/**
 * A field in the middle of a path has no place of its own in Handlebars' faults: the first path of the
 * template that has it so.
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
