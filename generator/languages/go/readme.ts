/** Text of the README and of the page for agents that is specific to this SDK. */
import type { SampleCall } from '../../plan/samples/call.ts';
import { type RequestedCall, planShowcase } from '../../plan/samples/showcase.ts';
import { codeSpan, fenced } from '../../text/markdown.ts';
import { retryProse } from '../retries.ts';
import {
  type Code,
  code,
  empty,
  identifier,
  indented,
  isRequired,
  join,
  lineText,
  numberLiteral,
  stringLiteral,
} from './code.ts';
import type { GoMethod } from './methods.ts';
import type { Snippets } from './samples/snippet.ts';
import { qualified, valueCode } from './samples/value.ts';
import type { GoSdk } from './sdk.ts';

interface Use {
  readonly method: GoMethod;
  readonly sample: SampleCall;
}

const go = (text: Code): Code => fenced(text, code`go`);

export function readmeView(sdk: GoSdk, snippets: Snippets, examples: readonly RequestedCall[]) {
  const { plan } = sdk;
  const { packageName } = snippets.scope;
  const showcase = planShowcase(plan, examples);
  const named = (sample: SampleCall | undefined): Use | undefined => {
    const method = sample && sdk.methods.find(({ planned }) => planned === sample.planned);
    return method && { method, sample };
  };
  const usage = named(showcase.headline);
  const section = (found: Use | undefined): Code =>
    found ? go(snippets.use(found.method, found.sample)) : empty;
  const page = named(showcase.pagination);
  const upload = named(showcase.uploads);
  const stream = named(showcase.streaming);
  const binary = showcase.ranked
    .flatMap((sample) => named(sample) ?? [])
    .find(({ method }) => method.result.kind === 'binary');
  const webhook = sdk.unwraps.find(({ key }) => key !== undefined);
  const value = [usage, ...showcase.ranked.map(named)].find((found) => found?.method.result.kind === 'value');
  return {
    hasUsage: usage !== undefined,
    usage: usage ? go(snippets.program(usage.method, usage.sample)) : empty,
    program: usage
      ? snippets.program(usage.method, usage.sample)
      : snippets.main(code`fmt.Println(len(client.Options))`),
    auth: sdk.options.flatMap(({ name }, index) => {
      const { option, isCredential } = plan.client.options[index] ?? {};
      return isCredential === true
        ? [
            {
              option: codeSpan(`option.With${name}`),
              variable: option?.readEnv === undefined ? empty : codeSpan(option.readEnv),
            },
          ]
        : [];
    }),
    hasAuth: plan.client.options.some(({ isCredential }) => isCredential),
    environments: plan.client.servers.length > 1,
    environment: codeSpan(`option.WithEnvironment${sdk.names.pascal(plan.client.servers[1]?.name ?? '')}()`),
    hasPagination: page !== undefined,
    pagination: section(page),
    pageByPage: page ? go(pageByPage(snippets, page)) : empty,
    hasUploads: upload !== undefined,
    uploads: section(upload),
    hasDownloads: binary !== undefined,
    downloads: section(binary),
    hasStreaming: stream !== undefined,
    streaming: section(stream),
    hasEvents: stream?.method.planned.method.streaming?.format === 'event-stream',
    hasWebhooks: webhook !== undefined,
    webhooks: webhook
      ? go(
          code`func receive(w http.ResponseWriter, r *http.Request) {
	payload, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	event, err := ${join(['client', ...webhook.service.fields, webhook.name].map(identifier), '.')}(payload, r.Header${webhook.key === 'given' ? code`, os.Getenv("WEBHOOK_KEY")` : empty})
	if err != nil {
		http.Error(w, "bad signature", http.StatusBadRequest)
		return
	}
	fmt.Println(event)
	w.WriteHeader(http.StatusNoContent)
}`,
        )
      : empty,
    errors: go(errorsSample(snippets, usage)),
    raw: value ? go(rawSample(snippets, value)) : empty,
    hasRaw: value !== undefined,
    presence: value ? presence(snippets, value) : empty,
    limits: go(
      code`client := ${packageName}.NewClient(option.WithMaxRetries(0), option.WithRequestTimeout(20*time.Second))

ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
defer cancel()
${usage ? code`${assigned(usage)}${snippets.call(usage.method, usage.sample, { context: code`ctx`, options: [code`option.WithMaxRetries(5)`] })}` : code`err := client.Get(ctx, "/", nil, nil, option.WithMaxRetries(5))`}`,
    ),
    retried: retryProse(sdk.api.client.retryPolicy).statuses,
    maxRetries: numberLiteral(sdk.api.client.maxRetries ?? 2),
    timeout: numberLiteral((sdk.api.client.timeoutMs ?? 60_000) / 1000),
    baseURLVariable: codeSpan(plan.client.baseURLEnv),
    headersVariable: codeSpan(`${sdk.api.client.envPrefix}_CUSTOM_HEADERS`),
    optional: optionalField(snippets, sdk),
  };
}

