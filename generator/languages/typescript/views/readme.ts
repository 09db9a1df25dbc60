/** The README of the package: one view per section, each with a complete program. */
import { retryProse } from '../../retries.ts';
import type { Api, AuthRole, SecurityScheme } from '../../../ir/types.ts';
import { type Code, code, empty, identifier, lineText, numberLiteral, stringLiteral } from '../code.ts';
import { documentedBodies } from '../docs/error-rows.ts';
import { codeSpan } from '../../../text/markdown.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import type { SampleCall } from '../../../plan/samples/call.ts';
import { type RequestedCall, planShowcase } from '../../../plan/samples/showcase.ts';
import { type SamplePlan, namedSample } from '../samples/call.ts';
import { member, printCall, printUse } from '../samples/print.ts';
import { type SnippetContext, calleeOf, classSnippet, functionSnippet } from '../samples/snippet.ts';
import { declarationOf } from '../docs/pages.ts';
import { SHARED_MODULE } from '../layout.ts';
import { TOP_LEVEL_MODULE, type TypescriptSdk } from '../sdk.ts';
import { listedTypes } from './resource.ts';
import { start, typescript } from './program.ts';
import { type WebhookSection, viewWebhooks } from './webhooks.ts';

export interface ReadmeView {
  readonly maxRetries: Code;
  /** Statuses and delays of retries in words. */
  readonly retried: Code;
  readonly delays: Code;
  /** Default deadline of a call in milliseconds, or `none`. */
  readonly deadline: Code;
  /** Milliseconds. */
  readonly timeout: Code;
  readonly timeoutSeconds: Code;
  readonly browsers: Code;
  readonly usage: Code;
  readonly hasUsage: boolean;
  /** The same program as a file. */
  readonly example: Code;
  /** A call whose result has a type annotation. */
  readonly types: Code;
  readonly hasTypes: boolean;
  readonly auth: readonly { readonly option: Code; readonly variable: Code; readonly sent: Code }[];
  readonly hasAuth: boolean;
  readonly environments: readonly { readonly name: Code; readonly url: Code }[];
  readonly hasEnvironments: boolean;
  /** The document has no URL for the API. */
  readonly needsURL: boolean;
  readonly placeholders: readonly {
    readonly name: Code;
    readonly option: Code;
    readonly hasDefault: boolean;
    readonly default: Code;
  }[];
  readonly hasPlaceholders: boolean;
  readonly pagination: Code;
  readonly hasPagination: boolean;
  readonly errors: Code;
  readonly hasErrors: boolean;
  readonly uploads: Code;
  readonly hasUploads: boolean;
  readonly streaming: Code;
  readonly hasStreaming: boolean;
  /** The streaming example is a stream of server-sent events. */
  readonly hasEvents: boolean;
  readonly standalone: Code;
  readonly hasStandalone: boolean;
  readonly webhooks: readonly WebhookSection[];
  readonly hasWebhooks: boolean;
  /** Some webhook methods verify signatures. */
  readonly hasVerified: boolean;
  readonly retries: Code;
  readonly logging: Code;
  readonly customFetch: Code;
  readonly undocumented: Code;
  readonly middleware: Code;
  readonly rawResponse: Code;
  readonly prefix: Code;
}

