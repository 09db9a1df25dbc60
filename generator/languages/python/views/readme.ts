/** What the README and the page for agents say of this SDK in particular. */
import type { JsonObject } from '../../../lib/json.ts';
import { type SampleCall, sampleCall } from '../../../plan/samples/call.ts';
import { codeSpan, fenced } from '../../../text/markdown.ts';
import { clientMembers } from '../client.ts';
import { type Code, code, dottedName, empty, identifier, lineText } from '../code.ts';
import type { MethodDesign } from '../methods/method.ts';
import { calleeOf, printUse, snippet, type SnippetContext } from '../samples/snippet.ts';
import { printCall } from '../samples/print.ts';

/** The call that the README begins with, and values that the config gives it. */
export interface ReadmeWish {
  readonly verb: string;
  readonly path: string;
  readonly params: JsonObject;
}

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
  readonly streaming: Code;
  readonly errors: Code;
  readonly rawResponse: Code;
  readonly timeouts: Code;
  readonly undocumented: Code;
  readonly httpClient: Code;
  readonly className: Code;
  readonly asyncClassName: Code;
  readonly errorName: Code;
  readonly prefix: Code;
  readonly logVariable: Code;
}

const python = (text: Code): Code => fenced(text, code`python`);

export function readmeView(
  context: SnippetContext,
  options: {
    readonly errorName: string;
    readonly wish?: ReadmeWish | undefined;
  },
): ReadmeView {
  const { design, packageName } = context;
  const { layout, plan } = design;
  const samples = design.methods.flatMap((one) => {
    const sample = one.method.deprecated ? undefined : sampleCall(plan, one.planned, { extent: 'required' });
    return sample ? [{ one, sample }] : [];
  });
  const find = (test: (one: MethodDesign, sample: SampleCall) => boolean) =>
    samples.find(({ one, sample }) => test(one, sample));
  const usage =
    wishedUse(context, options.wish) ??
    find(({ method }) => method.showcase === true) ??
    find(({ result, method }) => result.kind === 'value' && ['retrieve', 'get'].includes(method.key)) ??
    find(({ result }) => result.kind === 'value') ??
    samples[0];
  const page = find(({ result }) => result.kind === 'page');
  const upload = find((_one, sample) => sample.usesFile);
  const stream = find(({ result }) => result.kind === 'stream');
  const name = identifier(layout.root.className);
  const module = dottedName(packageName.split('.'));
  const call = usage
    ? printCall(usage.sample, usage.one, {
        lead: empty,
        callee: calleeOf(usage.one),
        tail: empty,
        indent: 4,
        file: 'disk',
      })
    : code`    client.get("/", cast_to=object)`;
  const use = (found: typeof page, colour: 'sync' | 'async' = 'sync'): Code =>
    found ? python(snippet(context, found.one, found.sample, colour)) : empty;
  const bare = (found: NonNullable<typeof page>): Code =>
    printUse(found.one, found.sample, { colour: 'sync', indent: 0, file: 'disk' });
  return {
    hasUsage: usage !== undefined,
    usage: use(usage),
    asyncUsage: use(usage, 'async'),
    program: usage ? snippet(context, usage.one, usage.sample) : code`import ${module}`,
    ...authOf(context),
    hasPagination: page !== undefined,
    pagination: page ? python(bare(page)) : empty,
    hasUploads: upload !== undefined,
    uploads: upload ? python(code`from pathlib import Path\n\n${bare(upload)}`) : empty,
    hasStreaming: stream !== undefined,
    streaming: stream ? python(bare(stream)) : empty,
    errors: python(
      code`import ${module}\n\ntry:\n${call}\nexcept ${module}.NotFoundError as error:\n    print(error.status_code, error.body, error.request_id)\nexcept ${module}.APIConnectionError as error:\n    print("The server was not reached:", error.__cause__)`,
    ),
    rawResponse: usage
      ? python(
          code`${printCall(usage.sample, usage.one, { lead: code`response = `, callee: rawCallee(usage.one), tail: empty, indent: 0, file: 'disk' })}\n\nprint(response.headers.get("x-request-id"))\nprint(response.parse())`,
        )
      : empty,
    timeouts: python(
      code`client = ${name}(timeout=20.0, max_retries=0)\n\nclient.with_options(timeout=5.0, max_retries=5)`,
    ),
    undocumented: python(
      code`from typing import Dict\n\nanswer = client.post("/path", cast_to=Dict[str, object], body={"name": "value"})`,
    ),
    httpClient: python(
      code`import httpx\n\nfrom ${module} import ${name}, DefaultHttpxClient\n\nclient = ${name}(http_client=DefaultHttpxClient(proxy="http://127.0.0.1:8080", transport=httpx.HTTPTransport(local_address="0.0.0.0")))`,
    ),
    className: name,
    asyncClassName: identifier(layout.root.asyncClassName),
    errorName: identifier(options.errorName),
    prefix: lineText(design.api.client.envPrefix),
    logVariable: codeSpan(`${design.api.client.envPrefix}_LOG`),
  };
}

function wishedUse(
  { design }: SnippetContext,
  wish: ReadmeWish | undefined,
): { readonly one: MethodDesign; readonly sample: SampleCall } | undefined {
  const one =
    wish && design.methods.find(({ method }) => method.verb === wish.verb && method.path === wish.path);
  const sample = one && sampleCall(design.plan, one.planned, { extent: 'required', values: wish.params });
  return sample && { one, sample };
}

/** `client.servers.with_raw_response.retrieve` */
const rawCallee = ({ resource, layout }: MethodDesign): Code =>
  dottedName(['client', ...resource.properties, 'with_raw_response', layout.name]);

function authOf({ design }: SnippetContext): Pick<ReadmeView, 'hasAuth' | 'auth'> {
  const auth = clientMembers(design.names, design.plan.client).flatMap(({ option, name }) =>
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
