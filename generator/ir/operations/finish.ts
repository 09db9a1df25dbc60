/** Completes a draft to a method: its name, its pagination and its config. */
import type { ReportContext } from '../context.ts';
import type { NamedOperation } from '../naming/assign.ts';
import { type TypesById, bare, variantsOf } from '../type-walk.ts';
import { propertiesOf, propertyAt } from '../pagination/view.ts';
import { defined } from '../read.ts';
import type { Method, MethodPagination, SecurityScheme, Streaming } from '../types.ts';
import type { BuildOptions } from '../build-options.ts';
import type { Draft } from './method.ts';
import { type ClientParameters, parameterKey } from './parameters.ts';

/**
 * Parameters that the client sends by itself: API keys for which it has an
 * option, and options of the config.
 */
export function clientParameters(
  buildOptions: Pick<BuildOptions, 'options' | 'serialization'>,
  schemes: readonly SecurityScheme[],
): ClientParameters {
  const withOption =
    buildOptions.options &&
    new Set(
      buildOptions.options.flatMap((option) => (option.auth === undefined ? [] : [option.auth.scheme])),
    );
  const credentials = schemes.flatMap((scheme) =>
    scheme.kind === 'api_key' && (withOption === undefined || withOption.has(scheme.name))
      ? [parameterKey(scheme.in, scheme.parameter)]
      : [],
  );
  const options = (buildOptions.options ?? []).flatMap((option) => {
    const { send } = option;
    return send === undefined ? [] : [[parameterKey(send.in, send.name), option.key] as const];
  });
  return {
    credentials: new Set(credentials),
    options: new Map(options),
    listsInBrackets: buildOptions.serialization.arrayFormat === 'brackets',
  };
}

export interface FinishInput {
  readonly types: TypesById;
  readonly placement: NamedOperation;
  readonly draft: Draft;
  readonly options: BuildOptions;
  readonly streaming: Streaming | undefined;
  readonly pagination: MethodPagination | undefined;
}

export function finishMethod(
  context: ReportContext,
  { types, placement, draft, options, streaming, pagination }: FinishInput,
): Method {
  const { configured } = placement;
  reportListForm(context, draft, types);
  const deprecated =
    configured?.deprecated === undefined
      ? draft.deprecated
      : { ...draft.deprecated, ...configured.deprecated };
  return {
    ...draft,
    key: placement.key,
    provenance: placement.provenance,
    ...defined({
      deprecated,
      description: configured?.description ?? draft.description,
      idempotent: configured?.idempotent ?? draft.idempotent,
      timeoutMs: configured?.timeoutMs ?? draft.timeoutMs,
      maxRetries: configured?.maxRetries ?? draft.maxRetries,
      streaming,
      pagination,
      unwrap: pagination === undefined ? unwrapOf(context, types, { placement, draft, options }) : undefined,
      positional: positionalOf(context, placement, draft, options),
      bodyName: configured?.bodyName,
      bodyOptions: bodyOptionsOf(types, draft, options),
      skipTest: configured?.skipTest,
      agents: configured?.agents && { ...draft.agents, ...configured.agents },
    }),
  };
}

/** Forms consist of named values, and the items of a list have no names. */
function reportListForm(context: ReportContext, { body, verb, path }: Draft, types: TypesById): void {
  const content = body?.contents[body.chosen];
  if (content?.kind !== 'form') return;
  if (variantsOf(types, content.type).some(({ kind }) => kind === 'array' || kind === 'tuple'))
    context.report(
      'form-of-a-list',
      { operation: `${verb.toUpperCase()} ${path}`, mediaType: content.mediaType },
      content.origin,
    );
}

function bodyOptionsOf(types: TypesById, draft: Draft, options: BuildOptions): Method['bodyOptions'] {
  const content = draft.body?.contents[draft.body.chosen];
  const properties = content && propertiesOf(types, content.type);
  const found = (options.options ?? []).flatMap(({ key, send }) =>
    send?.in === 'body' && properties?.has(send.name) ? [{ property: send.name, option: key }] : [],
  );
  return found.length === 0 ? undefined : found;
}

/**
 * The config's path, otherwise a field that makes up the whole result (`settings.unwrap_response_fields`).
 */
function unwrapOf(
  context: ReportContext,
  types: TypesById,
  {
    placement,
    draft,
    options,
  }: { readonly placement: NamedOperation; readonly draft: Draft; readonly options: BuildOptions },
): readonly string[] | undefined {
  const configured = placement.configured?.unwrap;
  if (configured === false) return undefined;
  const response = draft.success === undefined ? undefined : draft.responses[draft.success];
  const content = response?.chosen === undefined ? undefined : response.contents[response.chosen];
  if (content?.kind !== 'json') return undefined;
  if (configured !== undefined) {
    if (
      propertyAt(types, content.type, configured) !== undefined ||
      bare(types, content.type).kind === 'unknown'
    )
      return configured;
    context.report(
      'unwrap-missing',
      { field: configured.join('.'), operation: placement.operation.id },
      placement.configured?.origin,
    );
    return undefined;
  }
  const names = [...(propertiesOf(types, content.type)?.keys() ?? [])];
  return names.length === 1 && names.every((name) => options.unwrapFields.includes(name)) ? names : undefined;
}

function positionalOf(
  context: ReportContext,
  placement: NamedOperation,
  draft: Draft,
  options: BuildOptions,
): readonly string[] | undefined {
  const inPath = draft.parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => parameter.name);
  const configured = placement.configured?.positional;
  if (configured === 'all') return inPath;
  if (configured === 'none') return [];
  if (configured !== undefined && configured !== 'last') {
    for (const name of configured.filter((text) => !inPath.includes(text))) {
      context.report(
        'positional-unknown',
        { name, operation: placement.operation.id, known: inPath.join(', ') || 'none' },
        placement.configured?.origin,
      );
    }
    return configured.filter((name) => inPath.includes(name));
  }
  if (configured === 'last') return undefined;
  if (placement.positional !== undefined) return placement.positional;
  if (options.positionalParams === 'all') return inPath;
  return options.positionalParams === 'none' ? [] : undefined;
}
