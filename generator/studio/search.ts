/** Searches the documentation: texts of methods, their parameters, and models. */
import MiniSearch from 'minisearch';
import { methodsOf, operationOf } from '../init/methods.ts';
import type { TypeNode } from '../ir/types.ts';
import type { FoundRow } from './contract.ts';
import type { Plan } from './plan.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly fields: string;
  readonly text: string;
}

const FIELDS = ['name', 'path', 'fields', 'text'] as const;
const MOST_RESULTS = 30;

/** Made when somebody searches, once per plan. */
const indexes = new WeakMap<Plan['api'], MiniSearch<Entry>>();

export function searchDocs({ api }: Pick<Plan, 'api'>, words: string): readonly FoundRow[] {
  const index = indexes.get(api) ?? indexOf(api);
  indexes.set(api, index);
  return index
    .search(words, { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { name: 4, path: 2, fields: 2 } })
    .slice(0, MOST_RESULTS)
    .map((found) => ({
      id: String(found.id),
      name: String(found['name']),
      text: excerptOf(String(found['text']), found.terms),
    }));
}

function indexOf(api: Plan['api']): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({ fields: [...FIELDS], storeFields: ['name', 'text'] });
  const methods = methodsOf(api.root).map(({ name, method }): Entry => {
    const { summary = '', description = '' } = method;
    return {
      id: operationOf(method),
      name,
      path: `${method.path} ${method.operationId ?? ''} ${method.tags.join(' ')}`,
      fields: method.parameters.map((parameter) => parameter.name).join(' '),
      text: [summary, description, ...method.parameters.map((item) => item.description ?? '')]
        .filter(Boolean)
        .join(' '),
    };
  });
  const models = api.schemas.flatMap((schema): readonly Entry[] =>
    schema.model === undefined
      ? []
      : [
          {
            id: `model ${schema.id}`,
            name: [...schema.model.resource, schema.model.name].join('.'),
            path: schema.name,
            fields: fieldsOf(schema.type).join(' '),
            text: schema.type.description ?? '',
          },
        ],
  );
  // The second name of a method is an operation that is there already.
  index.addAll([...new Map([...models, ...methods].map((entry) => [entry.id, entry])).values()]);
  return index;
}

const fieldsOf = (type: TypeNode): readonly string[] =>
  type.kind === 'object' ? type.properties.map(({ name }) => name) : [];

/** The piece of a text around the first word that was found. */
function excerptOf(text: string, terms: readonly string[]): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const at = terms.map((term) => plain.toLowerCase().indexOf(term)).find((index) => index >= 0) ?? 0;
  const from = Math.max(0, at - 50);
  return `${from > 0 ? '…' : ''}${plain.slice(from, from + 160)}${plain.length > from + 160 ? '…' : ''}`;
}
