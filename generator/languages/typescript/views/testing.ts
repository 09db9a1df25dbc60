/** `docs/testing.md`: how to test a program that uses the SDK without the API. */
import { type Code, code, empty, identifier, join, stringLiteral } from '../code.ts';
import { typescript } from './program.ts';
import { type SamplePlan, planSample } from '../samples/call.ts';
import { printCall, printValue } from '../samples/print.ts';
import {
  type SnippetContext,
  EXAMPLE_URL,
  calleeOf,
  classImports,
  shownOptions,
} from '../samples/snippet.ts';
import { newBudget } from '../../../plan/samples/site.ts';
import { sampleType } from '../../../plan/samples/type-sample.ts';
import { type SampleValue, DEFAULT_STYLE, holdsFile } from '../../../plan/samples/value.ts';
import type { TypescriptSdk } from '../sdk.ts';
import { madeUpOptions } from './tests.ts';

export interface TestingView {
  /** Programs for tests: a response, an error, and a replaced method. */
  readonly fetch: Code;
  readonly failure: Code;
  readonly spy: Code;
  readonly hasCall: boolean;
}

export const NO_TESTING: TestingView = { fetch: empty, failure: empty, spy: empty, hasCall: false };

interface Mocked {
  readonly sample: SamplePlan;
  readonly answer: SampleValue;
}

export function viewTesting(sdk: TypescriptSdk, context: SnippetContext): TestingView {
  const mocked = simplest(sdk);
  if (mocked === undefined) return NO_TESTING;
  const name = identifier(context.client.className);
  const credentials = [
    ...(context.client.missingURL ? [code`baseURL: ${stringLiteral(EXAMPLE_URL)}`] : []),
    ...madeUpOptions(shownOptions(context, mocked.sample.plan)),
  ];
  const imports = (tools: Code): Code =>
    code`import { ${tools} } from 'vitest';\n${classImports(context, false)}`;
  const client = (...fetch: readonly Code[]): Code =>
    code`  const client = new ${name}({\n    ${join([...credentials, ...fetch], ',\n    ')},\n  });`;
  const answer = printValue(mocked.answer, { indent: 4, column: 40, file: empty, values: undefined });
  const callee = calleeOf({ variable: 'client' }, mocked.sample.plan);
  const call = (lead: Code, tail: Code): Code => printCall(mocked.sample, { lead, callee, tail, indent: 2 });
  const method = mocked.sample.plan.layout.name;
  const owner = join([identifier('client'), ...mocked.sample.plan.resource.properties.map(identifier)], '.');
  return {
    hasCall: true,
    fetch: typescript(code`${imports(code`expect, test`)}

test('answers like the API', async () => {
${client(code`fetch: async () => Response.json(${answer})`)}

${call(code`const answer = await `, code`;`)}
  expect(answer).toBeDefined();
});`),
    failure: typescript(code`${imports(code`expect, test`)}

test('fails like the API', async () => {
${client(code`fetch: async () => Response.json({ error: 'none' }, { status: 404 })`)}

${call(code`const call = `, code`;`)}
  await expect(call).rejects.toThrow(${name}.NotFoundError);
});`),
    spy: typescript(code`${imports(code`expect, test, vi`)}

test('replaces one call', async () => {
${client()}
  const spy = vi.spyOn(${owner}, ${stringLiteral(method)}).mockResolvedValue(${printValue(mocked.answer, { indent: 2, column: 70, file: empty, values: mocked.sample.plan.values })});

${call(code`await `, code`;`)}
  expect(spy).toHaveBeenCalledTimes(1);
});`),
  };
}

/** The shortest call that returns an object for which a sample exists. */
function simplest(sdk: TypescriptSdk): Mocked | undefined {
  const all = sdk.methods.flatMap((plan): readonly Mocked[] => {
    const { result } = plan;
    if (result.kind !== 'value' || result.unwrap.length > 0 || result.content.kind !== 'json') return [];
    const sample = planSample(sdk, plan, { extent: 'required' });
    const answer = sampleType(result.content.type, {
      shapes: sdk.plan.shapes,
      style: DEFAULT_STYLE,
      extent: 'required',
      name: 'value',
      direction: 'response',
      within: new Set(),
      budget: newBudget(),
      depth: 0,
    });
    return sample === undefined ||
      sample.usesFile ||
      answer?.kind !== 'object' ||
      answer.entries.length === 0 ||
      holdsFile(answer)
      ? []
      : [{ sample, answer }];
  });
  const sized = all.map((mocked) => ({
    call: mocked,
    rank: rankOf(mocked.sample),
    length: JSON.stringify([mocked.answer, mocked.sample.argument, mocked.sample.positional]).length,
  }));
  return sized.sort((a, b) => a.rank - b.rank || a.length - b.length)[0]?.call;
}

/** Most tests read a single item. */
const rankOf = ({ plan, positional }: SamplePlan): number =>
  plan.method.verb !== 'get' ? 2 : positional.length === 0 ? 1 : 0;
