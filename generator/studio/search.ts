/** Searches the documentation: texts of methods, their parameters and models, and the guides of a language. */
import MiniSearch from 'minisearch';
import { renderPage } from '../docs-site/page.ts';
import { type NamedMethod, methodsOf, operationOf } from '../init/methods.ts';
import type { Schema } from '../ir/types.ts';
import { type CodeRequest, rendering } from './code.ts';
import type { FoundRow } from './contract.ts';
import type { Plan } from './plan.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly fields: string;
  readonly text: string;
  readonly isGuide?: true;
}

const FIELDS = ['name', 'path', 'fields', 'text'] as const;
const MOST_RESULTS = 30;

/** Made when somebody searches, once per plan and language. */
const indexes = new WeakMap<Plan['api'], Map<string, MiniSearch<Entry>>>();

export async function searchDocs(
  request: Omit<CodeRequest, 'id'>,
  words: string,
): Promise<readonly FoundRow[]> {
  const { plan, language } = request;
  const known = indexes.get(plan.api) ?? new Map<string, MiniSearch<Entry>>();
  const index = known.get(language) ?? (await indexOf(request));
  indexes.set(plan.api, known.set(language, index));
  return index
    .search(words, { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { name: 4, path: 2, fields: 2 } })
    .slice(0, MOST_RESULTS)
    .map(({ id, terms, ...found }): FoundRow => {
      const [page = '', anchor] = String(id).split('#', 2);
      return {
        id: String(found['isGuide'] === true ? page : id),
        name: String(found['name']),
        text: excerptOf(String(found['text']), terms),
        ...(found['isGuide'] === true && anchor && { anchor }),
      };
    });
}

async function indexOf(request: Omit<CodeRequest, 'id'>): Promise<MiniSearch<Entry>> {
  const { api } = request.plan;
  const index = new MiniSearch<Entry>({
    fields: [...FIELDS],
    storeFields: ['name', 'text', 'isGuide'] satisfies (keyof Entry)[],
  });
  const entries = [
    ...api.schemas.flatMap(modelEntry),
    ...methodsOf(api.root).map(methodEntry),
    ...(await guideEntries(request)),
  ];
  // The second name of a method is an operation that is there already.
  index.addAll([...new Map(entries.map((entry) => [entry.id, entry])).values()]);
  return index;
}

function methodEntry({ name, method }: NamedMethod): Entry {
  const { summary = '', description = '' } = method;
  return {
    id: operationOf(method),
    name,
    path: `${method.path} ${method.operationId ?? ''} ${method.tags.join(' ')}`,
    fields: method.parameters.map((parameter) => parameter.name).join(' '),
    text: textOf([summary, description, ...method.parameters.map((item) => item.description ?? '')]),
  };
}

function modelEntry(schema: Schema): readonly Entry[] {
  if (schema.model === undefined) return [];
  const fields = schema.type.kind === 'object' ? schema.type.properties : [];
  return [
    {
      id: `model ${schema.id}`,
      name: [...schema.model.resource, schema.model.name].join('.'),
      path: schema.name,
      fields: fields.map(({ name }) => name).join(' '),
      text: textOf([schema.type.description ?? '', ...fields.map(({ description = '' }) => description)]),
    },
  ];
}

/** Every section of the README and the pages beside it. */
async function guideEntries(request: Omit<CodeRequest, 'id'>): Promise<readonly Entry[]> {
  const { templates, io } = rendering(request);
  const files = await request.plan.renderer.renderGuides(templates, io);
  return files.flatMap(({ path, text: source }) => {
    const { title, sections } = renderPage({ path, text: source });
    return sections.map(
      ({ anchor, title: heading, text }): Entry => ({
        id: `page ${path}#${anchor}`,
        name: heading === title ? title : `${title}: ${heading}`,
        path,
        fields: '',
        text,
        isGuide: true,
      }),
    );
  });
}

const textOf = (texts: readonly string[]): string => texts.filter(Boolean).join(' ');

/** The piece of a text around the first word that was found. */
function excerptOf(text: string, terms: readonly string[]): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const at = terms.map((term) => plain.toLowerCase().indexOf(term)).find((index) => index >= 0) ?? 0;
  const from = Math.max(0, at - 50);
  return `${from > 0 ? '…' : ''}${plain.slice(from, from + 160)}${plain.length > from + 160 ? '…' : ''}`;
}
