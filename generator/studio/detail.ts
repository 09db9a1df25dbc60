/** A method: its call in each language, the reason for its name, and alternative names. */
import { emptyConfig } from '../config/empty.ts';
import { aliasNames } from '../editable-config.ts';
import { type NamedMethod, methodsOf, operationOf } from '../init/methods.ts';
import { buildApi } from '../ir/build.ts';
import type { Api, Method } from '../ir/types.ts';
import { languageData } from '../languages/data.ts';
import type { ExplainedCall } from '../languages/explained.ts';
import type { FactRow, MethodDetail } from './contract.ts';
import type { Plan } from './plan.ts';
import { proposalsFor } from './proposals.ts';

/** The API of the same documents without a config, computed once. */
const plain = new WeakMap<object, Api>();

function plainApi({ project }: Plan): Api {
  const { documents } = project;
  const known = plain.get(documents) ?? buildApi({ documents, config: emptyConfig() }).value;
  plain.set(documents, known);
  return known;
}

export const callOf = (plan: Plan, language: string, method: Method): ExplainedCall | undefined =>
  plan.renderer.generationOf(language).views.explainCall(method);

/** Finds a method by its operation; aliases are ignored. */
export function methodOf({ api, project }: Plan, id: string): NamedMethod | undefined {
  const aliases = aliasNames(project.config);
  return methodsOf(api.root).find(({ name, method }) => operationOf(method) === id && !aliases.has(name));
}

/** Undefined if the operation is not in the SDK. */
export function detailOf(
  plan: Plan,
  id: string,
  before: ReadonlyMap<string, string>,
): MethodDetail | undefined {
  const found = methodOf(plan, id);
  if (found === undefined) return undefined;
  const { name, resource, method } = found;
  const source = sourceOf(plan, method);
  const was = before.get(id);
  return {
    id,
    name,
    resource: resource.join('.'),
    key: method.key,
    facts: factsOf(plan, method),
    calls: plan.languages.flatMap((language) => {
      const call = callOf(plan, language, method);
      const title = languageData(language)?.title ?? language;
      return call === undefined ? [] : [{ language, title, call: call.call, signatures: call.signatures }];
    }),
    proposals: proposalsFor({ api: plan.api, plain: plainApi(plan), method, resource }),
    isDeprecated: method.deprecated !== undefined,
    ...(was !== undefined && was !== name && { was }),
    ...(method.summary !== undefined && { summary: method.summary }),
    ...(method.operationId !== undefined && { operationId: method.operationId }),
    ...(method.pagination && { paginated: method.pagination.scheme }),
    ...(source && { source }),
  };
}

function factsOf({ texts }: Plan, method: Method): readonly FactRow[] {
  const { rule, detail, origin } = method.provenance;
  const where = origin === undefined ? undefined : texts.get(origin.document)?.locate(origin.pointer);
  const place = origin && where ? ` (${origin.document}:${where.line})` : '';
  const errors = method.responses.filter(({ status }) => /^[45]|default/i.test(status));
  const listed = (location: string): string =>
    method.parameters
      .filter((parameter) => parameter.in === location)
      .map(({ name, required }) => (required ? name : `${name}?`))
      .join(', ');
  return [
    { label: 'named by', value: detail === '' ? rule : `${rule}: ${detail}${place}` },
    ...(method.operationId === undefined ? [] : [{ label: 'operationId', value: method.operationId }]),
    ...(method.tags.length === 0 ? [] : [{ label: 'tags', value: method.tags.join(', ') }]),
    ...['path', 'query', 'header'].flatMap((location) =>
      listed(location) === '' ? [] : [{ label: location, value: listed(location) }],
    ),
    ...(method.body
      ? [{ label: 'body', value: method.body.contents[method.body.chosen]?.mediaType ?? '' }]
      : []),
    ...(method.pagination
      ? [{ label: 'pages', value: `${method.pagination.scheme}, ${method.pagination.provenance.rule}` }]
      : []),
    ...(errors.length === 0
      ? []
      : [{ label: 'errors', value: errors.map(({ status }) => status).join(', ') }]),
  ];
}

/** Maximum number of lines shown from the operation. */
const MOST_LINES = 60;

/** Lines from a 1-based number on, without splitting a whole document. */
function linesFrom(text: string, line: number): readonly string[] {
  let from = 0;
  for (let at = 1; at < line; at += 1) from = text.indexOf('\n', from) + 1;
  return text.slice(from).split('\n', MOST_LINES);
}

function sourceOf({ texts }: Plan, { origin }: Method): MethodDetail['source'] {
  const text = texts.get(origin.document);
  if (text === undefined) return undefined;
  const { line } = text.locate(origin.pointer);
  const lines = linesFrom(text.text, line);
  const indentOf = (row: string): number => /^\s*/.exec(row)?.[0].length ?? 0;
  const margin = indentOf(lines[0] ?? '');
  const end = lines.findIndex((row, at) => at > 0 && row.trim() !== '' && indentOf(row) <= margin);
  const shown = lines.slice(0, end < 0 ? MOST_LINES : end).map((row) => row.slice(margin, margin + 400));
  return { place: `${origin.document}:${line}`, text: shown.join('\n') };
}
