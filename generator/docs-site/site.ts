/** Turns Markdown pages into the files of a site, in memory. */
import { createRequire } from 'node:module';
import { packageFolder } from '../lib/package-folder.ts';
import { readFileSync } from 'node:fs';
import { SCRIPT, STYLE } from './assets.ts';
import { escapeText as escape } from './html.ts';
import { joined } from './languages.ts';
import { navigation, rootFrom } from './navigation.ts';
import { type Page, type SdkPages, renderPage } from './page.ts';

export interface SiteFile {
  readonly type: string;
  readonly body: string;
}

/** By URL path. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

/** SDKs of one API in several languages: pages at the same path become one page. */
export function buildSite(sdks: readonly SdkPages[]): SiteFiles {
  const pages =
    sdks.length > 1 ? joined(sdks) : sdks.flatMap((sdk) => sdk.pages.map((page) => renderPage(page)));
  const site = new Map<string, SiteFile>();
  for (const page of pages)
    site.set(page.url, { type: 'text/html; charset=utf-8', body: shell(page, pages) });
  site.set('/assets/style.css', { type: 'text/css; charset=utf-8', body: STYLE });
  site.set('/assets/script.js', { type: 'text/javascript; charset=utf-8', body: SCRIPT });
  site.set('/assets/minisearch.js', { type: 'text/javascript; charset=utf-8', body: searchLibrary() });
  site.set('/assets/search.json', { type: 'application/json', body: JSON.stringify(searchEntries(pages)) });
  return site;
}

/** The file of a page for a host: `/docs/errors` → `docs/errors.html`, `/docs/` → `docs/index.html`. */
export const storedPath = (url: string, { type }: SiteFile): string => {
  const path = url.slice(1);
  if (url.endsWith('/')) return `${path}index.html`;
  return type.startsWith('text/html') ? `${path}.html` : path;
};

/** Set by the build: the file with the library, relative to the package. */
declare const SDKWRIGHT_SEARCH: string | undefined;

/** The browser build of the library, which its package does not export. */
function searchLibrary(): string {
  if (typeof SDKWRIGHT_SEARCH === 'string') return readFileSync(packageFolder(SDKWRIGHT_SEARCH), 'utf8');
  const main = createRequire(import.meta.url).resolve('minisearch');
  return readFileSync(main.replace(/dist[\\/].*$/, 'dist/umd/index.js'), 'utf8');
}

const searchEntries = (pages: readonly Page[]): readonly object[] =>
  pages.flatMap((page) =>
    page.sections.map((section) => ({
      id: `${page.url}#${section.anchor}`,
      url: `${page.url}#${section.anchor}`,
      title: section.title,
      page: page.title,
      ...(section.language === undefined ? {} : { language: section.language }),
      text: section.text.slice(0, 4000),
    })),
  );

function shell(page: Page, pages: readonly Page[]): string {
  const root = rootFrom(page.url);
  return `<!doctype html>
<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)}</title>
<link rel="stylesheet" href="${root}assets/style.css">
<script defer src="${root}assets/minisearch.js"></script>
<script defer src="${root}assets/script.js"></script>
</head>
<body>
<nav>
<input id="search" type="search" placeholder="Search" aria-label="Search">
<ul id="results" aria-live="polite"></ul>
<details id="pages" open>
<summary>Pages</summary>
${navigation(page, pages)}
</details>
</nav>
<main>
${page.html}
</main>
</body>
</html>
`;
}
