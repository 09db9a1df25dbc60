/** The navigation next to each page: guides, then resources with their subresources indented. */
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import { escapeText } from './html.ts';
import type { Page } from './page.ts';

const RESOURCE = /^\/docs\/sdks\/([^/]+)\/$/;

/** The relative path from a page to the root of the site, so that the site can be in any folder. */
export const rootFrom = (url: string): string => '../'.repeat(url.split('/').length - 2) || './';

export function navigation(current: Page, pages: readonly Page[]): string {
  const resources = sortedBy(
    pages.filter((page) => RESOURCE.test(page.url)),
    slugOf,
    byCodeUnit,
  );
  const slugs = new Set(resources.map(slugOf));
  // Pages of types and operations are reached through the pages that list them, and by search.
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

/** Pages with more descriptive titles, in their order; the changelog comes last. */
const NAMES = new Map([
  ['/', 'Introduction'],
  ['/docs/', 'All pages'],
  ['/api', 'All methods and types'],
]);
const rank = (page: Page): number => {
  const first = [...NAMES.keys()].indexOf(page.url);
  return first >= 0 ? first : NAMES.size + (page.url === '/CHANGELOG' ? 1 : 0);
};

/** Names of resources without a parent page, as in the list of all pages: `organizations.apiKeys`. */
function callsOf(pages: readonly Page[]): ReadonlyMap<string, string> {
  const index = pages.find((page) => page.url === '/docs/')?.html ?? '';
  return new Map(
    // With several languages, those of the first.
    [...index.matchAll(/<a href="sdks\/([^"/]+)\/(?:#[^"]*)?">([^<.]+\.[^<]+)<\/a>/g)]
      .map((match) => [match[1] ?? '', match[2] ?? ''] as const)
      .reverse(),
  );
}

const slugOf = (page: Page): string => RESOURCE.exec(page.url)?.[1] ?? '';

/** `servers-releases` is below `servers` if that page exists. */
function parentsOf(slug: string, slugs: ReadonlySet<string>): number {
  const words = slug.split('-');
  return words.filter((_, index) => index > 0 && slugs.has(words.slice(0, index).join('-'))).length;
}
