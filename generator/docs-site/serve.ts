/** `sdkwright docs --serve`: serves the Markdown of an SDK as a site on the loopback interface. */
import { readFile, readdir } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { byCodeUnit } from '../lib/order.ts';
import { isWithin, realOf } from '../lib/boundary.ts';
import type { SourcePage } from './page.ts';
import { type SiteFiles, buildSite } from './site.ts';

export interface DocsServer {
  readonly url: string;
  readonly pages: number;
  readonly close: () => Promise<void>;
}

/** The folder of an SDK, and the display name of its language if there are several. */
export interface SdkFolder {
  readonly dir: string;
  readonly language?: string;
  /** Where the files of the folder can be edited: a URL that ends with a slash. */
  readonly edit?: string;
}

/** Port 0 selects a free port. Undefined if a folder has no Markdown. */
export async function serveDocs(
  folders: readonly SdkFolder[],
  { port }: { readonly port: number },
): Promise<DocsServer | undefined> {
  const site = await readSite(folders);
  if (site === undefined) return undefined;
  const server = createServer((request, response) => {
    // With DNS rebinding, a page of another site could otherwise read these pages.
    if (!isOwnHost(request.headers.host)) {
      response
        .writeHead(421, { 'content-type': 'text/plain' })
        .end('This server answers to 127.0.0.1 and localhost only.');
      return;
    }
    const path = pathOf(request.url ?? '/');
    const file = site.get(path) ?? site.get(`${path}/`);
    if (!file) {
      const home = site.has('/') ? '/' : [...site.keys()][0];
      response
        .writeHead(path === '/' && home ? 302 : 404, {
          'content-type': 'text/plain',
          ...(path === '/' && home ? { location: home } : {}),
        })
        .end('There is no such page.');
      return;
    }
    if (!site.has(path)) {
      // Relative links require the URL with the trailing slash.
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': file.type,
        'content-security-policy': "default-src 'self'; img-src https: data:",
        'x-content-type-options': 'nosniff',
      })
      .end(file.body);
  });
  const url = await listen(server, port);
  return {
    url,
    pages: [...site.values()].filter((siteFile) => siteFile.type.startsWith('text/html')).length,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}

/** The site of the folders' pages. Undefined if a folder has no Markdown. */
export async function readSite(folders: readonly SdkFolder[]): Promise<SiteFiles | undefined> {
  const sdks = await Promise.all(
    folders.map(async ({ dir, language, edit }) => {
      const pages = await readPages(dir);
      return {
        language,
        pages:
          edit === undefined
            ? pages
            : pages.map((page) => ({ ...page, edit: `${edit}${encodedPath(page.path)}` })),
      };
    }),
  );
  return sdks.some((sdk) => sdk.pages.length === 0) ? undefined : buildSite(sdks);
}

export const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Checks the host (RFC 9110 section 7.2); the port in the header does not matter. */
const isOwnHost = (host: string | undefined): boolean =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host ?? '');

export async function readPages(dir: string): Promise<readonly SourcePage[]> {
  const docs = await readdir(join(dir, 'docs'), { recursive: true }).catch(() => []);
  const wanted = [
    'README.md',
    'CHANGELOG.md',
    'api.md',
    ...docs.map((path) => `docs/${path.replaceAll('\\', '/')}`),
  ]
    .filter((path) => path.endsWith('.md'))
    .sort(byCodeUnit);
  const root = realOf(resolve(dir));
  // Ignores links out of the folder, which could publish any file of this machine.
  const own = wanted.filter((path) => isWithin(root, join(dir, path)));
  const read = await Promise.all(
    own.map(async (path) => ({ path, text: await readFile(join(dir, path), 'utf8').catch(() => undefined) })),
  );
  return read.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return '/';
  }
}

const listen = (server: Server, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/`);
    });
  });
