/** Compares two planned SDKs and returns everything that `upgrade` can rewrite, as data. Pure. */
import { pairApis } from '../../diff/pairing.ts';
import type { Api } from '../../ir/types.ts';
import { resolveNode } from '../../plan/shapes.ts';
import { sdkNames } from '../../languages/typescript/sdk-names.ts';
import { pageOf } from '../../languages/typescript/pages.ts';
import type { TypescriptSdk } from '../../languages/typescript/sdk.ts';
import type { DeclarationMove, Move, Path, ResultMove } from '../types.ts';
import { argumentsMove } from './arguments.ts';
import { type PairedMethod, pairTypes } from './declarations.ts';
import { methodMoves, resourceMoves } from './resources.ts';
import { type Surface, classKey, methodPath, pathKey, surfaceOfPlan } from './surface.ts';

export interface Side {
  readonly api: Api;
  readonly sdk: TypescriptSdk;
}

export interface Moves {
  readonly base: Surface;
  readonly revision: Surface;
  readonly all: readonly Move[];
  /** New path of every method that still exists, by its old dotted path. */
  readonly paths: ReadonlyMap<string, Path>;
}

export function movesBetween(before: Side, after: Side): Moves {
  const [base, revision] = [surfaceOfPlan(before.sdk), surfaceOfPlan(after.sdk)];
  const pairing = pairApis(before.api, after.api, sdkNames);
  const methods = pairing.methods.flatMap(({ base: a, revision: b }): PairedMethod[] => {
    const [x, y] = [
      planned(base, [...a.resource, a.method.key]),
      planned(revision, [...b.resource, b.method.key]),
    ];
    return x === undefined || y === undefined ? [] : [{ base: x, revision: y }];
  });
  const types = pairTypes(base, revision, pairing, methods);
  const resources = resourceMoves(base, revision, methods);
  const declarations: DeclarationMove[] = [...types.declarations].flatMap(([key, other]) =>
    key === other.key
      ? []
      : [{ kind: 'declaration', before: key, after: other.key, rule: renamedRule(key, other.key) }],
  );
  return {
    base,
    revision,
    paths: new Map(methods.map((method) => [pathKey(methodPath(method.base)), methodPath(method.revision)])),
    all: [
      ...methodMoves(methods),
      ...resources,
      ...methods.flatMap((method) => argumentsMove(method) ?? []),
      ...methods.flatMap((method) => resultMove({ base, revision }, method)),
      ...declarations,
      ...classMoves(base, revision, { methods, resources }),
      ...types.members,
      ...types.values,
    ],
  };
}

const planned = (surface: Surface, keys: readonly string[]): PairedMethod['base'] | undefined =>
  surface.plan.methods.find(
    (method) =>
      method.resource.path.length === keys.length - 1 &&
      [...method.resource.path, method.method.key].every((key, index) => key === keys[index]),
  );

const nameOf = (key: string): string => key.slice(key.indexOf('#') + 1);
const renamedRule = (before: string, after: string): 'model-renamed' | 'model-moved' =>
  nameOf(before) === nameOf(after) ? 'model-moved' : 'model-renamed';

/** Classes and functions that code imports by name. */
function classMoves(
  base: Surface,
  revision: Surface,
  moved: {
    readonly methods: readonly PairedMethod[];
    readonly resources: readonly { readonly before: readonly string[]; readonly after: readonly string[] }[];
  },
): readonly DeclarationMove[] {
  const [x, y] = [base.plan.layout.root.className, revision.plan.layout.root.className];
  const client = [
    ['client#', ''],
    ['core#', 'Core'],
    ['index#', ''],
    ['index#', 'Core'],
    ['index#', 'Error'],
  ].map(
    ([file, end]): DeclarationMove => ({
      kind: 'declaration',
      before: `${file}${x}${end}`,
      after: `${file}${y}${end}`,
      rule: 'client-renamed',
    }),
  );
  const became = new Map(
    moved.resources.map((resource) => [pathKey(resource.before), pathKey(resource.after)]),
  );
  const resources = [...base.resources].flatMap(([path, resourceLayout]): DeclarationMove[] => {
    const other = revision.resources.get(became.get(path) ?? path);
    return other === undefined || classKey(resourceLayout) === classKey(other)
      ? []
      : [
          {
            kind: 'declaration',
            before: classKey(resourceLayout),
            after: classKey(other),
            rule: 'operation-moved',
          },
        ];
  });
  const functions = moved.methods.flatMap((method): DeclarationMove[] => {
    const [before, after] = [base.functions.get(method.base), revision.functions.get(method.revision)];
    return before === undefined || after === undefined || before === after
      ? []
      : [{ kind: 'declaration', before, after, rule: 'operation-moved' }];
  });
  return [...(x === y ? [] : client), ...resources, ...functions];
}

/** The result is a part of the previous result, or the other way round. */
function resultMove({ base, revision }: Surfaces, pairedMethod: PairedMethod): readonly ResultMove[] {
  const method = methodPath(pairedMethod.base);
  const [x, y] = [pairedMethod.base.result, pairedMethod.revision.result];
  if (x.kind === 'value' && y.kind === 'page' && isList(base, x)) {
    const items = itemsOf(revision, y.scheme);
    return items === undefined
      ? []
      : [{ kind: 'result', method, before: items, after: [], rule: 'pagination-added' }];
  }
  if (x.kind === 'page' && y.kind === 'value' && isList(revision, y)) {
    const items = itemsOf(base, x.scheme);
    return items === undefined
      ? []
      : [{ kind: 'result', method, before: [], after: items, rule: 'pagination-removed' }];
  }
  if (x.kind !== 'value' || y.kind !== 'value' || x.unwrap.join('.') === y.unwrap.join('.')) return [];
  const [before, after] = [x.unwrap, y.unwrap];
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  if (short.some((step, index) => long[index] !== step)) return [];
  return [{ kind: 'result', method, before, after, rule: 'result-unwrapped-changed' }];
}

interface Surfaces {
  readonly base: Surface;
  readonly revision: Surface;
}

const isList = (
  { plan }: Surface,
  result: Extract<PairedMethod['base']['result'], { kind: 'value' }>,
): boolean => result.unwrap.length === 0 && resolveNode(plan.context, result.content.type).kind === 'array';

/** The path of a page's items. Undefined if the scheme does not name it. */
function itemsOf({ plan }: Surface, name: string): readonly string[] | undefined {
  const page = pageOf(plan.pages, name);
  if (page === undefined) return undefined;
  const items = page.plan.scheme.topLevelArray ? ['items'] : page.plan.items;
  return items.length === 0 ? undefined : items;
}
