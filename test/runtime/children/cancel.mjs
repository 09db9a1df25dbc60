// Aborts a call at every stage of its life. Run with --unhandled-rejections=strict: a forgotten rejection ends the process.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const load = (name) => import(pathToFileURL(join(process.argv[2], name)).href);
const { BaseClient } = await load('internal/base-client.js');
const { clientCredentials } = await load('internal/auth-oauth2.js');
const { AbstractCursorPage } = await load('pagination.js');
const { eventStream, jsonLines } = await load('streaming.js');
const { multipartFormRequestOptions } = await load('internal/multipart.js');

class Client extends BaseClient {
  schemes = {};
  authSchemes() {
    return this.schemes;
  }
}
class Page extends AbstractCursorPage {
  static scheme = { items: ['data'], cursor: 'c', next: ['next'] };
}

let count = 0;
const server = createServer((request, response) => {
  request.on('error', () => {});
  request.resume();
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/hang' || pathname === '/token') return;
  if (pathname === '/busy') return void response.writeHead(503, { 'retry-after': '30' }).end('busy');
  if (pathname === '/page') {
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":[1],"next":"${count++}"}`);
  }
  if (pathname === '/bad') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{');
  if (pathname === '/reset') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '50' });
    response.write('{');
    return void setTimeout(() => request.socket.destroy(), 10);
  }
  response.writeHead(pathname === '/error' ? 404 : 200, { 'content-type': pathname === '/events' ? 'text/event-stream' : 'application/json' });
  const timer = setInterval(() => response.write(pathname === '/events' ? 'data: 1\n\n' : '1\n'), 5);
  response.on('close', () => clearInterval(timer));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const baseURL = `http://127.0.0.1:${server.address().port}`;
const client = new Client({ logLevel: 'off' }, { baseURL, maxRetries: 2 });
const oauth = new Client({ logLevel: 'off' }, { baseURL });
oauth.schemes = { oauth: clientCredentials({ tokenURL: `${baseURL}/token`, clientID: 'a', clientSecret: 'b' }) };

const slowBody = async function* () {
  for (;;) {
    yield new Uint8Array(1000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const stages = {
  before: (signal) => client.get('/hang', { signal }),
  connect: (signal) => client.get('/hang', { signal }),
  body: (signal) => client.get('/drip', { signal }),
  'body of an error': (signal) => client.get('/error', { signal }),
  wait: (signal) => client.get('/busy', { signal }),
  upload: (signal) => client.post('/hang', multipartFormRequestOptions({ body: { f: Object.assign(slowBody(), { path: 'x' }) }, signal })),
  token: (signal) => oauth.get('/hang', { signal }),
  pages: async (signal) => {
    for await (const _item of client.getAPIList('/page', Page, { signal })) await new Promise((resolve) => setTimeout(resolve, 2));
  },
  events: async (signal) => {
    for await (const _event of await client.get('/events', { signal, stream: eventStream })) ;
  },
  lines: async (signal) => {
    for await (const _line of await client.get('/drip', { signal, stream: jsonLines })) ;
  },
  response: async (signal) => (await client.get('/drip', { signal }).asResponse()).text(),
};

for (const [name, run] of Object.entries(stages)) {
  for (const delay of name === 'before' ? [undefined] : [0, 1, 10, 40]) {
    const controller = new AbortController();
    if (delay === undefined) controller.abort();
    else setTimeout(() => controller.abort(), delay);
    const started = Date.now();
    const result = await run(controller.signal).then(() => 'ended', (error) => error.name);
    const took = Date.now() - started;
    if (took > 1000) throw new Error(`${name} took ${took} ms to stop`);
    if (!['APIUserAbortError', 'AbortError', ...(/events|lines/.test(name) ? ['ended'] : [])].includes(result)) {
      throw new Error(`${name} after ${delay} ms: ${result}`);
    }
  }
}

// Calls that nobody looks at.
for (const path of ['/bad', '/error', '/reset']) void client.get(path, { timeout: 50, maxRetries: 0 });
for (const path of ['/bad', '/reset']) void client.getAPIList(path, Page, { maxRetries: 0 });
const late = client.get('/bad');
await new Promise((resolve) => setTimeout(resolve, 200));
await late.then(() => { throw new Error('no'); }, (error) => { if (error.name !== 'APIParseError') throw error; });
await new Promise((resolve) => setTimeout(resolve, 100));
server.closeAllConnections();
server.close();
console.log('clean');
