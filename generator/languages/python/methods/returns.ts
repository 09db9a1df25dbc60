/** The result of a method: its annotation, and the type that the runtime creates. */
import { reachesItself } from '../cycles.ts';
import { type PageClass, pageOf } from '../pages.ts';
import type { PythonMethod } from './method.ts';
import * as part from '../fragment.ts';
import * as expr from '../types/expr.ts';

export type Colour = 'sync' | 'async';

export interface CallContext {
  readonly colour: Colour;
  readonly pages: readonly PageClass[];
  /** The client attribute of each option. */
  readonly optionOf: (key: string) => string | undefined;
  /** Whether the method is on the client itself rather than on a resource. */
  readonly isClient: boolean;
}

const coloured = (colour: Colour, module: string, name: string): expr.NameExpression =>
  expr.runtime(module, colour === 'async' ? `Async${name}` : name);

/** The annotation of the result, and the value that it is created from. */
export function returnType(
  sdk: PythonMethod,
  context: CallContext,
  gives: 'all' | 'plain' | 'stream' = 'all',
): expr.TypeExpression {
  const { result } = sdk;
  switch (result.kind) {
    case 'void':
      return expr.none;
    case 'binary':
      return coloured(context.colour, '_response', 'BinaryAPIResponse');
    case 'value':
      return result.type;
    case 'page': {
      const page = pageType(context, result);
      return context.colour === 'async'
        ? expr.generic(expr.runtime('_pagination', 'AsyncPaginator'), result.item, page)
        : page;
    }
    case 'stream': {
      const stream = streamType(context, result.event);
      if (!result.plain || gives === 'stream') return stream;
      const plain = plainType(context, result.plain);
      return gives === 'plain' ? plain : expr.unionOf([plain, stream]);
    }
    default:
      return result satisfies never;
  }
}

export const streamType = ({ colour }: CallContext, event: expr.TypeExpression): expr.TypeExpression =>
  expr.generic(coloured(colour, '_streaming', 'Stream'), event);

const plainType = (
  { colour }: CallContext,
  plain: { readonly type: expr.TypeExpression; readonly isBinary: boolean },
): expr.TypeExpression => (plain.isBinary ? coloured(colour, '_response', 'BinaryAPIResponse') : plain.type);

export function pageType(
  context: CallContext,
  { item, scheme }: Extract<PythonMethod['result'], { kind: 'page' }>,
): expr.TypeExpression {
  const page = pageOf(context.pages, scheme);
  const declaration = context.colour === 'async' ? page?.asyncDeclaration : page?.declaration;
  if (!declaration) throw new Error(`no page class of ${scheme}`);
  return expr.generic(expr.declared(declaration), item);
}

/** Only classes can be passed as types; for other types the type checker needs a cast. */
export function castOf({ result }: PythonMethod, context: CallContext): part.Fragment {
  const type =
    result.kind === 'value'
      ? result.type
      : result.kind === 'binary'
        ? coloured(context.colour, '_response', 'BinaryAPIResponse')
        : result.kind === 'stream' && result.plain
          ? plainType(context, result.plain)
          : result.kind === 'stream'
            ? result.event
            : expr.none;
  return castTo(type);
}

function castTo(type: expr.TypeExpression): part.Fragment {
  if (type.kind === 'none') return part.value(expr.runtime('_types', 'NoneType'));
  return isClass(type)
    ? part.value(type)
    : part.call(expr.typing('cast'), [[{ kind: 'quoted', type }], part.value(type)]);
}

/** Whether a type checker accepts the expression as a class, an alias of a class, or a generic class. */
function isClass(type: expr.TypeExpression, depth = 0): boolean {
  switch (type.kind) {
    case 'declaration': {
      const { body } = type.declaration;
      if (body.kind === 'model') return true;
      // A recursive alias is printed as a `TypeAliasType`.
      return (
        body.kind === 'alias' &&
        depth < 20 &&
        isClass(body.type, depth + 1) &&
        !reachesItself(type.declaration)
      );
    }
    case 'builtin':
    case 'library':
    case 'runtime':
    case 'generic':
      return true;
    default:
      return false;
  }
}
