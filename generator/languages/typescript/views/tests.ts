/** `tests/`: calls each method with required arguments, with all arguments and with request options. */
import type { ClientClass } from '../client.ts';
import {
  type Code,
  code,
  empty,
  filePath,
  identifier,
  join,
  lineText,
  literalKey,
  stringLiteral,
} from '../code.ts';
import type { FileFilter } from '../../language.ts';
import type { ResourceLayout } from '../layout.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { type SamplePlan, planSample } from '../samples/call.ts';
import { pageOf } from '../pages.ts';
import { printCall } from '../samples/print.ts';
import { calleeOf } from '../samples/snippet.ts';
import { whyImpossible, whyUnsupported } from '../../../plan/samples/check.ts';
import { type TypescriptSdk, TOP_LEVEL_MODULE } from '../sdk.ts';

export interface TestsView {
  readonly file: Code;
  /** The import of `'../../support.ts'`, and that of the package's sources. */
  readonly support: Code;
  readonly source: Code;
  readonly title: Code;
  readonly usesFile: boolean;
  readonly usesAnswer: boolean;
  readonly usesRequests: boolean;
  readonly usesClient: boolean;
  readonly cases: readonly TestCase[];
}

export interface TestCase {
  readonly name: Code;
  /** The call without its closing bracket. */
  readonly call: Code;
  readonly isSkipped: boolean;
  readonly reason: Code;
  readonly isVoid: boolean;
  readonly isValue: boolean;
  readonly isPage: boolean;
  readonly isBinary: boolean;
  readonly isStream: boolean;
  readonly isOptions: boolean;
  /** True if the mock server cannot create a response: files and streams. */
  readonly usesStub: boolean;
  readonly because: Code;
  /** Text of the stub response. */
  readonly answer: Code;
  readonly mediaType: Code;
  /**
   * Whether the number of events is checked. Stream rules may drop some events, in which case the stream is
   * only read to its end.
   */
  readonly hasCount: boolean;
}

export interface SupportView {
  readonly className: Code;
  /** Required options of the client: `apiKey: 'My apiKey'`. */
  readonly credentials: readonly Code[];
}

export const viewSupport = (client: ClientClass): SupportView => ({
  className: identifier(client.className),
  credentials: madeUpOptions(client.options),
});

/** Sample values for the client's required options: `apiKey: 'My apiKey'`. */
export const madeUpOptions = (options: ClientClass['options']): readonly Code[] =>
  options
    .filter(({ option }) => option.auth !== undefined || (option.required && option.default === undefined))
    .map(
      ({ option, property }) =>
        code`${literalKey(property)}: ${option.type === 'string' ? stringLiteral(option.example ?? `My ${property}`) : option.type === 'number' ? code`1` : code`true`}`,
    );

/** `isOffline`: tests that need a mock server are generated but skipped. */
export function viewTests(
  sdk: TypescriptSdk,
  { isOffline, isWanted }: { readonly isOffline: boolean; readonly isWanted: FileFilter },
): readonly TestsView[] {
  return [sdk.layout.root, ...sdk.layout.all].flatMap((layout) => {
    const plans = isWanted(testFile(moduleOf(layout))) ? (sdk.methodsOf.get(layout) ?? []) : [];
    // A resource has no test file if no call can be sampled (types that require themselves), because a test
    // file without tests fails.
    return plans.length === 0
      ? []
      : [viewResourceTests(sdk, layout, { plans, isOffline })].filter((view) => view.cases.length > 0);
  });
}

function viewResourceTests(
  sdk: TypescriptSdk,
  layout: ResourceLayout,
  { plans, isOffline }: { readonly plans: readonly TypescriptMethod[]; readonly isOffline: boolean },
): TestsView {
  const module = moduleOf(layout);
  const inside = module.split('/').slice(1);
  const up = join(
    inside.map(() => code`..`),
    '/',
  );
  const cases = plans.flatMap((plan) => casesOf(sdk, plan, isOffline));
  return {
    file: testFile(module),
    support: code`'${up}/support.ts'`,
    source: code`'${up}/../src/index.ts'`,
    title: stringLiteral(layout.properties.length === 0 ? 'client' : layout.properties.join('.')),
    usesFile: cases.some((item) => item.usesFile),
    usesAnswer: cases.some((item) => item.view.usesStub),
    usesRequests: cases.some((item) => item.view.isOptions),
    usesClient: cases.some((item) => !item.view.usesStub),
    cases: cases.map((item) => item.view),
  };
}

const moduleOf = ({ path, module }: ResourceLayout): string =>
  path.length === 0 ? TOP_LEVEL_MODULE : module;

/** `src/resources/servers.ts` → `tests/api-resources/servers.test.ts`. */
const testFile = (module: string): Code =>
  filePath(`tests/api-resources/${module.replace(/^resources\//, '')}.test.ts`);