export function viewReadme(
  sdk: TypescriptSdk,
  context: SnippetContext,
  options: readonly RequestedCall[],
): ReadmeView {
  const { api } = sdk;
  const showcase = planShowcase(sdk.plan, options);
  const named = (sample: SampleCall | undefined): SamplePlan | undefined => namedSample(sdk, sample);
  const usage = named(showcase.headline);
  const pagination = named(showcase.pagination);
  // A call with documented errors, otherwise the call that is shown first.
  const failing =
    [showcase.errors, ...showcase.ranked]
      .flatMap((sampleCall) => named(sampleCall) ?? [])
      .find((sample) => sample.plan.result.kind !== 'stream' && statusOf(sample.plan) !== undefined) ?? usage;
  const uploads = named(showcase.uploads);
  const streaming = named(showcase.streaming);
  const webhooks = viewWebhooks(sdk, context);
  const retries = retryProse(api.client.retryPolicy);
  const typed = typesSnippet(
    sdk,
    context,
    [showcase.headline, ...showcase.ranked].flatMap((sampleCall) => named(sampleCall) ?? []),
  );
  // Creating a client with credentials is shown only once.
  const program = (sample: SamplePlan | undefined): Code =>
    sample ? typescript(code`${start(context, empty, sample)}${after(sample)}`) : empty;
  return {
    maxRetries: numberLiteral(api.client.maxRetries ?? 2),
    retried: retries.statuses,
    delays: retries.delays,
    deadline: retries.deadlineMs === undefined ? code`none` : code`\`${numberLiteral(retries.deadlineMs)}\``,
    timeout: numberLiteral(api.client.timeoutMs ?? 60_000),
    timeoutSeconds: numberLiteral((api.client.timeoutMs ?? 60_000) / 1000),
    browsers: BROWSERS[api.client.browser],
    usage: usage ? typescript(classSnippet(context, usage)) : empty,
    hasUsage: usage !== undefined,
    example: usage ? classSnippet(context, usage) : start(context, empty),
    types: typed ? typescript(typed) : empty,
    hasTypes: typed !== undefined,
    ...viewAuth(api, context),
    environments: api.client.environments.map((environment) => ({
      name: codeSpan(environment.name),
      url: codeSpan(environment.url),
    })),
    hasEnvironments: api.client.environments.length > 1,
    needsURL: context.client.missingURL !== undefined,
    ...viewPlaceholders(api, context),
    pagination: program(pagination),
    hasPagination: pagination !== undefined,
    errors: failing ? typescript(errorSnippet(context, failing)) : empty,
    hasErrors: failing !== undefined,
    uploads: program(uploads),
    hasUploads: uploads !== undefined,
    streaming: program(streaming),
    hasStreaming: streaming !== undefined,
    hasEvents: streaming?.plan.method.streaming?.format === 'event-stream',
    standalone: usage ? typescript(functionSnippet(context, usage)) : empty,
    hasStandalone: usage !== undefined && context.functionOf(usage.plan) !== undefined,
    webhooks,
    hasWebhooks: webhooks.length > 0,
    hasVerified: sdk.unwraps.some((unwrap) => unwrap.signing.kind !== 'none'),
    retries: withOptions(context, usage, {
      client: code`maxRetries: 0, timeout: 20_000`,
      request: code`{ maxRetries: 5, timeout: 5_000 }`,
    }),
    logging: withOptions(context, usage, { client: code`logLevel: 'debug'` }),
    customFetch: withOptions(context, usage, { client: code`fetch: (url, init) => fetch(url, init)` }),
    undocumented: typescript(
      code`${start(context, empty)}\n\nconst response = await client.post('/some/path', {\n  body: { name: 'value' },\n  query: { dry_run: true },\n});\n\nconsole.log(response);`,
    ),
    middleware: typescript(middlewareSnippet(context, usage)),
    rawResponse: usage
      ? typescript(
          code`${start(context, empty, usage)}\n\n${printCall(usage, { lead: code`const { data, response } = await `, callee: calleeOf({ variable: 'client' }, usage.plan), tail: code`.withResponse();`, indent: 0 })}\n\nconsole.log(response.headers.get('content-type'), data);`,
        )
      : empty,
    prefix: lineText(api.client.envPrefix),
  };
}

/** The first call whose result has a type in the client's namespace, with that type. */
function typesSnippet(
  sdk: TypescriptSdk,
  context: SnippetContext,
  samples: readonly SamplePlan[],
): Code | undefined {
  const modules = [...sdk.layout.root.children.map((child) => child.module), SHARED_MODULE, TOP_LEVEL_MODULE];
  const types = modules.flatMap((module) => listedTypes(sdk, module));
  const name = context.client.className;
  for (const sample of samples) {
    const { result } = sample.plan;
    const type = result.kind === 'value' ? declarationOf(result.type) : undefined;
    if (
      !type ||
      !types.includes(type) ||
      types.filter((declaration) => declaration.name === type.name).length > 1
    )
      continue;
    const lead = code`const ${identifier(sample.variable)}: ${identifier(name)}.${identifier(type.name)} = await `;
    const callee = calleeOf({ variable: 'client' }, sample.plan);
    const call = printCall(sample, { lead, callee, tail: code`;`, indent: 0 });
    const shown = sample.shows.kind === 'value' ? member(sample.shows.property) : empty;
    return code`${start(context, empty, sample)}\n\n${call}\n\nconsole.log(${identifier(sample.variable)}${shown});`;
  }
  return undefined;
}

function middlewareSnippet(context: SnippetContext, usage: SamplePlan | undefined): Code {
  return code`import { operationOf } from ${stringLiteral(`${context.packageName}/operations`)};
${start(context, empty)}

client.use(async (request, next) => {
  const started = performance.now();
  const response = await next(request);
  console.log(operationOf(request)?.name, response.status, performance.now() - started);
  return response;
});${after(usage)}`;
}

