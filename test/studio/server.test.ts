/** The studio's server: who may ask, what becomes of the config, and what attacks come to. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Studio, folderOf, smithery, startStudio } from './support/studio.ts';

let folder: string;
let studio: Studio;
beforeAll(async () => {
  folder = folderOf(smithery());
  studio = await startStudio(folder);
});
afterAll(() => studio?.stop());

const config = (at = folder): string => readFileSync(join(at, 'sdkwright.yml'), 'utf8');
const rename = (method: string, key: string): object => ({
  action: { kind: 'rename', method, key },
  label: `rename ${method}`,
});

type Attack = readonly [
  name: string,
  status: number,
  path: string,
  headers: () => Record<string, string>,
  body?: string,
];

describe('who may ask', () => {
  const json = { 'content-type': 'application/json' };
  const own = (): string => `http://127.0.0.1:${studio.port}`;
  const attacks: readonly Attack[] = [
    ['no token', 401, '/api/state', () => ({ cookie: '' })],
    ['no token for the page itself', 401, '/', () => ({ cookie: '' })],
    ['no token for the script', 401, '/studio.js', () => ({ cookie: '' })],
    ['a wrong token', 401, '/api/state', () => ({ cookie: `sdkwright-studio-${studio.port}=x` })],
    ['a wrong token in the address', 401, '/?token=x', () => ({ cookie: '' })],
    ['the token in another address', 401, `/api/state?token=TOKEN`, () => ({ cookie: '' })],
    ['another host', 421, '/api/state', () => ({ host: 'evil.example' })],
    ['another host with the token', 421, '/?token=TOKEN', () => ({ host: 'evil.example' })],
    ['the port of another server', 421, '/api/state', () => ({ host: '127.0.0.1:1' })],
    ['another origin', 403, '/api/state', () => ({ origin: 'http://evil.example' })],
    ['another port as origin', 403, '/api/state', () => ({ origin: 'http://127.0.0.1:1' })],
    ['a frame or script of another site', 403, '/studio.js', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['a form of another site', 403, '/api/undo', () => ({ ...json, origin: 'http://evil.example' }), '{}'],
    ['a change without an origin', 403, '/api/undo', () => ({ ...json }), '{}'],
    [
      'a form without a preflight',
      415,
      '/api/undo',
      () => ({ 'content-type': 'text/plain', origin: own() }),
      '{}',
    ],
    ['no JSON', 400, '/api/undo', () => ({ ...json, origin: own() }), '{'],
    ['a list', 400, '/api/undo', () => ({ ...json, origin: own() }), '[]'],
    ['a change by GET', 404, '/api/undo', () => ({})],
    ['a path outside', 404, '/../../../../etc/passwd', () => ({})],
    ['a path outside, encoded', 404, '/%2e%2e/%2e%2e/package.json', () => ({})],
    ['a name of every object', 404, '/constructor', () => ({})],
  ];

  test.each(attacks.map((attack) => [attack[0], attack] as const))('%s', async (_name, attack) => {
    const [, status, path, headers, body] = attack;
    const before = config();
    const token = studio.cookie.split('=')[1] ?? '';
    const answer = await studio.ask(path.replace('TOKEN', token), {
      headers: headers(),
      ...(body !== undefined && { method: 'POST', body }),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.text).not.toContain(token);
    expect(config()).toBe(before);
  });

  test('the token leaves the address at once, and no answer holds it', async () => {
    const { pathname, search } = new URL(studio.url);
    const first = await studio.ask(`${pathname}${search}`, { headers: { cookie: '' } });
    expect([first.status, first.headers['location']]).toEqual([303, '/']);
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    for (const path of ['/', '/studio.js', '/studio.css', '/api/state', '/api/config']) {
      const answer = await studio.ask(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.text).not.toContain(studio.cookie.split('=')[1]);
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(String(answer.headers['content-security-policy'])).toMatch(
        /default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'/,
      );
    }
  });

  test('no other machine can connect', async () => {
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address),
    );
    for (const host of others) {
      const failed = await new Promise((done) => {
        const socket = connect({ host, port: studio.port }, () => (socket.destroy(), done(false)));
        socket.on('error', () => done(true));
      });
      expect([host, failed]).toEqual([host, true]);
    }
  });

  test('what is no action changes nothing', async () => {
    const before = config();
    for (const action of [
      null,
      'rename',
      { kind: 'constructor' },
      { kind: 'rename', method: 'servers.list', key: 1 },
      { kind: 'changes', changes: [{ kind: 'set', path: [], value: 1 }] },
      { kind: 'changes', changes: [{ kind: 'set', path: ['a', 1], value: 1 }] },
      { kind: 'changes', changes: 'all' },
      { kind: 'move', methods: [{}], resource: [] },
      { kind: 'method-key', methods: ['servers.list'], key: '__proto__', value: 1 },
    ])
      expect([action, (await studio.post('/api/action', { action })).status]).toEqual([action, 400]);
    expect(config()).toBe(before);
  });

  test('the config cannot lead out of the project', async () => {
    const at = folderOf({ ...smithery(), '.git/HEAD': 'ref: refs/heads/main\n' });
    const other = await startStudio(at);
    try {
      const set = (path: readonly string[], value: string): Promise<{ readonly json: any }> =>
        other.post('/api/action', {
          action: { kind: 'changes', changes: [{ kind: 'set', path, value }] },
          label: '',
        });
      const spec = await set(['spec'], '../../../../../etc/passwd');
      expect(spec.json.state.isStale).toBe(true);
      expect(JSON.stringify(spec.json)).not.toContain('root:');
      await other.post('/api/undo', {});
      await set(['out'], '../outside');
      await other.post('/api/generate', {});
      const events = await other.ask('/api/state');
      expect(events.json.config.exists).toBe(true);
      await new Promise((done) => setTimeout(done, 3000));
      expect(existsSync(join(at, '../outside'))).toBe(false);
    } finally {
      other.stop();
    }
  });
});

describe('changes', () => {
  test('pages that change at once lose nothing, and undo leads back to every byte', async () => {
    const before = config();
    const state = (await studio.ask('/api/state')).json;
    const methods: { id: string; name: string }[] = [];
    const walk = (resource: any): void => {
      methods.push(...resource.methods);
      resource.children.forEach(walk);
    };
    walk(state.root);
    const chosen = methods.slice(0, 12);
    const answers = await Promise.all(
      chosen.map(({ id }, at) => studio.post('/api/action', rename(id, `name_${at}`))),
    );
    expect(answers.map(({ status }) => status)).toEqual(chosen.map(() => 200));
    for (const [at] of chosen.entries()) expect(config()).toContain(`name_${at}:`);
    for (const _ of chosen) expect((await studio.post('/api/undo', {})).status).toBe(200);
    expect(config()).toBe(before);
    expect((await studio.post('/api/undo', {})).json).toMatchObject({ ok: false });
    for (const _ of chosen) await studio.post('/api/redo', {});
    for (const [at] of chosen.entries()) expect(config()).toContain(`name_${at}:`);
    for (const _ of chosen) await studio.post('/api/undo', {});
    expect(config()).toBe(before);
  });

  test('edits from outside are taken up, merged where they do not touch, and never overwritten', async () => {
    const before = config();
    const began = (await studio.ask('/api/config')).json;
    writeFileSync(join(folder, 'sdkwright.yml'), before.replace('license: Apache-2.0', 'license: MIT'));
    const typed = await studio.post('/api/text', {
      text: began.text.replace('name: smithery\n', 'name: smithery-api\n'),
      base: began.hash,
    });
    expect(typed.status).toBe(200);
    expect(config()).toBe(
      before
        .replace('license: Apache-2.0', 'license: MIT')
        .replace('name: smithery\n', 'name: smithery-api\n'),
    );
    const clash = await studio.post('/api/text', {
      text: began.text.replace('license: Apache-2.0', 'license: ISC'),
      base: began.hash,
    });
    expect([clash.status, clash.json.conflict]).toEqual([409, true]);
    expect(config()).toContain('license: MIT');
    // A click goes into the text as it is now.
    writeFileSync(
      join(folder, 'sdkwright.yml'),
      config().replace('default_env_prefix: SMITHERY', 'default_env_prefix: S'),
    );
    expect((await studio.post('/api/action', rename('connect.call', 'x'))).json.reason).toMatch(
      /no method connect.call/,
    );
    expect((await studio.post('/api/action', rename('connect.list', 'all'))).status).toBe(200);
    expect(config()).toMatch(/default_env_prefix: S\n[^]*all: get \/connect\/\{namespace\}\n/);
    // Undo of one change leaves what others wrote since.
    writeFileSync(join(folder, 'sdkwright.yml'), config().replace('license: MIT', 'license: BSD-3-Clause'));
    expect((await studio.post('/api/undo', {})).status).toBe(200);
    expect(config()).toMatch(/license: BSD-3-Clause/);
    expect(config()).toMatch(/list: get \/connect\/\{namespace\}\n/);
    writeFileSync(join(folder, 'sdkwright.yml'), before);
    await studio.post('/api/action', rename('connect.list', 'list'));
  });

  test('text that is typed over an edit from outside is written', async () => {
    const before = config();
    writeFileSync(join(folder, 'sdkwright.yml'), `# outside\n${before}`);
    await expect
      .poll(async () => (await studio.ask('/api/config')).json.text, { timeout: 5000 })
      .toContain('# outside');
    const seen = (await studio.ask('/api/config')).json;
    const text = seen.text.replace('# outside\n', '# outside\n# inside\n');
    expect((await studio.post('/api/text', { text, base: seen.hash })).status).toBe(200);
    expect(config()).toBe(`# outside\n# inside\n${before}`);
    writeFileSync(join(folder, 'sdkwright.yml'), before);
    await studio.post('/api/undo', {});
    writeFileSync(join(folder, 'sdkwright.yml'), before);
  });

  test('a text that is no YAML is not written, and its line is told', async () => {
    const before = config();
    const began = (await studio.ask('/api/config')).json;
    const answer = await studio.post('/api/text', {
      text: `${began.text}\nresources: [\n`,
      base: began.hash,
    });
    expect(answer.status).toBe(422);
    expect(answer.json.line).toBeGreaterThan(100);
    expect(config()).toBe(before);
    expect((await studio.post('/api/text', { text: 'a: 1\n', base: 'other' })).status).toBe(409);
    expect(config()).toBe(before);
  });

  test('a server that is killed while it saves leaves a whole file', async () => {
    const files = smithery();
    for (const wait of [0, 3, 9]) {
      const at = folderOf(files);
      const killed = await startStudio(at);
      const texts = new Set([config(at)]);
      const asked = ['a', 'b', 'c', 'd'].map((key) =>
        killed.post('/api/action', rename('get /servers', key)).catch(() => undefined),
      );
      if (wait > 0) await asked[0];
      await new Promise((done) => setTimeout(done, wait));
      killed.stop();
      await Promise.all(asked);
      const line = (key: string): string =>
        config(at).includes(`      ${key}: get /servers\n`)
          ? config(at).replace(/      [abcd]: get \/servers\n/, '')
          : '';
      const left = config(at);
      const isWhole =
        texts.has(left) ||
        ['a', 'b', 'c', 'd'].some(
          (key) => line(key) !== '' && left.endsWith(files['sdkwright.yml']?.slice(-200) ?? '-'),
        );
      expect([wait, isWhole]).toEqual([wait, true]);
      expect(readdirSync(at).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });
});

/** What happens to the files while the page is open. */
interface Accident {
  readonly happens: (at: string) => void;
  /** An error that the page shows; absent: the state stays valid. */
  readonly shown?: RegExp;
  /** Why a click is refused; absent: it is written. */
  readonly refused?: RegExp;
  /** Makes it good again, after which the state is valid and clicks are written. */
  readonly mended?: (at: string) => void;
}

