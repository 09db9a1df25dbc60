/** An operation on the page of its resource: example, function, parameters, response, errors. */
import { type Code, code, identifier, lineText } from '../code.ts';
import { positionalNames } from '../methods/variables.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { planSample } from '../samples/call.ts';
import { type SnippetContext, classSnippet, functionSnippet } from '../samples/snippet.ts';
import type { SampleStyle } from '../../../plan/samples/value.ts';
import { deprecationReason } from '../../prose.ts';
import type { TypescriptSdk } from '../sdk.ts';
import { parameterDescription } from './facts.ts';
import {
  cell,
  codeSpan,
  fenced,
  label,
  link,
  prose,
  relativePath,
  summaryText,
} from '../../../text/markdown.ts';
import type { DocPages } from './pages.ts';
import { errorRows } from './error-rows.ts';
import { markdownType, responseText } from './types.ts';

export interface DocsContext {
  readonly sdk: TypescriptSdk;
  readonly pages: DocPages;
  readonly snippets: SnippetContext;
  readonly style: SampleStyle;
}

export interface OperationDoc {
  readonly name: Code;
  readonly anchor: Code;
  readonly summary: Code;
  readonly description: Code;
  /** `<!-- UsageSnippet … -->` tells tools which operation the example calls. */
  readonly marker: Code;
  readonly example: Code;
  readonly hasExample: boolean;
  readonly standalone: Code;
  readonly hasStandalone: boolean;
  readonly deprecated: Code;
  readonly isDeprecated: boolean;
  readonly parameters: readonly ParameterRow[];
  readonly response: Code;
  readonly errors: readonly { readonly type: Code; readonly statuses: Code; readonly mediaType: Code }[];
}

export interface ParameterRow {
  readonly name: Code;
  readonly type: Code;
  readonly required: Code;
  readonly description: Code;
}

const RETRIES_PAGE = 'lib/utils/retryconfig.md';
const REQUEST_INIT = 'https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options';
export const mark = (required: boolean): Code =>
  required ? code`:heavy_check_mark:` : code`:heavy_minus_sign:`;

export function viewOperation(context: DocsContext, plan: TypescriptMethod, from: string): OperationDoc {
  const { method } = plan;
  const sample = planSample(context.sdk, plan, { extent: 'required', style: context.style });
  const standalone =
    sample && context.snippets.functionOf(plan) ? functionSnippet(context.snippets, sample) : code``;
  const deprecation = deprecationOf(method);
  const request = `${method.sentVerb ?? method.verb.toUpperCase()} ${method.path}`;
  return {
    name: identifier(plan.layout.name),
    anchor: lineText(context.pages.operationAnchor(plan)),
    summary: cell(
      method.summary ?? (method.description === undefined ? request : summaryText(method.description)),
    ),
    description: prose(method.description ?? method.summary ?? request),
    marker: usageMarker(plan),
    example: sample ? fenced(classSnippet(context.snippets, sample), code`typescript`) : code``,
    hasExample: sample !== undefined,
    standalone: standalone === '' ? code`` : fenced(standalone, code`typescript`),
    hasStandalone: standalone !== '',
    deprecated: prose(deprecation),
    isDeprecated: deprecation !== undefined,
    parameters: parameterRows(context, plan, from),
    response: responseText(context.sdk, plan, { pages: context.pages, from }),
    errors: errorRows(plan, context.pages),
  };
}

/** The deprecation message, unless the description already contains it. */
function deprecationOf({ deprecated, description, summary }: TypescriptMethod['method']): string | undefined {
  if (!deprecated) return undefined;
  const reason = deprecationReason(deprecated);
  if (reason !== undefined) return reason;
  return /deprecat/i.test(`${description ?? ''} ${description === undefined ? (summary ?? '') : ''}`)
    ? undefined
    : 'Do not use it in new code.';
}

function usageMarker(plan: TypescriptMethod): Code {
  const { method } = plan;
  const attribute = (text: string): Code =>
    lineText(
      text
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll('--', '&#45;&#45;')
        .replaceAll('>', '&gt;'),
    );
  const id =
    method.operationId === undefined ? code`` : code` operationID="${attribute(method.operationId)}"`;
  return code`<!-- UsageSnippet language="typescript"${id} method="${attribute(method.verb)}" path="${attribute(method.path)}" -->`;
}

function parameterRows(context: DocsContext, plan: TypescriptMethod, from: string): readonly ParameterRow[] {
  const place = { pages: context.pages, from };
  const positional = positionalNames(context.sdk.names, plan).map(
    ({ parameter, variable, type }): ParameterRow => ({
      name: codeSpan(variable),
      type: markdownType(type, place),
      required: mark(true),
      description: parameterDescription(context.sdk.context, parameter),
    }),
  );
  const request =
    plan.arguments.kind === 'none' || !plan.params
      ? []
      : [
          {
            name: code`\`request\``,
            type: markdownType(plan.params, place),
            required: mark(!plan.arguments.optional),
            description: code`The request parameters.`,
          },
        ];
  return [
    ...positional,
    ...request,
    {
      name: code`\`options\``,
      type: code`RequestOptions`,
      required: mark(false),
      description: code`Options of this call, for example timeout and maxRetries.`,
    },
    {
      name: code`\`options.fetchOptions\``,
      type: link(code`RequestInit`, REQUEST_INIT),
      required: mark(false),
      description: code`Extra options for \`fetch\`, except method, headers, body and signal.`,
    },
    {
      name: code`\`options.maxRetries\``,
      type: link(code`number`, relativePath(from, RETRIES_PAGE)),
      required: mark(false),
      description: code`Maximum number of retries. Default: \`2\`.`,
    },
  ];
}

export const operationLink = (context: DocsContext, plan: TypescriptMethod, from: string): Code =>
  link(
    label([...plan.resource.properties, plan.layout.name].join('.')),
    `${relativePath(from, context.pages.resourcePath(plan.resource))}#${context.pages.operationAnchor(plan)}`,
  );
