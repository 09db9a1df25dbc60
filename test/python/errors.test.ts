/** The overlay `errors-python`: a class for each kind of error, caught, copied and pickled. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';
import { mypy, pyright, succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';

const failure = (schema: string): string =>
  `{ description: "", content: { application/json: { schema: ${schema} } } }`;
const SPEC = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
paths:
  /orders:
    get:
      operationId: list
      tags: [orders]
      responses:
        "204": { description: "" }
        "402": ${failure('{ type: object }')}
        "404": ${failure('{ properties: { code: { enum: [gone, not_found, connection_error, None] } } }')}
        "409": ${failure(`{ properties: { error: { properties: { code: { enum: [taken, gone, 'x"""y', 'a\\b', "c*/'"] } } } } }`)}
        "422": ${failure('{ properties: { errors: { type: array, items: { properties: { code: { const: too_long } } } } } }')}
`;

const PROGRAM = `from __future__ import annotations

import copy
import json
import pickle
import asyncio

import httpx
import shop
from shop import Shop, APIStatusError, AsyncShop, ConflictError, NotFoundError, BadRequestError, errors

HOSTILE = ['x"""y', "a\\\\b", "c*/'"]


def caught(status: int, body: object) -> APIStatusError:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, json=body))
    client = Shop(http_client=httpx.Client(transport=transport), max_retries=0)
    try:
        client.orders.list()
    except APIStatusError as error:
        return error
    raise AssertionError


def names(error: APIStatusError) -> list[str]:
    return sorted(name for name in errors.__all__ if isinstance(error, getattr(errors, name)))


try:
    raise caught(409, {"error": {"code": "taken"}})
except errors.TakenError as error:
    print(type(error).__name__, type(error).__module__, isinstance(error, ConflictError), error.status_code)
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        print(type(other) is type(error), str(other) == str(error), other.body == error.body, other.status_code)

for status, body in (
    (404, {"code": "gone"}),
    (500, {"error": {"code": "gone"}}),
    (422, {"errors": [{"code": "other"}, {"code": "too_long"}]}),
    (402, {}),
    (402, {"code": "not_found"}),
    (404, "gone"),
    (404, None),
    (418, {"code": "connection_error"}),
    (404, {"code": "None"}),
    (404, [[{"code": ["gone"]}]]),
):
    failed = caught(status, body)
    print(status, json.dumps(body), names(failed), type(failed).__name__)
for code in HOSTILE:
    print(len(names(caught(409, {"error": {"code": code}}))))
print(type(caught(404, {})) is NotFoundError, type(caught(400, {})) is BadRequestError, type(caught(418, {})) is APIStatusError)
print(issubclass(errors.ConnectionCodeError, shop.APIConnectionError), shop.ShopError in errors.TakenError.__mro__)


async def later() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(409, json={"error": {"code": "taken"}}))
    async with AsyncShop(http_client=httpx.AsyncClient(transport=transport), max_retries=0) as client:
        try:
            await client.orders.list()
        except errors.TakenError as error:
            print(error.body)


asyncio.run(later())
`;

describe.skipIf(python === '')('errors-python', () => {
  let folder = '';
  beforeAll(async () => {
    const cache = join(projectRoot, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'python-errors-'));
    writeFileSync(join(folder, 'openapi.yml'), SPEC);
    writeFileSync(
      join(folder, 'sdkwright.yml'),
      'spec: openapi.yml\nout: .\ntargets: { python: { package_name: shop, templates: errors-python } }\n',
    );
    const terminal = quietTerminal(folder);
    const args = ['generate', '--target', 'python', '--strict', '--out', 'sdk'];
    const code = await createProgram(terminal, new AbortController().signal).run(args);
    expect([code, terminal.complained()]).toEqual([0, expect.not.stringContaining('error')]);
    writeFileSync(join(folder, 'sdk/program.py'), PROGRAM);
  });
  afterAll(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  test('pyright and mypy, strict', async () => {
    const sdk = join(folder, 'sdk');
    expect(await pyright(python, sdk, ['src', 'program.py'])).toEqual([]);
    expect(await mypy(python, sdk, ['program.py'])).toEqual([]);
  });

  test('each error is of all classes that fit it', async () => {
    const sdk = join(folder, 'sdk');
    const printed = await succeeds(python, ['program.py'], sdk, { PYTHONPATH: join(sdk, 'src') });
    expect(printed.trim().split('\n')).toEqual([
      'TakenError shop.errors True 409',
      ...Array.from({ length: 3 }, () => 'True True True 409'),
      `404 {"code": "gone"} ['GoneError'] GoneError`,
      `500 {"error": {"code": "gone"}} ['GoneError'] GoneError`,
      `422 {"errors": [{"code": "other"}, {"code": "too_long"}]} ['TooLongError'] TooLongError`,
      `402 {} ['PaymentRequiredError'] PaymentRequiredError`,
      `402 {"code": "not_found"} ['NotFoundCodeError', 'PaymentRequiredError'] NotFoundCodeError`,
      `404 "gone" [] NotFoundError`,
      '404 null [] NotFoundError',
      `418 {"code": "connection_error"} ['ConnectionCodeError'] ConnectionCodeError`,
      `404 {"code": "None"} ['NoneError'] NoneError`,
      '404 [[{"code": ["gone"]}]] [\'GoneError\'] GoneError',
      '1',
      '1',
      '1',
      'True True True',
      'False True',
      "{'error': {'code': 'taken'}}",
    ]);
  });
});
