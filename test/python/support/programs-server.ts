/** The APIs of Smithery and of the bookshop, as far as the programs of `test/python/programs` go. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';

export interface ProgramsServer {
  readonly port: number;
  /** Requests that nothing here answers. */
  readonly unknown: readonly string[];
  readonly stop: () => Promise<void>;
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: Buffer;
}

const WEATHER = {
  displayName: 'Weather',
  qualifiedName: 'acme/weather',
  description: 'Sun',
  iconUrl: null,
  remote: true,
  connections: [],
  stars: 7,
};
const SUMMARIES = ['weather', 'storm', 'snow'].map((name, at) => ({
  id: `s${at + 1}`,
  qualifiedName: `acme/${name}`,
}));

/** Each program has one of its own, as some answers depend on those before. */
export async function programsServer(): Promise<ProgramsServer> {
  const unknown: string[] = [];
  const seen = new Map<string, number>();
  const times = (key: string): number => {
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key) ?? 0;
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
      const call = { request, response, url, body: Buffer.concat(pieces) };
      const answer = ANSWERS.find(([key]) => key === `${request.method} ${url.pathname}`)?.[1];
      if (answer) return answer(call, times);
      unknown.push(`${request.method} ${request.headers.host} ${request.url}`);
      json(call, { error: 'No such server' }, 404);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    unknown,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

type Answer = (call: Call, times: (key: string) => number) => void;

const json = ({ response }: Call, body: object, status = 200, headers: object = {}): void => {
  const id = status === 404 ? 'req_404' : 'req_1';
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-request-id': id, ...headers })
    .end(JSON.stringify(body));
};

const ANSWERS: readonly (readonly [key: string, answer: Answer])[] = [
  ['GET /servers/acme%2Fweather', (call) => json(call, WEATHER)],
  ['GET /servers/acme%2Fnothing', (call) => json(call, { error: 'No such server' }, 404)],
  ['GET /servers/acme%2Fbroken', (call) => json(call, { error: 'On fire' }, 500)],
  // Nobody answers; the program has a limit of its own.
  ['GET /servers/acme%2Fslow', () => undefined],
  [
    'GET /servers/acme%2Fbusy',
    (call, times) =>
      times('busy') === 2 ? json(call, WEATHER) : json(call, { error: 'Wait' }, 429, { 'retry-after': '0' }),
  ],
  [
    'PATCH /servers/acme%2Fweather',
    (call) => {
      const sent: unknown = JSON.parse(call.body.toString());
      const isMeant = JSON.stringify(sent) === '{"description":"Sun and rain","homepage":null}';
      json(call, isMeant ? { success: true } : { error: call.body.toString() }, isMeant ? 200 : 400);
    },
  ],
  [
    'GET /servers',
    (call) => {
      const page = Number(call.url.searchParams.get('page') ?? '1');
      const servers = SUMMARIES.slice((page - 1) * 2, page * 2);
      json(call, { servers, pagination: { currentPage: page, pageSize: 2, totalPages: 2, totalCount: 3 } });
    },
  ],
  [
    'GET /servers/acme%2Fweather/releases/latest/stream',
    ({ response }) => {
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end('data: cloning\n\ndata: built\n\ndata: live\n\n');
    },
  ],
  [
    'GET /servers/acme%2Fweather/download',
    ({ response }) => response.writeHead(200, { 'content-type': 'application/zip' }).end('bundle'),
  ],
  [
    'PUT /skills/acme/rain/upload',
    (call) => {
      const [, head = '', content = ''] =
        /\r\n([^]*?)\r\n\r\n([^]*?)\r\n--/.exec(call.body.toString('latin1')) ?? [];
      const name = /filename="([^"]*)"/.exec(head)?.[1] ?? '';
      const type = /content-type: (.*)/i.exec(head)?.[1]?.trim();
      json(call, { id: `${name} ${content.length}${name === 'three.zip' ? ` ${type ?? ''}` : ''}` });
    },
  ],
  ['GET /echo', (call) => json(call, call.request.headers)],
  [
    'POST /token',
    (call, times) =>
      json(call, { access_token: `token-${times('token')}`, token_type: 'Bearer', expires_in: 3600 }),
  ],
  [
    'GET /v2/books',
    (call) => {
      const title = `Asked with ${call.request.headers.authorization?.replace('Bearer ', '') ?? 'nothing'}`;
      json(call, { data: [{ id: 'bok_1', title }], page: 1, total_pages: 1 });
    },
  ],
  ['GET /v2/stores/paris/stock/9780141439518', (call) => json(call, { copies: 3 })],
];
