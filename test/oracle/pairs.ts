/**
 * What is compared: our type and the peer's, as text of a probe file, for each model and each part of each
 * operation.
 */
import type { TypescriptGeneration } from '../support/generate.ts';
import type { TypeNode } from '../../generator/ir/types.ts';
import { pageOf } from '../../generator/languages/typescript/pages.ts';
import { positionalNames } from '../../generator/languages/typescript/methods/variables.ts';
import type { TypescriptMethod } from '../../generator/languages/typescript/methods/method.ts';
import type { Field } from '../../generator/plan/arguments.ts';
import { resolveNode } from '../../generator/plan/shapes.ts';

export interface Pair {
  /** `schema Server`, `get /servers query page`, `get /servers 200`. */
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
}

const quote = (text: string): string => JSON.stringify(text);
const unescapeToken = (token: string): string =>
  decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');

/** Module alias in the probe: `M3`. */
type AliasOf = (module: string) => string;

export function pairsOf(generation: TypescriptGeneration): {
  readonly pairs: readonly Pair[];
  readonly imports: readonly string[];
} {
  const modules = new Map<string, string>();
  const aliasOf: AliasOf = (module) => {
    const known = modules.get(module) ?? `M${modules.size}`;
    modules.set(module, known);
    return known;
  };
  const pairs = [
    ...schemaPairs(generation, aliasOf),
    ...generation.sdk.methods.flatMap((plan) => methodPairs(generation, plan, aliasOf)),
  ];
  return {
    pairs,
    imports: [...modules].map(([module, alias]) => `import type * as ${alias} from './src/${module}.ts';`),
  };
}

function schemaPairs({ sdk }: TypescriptGeneration, aliasOf: AliasOf): readonly Pair[] {
  return [...sdk.context.models].flatMap(([id, declaration]) => {
    const origin = sdk.context.schemas.get(id)?.origin.pointer ?? '';
    const key = /^\/components\/schemas\/([^/]+)$/.exec(origin)?.[1];
    return key === undefined
      ? []
      : [
          {
            name: `schema ${unescapeToken(key)}`,
            ours: `${aliasOf(declaration.module)}.${declaration.name}`,
            theirs: `components['schemas'][${quote(unescapeToken(key))}]`,
          },
        ];
  });
}

function methodPairs(
  generation: TypescriptGeneration,
  plan: TypescriptMethod,
  aliasOf: AliasOf,
): readonly Pair[] {
  const { method, resource, layout } = plan;
  const place = /^\/paths\/([^/]+)\/([^/]+)$/.exec(method.origin.pointer);
  if (!place?.[1] || !place[2]) return [];
  const [path, verb] = [unescapeToken(place[1]), place[2]];
  const signature = `${aliasOf(resource.path.length === 0 ? 'client' : resource.module)}.${resource.className}[${quote(layout.name)}]`;
  const operation = `paths[${quote(path)}][${quote(verb)}]`;
  const named = (what: string): string => `${verb} ${path} ${what}`;
  return [
    ...positionalNames(generation.sdk.names, plan).map(
      ({ parameter }, index): Pair => ({
        name: named(`path ${parameter.name}`),
        ours: `Parameters<${signature}>[${index}]`,
        theirs: `${operation}['parameters']['path'][${quote(parameter.name)}]`,
      }),
    ),
    ...argumentPairs(generation, plan, {
      operation,
      argument: `NonNullable<Parameters<${signature}>[${plan.positional.length}]>`,
      named,
    }),
    ...resultPairs(generation, plan, { operation, returned: `Awaited<ReturnType<${signature}>>`, named }),
  ];
}

interface Where {
  readonly operation: string;
  readonly named: (what: string) => string;
}

