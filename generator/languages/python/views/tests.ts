/**
 * Tests of the SDK: each method is called with its sample, synchronously and asynchronously, against a mock
 * server.
 */
import { sampleCall } from '../../../plan/samples/call.ts';
import { type Code, code, dottedName, filePath, identifier, stringLiteral } from '../code.ts';
import type { ResourceLayout } from '../layout.ts';
import type { PythonMethod } from '../methods/method.ts';
import { printCall } from '../samples/print.ts';
import type { SnippetContext } from '../samples/snippet.ts';
import { whyUntested } from '../../untested.ts';

export interface TestFileView {
  readonly file: Code;
  readonly className: Code;
  readonly hasDeprecated: boolean;
  readonly usesPytest: boolean;
  readonly cases: readonly TestCaseView[];
}

export interface TestCaseView {
  readonly name: Code;
  readonly isSkipped: boolean;
  /** In quotes. */
  readonly reason: Code;
  readonly isDeprecated: boolean;
  readonly raw: Code;
  readonly isValue: boolean;
  readonly isPage: boolean;
  readonly isBinary: boolean;
  readonly isStream: boolean;
}

export function testFiles(context: SnippetContext, disabled: boolean): readonly TestFileView[] {
  const { design: sdk } = context;
  const taken = new Set<string>();
  return [sdk.layout.root, ...sdk.layout.all].flatMap((resource) => {
    const cases = (sdk.methodsOf.get(resource) ?? []).flatMap((method) =>
      testCase(context, method, disabled),
    );
    if (cases.length === 0) return [];
    return [
      {
        file: fileOf(resource, taken),
        className: classOf(resource),
        hasDeprecated: cases.some((testCaseView) => testCaseView.isDeprecated),
        usesPytest: cases.some((testCaseView) => testCaseView.isDeprecated || testCaseView.isSkipped),
        cases,
      },
    ];
  });
}

function fileOf(resource: ResourceLayout, taken: Set<string>): Code {
  const wanted = resource.properties.join('_') || 'client';
  let stem = wanted;
  while (taken.has(stem.toLowerCase())) stem = `${stem}_`;
  taken.add(stem.toLowerCase());
  return filePath(`tests/api_resources/test_${stem.slice(0, 120)}.py`);
}

const classOf = ({ className }: ResourceLayout): Code => identifier(className.replace(/Resource$/, ''));

function testCase(
  { design: sdk }: SnippetContext,
  item: PythonMethod,
  disabled: boolean,
): readonly TestCaseView[] {
  const sample =
    sampleCall(sdk.plan, item.planned, { extent: 'all' }) ??
    sampleCall(sdk.plan, item.planned, { extent: 'required' });
  if (!sample) return [];
  const { method, result } = item;
  const reason = whyUntested(sdk.plan.shapes, item.planned, { sample, disabled });
  return [
    {
      name: identifier(item.layout.name),
      isSkipped: reason !== undefined,
      reason: stringLiteral(reason ?? ''),
      isDeprecated: method.deprecated !== undefined,
      raw: printCall(sample, item, {
        lead: code``,
        callee: dottedName(['client', ...item.resource.properties, 'with_raw_response', item.layout.name]),
        tail: code``,
        indent: 0,
        file: 'memory',
      }),
      isValue: result.kind === 'value',
      isPage: result.kind === 'page',
      isBinary: result.kind === 'binary',
      isStream: result.kind === 'stream',
    },
  ];
}