const assigned = ({ method: { result } }: Use): Code =>
  result.kind === 'void' ? code`err := ` : code`_, err := `;

function pageByPage({ call }: Snippets, { method, sample }: Use): Code {
  return code`page, err := ${call(method, sample)}
for ; err == nil && page != nil; page, err = page.GetNextPage() {
	fmt.Println(page.RawJSON())
}
if err != nil {
	log.Fatal(err)
}`;
}

/** The documented body for 404, otherwise for another client error. */
function errorsSample({ call, scope }: Snippets, usage: Use | undefined): Code {
  const { packageName } = scope;
  const documented = usage?.method.errors.filter(
    ({ status, type }) => /^4\d\d$/.test(status) && type.kind === 'struct',
  );
  const body = documented?.find(({ status }) => status === '404') ?? documented?.[0];
  const attempt = usage
    ? code`${assigned(usage)}${call(usage.method, usage.sample)}`
    : code`err := client.Get(context.TODO(), "/", nil, nil)`;
  const typed = body
    ? code`\nif body, ok := ${packageName}.ErrorBody[${qualified(scope, body.type.text)}](err); ok {\n\tfmt.Println(body.RawJSON()) // the documented body for ${lineText(body.status)}\n}`
    : empty;
  return code`${attempt}${typed}
var failure *${packageName}.Error
var connection *${packageName}.ConnectionError
switch {
case errors.As(err, &failure):
	fmt.Println(failure.StatusCode, failure.Message, failure.RequestID())
	os.Stderr.Write(failure.DumpRequest(true)) // without credentials
case errors.As(err, &connection):
	fmt.Println("The server was not reached:", connection)
}`;
}

const rawSample = ({ call }: Snippets, { method, sample }: Use): Code =>
  code`var response *http.Response
result, err := ${call(method, sample, { options: [code`option.WithResponseInto(&response)`] })}
if err != nil {
	log.Fatal(err)
}
fmt.Println(response.StatusCode, response.Header.Get("X-Request-Id"))
fmt.Println(result)`;

/** An optional field of a result. */
function presence({ call, scope }: Snippets, { method, sample }: Use): Code {
  const type = method.result.kind === 'value' ? scope.declarations.get(method.result.type.text) : undefined;
  const field =
    type?.kind === 'struct' ? type.fields.find((each) => each.hasMeta && !isRequired(each)) : undefined;
  if (field === undefined) return empty;
  const name = identifier(field.name);
  return go(
    code`result, err := ${call(method, sample)}
if err != nil {
	log.Fatal(err)
}
if result.JSON.${name}.Valid() {
	fmt.Println(result.${name}) // it came, and was not null
} else {
	fmt.Println(result.JSON.${name}.Raw()) // null, or empty if it did not come
}`,
  );
}

/** A params struct with an optional field: how to set it, omit it and send null. */
function optionalField({ scope }: Snippets, { methods }: GoSdk): Code {
  const structs = methods.flatMap(({ struct }) => (struct ? [struct] : []));
  const isOptional = (text: string): boolean => text === 'param.Opt[string]';
  const struct = structs.find(({ fields }) => fields.some(({ type }) => isOptional(type.text)));
  const field = struct?.fields.find(({ type }) => isOptional(type.text));
  if (struct === undefined || field === undefined) return empty;
  const set = valueCode(scope, { kind: 'literal', value: 'value' }, field.type.text);
  const none = valueCode(scope, { kind: 'literal', value: null }, field.type.text);
  return go(
    code`params := ${qualified(scope, identifier(struct.name))}{
	${identifier(field.name)}: ${indented(set)},
}
params.${identifier(field.name)} = ${none} // sent as null
params.SetExtraFields(map[string]any{${stringLiteral('undocumented')}: true})`,
  );
}
