/** Tests of the SDK: each method is called with its sample against a mock server. */
import { sampleCall } from '../../plan/samples/call.ts';
import { whyUntested } from '../untested.ts';
import { code, filePath, identifier, stringLiteral } from './code.ts';
import { importLines } from './imports.ts';
import { createScope } from './names.ts';
import type { ModuleInfo } from './package.ts';
import type { Snippets } from './samples/snippet.ts';
import type { GoSdk } from './sdk.ts';

export function testFiles(sdk: GoSdk, snippets: Snippets, info: ModuleInfo, disabled: boolean) {
  const scope = createScope(['TestMain']);
  return sdk.layout.all.flatMap((service) => {
    const cases = sdk.methods
      .filter((method) => method.service === service)
      .flatMap((method) => {
        const { planned } = method;
        const sample =
          sampleCall(sdk.plan, planned, { extent: 'all' }) ??
          sampleCall(sdk.plan, planned, { extent: 'required' });
        if (sample === undefined) return [];
        const reason = whyUntested(sdk.plan.shapes, planned, { sample, disabled });
        const isStream = method.result.kind === 'stream' && method.result.plain === undefined;
        const call = snippets.call(method, sample, isStream ? { ending: 'Streaming' } : {});
        return [
          {
            name: identifier(scope.free(`Test${service.prefix}${method.name}`)),
            isSkipped: reason !== undefined,
            reason: stringLiteral(reason ?? ''),
            body: isStream
              ? code`stream := ${call}\n\tcheck(t, stream.Err())\n\tcheck(t, stream.Close())`
              : method.result.kind === 'void'
                ? code`check(t, ${call})`
                : code`_, err := ${call}\n\tcheck(t, err)`,
          },
        ];
      });
    if (cases.length === 0) return [];
    const texts = [code`testing.T`, ...cases.map(({ body }) => body)];
    return [
      {
        file: filePath(`${service.file}_test.go`),
        imports: importLines(info.module, texts, [], info.name),
        cases,
      },
    ];
  });
}
