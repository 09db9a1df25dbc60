/** A method: its call in each language, the reason for its name, and alternative names. */
import { aliasNames } from '../editable-config.ts';
import { type NamedMethod, methodsOf, operationOf } from '../init/methods.ts';
import { plainApi } from '../init/plain-api.ts';
import type { Method } from '../ir/types.ts';
import { languageData } from '../languages/data.ts';
import type { ExplainedCall } from '../languages/explained.ts';
import type { FactRow, MethodDetail } from './contract.ts';
import type { Plan } from './plan.ts';
import { listPartsOf } from './list-parts.ts';
import { proposalsFor } from './proposals.ts';
import { sourceOf } from './source.ts';

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
  const source = sourceOf(plan, method.origin);
  const plain = plainApi(plan.project.documents).value;
  const plainMethod = methodsOf(plain.root).find((item) => operationOf(item.method) === id)?.method;
  const scheme = plain.paginationSchemes.find(({ name: own }) => own === plainMethod?.pagination?.scheme);
  const list = listPartsOf(plan, method, scheme);
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
    proposals: proposalsFor({ api: plan.api, plain, method, resource }),
    isDeprecated: method.deprecated !== undefined,
    ...(was !== undefined && was !== name && { was }),
    ...(method.summary !== undefined && { summary: method.summary }),
    ...(method.operationId !== undefined && { operationId: method.operationId }),
    ...(method.pagination && { paginated: method.pagination.scheme }),
    ...(source && { source }),
    ...(list && { list }),
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
