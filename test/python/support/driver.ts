/** An expectation of the mock server as a call of the Python client, and whether it came out as it says. */
import type { PythonMethod } from '../../../generator/languages/python/methods/method.ts';
import { optionName } from '../../../generator/languages/python/layout.ts';
import type { PythonSdk } from '../../../generator/languages/python/sdk.ts';
import type { SampleCall } from '../../../generator/plan/samples/call.ts';
import type { SampleValue } from '../../../generator/plan/samples/value.ts';
import { wantedFor } from '../../spector/support/drive.ts';
import type { Expectation } from '../../spector/support/install.ts';
import { bytesOf, compare, eventsOf, jsonOf } from '../../spector/support/outcome.ts';
import type { Play, Played } from './player.ts';
import { type Data, pythonCall, pythonValue } from './values.ts';

export type DrivenCall = Pick<Play, 'path' | 'args' | 'kwargs' | 'options'> & {
  readonly kind: PythonMethod['result']['kind'] | undefined;
  /** Arguments that the method does not have, and those that it misses: another version is meant. */
  readonly strangers: number;
};

/** Undefined where no method has the verb and the path. */
export async function pythonCallFor(
  design: PythonSdk,
  expectation: Expectation,
  url: string,
): Promise<DrivenCall | undefined> {
  const wanted = wantedFor(
    {
      api: design.api,
      shapes: design.plan.shapes,
      methods: design.methods,
      optionName: (key) => optionName(design.names, key),
      baseURL: 'base_url',
    },
    expectation,
    url,
  );
  if (!wanted) return undefined;
  const { plan, positional, argument, accept, options } = wanted;
  const files = new Map<SampleValue, Data>();
  const value = argument?.kind === 'raw' ? argument.body : argument?.properties;
  const sample: SampleCall = {
    planned: plan.planned,
    positional: await Promise.all(positional.map((one) => sampleOf(one, files))),
    argument: value === undefined ? undefined : await sampleOf(value, files),
    shows: { kind: 'nothing' },
    usesFile: files.size > 0,
  };
  const call = pythonCall(sample, plan, (file) => files.get(file) ?? null);
  const { keywords, variants } = plan.arguments;
  const all = [...keywords, ...variants.flatMap((one) => one.keywords)];
  const unknown = Object.fromEntries(
    (sample.argument?.kind === 'object' && argument?.kind === 'properties' ? sample.argument.entries : [])
      .filter(({ name }) => !all.some((one) => one.field === name || one.wireName === name))
      .map(({ name, value: one }) => [name, pythonValue(one, undefined, (file) => files.get(file) ?? null)]),
  );
  const missing = keywords.filter((one) => one.required && !(one.name in call.kwargs));
  // Some expectations say nothing of a body that the document requires; the server does not look at it.
  const empty = missing.filter((one) => one.group === 'body' && one.wireName === 'body');
  return {
    ...call,
    kwargs: {
      ...call.kwargs,
      ...Object.fromEntries(empty.map((one) => [one.name, {}])),
      // What the document does not name is not among the arguments.
      ...(Object.keys(unknown).length === 0 ? {} : { extra_body: unknown }),
      ...(accept === undefined ? {} : { extra_headers: { accept } }),
    },
    options: options as Readonly<Record<string, Data>>,
    kind: plan.result.kind,
    strangers: Object.keys(unknown).length + missing.length - empty.length,
  };
}

/** A value of JSON with files in it; what they hold is put aside. */
async function sampleOf(value: unknown, files: Map<SampleValue, Data>): Promise<SampleValue> {
  if (value instanceof File) {
    const file: SampleValue = { kind: 'file' };
    const content = Buffer.from(await value.arrayBuffer()).toString('base64');
    files.set(file, { $file: { name: value.name, content, type: value.type } });
    return file;
  }
  if (Array.isArray(value))
    return { kind: 'array', items: await Promise.all(value.map((item) => sampleOf(item, files))) };
  if (typeof value === 'object' && value !== null)
    return {
      kind: 'object',
      entries: await Promise.all(
        Object.entries(value).map(async ([name, item]) => ({ name, value: await sampleOf(item, files) })),
      ),
    };
  return { kind: 'literal', value: (value ?? null) as string | number | boolean | null };
}

/** Points in time, however many digits they have. */
const sameTime = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_key, one: unknown) =>
      typeof one === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(one)
        ? new Date(one).toISOString()
        : one,
    ),
  );

const same = (got: unknown, expected: unknown): string | undefined =>
  compare(sameTime(got), sameTime(expected));

/** Undefined: as expected. Else what is different, in a sentence. */
export function pythonOutcome(
  played: Played,
  expected: Expectation,
  { kind, url }: { readonly kind: DrivenCall['kind']; readonly url: string },
): string | undefined {
  const { status, body } = expected.response;
  if (played.error) {
    const { error } = played;
    if (error.status === undefined) return `raised ${error.kind}: ${error.message}`;
    if (error.status !== status)
      return `answered ${error.status}: ${JSON.stringify(error.body)?.slice(0, 500)}`;
    return body === undefined ? undefined : compare(error.body, jsonOf(body, url));
  }
  if (played.status !== status) return `answered ${played.status}, not ${status}`;
  const { value } = played;
  if (kind === 'binary')
    return body === undefined ? undefined : compare(value, { $bytes: bytesOf(body, url).toString('base64') });
  if (kind === 'stream' && Array.isArray(value))
    return same(value, eventsOf(bytesOf(body, url).toString(), body?.contentType ?? ''));
  if (kind === 'void' && body === undefined)
    return value == null ? undefined : `a value of a method that gives none: ${JSON.stringify(value)}`;
  if (body === undefined || (body.text === undefined && body.bytes === undefined))
    return value == null ? undefined : `a value where nothing came: ${JSON.stringify(value)}`;
  return same(value, jsonOf(body, url));
}
