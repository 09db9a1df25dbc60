/** Operations as the rules of naming see them, written one a line. */
import { parsePathKey } from '../../generator/ir/operations/path.ts';
import type { Operation } from '../../generator/ir/operations/collect.ts';
import { nameByDefault } from '../../generator/ir/naming/default.ts';
import type { Placement } from '../../generator/ir/naming/types.ts';
import type { DefaultName, Habits, Shape } from '../../generator/ir/naming/surroundings.ts';

export interface Line {
  readonly operation: Operation;
  readonly shape: Shape;
  /** What stands behind `->`. */
  readonly expected: string;
}

/**
 * `get /cats/{id} =operationId @tag +array "Summary" -> name`.
 * The answer is `+array`,
 * `+list` (an object around a list), `+one` (an object without one) or of no known type; the request takes
 * `+page` or must give `+ids`.
 */
export function lineOf(text: string): Line {
  const [before = '', after = ''] = text.split(' -> ');
  const [verb = '', pathKey = '', ...words] = before.match(/"[^"]*"|\S+/g) ?? [];
  const marked = (mark: string): readonly string[] =>
    words.filter((word) => word.startsWith(mark)).map((word) => word.slice(1));
  const is = new Set(marked('+'));
  const summary = marked('"')[0]?.slice(0, -1);
  const origin = { document: 'api.yml', pointer: `/paths/${pathKey}/${verb}` };
  const operationId = marked('=')[0];
  const operation: Operation = {
    id: `${verb} ${pathKey}`,
    verb,
    pathKey,
    path: parsePathKey(pathKey),
    pathItem: { node: {}, origin },
    place: { node: summary === undefined ? {} : { summary }, origin },
    tags: marked('@').map((tag) => tag.replaceAll('_', ' ')),
    hints: { names: [], hidden: false, samples: [] },
    ...(operationId !== undefined && { operationId }),
  };
  const shape = {
    isArray: is.has('array'),
    isList: is.has('array') || is.has('list'),
    isObject: is.has('one'),
    takesPage: is.has('page'),
    wantsIds: is.has('ids'),
  };
  return { operation, shape, expected: after.trim() };
}

export const linesOf = (text: string): readonly Line[] =>
  text
    .trim()
    .split('\n')
    .map((line) => lineOf(line.trim()));

export const USUAL: Habits = { retrieve: 'retrieve', put: 'update' };

export function namesOf(lines: readonly Line[], habits: Habits = USUAL): readonly DefaultName[] {
  const shapes = new Map(lines.map(({ operation, shape }) => [operation, shape]));
  const operations = lines.map(({ operation }) => operation);
  const shapeOf = (operation: Operation): Shape =>
    shapes.get(operation) ?? {
      isArray: false,
      isList: false,
      isObject: false,
      takesPage: false,
      wantsIds: false,
    };
  const names = nameByDefault(operations, operations, { habits, shapeOf });
  return operations.map(({ id }) => names.get(id) ?? { resource: [], key: '', detail: '' });
}

export const callOf = ({ resource, key }: DefaultName): string => [...resource, key].join('.');

/**
 * `cats.list get /cats …`, and what the line expects; `!config` tells the rule that named it, `default`
 * unless it is told.
 */
export function placementOf(text: string): {
  readonly placement: Placement;
  readonly expected: string;
} {
  const [call = '', ...rest] = text.trim().split(' ');
  const rule = RULES.find((one) => rest.includes(`!${one}`)) ?? 'default';
  const { operation, expected } = lineOf(rest.join(' '));
  const path = call.split('.');
  return {
    placement: {
      operation,
      resource: path.slice(0, -1),
      key: path.at(-1) ?? '',
      provenance: { rule, detail: '' },
    },
    expected,
  };
}

const RULES = ['config', 'x-stainless', 'x-speakeasy', 'x-fern', 'sample'] as const;
