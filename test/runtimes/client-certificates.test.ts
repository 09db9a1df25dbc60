/**
 * Client certificates and proxies as `docs/runtimes.md` of a TypeScript SDK and the README of a Python SDK describe
 * them: a server accepts only requests with a certificate, and in Node the requests go through a proxy.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pythonForTests } from '../python/venv.ts';
import { NODE_VERSIONS, environmentOf, nodeOf } from '../support/nodes.ts';
import { projectRoot } from '../support/shared.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-certificates-'));
const file = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(file(name), 'utf8');

/** Certificates for the server and the client, signed by an authority of this test. */
function makeCertificates(): void {
  const openssl = (...args: readonly string[]): unknown =>
    execFileSync('openssl', [...args], { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=ca');
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost');
  for (const name of ['server', 'client']) {
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
    openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, '-days', '2', ...signed);
  }
}

/** Prints the status that the server answers, with the options that the documentation names. */
const program = (options: string): string => `
import { Bookshop } from '${projectRoot}/generated/bookshop/src/index.ts';
const client = new Bookshop({ apiKey: 'k', baseURL: process.env.SERVER, maxRetries: 0, fetchOptions: ${options} });
console.log(JSON.stringify(await client.get('/status')));
`;
const PROGRAMS = {
  node: `import { Agent } from 'undici';
import { readFileSync } from 'node:fs';
const cert = readFileSync('client.pem'), key = readFileSync('client.key'), ca = readFileSync('ca.pem');
${program('{ dispatcher: new Agent({ connect: { cert, key, ca } }) }')}`,
  proxy: `import { ProxyAgent } from 'undici';
import { readFileSync } from 'node:fs';
const cert = readFileSync('client.pem'), key = readFileSync('client.key'), ca = readFileSync('ca.pem');
${program('{ dispatcher: new ProxyAgent({ uri: process.env.PROXY, requestTls: { cert, key, ca } }) }')}`,
  deno: `const [cert, key, ca] = ['client.pem', 'client.key', 'ca.pem'].map((name) => Deno.readTextFileSync(name));
${program('{ client: Deno.createHttpClient({ cert, key, caCerts: [ca] }) }')}`,
  bun: `import { readFileSync } from 'node:fs';
const cert = readFileSync('client.pem', 'utf8'), key = readFileSync('client.key', 'utf8'), ca = readFileSync('ca.pem', 'utf8');
${program('{ tls: { cert, key, ca } }')}`,
  none: program('{}'),
};

const proxy = createHttp();
let tunnels = 0;
proxy.on('connect', (request, client) => {
  tunnels++;
  const server = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    server.pipe(client);
    client.pipe(server);
  });
  server.on('error', () => client.destroy());
  client.on('error', () => server.destroy());
});
let stop = (): void => undefined;
let environment: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  makeCertificates();
  const server = createHttps(
    { key: read('server.key'), cert: read('server.pem'), ca: read('ca.pem'), requestCert: true },
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"open":true}');
    },
  );
  for (const listener of [server, proxy])
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  stop = () => {
    server.close();
    proxy.close();
  };
  const portOf = (listener: typeof server | typeof proxy): number => (listener.address() as AddressInfo).port;
  environment = {
    SERVER: `https://localhost:${portOf(server)}`,
    PROXY: `http://127.0.0.1:${portOf(proxy)}`,
  };
  for (const [name, text] of Object.entries(PROGRAMS)) {
    writeFileSync(file(`${name}.ts`), text);
    await build({
      entryPoints: [file(`${name}.ts`)],
      outfile: file(`${name}.mjs`),
      bundle: true,
      format: 'esm',
      platform: 'node',
      nodePaths: [join(projectRoot, 'node_modules')],
      // The library is CommonJS.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'silent',
    });
  }
});
afterAll(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

const played = async (command: string, args: readonly string[]): Promise<string> =>
  (
    await run(command, [...args], { cwd: folder, env: { ...environmentOf(command), ...environment } })
  ).stdout.trim();
const tool = (name: string): string => join(projectRoot, 'node_modules/.bin', name);

it.each(NODE_VERSIONS)('Node %i sends a client certificate, also through a proxy', async (version) => {
  const node = await nodeOf(version);
  expect(await played(node, ['node.mjs'])).toBe('{"open":true}');
  const before = tunnels;
  expect(await played(node, ['proxy.mjs'])).toBe('{"open":true}');
  expect(tunnels).toBe(before + 1);
  // The server does refuse: without a certificate there is no connection.
  await expect(played(node, ['none.mjs'])).rejects.toThrow('Connection error');
});

it('Deno sends a client certificate', async () => {
  expect(await played(tool('deno'), ['run', '-A', 'deno.mjs'])).toBe('{"open":true}');
});

it('Bun sends a client certificate', async () => {
  expect(await played(tool('bun'), ['bun.mjs'])).toBe('{"open":true}');
});

const python = pythonForTests();
it.skipIf(python === undefined)('Python sends a client certificate', async () => {
  writeFileSync(
    file('program.py'),
    `import os, ssl, sys
sys.path.insert(0, ${JSON.stringify(join(projectRoot, 'generated/smithery-python/src'))})
import smithery
context = ssl.create_default_context(cafile="ca.pem")
context.load_cert_chain("client.pem", "client.key")
client = smithery.Smithery(
    api_key="k", base_url=os.environ["SERVER"], http_client=smithery.DefaultHttpxClient(verify=context)
)
print(client.get("/status", cast_to=object))
`,
  );
  expect(await played(python ?? '', ['program.py'])).toBe("{'open': True}");
});
