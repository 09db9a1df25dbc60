/**
 * The same end-to-end checks in every runtime: plain JavaScript, no test framework, nothing of Node.
 *
 * @param {{ sdk: any, baseURL: string }} input the module of the built SDK, and the server to talk to
 * @returns {Promise<{ name: string, ok: boolean, message?: string }[]>}
 */
export async function runSuite({ sdk, baseURL }) {
  const { Smithery, NotFoundError, APIUserAbortError, APIConnectionTimeoutError, RateLimitError, isErrorOf, toFile } = sdk;
  const client = new Smithery({ apiKey: 'secret', baseURL, maxRetries: 2, logLevel: 'off', dangerouslyAllowBrowser: true });
  const results = [];
  const check = async (name, body) => {
    try {
      await body();
      results.push({ name, ok: true });
    } catch (error) {
      results.push({ name, ok: false, message: `${error?.name}: ${error?.message}\n${error?.stack ?? ''}`.slice(0, 2000) });
    }
  };

  await check('reads JSON', async () => {
    const server = await client.servers.get('acme/weather');
    equal(server.qualifiedName, 'acme/weather');
  });
  await check('encodes a path segment', async () => {
    const { response } = await client.servers.get('a b/ü?#').withResponse();
    equal(new URL(response.headers.get('x-seen-url'), baseURL).pathname, '/servers/a%20b%2F%C3%BC%3F%23');
  });
  await check('sends credentials and its name', async () => {
    const { response } = await client.servers.get('acme/weather').withResponse();
    equal(response.headers.get('x-seen-authorization'), 'Bearer secret');
  });
  await check('iterates over pages', async () => {
    const names = [];
    for await (const server of client.servers.list({ pageSize: 2 })) names.push(server.qualifiedName);
    equal(names.join(), 'one,two,three,four,five');
  });
  await check('gives one page with its fields', async () => {
    const page = await client.servers.list({ pageSize: 2 });
    equal(page.pagination.totalPages, 3);
    equal(page.hasNextPage(), true);
  });
  await check('types errors by status', async () => {
    const error = await failure(client.servers.get('missing'));
    equal(error instanceof NotFoundError, true);
    equal(isErrorOf(client.servers.get, error, 404), true);
    equal(error.error.error, 'Server not found');
  });
  await check('names the caller in the stack of an error', async () => {
    const callers = {
      async callerOfGet() {
        await client.servers.get('missing');
      },
      async callerOfResponse() {
        await client.servers.get('missing').withResponse();
      },
      async callerOfLoop() {
        for await (const _ of client.servers.list({ q: 'fails' }, { maxRetries: 0 })) break;
      },
    };
    for (const [name, call] of Object.entries(callers)) {
      const { stack } = await failure(call.call(callers));
      if (!stack.includes(name)) throw new Error(`${name} is not in: ${stack}`);
    }
  });
  await check('tries again after 503', async () => {
    const server = await client.servers.get('flaky');
    equal(server.qualifiedName, 'flaky');
  });
  await check('gives up after its retries', async () => {
    const error = await failure(client.servers.get('limited', { maxRetries: 1 }));
    equal(error instanceof RateLimitError, true);
  });
  await check('sends JSON', async () => {
    const key = await client.organizations.apiKeys.create('org', { name: 'ключ' });
    equal(key.name, 'ключ');
  });
  await check('uploads a form with a file', async () => {
    const file = await toFile(new TextEncoder().encode('export default 1'), 'module.js', { type: 'text/javascript' });
    const answer = await client.servers.releases.deploy('acme/weather', { payload: '{}', module: file });
    equal(answer.deploymentId, 'payload:{};module:module.js:16');
  });
  await check('downloads bytes', async () => {
    const response = await client.servers.download('acme/weather');
    equal(new Uint8Array(await response.arrayBuffer()).join(), '80,75,3,4,255');
  });
  await check('reads a stream of events', async () => {
    const stream = await client.servers.releases.stream('rel', { qualifiedName: 'acme/weather' });
    const events = [];
    for await (const event of stream) events.push(event);
    equal(events.join('|'), 'first|zwei ü|three\nlines');
  });
  await check('leaves a stream early', async () => {
    const stream = await client.servers.releases.stream('endless', { qualifiedName: 'acme/weather' });
    let count = 0;
    for await (const _ of stream) if (++count === 3) break;
    equal(count, 3);
  });
  await check('is aborted by its caller', async () => {
    const controller = new AbortController();
    const pending = failure(client.servers.get('slow', { signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);
    equal((await pending) instanceof APIUserAbortError, true);
  });
  await check('ends at its time limit', async () => {
    const error = await failure(client.servers.get('slow', { timeout: 30, maxRetries: 0 }));
    equal(error instanceof APIConnectionTimeoutError, true);
  });
  await check('resolves to nothing for 204', async () => {
    equal(await client.delete('/empty'), null);
  });
  await check('passes through middleware', async () => {
    const seen = [];
    const own = client.withOptions({}).use(async (request, next) => {
      request.init.headers.set('x-extra', 'yes');
      const response = await next(request);
      seen.push(response.status);
      return response;
    });
    const { response } = await own.servers.get('acme/weather').withResponse();
    equal(response.headers.get('x-seen-extra'), 'yes');
    equal(seen.join(), '200');
  });
  await check('rejects with what middleware throws, even if it is no error', async () => {
    const own = client.withOptions({ maxRetries: 0 }).use(async () => {
      throw 'stopped';
    });
    const thrown = await failure(own.servers.get('acme/weather'));
    equal(thrown === 'stopped' || thrown.cause === 'stopped', true);
  });
  return results;
}

async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it should have failed');
}

function equal(actual, expected) {
  if (!Object.is(actual, expected)) throw new Error(`expected ${JSON.stringify(expected)}, received ${JSON.stringify(actual)}`);
}