/** Field by field, as ours is one flat argument and theirs is by place. */
function argumentPairs(
  { sdk }: TypescriptGeneration,
  plan: TypescriptMethod,
  where: Where & { readonly argument: string },
): readonly Pair[] {
  const { arguments: args, method } = plan;
  if (args.kind === 'none') return [];
  const { operation, argument, named } = where;
  const content = method.body?.contents[method.body.chosen];
  const body = `Exclude<NonNullable<${operation}['requestBody']>['content'][${quote(content?.mediaType ?? '')}], null>`;
  const field = (one: Field, theirs: string): Pair => ({
    name: named(`${one.group} ${one.wireName}`),
    ours: `Field<${argument}, ${quote(one.name)}>`,
    theirs: `Field<${theirs}, ${quote(one.wireName)}>`,
  });
  const parameters = args.fields
    .filter((one) => one.parameter?.clientOption === undefined)
    .map((one) => field(one, `NonNullable<${operation}['parameters'][${quote(one.group)}]>`));
  switch (args.body.kind) {
    case 'none':
      return parameters;
    case 'object':
      return [...parameters, ...args.body.fields.map((one) => field(one, body))];
    case 'property':
      return isBinary(sdk.context, args.body.field.type)
        ? parameters
        : [
            ...parameters,
            {
              name: named(`body${hasFields(content?.mediaType) ? '' : ` (${content?.mediaType ?? ''})`}`),
              ours: `Exclude<Required<${argument}>[${quote(args.body.field.name)}], undefined | null>`,
              theirs: body,
            },
          ];
    case 'union':
      return [
        ...parameters,
        {
          name: named('body'),
          ours:
            args.fields.length === 0
              ? argument
              : `Without<${argument}, ${args.fields.map((one) => quote(one.name)).join(' | ')}>`,
          theirs: body,
        },
      ];
    default:
      return args.body satisfies never;
  }
}

/** Whether values of a schema are written in the media type, rather than text of its own. */
const hasFields = (mediaType = ''): boolean =>
  /[/+]json\b|[/+](?:json-patch|ndjson|jsonl)|^multipart\/|x-www-form-urlencoded/.test(mediaType);

const isBinary = (graph: Parameters<typeof resolveNode>[0], node: TypeNode): boolean => {
  const target = resolveNode(graph, node);
  return target.kind === 'scalar' && target.scalar === 'binary';
};

function resultPairs(
  { sdk }: TypescriptGeneration,
  plan: TypescriptMethod,
  where: Where & { readonly returned: string },
): readonly Pair[] {
  const { method, result } = plan;
  const response = method.success === undefined ? undefined : method.responses[method.success];
  if (!response) return [];
  const content = (mediaType: string, of = response.status): string =>
    `${where.operation}['responses'][${/^\d+$/.test(of) ? of : quote(of)}]['content'][${quote(mediaType)}]`;
  // A method has one result; where several statuses of success have a body, it is any of theirs.
  const others =
    result.kind === 'value' && result.content.kind === 'json'
      ? method.responses.filter((one) => one !== response && /^2/.test(one.status))
      : [];
  const bodies = others.flatMap((one) => {
    const body = one.contents[one.chosen ?? -1];
    return body?.kind === 'json' ? [content(body.mediaType, one.status)] : [];
  });
  const name = where.named(response.status);
  switch (result.kind) {
    case 'void':
    case 'binary':
    case 'stream':
      return [];
    case 'value':
      return [
        {
          name,
          ours: where.returned,
          theirs: `At<${[content(result.content.mediaType), ...bodies].join(' | ')}, [${result.unwrap.map(quote).join(', ')}]>`,
        },
      ];
    case 'page': {
      const chosen = response.contents[response.chosen ?? 0];
      const page = pageOf(sdk.pages, result.scheme);
      const path = page?.plan.scheme.topLevelArray ? [] : (page?.plan.items ?? []);
      return [
        {
          name,
          ours: `Items<${where.returned}>`,
          theirs: `At<NonNullable<${content(chosen?.mediaType ?? '')}>, [${path.map(quote).join(', ')}]>`,
        },
      ];
    }
    default:
      return result satisfies never;
  }
}

/** Helpers that the probe file begins with. */
export const PROBE_HEAD = `
declare const absent: unique symbol;
interface Lacking<T> { readonly of: T }
type Field<T, K extends string> = T extends unknown ? (K extends keyof T ? Pick<T, K>[K] | (Pick<T, K> extends Required<Pick<T, K>> ? never : typeof absent) : Lacking<T>) : never;
type Without<T, K extends string> = T extends unknown ? { [Key in keyof T as Key extends K ? never : Key]: T[Key] } : never;
type At<T, P extends readonly string[]> = P extends readonly [infer K extends string, ...infer R extends readonly string[]] ? (NonNullable<T> extends { [Key in K]?: infer V } ? At<V, R> : 'no such property') : P['length'] extends 0 ? T : never;
type Items<T> = T extends { getPaginatedItems(): infer I } ? I : 'no page';
`;
