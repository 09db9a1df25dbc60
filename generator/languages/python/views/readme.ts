/** Text of the README and of the page for agents that is specific to this SDK. */
import { retryProse } from '../../retries.ts';
import type { SampleCall } from '../../../plan/samples/call.ts';
import { type RequestedCall, planShowcase } from '../../../plan/samples/showcase.ts';
import { codeSpan } from '../../../text/markdown.ts';
import { clientMembers } from '../client.ts';
import { type Code, code, dottedName, empty, identifier, lineText } from '../code.ts';
import { printUse, snippet, type SnippetContext } from '../samples/snippet.ts';
import {
  type SampleUse,
  absence,
  download,
  errors,
  limits,
  python,
  rawResponse,
  streamedResponse,
  webhooks,
} from './readme-samples.ts';

export interface ReadmeView {
  readonly hasUsage: boolean;
  readonly usage: Code;
  readonly asyncUsage: Code;
  /** The same as `usage`, as a file. */
  readonly program: Code;
  readonly hasAuth: boolean;
  readonly auth: readonly { readonly option: Code; readonly variable: Code }[];
  readonly hasPagination: boolean;
  readonly pagination: Code;
  readonly hasUploads: boolean;
  readonly uploads: Code;
  readonly hasStreaming: boolean;
  /** The streaming example is a stream of server-sent events. */
  readonly hasEvents: boolean;
  readonly streaming: Code;
  readonly errors: Code;
  readonly hasWebhooks: boolean;
  readonly webhooks: Code;
  /** How to distinguish null from an absent field. */
  readonly absence: Code;
  readonly hasAbsence: boolean;
  readonly hasStreamedResponse: boolean;
  readonly streamedResponse: Code;
  readonly hasDownloads: boolean;
  readonly download: Code;
  readonly rawResponse: Code;
  readonly timeouts: Code;
  /** Statuses that are retried. */
  readonly retried: Code;
  readonly undocumented: Code;
  readonly httpClient: Code;
  readonly className: Code;
  readonly asyncClassName: Code;
  readonly errorName: Code;
  readonly prefix: Code;
  readonly logVariable: Code;
  readonly baseURLVariable: Code;
  readonly headersVariable: Code;
}

export function readmeView(
  context: SnippetContext,
  options: {
    readonly errorName: string;
    readonly examples: readonly RequestedCall[];
  },
): ReadmeView {
  const { design: sdk, packageName } = context;
  const { layout, plan } = sdk;
  const showcase = planShowcase(plan, options.examples);
  const named = (sample: SampleCall | undefined): SampleUse | undefined => {
    const method = sample && sdk.methods.find(({ planned }) => planned === sample.planned);
    return method && { method, sample };
  };
  const usage = named(showcase.headline);
  const page = named(showcase.pagination);
  const upload = named(showcase.uploads);
  const stream = named(showcase.streaming);
  const binary = showcase.ranked
    .flatMap((sampleCall) => named(sampleCall) ?? [])
    .find(({ method }) => method.result.kind === 'binary');
  const body = usage?.method.result.kind === 'value' ? usage : undefined;
  const name = identifier(layout.root.className);
  const module = dottedName(packageName.split('.'));
  const use = (found: typeof page, colour: 'sync' | 'async' = 'sync'): Code =>
    found ? python(snippet(context, found.method, found.sample, colour)) : empty;
  const bare = (found: NonNullable<typeof page>): Code =>
    printUse(found.method, found.sample, { colour: 'sync', indent: 0, file: 'disk' });
  return {
    hasUsage: usage !== undefined,
    usage: use(usage),
    asyncUsage: use(usage, 'async'),
    program: usage
      ? snippet(context, usage.method, usage.sample)
      : code`import ${module}\n\nprint(${module}.__version__)`,
    ...authOf(context),
    hasPagination: page !== undefined,
    pagination: page ? python(bare(page)) : empty,
    hasUploads: upload !== undefined,
    uploads: upload ? python(withPath(bare(upload))) : empty,
    hasStreaming: stream !== undefined,
    hasEvents: stream?.sample.planned.method.streaming?.format === 'event-stream',
    streaming: stream ? python(bare(stream)) : empty,
    errors: errors(usage, module),
    hasWebhooks: webhooks(sdk, module) !== empty,
    webhooks: webhooks(sdk, module),
    absence: absence(usage),
    hasAbsence: absence(usage) !== empty,
    rawResponse: usage ? rawResponse(usage) : empty,
    hasStreamedResponse: body !== undefined,
    streamedResponse: body ? streamedResponse(body) : empty,
    hasDownloads: binary !== undefined,
    download: binary ? download(binary) : empty,
    timeouts: limits(usage, name),
    retried: retryProse(sdk.api.client.retryPolicy).statuses,
    undocumented: python(
      code`answer = client.post("/path", cast_to=dict[str, object], body={"name": "value"})`,
    ),
    httpClient: python(
      code`import httpx\n\nfrom ${module} import ${name}, DefaultHttpxClient\n\nclient = ${name}(http_client=DefaultHttpxClient(proxy="http://127.0.0.1:8080", limits=httpx.Limits(max_connections=20)))`,
    ),
    className: name,
    asyncClassName: identifier(layout.root.asyncClassName),
    errorName: identifier(options.errorName),
    prefix: lineText(sdk.api.client.envPrefix),
    logVariable: codeSpan(`${sdk.api.client.envPrefix}_LOG`),
    baseURLVariable: codeSpan(sdk.plan.client.baseURLEnv),
    headersVariable: codeSpan(`${sdk.api.client.envPrefix}_CUSTOM_HEADERS`),
  };
}

function authOf({ design: sdk }: SnippetContext): Pick<ReadmeView, 'hasAuth' | 'auth'> {
  const auth = clientMembers(sdk.names, sdk.plan.client).flatMap(({ option, name }) =>
    option.auth === undefined
      ? []
      : [
          {
            option: codeSpan(name),
            variable: option.readEnv === undefined ? empty : codeSpan(option.readEnv),
          },
        ],
  );
  return { hasAuth: auth.length > 0, auth };
}

/** Adds the import for a file that is read from disk. */
const withPath = (program: Code): Code =>
  program.includes('Path(') ? code`from pathlib import Path\n\n${program}` : program;
