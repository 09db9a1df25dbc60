/** A generated SDK as a module to call, for tests that look at what it sends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { TreeFile } from '../../generator/emit/types.ts';

/** The exports of `src/index.ts`, or what the text of a module in `src` exports. */
export async function importSdk(
  files: readonly TreeFile[],
  entry = "export * from './index.ts'; export { default } from './index.ts';",
): Promise<Readonly<Record<string, unknown>>> {
  const texts = new Map(files.map((file) => [join('/', file.path), file.text]));
  texts.set('/src/entry-of-the-test.ts', entry);
  const bundled = await build({
    entryPoints: ['/src/entry-of-the-test.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [
      {
        name: 'tree',
        setup: (one) => {
          one.onResolve({ filter: /^[./]/ }, ({ path, importer }) => ({
            path: join(path.startsWith('/') ? '/' : dirname(importer), path),
            namespace: 'tree',
          }));
          one.onLoad({ filter: /.*/, namespace: 'tree' }, ({ path }) => ({
            contents: texts.get(path) ?? '',
            loader: 'ts',
          }));
        },
      },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'sdk-'));
  const file = join(folder, 'sdk.mjs');
  await writeFile(file, bundled.outputFiles[0]?.text ?? '');
  const exports = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  await rm(folder, { recursive: true });
  return exports;
}

/** A request as `fetch` got it. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A client of the SDK whose requests are answered with `{}` and remembered. */
export async function recordingClient(
  files: readonly TreeFile[],
  name: string,
): Promise<{ readonly client: Client; readonly sent: readonly Sent[] }> {
  const Class = (await importSdk(files))[name] as new (options: object) => Client;
  const sent: Sent[] = [];
  const fetch = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    sent.push({
      method: init.method ?? 'GET',
      url: String(url),
      headers: new Headers(init.headers),
      body: init.body ? await new Response(init.body).text() : '',
    });
    return Response.json({});
  };
  return { client: new Class({ baseURL: 'https://api.example', fetch }), sent };
}

/** Resources and methods by name. */
export interface Client {
  readonly [name: string]: Client & ((...args: readonly unknown[]) => Promise<unknown>);
}
