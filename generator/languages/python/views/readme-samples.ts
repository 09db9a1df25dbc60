/** Parts of programs with which the README explains a feature; `client` is already defined. */
import type { SampleCall } from '../../../plan/samples/call.ts';
import { fenced } from '../../../text/markdown.ts';
import { type Code, code, dottedName, empty, identifier, stringLiteral } from '../code.ts';
import type { PythonMethod } from '../methods/method.ts';
import { printCall } from '../samples/print.ts';
import { calleeOf } from '../samples/snippet.ts';
import type { PythonSdk } from '../sdk.ts';
import type { Declaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import { errorOf } from './docs.ts';

export interface SampleUse {
  readonly method: PythonMethod;
  readonly sample: SampleCall;
}

export const python = (text: Code): Code => fenced(text, code`python`);

/** The call between `lead` and `tail`; `through` lists client attributes in between. */
function call(
  { method, sample }: SampleUse,
  more: { readonly lead?: Code; readonly tail?: Code; readonly indent?: number; readonly callee?: Code } = {},
): Code {
  const { lead = empty, tail = empty, indent = 0, callee = calleeOf(method) } = more;
  return printCall(sample, method, { lead, callee, tail, indent, file: 'disk' });
}

/** For example `client.servers.with_raw_response.retrieve`. */
const through = ({ method: { resource, layout } }: SampleUse, view: string): Code =>
  dottedName(['client', ...resource.properties, view, layout.name]);

export const rawResponse = (use: SampleUse): Code =>
  python(
    code`${call(use, { lead: code`response = `, callee: through(use, 'with_raw_response') })}

print(response.status_code, response.headers.get("x-request-id"))
print(response.parse())`,
  );

export const streamedResponse = (use: SampleUse): Code =>
  python(
    code`${call(use, { lead: code`with `, callee: through(use, 'with_streaming_response'), tail: code` as response:` })}
    for line in response.iter_lines():
        print(line)`,
  );

export const download = (use: SampleUse): Code =>
  python(
    code`${call(use, { lead: code`response = ` })}
response.write_to_file("download")

# Write a large file in chunks
${call(use, { lead: code`with `, callee: through(use, 'with_streaming_response'), tail: code` as streamed:` })}
    streamed.stream_to_file("download")`,
  );

export function limits(use: SampleUse | undefined, className: Code): Code {
  const whole = code`import httpx

# The client
client = ${className}(timeout=20.0, max_retries=0)`;
  if (!use) return python(whole);
  const { resource, layout } = use.method;
  const method = dottedName([...resource.properties, layout.name]);
  return python(
    code`${whole}

# Some calls, with the connections of the client
patient = client.with_options(timeout=httpx.Timeout(60.0, connect=5.0), max_retries=5)
${call(use, { callee: code`patient.${method}` })}`,
  );
}

/** An optional field of the model that the call returns. */
export function absence(use: SampleUse | undefined): Code {
  const { result } = use?.method ?? {};
  const body = result?.kind === 'value' ? modelOf(result.type)?.body : undefined;
  const field =
    body?.kind === 'model'
      ? body.members.find((member) => !member.required || expr.isOptional(member.type))
      : undefined;
  if (!use || !field) return empty;
  return python(
    code`${call(use, { lead: code`result = ` })}

if result.${identifier(field.name)} is None:
    if ${stringLiteral(field.name)} in result.model_fields_set:
        print("It was null.")
    else:
        print("It was not there.")`,
  );
}

/** An error of the call, narrowed to the documented body. */
export function errors(use: SampleUse | undefined, module: Code): Code {
  const found = use?.method.errors
    .flatMap(({ status, type }) => {
      const model = modelOf(type);
      return model && isOwn(status) ? [{ status, model }] : [];
    })
    .reduce<{ readonly status: string; readonly model: Declaration } | undefined>(
      (best, item) => (best === undefined || item.status === '404' ? item : best),
      undefined,
    );
  const attempt = use ? call(use, { indent: 4 }) : code`    client.get("/", cast_to=object)`;
  const name = found && errorOf(found.status);
  const from = found && found.model.module.split('.').slice(0, -1);
  return python(
    code`import ${module}
${from ? code`from ${module}.${dottedName(from)} import ${identifier(found.model.name)}\n` : empty}
try:
${attempt}
except ${module}.${identifier(name ?? 'NotFoundError')} as error:
    print(error.status_code, error.body, error.request_id)
${found ? code`    if isinstance(error.data, ${identifier(found.model.name)}):\n        print(error.data.to_dict())\n` : empty}except ${module}.APIStatusError as error:
    print(error.status_code, error.response.headers)
except ${module}.APIConnectionError as error:
    print("The server was not reached:", error.__cause__)`,
  );
}

/** The handler that a web framework calls for a webhook. */
export function webhooks({ layout, unwraps }: PythonSdk, module: Code): Code {
  const found = unwraps.find((unwrap) => unwrap.signing.kind !== 'none');
  if (!found) return empty;
  const attributes = layout.byPath.get(found.resource.join('.'))?.properties ?? [];
  const callee = dottedName(['client', ...attributes, found.name]);
  const key = found.signing.kind === 'option' ? empty : code`, key="whsec_…"`;
  return python(
    code`from typing import Mapping

import ${module}


def receive(body: bytes, headers: Mapping[str, str]) -> int:
    try:
        event = ${callee}(body, headers=headers${key})
    except ${module}.APIWebhookValidationError:
        return 400
    print(event)
    return 204`,
  );
}

/** Whether a client error has its own class. */
const isOwn = (status: string): boolean => /^4\d\d$/.test(status) && errorOf(status) !== 'APIStatusError';

/** A class that is exported under its own name: the main type of its file. */
const modelOf = (type: expr.TypeExpression): Declaration | undefined =>
  type.kind === 'declaration' && type.declaration.body.kind === 'model' ? type.declaration : undefined;
