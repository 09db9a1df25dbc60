/** Alternative names for a method, each with its source. The user decides. */
import { methodsOf, operationOf } from '../init/methods.ts';
import type { Api, Method } from '../ir/types.ts';
import { snake, splitWords } from '../lib/words.ts';
import type { ProposalRow } from './contract.ts';

/** Common alternatives for the same kind of call. */
const ALIKE: readonly (readonly string[])[] = [
  ['retrieve', 'get'],
  ['list', 'get_all'],
  ['create', 'add'],
  ['update', 'edit', 'set'],
  ['delete', 'remove'],
  ['search', 'find', 'query'],
];

export interface ProposalInput {
  readonly api: Api;
  /** The same API without a config. */
  readonly plain: Api;
  readonly method: Method;
  readonly resource: readonly string[];
}

export function proposalsFor({ api, plain, method, resource }: ProposalInput): readonly ProposalRow[] {
  const id = operationOf(method);
  const unset = methodsOf(plain.root).find((item) => operationOf(item.method) === id);
  const here = resource.join('.');
  const rows: ProposalRow[] = [];
  const add = (row: ProposalRow): void => {
    const isThere = rows.some(({ resource: other, key }) => other === row.resource && key === row.key);
    const isNow = row.resource === here && row.key === method.key;
    if (!isThere && !isNow && /^[a-z_]\w*$/i.test(row.key)) rows.push(row);
  };
  if (unset !== undefined) {
    const { rule, detail } = unset.method.provenance;
    add({ resource: unset.resource.join('.'), key: unset.method.key, from: `${rule}: ${detail}` });
  }
  const { operationId } = method;
  if (operationId !== undefined) {
    const around = new Set(resource.flatMap((key) => splitWords(key)).flatMap(bothNumbers));
    const words = splitWords(operationId).map((word) => word.toLowerCase());
    const short = words.filter((word) => !around.has(word));
    if (short.length > 0)
      add({ resource: here, key: short.join('_'), from: `operationId ${operationId}, without the resource` });
    add({ resource: here, key: snake(operationId), from: `operationId ${operationId}` });
  }
  for (const tag of method.tags)
    if (snake(tag) !== '' && snake(tag) !== here)
      add({ resource: snake(tag), key: method.key, from: `tag ${tag}` });
  const habit = habitOf(api, method);
  if (habit !== undefined)
    add({ resource: here, key: habit.key, from: `${habit.count} methods like it are called so` });
  for (const key of ALIKE.find((names) => names.includes(method.key)) ?? [])
    add({ resource: here, key, from: 'often used for such calls' });
  return rows.slice(0, 8);
}

const bothNumbers = (word: string): readonly string[] => {
  const small = word.toLowerCase();
  return [small, small.replace(/ies$/, 'y'), small.replace(/s$/, '')];
};

const shapeOf = ({ verb, pathParts }: Method): string => `${verb} ${pathParts.at(-1)?.kind ?? ''}`;

/** The most frequent name of methods with the same HTTP method and kind of path. */
function habitOf(api: Api, method: Method): { readonly key: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const { method: other } of methodsOf(api.root))
    if (other !== method && shapeOf(other) === shapeOf(method))
      counts.set(other.key, (counts.get(other.key) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] < 3 ? undefined : { key: best[0], count: best[1] };
}
