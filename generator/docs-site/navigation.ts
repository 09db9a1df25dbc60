/** The list of pages beside each page: the guides, then the resources with those below them indented. */
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import { escapeText } from './html.ts';
import type { Page } from './page.ts';

const RESOURCE = /^\/docs\/sdks\/([^/]+)\/$/;

/** The way from a page to the root of the site, so that the site may lie in any folder of a host. */
export const rootFrom = (url: string): string => '../'.repeat(url.split('/').length - 2) || './';

export function navigation(current: Page, pages: readonly Page[]): string {
  const resources = sortedBy(
    pages.filter((page) => RESOURCE.test(page.url)),
    slugOf,
    byCodeUnit,
  );
  const slugs = new Set(resources.map(slugOf));
  // Types and operations are found through the pages that list them, and by search.
  const guides = pages.filter(
    (page) => !RESOURCE.test(page.url) && !/^\/docs\/(?:models|reference)\/./.test(page.url),
  );
  const calls = callsOf(pages);
  const root = rootFrom(current.url);
  const link = (page: Page, label: string, depth: number): string =>
    `<li${depth > 0 ? ` class="below-${Math.min(depth, 3)}"` : ''}><a href="${escapeText(`${root}${page.url.slice(1)}`)}"${page === current ? ' aria-current="page"' : ''}>${escapeText(label)}</a></li>`;
  const list = (items: readonly string[]): string => `<ul>\n${items.join('\n')}\n</ul>`;
  const guideLinks = [...guides]
    .sort((a, b) => rank(a) - rank(b))
    .map((page) => link(page, NAMES.get(page.url) ?? page.title, 0));
  if (resources.length === 0) return list(guideLinks);
  return `${list(guideLinks)}\n<p>Resources</p>\n${list(
    resources.map((page) => {
      const depth = parentsOf(slugOf(page), slugs);
      return link(page, depth === 0 ? (calls.get(slugOf(page)) ?? page.title) : page.title, depth);
    }),
  )}`;
}

/** Pages whose titles say too little beside the others, in their order; the changelog comes last. */
const NAMES = new Map([
  ['/', 'Introduction'],
  ['/docs/', 'All pages'],
  ['/api', 'All methods and types'],
]);
const rank = (page: Page): number => {
  const first = [...NAMES.keys()].indexOf(page.url);
  return first >= 0 ? first : NAMES.size + (page.url === '/CHANGELOG' ? 1 : 0);
};

/**
 * What resources are called that have no page above them, as the list of all pages has it:
 * `organizations.apiKeys`.
 */
function callsOf(pages: readonly Page[]): ReadonlyMap<string, string> {
  const index = pages.find((page) => page.url === '/docs/')?.html ?? '';
  return new Map(
    // Of several languages the first one's.
    [...index.matchAll(/<a href="sdks\/([^"/]+)\/(?:#[^"]*)?">([^<.]+\.[^<]+)<\/a>/g)]
      .map((match) => [match[1] ?? '', match[2] ?? ''] as const)
      .reverse(),
  );
}

const slugOf = (page: Page): string => RESOURCE.exec(page.url)?.[1] ?? '';

/** `servers-releases` stands below `servers` where there is such a page. */
function parentsOf(slug: string, slugs: ReadonlySet<string>): number {
  const words = slug.split('-');
  return words.filter((_, index) => index > 0 && slugs.has(words.slice(0, index).join('-'))).length;
}
