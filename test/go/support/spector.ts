/** An expectation of the mock server as a call of the Go client, and whether it came out as it says. */
import type { GoMethod } from '../../../generator/languages/go/methods.ts';
import type { GoSdk as GoDesign } from '../../../generator/languages/go/sdk.ts';
import { bodyValue, wantedFor } from '../../spector/support/drive.ts';
import type { Expectation } from '../../spector/support/install.ts';
import { bytesOf, compare, eventsOf, jsonOf } from '../../spector/support/outcome.ts';
import type { GoPlay, GoPlayed } from './generate.ts';

export interface GoCall {
  readonly play: GoPlay;
  readonly method: GoMethod;
  /** Properties that the method does not have or that are missing: another version of the API is meant. */
  readonly strangers: number;
}

/** Undefined where no method has the verb and the path. */
export async function goCallFor(
  design: GoDesign,
  expectation: Expectation,
  url: string,
): Promise<GoCall | undefined> {
  const { api, plan, methods } = design;
  const wanted = wantedFor(
    { api, shapes: plan.shapes, methods, optionName: (key) => key, baseURL: '' },
    expectation,
    url,
  );
  if (!wanted) return undefined;
  const { plan: method, positional, argument, accept, options } = wanted;
  const { '': base, ...values } = options;
  const args = method.planned.arguments;
  const fields: Record<string, Record<string, unknown>> = {};
  const body = expectation.request?.body;
  const isForm = body?.kind === 'multipart' || /form-urlencoded/.test(body?.contentType ?? '');
  const properties = argument?.kind === 'properties' ? (argument.properties ?? {}) : {};
  const given = new Set(Object.keys(properties));
  const ofBody = args.body.kind === 'object' ? args.body.fields : [];
  let strangers = ofBody.filter(({ name, required }) => required && body && !given.has(name)).length;
  for (const [name, value] of Object.entries(properties)) {
    const field = args.fields.find((each) => each.name === name);
    if (!field && args.body.kind !== 'property') strangers++;
    const isBody = !field || !['path', 'query', 'header'].includes(field.group);
    if (isBody && !isForm) continue;
    (fields[isBody ? 'json' : field.group] ??= {})[field?.wireName ?? name] = await sent(value);
  }
  const isStream = method.result.kind === 'stream' && method.result.plain === undefined;
  return {
    method,
    strangers,
    play: {
      Path: method.service.fields,
      Method: `${method.name}${isStream ? 'Streaming' : ''}`,
      Args: await Promise.all(positional.map(sent)),
      Fields: fields,
      ...(body && !isForm && { Body: await sent(bodyValue(body)) }),
      Values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
      BaseURL: typeof base === 'string' ? base : '',
      IsRaw: isRaw(expectation, method),
      MaxRetries: 0,
      ...(accept !== undefined && { Headers: { Accept: accept } }),
    },
  };
}

/** Without JSON there is no value of the method's type, so the caller asks for the bytes. */
const isRaw = ({ response: { body } }: Expectation, method: GoMethod | undefined): boolean =>
  body !== undefined &&
  !/\bjson/.test(body.contentType) &&
  (method === undefined || (method.result.kind === 'value' && method.result.type.kind !== 'scalar'));

/** A value with its files as data. */
async function sent(value: unknown): Promise<unknown> {
  if (value instanceof File) {
    const content = Buffer.from(await value.arrayBuffer()).toString('base64');
    return { $file: { Name: value.name, Content: content, Type: value.type } };
  }
  if (Array.isArray(value)) return Promise.all(value.map(sent));
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).map(async ([name, each]) => [name, await sent(each)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Undefined: as expected. Else what is different, in a sentence. */
export function goOutcome(
  { status, value, error }: GoPlayed,
  expected: Expectation,
  { method, url }: { readonly method: GoMethod | undefined; readonly url: string },
): string | undefined {
  const { body, status: wanted } = expected.response;
  if (error) {
    if (error.status === undefined) return `failed with ${error.kind}: ${error.message}`;
    if (error.status !== wanted)
      return `answered ${error.status}: ${JSON.stringify(error.body)?.slice(0, 500)}`;
    return body === undefined ? undefined : compare(error.body, jsonOf(body, url));
  }
  if (status !== wanted) return `answered ${status}, not ${wanted}`;
  const kind = method?.result.kind;
  if (body === undefined || (body.text === undefined && body.bytes === undefined))
    return value == null || kind === 'binary'
      ? undefined
      : `a value where nothing came: ${JSON.stringify(value)}`;
  if (method === undefined || kind === 'binary' || isRaw(expected, method))
    return compare(value, { $bytes: bytesOf(body, url).toString('base64') });
  if (kind === 'stream') return compare(value, eventsOf(bytesOf(body, url).toString(), body.contentType));
  return compare(value, jsonOf(body, url));
}
