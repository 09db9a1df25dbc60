/** A Markdown page as HTML. Raw HTML in the source remains text, except comments, which are removed. */
import MarkdownIt from 'markdown-it';
import { anchorOf } from '../lib/anchors.ts';
import { highlight } from './highlight.ts';
import { escapeText } from './html.ts';

export interface SourcePage {
  /** Relative to the package: `docs/errors.md`. */
  readonly path: string;
  readonly text: string;
  /** Where its source can be edited. */
  readonly edit?: string;
}

/** The pages of one SDK, for a site with several. */
export interface SdkPages {
  /** Display name of the language; undefined if there is only one SDK. */
  readonly language: string | undefined;
  readonly pages: readonly SourcePage[];
}

/** Distinguishes the pages of several SDKs at the same place. */
export interface Marks {
  /** Prefix of anchors; anchors of headings never have it. */
  readonly prefix: string;
  /** Target of links to a whole page. */
  readonly section: string;
}

const NO_MARKS: Marks = { prefix: '', section: '' };

export interface Page {
  readonly path: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** Entries of the search index: one per section. */
  readonly sections: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly text: string;
    /** Present if the site has several languages. */
    readonly language?: string;
  }[];
}

const MARKS = new Map([
  [':heavy_check_mark:', '✔'],
  [':heavy_minus_sign:', '–'],
]);

const markdown = createMarkdown();

/** `marks` distinguishes the SDK, if there are several. */
export function renderPage(source: SourcePage, marks: Marks = NO_MARKS): Page {
  const text = source.text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/:heavy_(?:check_mark|minus_sign):/g, (name) => MARKS.get(name) ?? name);
  const tokens = markdown.parse(text, { marks } satisfies Environment);
  const sections: { anchor: string; title: string; text: string }[] = [];
  const taken = new Map<string, number>();
  let heading: string | undefined;
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1];
    if (token.type === 'heading_open' && inline) {
      const title = plain(inline.content);
      const wanted = anchorOf(title);
      const count = taken.get(wanted) ?? 0;
      taken.set(wanted, count + 1);
      const anchor = `${marks.prefix}${count === 0 ? wanted : `${wanted}-${count}`}`;
      token.attrSet('id', anchor);
      // Smaller headings are equal on every page, and headings in quotations do not belong to the page.
      if (token.level === 0 && /^h[12]$/.test(token.tag)) sections.push({ anchor, title, text: '' });
      if (token.tag === 'h1') heading ??= title;
    } else if (token.type === 'inline' || token.type === 'fence') {
      const last = sections.at(-1);
      if (last) last.text += ` ${plain(token.content)}`;
    }
  }
  return {
    path: source.path,
    url: urlOf(source.path),
    title: heading ?? sections[0]?.title ?? source.path,
    html: `${markdown.renderer.render(tokens, markdown.options, {})}${editLink(source)}`,
    sections,
  };
}

const editLink = ({ edit }: SourcePage): string =>
  edit === undefined ? '' : `<p class="edit"><a href="${escapeText(edit)}">Edit this page</a></p>\n`;

/** `docs/sdks/servers/README.md` → `/docs/sdks/servers/`, `docs/errors.md` → `/docs/errors`. */
export const urlOf = (path: string): string =>
  `/${path.replace(/(^|\/)README\.md$/, '$1').replace(/\.md$/, '')}`;

const plain = (text: string): string =>
  text
    .replace(/\\(.)/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '');

interface Environment {
  readonly marks: Marks;
}

function createMarkdown(): InstanceType<typeof MarkdownIt> {
  const result = new MarkdownIt({
    html: false,
    linkify: false,
    highlight: (code, language) => highlight(code, language) ?? '',
  });
  result.core.ruler.push('local_links', (state) => {
    const { marks = NO_MARKS } = state.env as Partial<Environment>;
    for (const token of state.tokens) {
      let isSource = false;
      for (const child of token.children ?? []) {
        const href = child.type === 'link_open' ? child.attrGet('href') : null;
        const isLocal = typeof href === 'string' && !/^[a-z]+:/i.test(href);
        if (child.type === 'link_open') isSource = isLocal && /\.(?:ts|py)(#|$)/.test(href);
        // The site contains no source files, so links to them become text.
        if (isSource && /^link_/.test(child.type)) child.type = 'text';
        else if (isLocal) child.attrSet('href', marked(localUrl(href), marks));
      }
    }
  });
  return result;
}

/** Pages have the paths of their files, so a relative link only loses its extension. */
const localUrl = (href: string): string =>
  href.replace(/(^|\/)README\.md(?=#|$)/, '$1').replace(/\.md(?=#|$)/, '') || './';

/** Adjusts a link to the SDK's part of a page. */
function marked(url: string, { prefix, section }: Marks): string {
  const [page = '', anchor] = url.split('#', 2);
  if (anchor === undefined) return section === '' ? url : `${page}#${section}`;
  return `${page}#${prefix}${anchor}`;
}
