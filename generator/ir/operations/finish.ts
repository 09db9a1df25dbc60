/** A draft with its name, its pages and what the config says about it. */
import type { Context } from '../context.ts';
import type { NamedOperation } from '../naming/assign.ts';
import { type TypesById, bare, propertiesOf, propertyAt, variantsOf } from '../pagination/view.ts';
import { defined } from '../read.ts';
import type { Method, MethodPagination, SecurityScheme, Streaming } from '../types.ts';
import type { Wishes } from '../wishes.ts';
import type { Draft } from './method.ts';
import { type ClientParameters, parameterKey } from './parameters.ts';

/** Parameters that the client sends by itself: API keys it has an option for, and options of the config. */
export function clientParameters(wishes: Wishes, schemes: readonly SecurityScheme[]): ClientParameters {
  const withOption =
    wishes.options &&
    new Set(wishes.options.flatMap((option) => (option.auth === undefined ? [] : [option.auth.scheme])));
  const credentials = schemes.flatMap((scheme) =>
    scheme.kind === 'api_key' && (withOption === undefined || withOption.has(scheme.name))
      ? [parameterKey(scheme.in, scheme.parameter)]
      : [],
  );
  const options = (wishes.options ?? []).flatMap((option) => {
    const { send } = option;
    return send === undefined || send.in === 'body' || send.in === 'server_variable'
      ? []
      : [[parameterKey(send.in, send.name), option.key] as const];
  });
  return {
    credentials: new Set(credentials),
    options: new Map(options),
    listsInBrackets: wishes.serialization.arrayFormat === 'brackets',
  };
}

export interface FinishInput {
  readonly types: TypesById;
  readonly placement: NamedOperation;
  readonly draft: Draft;
  readonly wishes: Wishes;
  readonly streaming: Streaming | undefined;
  readonly pagination: MethodPagination | undefined;
}

export function finishMethod(
  context: Context,
  { types, placement, draft, wishes, streaming, pagination }: FinishInput,
): Method {
  const { wished } = placement;
  reportListForm(context, draft, types);
  const deprecated =
    wished?.deprecated === undefined ? draft.deprecated : { ...draft.deprecated, ...wished.deprecated };
  return {
    ...draft,
    key: placement.key,
    provenance: placement.provenance,
    ...defined({
      deprecated,
      description: wished?.description ?? draft.description,
      idempotent: wished?.idempotent ?? draft.idempotent,
      timeoutMs: wished?.timeoutMs ?? draft.timeoutMs,
      maxRetries: wished?.maxRetries ?? draft.maxRetries,
      streaming,
      pagination,
      unwrap: pagination === undefined ? unwrapOf(context, types, { placement, draft, wishes }) : undefined,
      positional: positionalOf(context, placement, draft, wishes),
      bodyName: wished?.bodyName,
      bodyOptions: bodyOptionsOf(types, draft, wishes),
      skipTest: wished?.skipTest,
    }),
  };
}

/** Forms are names with values: a list has no names. */
function reportListForm(context: Context, { body, verb, path }: Draft, types: TypesById): void {
  const content = body?.contents[body.chosen];
  if (content?.kind !== 'form') return;
  if (variantsOf(types, content.type).some(({ kind }) => kind === 'array' || kind === 'tuple'))
    context.report(
      'form-of-a-list',
      { operation: `${verb.toUpperCase()} ${path}`, mediaType: content.mediaType },
      content.origin,
    );
}

function bodyOptionsOf(types: TypesById, draft: Draft, wishes: Wishes): Method['bodyOptions'] {
  const content = draft.body?.contents[draft.body.chosen];
  const properties = content && propertiesOf(types, content.type);
  const found = (wishes.options ?? []).flatMap(({ key, send }) =>
    send?.in === 'body' && properties?.has(send.name) ? [{ property: send.name, option: key }] : [],
  );
  return found.length === 0 ? undefined : found;
}

/** The config's own word, else a field that makes up the whole result (`settings.unwrap_response_fields`). */
function unwrapOf(
  context: Context,
  types: TypesById,
  {
    placement,
    draft,
    wishes,
  }: { readonly placement: NamedOperation; readonly draft: Draft; readonly wishes: Wishes },
): readonly string[] | undefined {
  const wished = placement.wished?.unwrap;
  if (wished === false) return undefined;
  const response = draft.success === undefined ? undefined : draft.responses[draft.success];
  const content = response?.chosen === undefined ? undefined : response.contents[response.chosen];
  if (content?.kind !== 'json') return undefined;
  if (wished !== undefined) {
    if (propertyAt(types, content.type, wished) !== undefined || bare(types, content.type).kind === 'unknown')
      return wished;
    context.report(
      'unwrap-missing',
      { field: wished.join('.'), operation: placement.operation.id },
      placement.wished?.origin,
    );
    return undefined;
  }
  const names = [...(propertiesOf(types, content.type)?.keys() ?? [])];
  const only = names.length === 1 ? names[0] : undefined;
  return only !== undefined && wishes.unwrapFields.includes(only) ? [only] : undefined;
}

function positionalOf(
  context: Context,
  placement: NamedOperation,
  draft: Draft,
  wishes: Wishes,
): readonly string[] | undefined {
  const inPath = draft.parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => parameter.name);
  const wished = placement.wished?.positional;
  if (wished === 'all') return inPath;
  if (wished === 'none') return [];
  if (wished !== undefined && wished !== 'last') {
    for (const name of wished.filter((text) => !inPath.includes(text))) {
      context.report(
        'positional-unknown',
        { name, operation: placement.operation.id, known: inPath.join(', ') || 'none' },
        placement.wished?.origin,
      );
    }
    return wished.filter((name) => inPath.includes(name));
  }
  if (wished === 'last') return undefined;
  if (placement.positional !== undefined) return placement.positional;
  if (wishes.positionalParams === 'all') return inPath;
  return wishes.positionalParams === 'none' ? [] : undefined;
}
