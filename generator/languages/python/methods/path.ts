/** The path of a request, with the arguments in it. */
import { withoutLastSlash } from '../../../lib/words.ts';
import type { PathPiece } from '../../../plan/wire.ts';
import { code, identifier, stringLiteral } from '../code.ts';
import type { Argument } from './arguments.ts';
import type { PythonMethod } from './method.ts';
import type { CallContext } from './returns.ts';
import { receiver, writtenValue } from './values.ts';
import * as part from '../fragment.ts';
import * as expr from '../types/expr.ts';

export function pathOf(sdk: PythonMethod, context: CallContext): part.Fragment {
  const { path, server } = sdk.planned.request;
  const own = templateOf(sdk, context, path, '');
  if (server === undefined) return own;
  return [
    ...own,
    ...part.plain(code` if ${receiver(context)}.base_url_overridden else `),
    ...templateOf(sdk, context, path, withoutLastSlash(server)),
  ];
}

function templateOf(
  sdk: PythonMethod,
  context: CallContext,
  pieces: readonly PathPiece[],
  server: string,
): part.Fragment {
  const filled = new Map<string, part.Fragment>();
  let template = server.replaceAll('{', '%7B').replaceAll('}', '%7D');
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      template += piece.text.replaceAll('{', '%7B').replaceAll('}', '%7D');
      continue;
    }
    const own = argumentFor(sdk, piece.parameter.name);
    if (!own) continue;
    template += `{${own.name}}`;
    filled.set(own.name, part.keyword(identifier(own.name), pathValue(own, piece, context)));
  }
  if (filled.size === 0) return part.plain(stringLiteral(template));
  return part.call(expr.runtime('_path', 'path_template'), [
    part.plain(stringLiteral(template)),
    ...filled.values(),
  ]);
}

const argumentFor = ({ arguments: args }: PythonMethod, wireName: string): Argument | undefined =>
  [...args.positional, ...args.keywords].find(
    (argument) => argument.group === 'path' && argument.wireName === wireName,
  );

function pathValue(
  own: Argument,
  { encoding, parameter }: Extract<PathPiece, { kind: 'value' }>,
  context: CallContext,
): part.Fragment {
  const given = writtenValue(own, context);
  if (encoding === 'plain') return given;
  if (encoding === 'json') return part.call(expr.runtime('_path', 'path_json'), [given]);
  return part.call(expr.runtime('_path', 'path_style'), [
    part.plain(stringLiteral(encoding)),
    part.plain(stringLiteral(parameter.name)),
    given,
    ...(parameter.explode ? [part.plain(code`explode=True`)] : []),
  ]);
}