const put = (name: string, text: string | Buffer) => (at: string) => writeFileSync(join(at, name), text);
const restore = (name: string) => (at: string) => {
  rmSync(join(at, name), { recursive: true, force: true });
  writeFileSync(join(at, name), smithery()[name] ?? '');
};
const linked = (to: string) => (at: string) => {
  renameSync(join(at, 'sdkwright.yml'), join(at, 'real.yml'));
  symlinkSync(to, join(at, 'sdkwright.yml'));
};

const ACCIDENTS: Readonly<Record<string, Accident>> = {
  'the config is no YAML': {
    happens: put('sdkwright.yml', 'resources: [\n'),
    shown: /not YAML/,
    refused: /not YAML that can be read/,
    mended: restore('sdkwright.yml'),
  },
  'the config has an error': {
    happens: (at) => writeFileSync(join(at, 'sdkwright.yml'), `${config(at)}\nstreaming: 5\n`),
    shown: /streaming must be an object/,
  },
  'the config is not UTF-8': {
    happens: put('sdkwright.yml', Buffer.from([0xff, 0xfe, 0x41, 0])),
    shown: /not UTF-8|not a config/,
    refused: /cannot be read as text/,
    mended: restore('sdkwright.yml'),
  },
  'the config becomes a folder': {
    happens: (at) => {
      rmSync(join(at, 'sdkwright.yml'));
      mkdirSync(join(at, 'sdkwright.yml'));
    },
    shown: /sdkwright\.yml/,
    refused: /cannot be read as text/,
    mended: restore('sdkwright.yml'),
  },
  'the config is deleted': {
    happens: (at) => rmSync(join(at, 'sdkwright.yml')),
    shown: /No OpenAPI document was given/,
    refused: /sdkwright\.yml is gone/,
    mended: restore('sdkwright.yml'),
  },
  'the config becomes a link': {
    happens: linked('real.yml'),
    refused: /is a symbolic link/,
    mended: restore('sdkwright.yml'),
  },
  'the config becomes a link out of the project': {
    happens: linked('../../../../../../etc/hostname'),
    shown: /outside the project/,
    refused: /cannot be read as text/,
    mended: restore('sdkwright.yml'),
  },
  'the document is deleted': {
    happens: (at) => rmSync(join(at, 'openapi.yml')),
    shown: /File not found: openapi\.yml/,
    mended: restore('openapi.yml'),
  },
  'the document is no YAML': {
    happens: put('openapi.yml', '{'),
    shown: /not YAML/,
    mended: restore('openapi.yml'),
  },
};