interface Case {
  readonly view: TestCase;
  readonly usesFile: boolean;
}

function casesOf(sdk: TypescriptSdk, plan: TypescriptMethod, isOffline: boolean): readonly Case[] {
  const required = planSample(sdk, plan, { extent: 'required' });
  const all = planSample(sdk, plan, { extent: 'all' });
  if (!required) return [];
  const same =
    !all ||
    JSON.stringify([all.positional, all.argument]) ===
      JSON.stringify([required.positional, required.argument]);
  return [
    testCase(sdk, plan, required, {
      title: same ? 'call' : 'required arguments only',
      isOptions: false,
      isOffline,
    }),
    ...(same ? [] : [testCase(sdk, plan, all, { title: 'all arguments', isOptions: false, isOffline })]),
    testCase(sdk, plan, required, { title: 'request options', isOptions: true, isOffline }),
  ];
}

/**
 * Includes a stub response if the mock server cannot create one. Tests of request options do not use a
 * server.
 */
function testCase(
  sdk: TypescriptSdk,
  plan: TypescriptMethod,
  sample: SamplePlan,
  option: { readonly title: string; readonly isOptions: boolean; readonly isOffline: boolean },
): Case {
  const { result } = plan;
  const { isOptions, isOffline } = option;
  const skip =
    plan.method.skipTest ??
    (isOffline && !isOptions ? 'tests that need a mock server are disabled in the config' : undefined) ??
    whyImpossible(sdk.context, sample) ??
    whyNotFetched(plan, sample);
  const isStream = result.kind === 'stream' && result.plain === undefined;
  const unsupported = whyUnsupported(sdk.context, plan.planned, sample);
  const file =
    result.kind === 'binary'
      ? result.content
      : result.kind === 'stream' && result.plain?.content.kind === 'binary'
        ? result.plain.content
        : undefined;
  const stubbed = file !== undefined || isStream || unsupported !== undefined;
  const answer =
    file !== undefined
      ? 'bytes'
      : isStream
        ? streamText(plan)
        : result.kind === 'page'
          ? emptyPage(sdk, result.scheme)
          : '{}';
  const type = unsupported === undefined ? undefined : 'application/json';
  const upload = code`await toFile(new Uint8Array([1, 2, 3]), 'file.bin')`;
  const callee = calleeOf({ variable: stubbed ? 'stub' : 'client' }, plan);
  const call = printCall(sample, {
    lead: empty,
    callee,
    tail: empty,
    indent: 0,
    flat: true,
    file: upload,
    ...(isOptions ? { last: code`{ headers: { 'X-Test-Option': 'sent' } }` } : {}),
  });
  return {
    usesFile: sample.usesFile,
    view: {
      name: stringLiteral(`${plan.layout.name}: ${option.title}`),
      call: code`${call}`,
      isSkipped: skip !== undefined,
      reason: lineText(skip ?? ''),
      isVoid: !isOptions && result.kind === 'void',
      isValue:
        !isOptions &&
        (result.kind === 'value' || (result.kind === 'stream' && !isStream && file === undefined)),
      isPage: !isOptions && result.kind === 'page',
      isBinary: !isOptions && file !== undefined,
      isStream: !isOptions && isStream,
      isOptions,
      usesStub: stubbed,
      answer: stringLiteral(answer),
      mediaType: stringLiteral(
        type ??
          (file !== undefined
            ? file.mediaType
            : plan.method.streaming?.format === 'json-lines'
              ? 'application/jsonl'
              : 'text/event-stream'),
      ),
      because: lineText(sentence(unsupported ?? 'the mock server does not support files and streams')),
      hasCount: (plan.method.streaming?.onEvent ?? []).length === 0,
    },
  };
}

/** `fetch` refuses such requests; other languages send them. */
function whyNotFetched({ planned }: TypescriptMethod, { argument }: SamplePlan): string | undefined {
  const { verb, body } = planned.request;
  if (verb === 'TRACE') return 'fetch cannot send TRACE requests';
  const isSent = body !== undefined && (argument !== undefined || !planned.arguments.isAbsent);
  return isSent && ['GET', 'HEAD'].includes(verb)
    ? `fetch cannot send a ${verb} request with a body`
    : undefined;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A page with an empty list of items at the scheme's path. */
function emptyPage(sdk: TypescriptSdk, name: string): string {
  const page = pageOf(sdk.pages, name);
  return JSON.stringify(
    (page?.plan.items ?? []).reduceRight<unknown>((inside, key) => ({ [key]: inside }), []),
  );
}

/** A stream of two events. */
const streamText = (plan: TypescriptMethod): string =>
  plan.method.streaming?.format === 'json-lines' ? '{}\n{}\n' : 'data: {}\n\ndata: {}\n\n';
