/** The reason why the test of a call does not run against a mock server, independent of the language. */
import type { PlannedMethod } from '../plan/methods.ts';
import type { SampleCall } from '../plan/samples/call.ts';
import { isTextForObject, whyImpossible, whyUnsupported } from '../plan/samples/check.ts';
import type { Shapes } from '../plan/shapes.ts';

/** A mock server supports neither other hosts nor the content of streams. */
export function whyUntested(
  shapes: Shapes,
  planned: PlannedMethod,
  { sample, disabled }: { readonly sample: SampleCall; readonly disabled: boolean },
): string | undefined {
  const { method, request, result } = planned;
  const content = result.kind === 'value' ? result.content : undefined;
  return (
    method.skipTest ??
    whyImpossible(shapes, sample) ??
    whyUnsupported(shapes, planned, sample) ??
    (isTextForObject(shapes, content)
      ? 'the example of the response in the document is a text'
      : undefined) ??
    (disabled ? 'disabled in the config' : undefined) ??
    (request.server === undefined ? undefined : 'the operation has a different server') ??
    (result.kind === 'stream' ? 'the mock server does not support streams' : undefined)
  );
}