describe('accidents', () => {
  test.each(Object.entries(ACCIDENTS))('%s', async (_name, { happens, shown, refused, mended }) => {
    const at = folderOf({ ...smithery(), '.git/HEAD': 'ref: refs/heads/main\n' });
    const other = await startStudio(at);
    const state = async (): Promise<any> => (await other.ask('/api/state')).json;
    const errors = async (): Promise<string> =>
      (await state()).diagnostics
        .filter(({ severity }: any) => severity === 'error')
        .map(({ message }: any) => message)
        .join(' ');
    try {
      const first = (await state()).revision;
      happens(at);
      const before = (name: string): string | undefined => {
        try {
          return readFileSync(join(at, name), 'latin1');
        } catch {
          return undefined;
        }
      };
      const files = ['sdkwright.yml', 'real.yml'].map(before);
      if (shown !== undefined) {
        await expect.poll(async () => (await state()).revision, { timeout: 10_000 }).toBeGreaterThan(first);
        expect([await errors(), (await state()).isStale]).toEqual([expect.stringMatching(shown), true]);
      }
      const click = await other.post('/api/action', rename('servers.list', 'all'));
      if (refused === undefined) expect(click.status).toBe(200);
      else {
        expect([click.status, click.json.reason]).toEqual([422, expect.stringMatching(refused)]);
        expect(['sdkwright.yml', 'real.yml'].map(before)).toEqual(files);
      }
      // A change that is written does not hide what is wrong.
      if (shown !== undefined)
        expect([await errors(), (await state()).isStale]).toEqual([expect.stringMatching(shown), true]);
      if (mended === undefined) return;
      mended(at);
      await expect.poll(async () => (await state()).isStale, { timeout: 10_000 }).toBe(false);
      expect((await other.post('/api/action', rename('servers.get', 'fetch'))).status).toBe(200);
      expect(config(at)).toMatch(/fetch: get \/servers\/\{/);
      expect(lstatSync(join(at, 'sdkwright.yml')).isFile()).toBe(true);
    } finally {
      other.stop();
    }
  });

  test('a config that is gone comes back when its text is typed', async () => {
    const at = folderOf(smithery());
    const other = await startStudio(at);
    try {
      const began = (await other.ask('/api/config')).json;
      rmSync(join(at, 'sdkwright.yml'));
      expect((await other.post('/api/undo', {})).json.reason).toMatch(/is gone/);
      expect((await other.post('/api/text', { text: began.text, base: began.hash })).status).toBe(200);
      expect(config(at)).toBe(began.text);
    } finally {
      other.stop();
    }
  });

  test('a config that leads out of the project is not opened', async () => {
    const at = folderOf({ ...smithery(), '.git/HEAD': 'ref: refs/heads/main\n' });
    linked('../../../../../../etc/hostname')(at);
    await expect(startStudio(at)).rejects.toThrow(/outside the project/);
  });

  test('two pages change the same key: the second is written over the first, or refused, and undo returns', async () => {
    const before = config();
    const names = await Promise.all(
      ['a', 'b'].map((key) => studio.post('/api/action', rename('get /servers', `list_${key}`))),
    );
    expect(names.map(({ status }) => status)).toEqual([200, 200]);
    expect(config()).toContain('list_b: get /servers\n');
    const began = (await studio.ask('/api/config')).json;
    const typed = await Promise.all(
      ['One', 'Two'].map((name) =>
        studio.post('/api/text', {
          text: began.text.replace('license: Apache-2.0', `license: ${name}`),
          base: began.hash,
        }),
      ),
    );
    expect(typed.map(({ status }) => status)).toEqual([200, 409]);
    for (const _ of [1, 2, 3]) expect((await studio.post('/api/undo', {})).status).toBe(200);
    expect(config()).toBe(before);
  });

  test('undo of a line that somebody has changed since is refused, and stays on offer', async () => {
    const before = config();
    await studio.post('/api/action', rename('get /servers', 'all'));
    writeFileSync(
      join(folder, 'sdkwright.yml'),
      config().replace('all: get /servers\n', 'every: get /servers\n'),
    );
    const answer = await studio.post('/api/undo', {});
    expect([answer.status, answer.json.conflict]).toEqual([409, true]);
    expect(config()).toContain('every: get /servers\n');
    expect((await studio.ask('/api/state')).json.undo).toMatch(/rename get \/servers/);
    writeFileSync(join(folder, 'sdkwright.yml'), before);
    await studio.post('/api/action', rename('get /servers', 'list'));
  });

  const long = (line: string, count: number): string => `${line}\n`.repeat(count);
  test.each([
    ['five megabytes of remarks', long(`# ${'x'.repeat(98)}`, 50_000), 200],
    ['more than a request may hold', long('x'.repeat(99), 90_000), 400],
    [
      'aliases that multiply',
      [
        'x-0: &a0 [x, x, x, x, x, x, x, x, x]',
        ...Array.from(
          { length: 11 },
          (_, at) => `x-${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
        ),
      ].join('\n'),
      422,
    ],
    ['a thousand brackets', `x-deep: ${'['.repeat(1000)}${']'.repeat(1000)}\n`, 0],
  ] as const)('a text of %s', async (_name, text, status) => {
    const before = config();
    const began = (await studio.ask('/api/config')).json;
    const answer = await studio.post('/api/text', { text: `${began.text}${text}`, base: began.hash });
    if (status !== 0) expect(answer.status).toBe(status);
    if (answer.status !== 200) expect(config()).toBe(before);
    else {
      expect((await studio.post('/api/action', rename('get /servers', 'all'))).status).toBe(200);
      expect((await studio.post('/api/undo', {})).status).toBe(200);
      expect((await studio.post('/api/undo', {})).status).toBe(200);
    }
    expect(config()).toBe(before);
    expect((await studio.ask('/api/state')).status).toBe(200);
  });

  test('names that every object has are no names', async () => {
    const before = config();
    for (const action of [
      { kind: 'rename', method: 'get /servers', key: '__proto__' },
      { kind: 'rename-all', key: 'list', to: '__proto__' },
      { kind: 'move', methods: ['get /servers'], resource: ['__proto__'] },
      { kind: 'rename-option', option: 'api_key', to: '__proto__' },
      { kind: 'changes', changes: [{ kind: 'set', path: ['__proto__', 'x'], value: 1 }] },
      { kind: 'changes', changes: [{ kind: 'set', path: ['resources', '__proto__'], value: {} }] },
      { kind: 'changes', changes: [{ kind: 'set', path: ['resources', ''], value: {} }] },
      { kind: 'changes', changes: [{ kind: 'move', path: ['resources'], to: ['x', '__proto__'] }] },
    ])
      expect([action, (await studio.post('/api/action', { action })).status]).toEqual([action, 422]);
    for (const path of [
      'method?id=constructor',
      'model?id=__proto__',
      'code?id=__proto__',
      'docs?id=page%20docs/../x.md',
    ])
      expect([path, (await studio.ask(`/api/${path}`)).status]).toEqual([path, 404]);
    expect(config()).toBe(before);
  });
});