const BROWSERS = {
  allow: code`current versions`,
  dangerous_allow: code`current versions, with \`dangerouslyAllowBrowser: true\`; visitors can read the credentials`,
  disallow: code`not supported; visitors could read the credentials`,
} as const;

/** A documented error with a single status. */
const statusOf = (plan: TypescriptMethod): number | undefined => {
  const found = documentedBodies(plan)
    .map((documentedBody) => documentedBody.member.name)
    .filter((name) => /^[45]\d\d$/.test(name));
  const best = found.find((name) => name === '404') ?? found[0];
  return best === undefined ? undefined : Number(best);
};

const after = (sample: SamplePlan | undefined): Code =>
  sample
    ? code`\n\n${printUse(sample, { callee: calleeOf({ variable: 'client' }, sample.plan), indent: 0 })}`
    : empty;

function withOptions(
  context: SnippetContext,
  sample: SamplePlan | undefined,
  options: { readonly client: Code; readonly request?: Code },
): Code {
  const call = !sample
    ? empty
    : options.request
      ? code`\n\n${printCall(sample, { lead: code`await `, callee: calleeOf({ variable: 'client' }, sample.plan), last: options.request, tail: code`;`, indent: 0 })}`
      : after(sample);
  return typescript(code`${start(context, options.client, sample)}${call}`);
}

function errorSnippet(context: SnippetContext, sample: SamplePlan): Code {
  const name = identifier(context.client.className);
  const callee = calleeOf({ variable: 'client' }, sample.plan);
  const status = statusOf(sample.plan);
  const documented =
    status === undefined
      ? empty
      : code`if (isErrorOf(${callee}, error, ${numberLiteral(status)})) {
    console.log(error.error); // typed as the documented body of this status
  } else `;
  return code`${start(context, empty, sample, status === undefined ? empty : code`, { isErrorOf }`)}

try {
${printCall(sample, { lead: code`await `, callee, tail: code`;`, indent: 2 })}
} catch (error) {
  ${documented}if (error instanceof ${name}.APIError) {
    console.log(error.status, error.message);
  } else {
    throw error;
  }
}`;
}

/** Parts of the URLs that a client option sets. */
function viewPlaceholders(
  api: Api,
  context: SnippetContext,
): Pick<ReadmeView, 'placeholders' | 'hasPlaceholders'> {
  const names = new Set(
    api.client.environments.flatMap((environment) =>
      [...environment.url.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''),
    ),
  );
  const placeholders = [...names].flatMap((name) => {
    const option = context.client.options.find(
      ({ option: { send } }) => send?.in === 'server_variable' && send.name === name,
    );
    return option
      ? [
          {
            name: codeSpan(`{${name}}`),
            option: codeSpan(option.property),
            hasDefault: option.option.default !== undefined,
            default: codeSpan(String(option.option.default ?? '')),
          },
        ]
      : [];
  });
  return { placeholders, hasPlaceholders: placeholders.length > 0 };
}

function viewAuth(api: Api, context: SnippetContext): Pick<ReadmeView, 'auth' | 'hasAuth'> {
  const schemes = new Map(api.securitySchemes.map((securityScheme) => [securityScheme.name, securityScheme]));
  const auth = context.client.options
    .filter(({ option }) => option.auth !== undefined)
    .map(({ option, property }) => ({
      option: codeSpan(property),
      variable: option.readEnv === undefined ? code`none` : codeSpan(option.readEnv),
      sent: sentAs(schemes.get(option.auth?.scheme ?? ''), option.auth?.role),
    }));
  return { auth, hasAuth: auth.length > 0 };
}

const BEARER = code`\`Authorization: Bearer …\``;

function sentAs(scheme: SecurityScheme | undefined, role: AuthRole | undefined): Code {
  switch (scheme?.kind) {
    case undefined:
    case 'unknown':
    case 'mutual_tls':
      return code`as described by the API`;
    case 'bearer':
    case 'open_id_connect':
      return BEARER;
    case 'basic':
      return code`\`Authorization: Basic …\``;
    case 'http':
      return code`\`Authorization\` header`;
    case 'api_key':
      return scheme.in === 'header'
        ? code`header ${codeSpan(scheme.parameter)}`
        : scheme.in === 'query'
          ? code`query parameter ${codeSpan(scheme.parameter)}`
          : code`cookie ${codeSpan(scheme.parameter)}`;
    case 'oauth2':
      return role === 'value' ? BEARER : code`used to request a token, sent as ${BEARER}`;
    default:
      return scheme satisfies never;
  }
}
