/** Combines the same page of several SDKs: one part per language, between which a script switches. */
import { anchorOf } from '../lib/anchors.ts';
import { escapeText } from './html.ts';
import { type Marks, type Page, type SdkPages, renderPage } from './page.ts';

interface SectionPart {
  readonly language: string;
  readonly section: string;
  readonly page: Page;
}

export function joined(sdks: readonly SdkPages[]): readonly Page[] {
  const parts = new Map<string, SectionPart[]>();
  for (const [index, { language = '', pages }] of sdks.entries()) {
    const marks = marksOf(language, index);
    for (const source of pages) {
      const page = renderPage(source, marks);
      parts.set(page.url, [...(parts.get(page.url) ?? []), { language, section: marks.section, page }]);
    }
  }
  return [...parts.values()].map(pageOf);
}

/** Anchors of the first SDK do not depend on the others. Anchors of headings never contain a colon. */
const marksOf = (language: string, index: number): Marks => ({
  prefix: index === 0 ? '' : `${anchorOf(language)}:`,
  section: `in:${anchorOf(language)}`,
});

function pageOf(parts: readonly SectionPart[]): Page {
  const [first] = parts;
  if (first === undefined) throw new Error('a page of no SDK');
  return {
    ...first.page,
    html: `${switchOf(parts)}\n${parts.map(sectionOf).join('\n')}`,
    sections: parts.flatMap(({ language, page }) =>
      page.sections.map((section) => ({ ...section, language })),
    ),
  };
}

const switchOf = (parts: readonly SectionPart[]): string =>
  parts.length === 1
    ? ''
    : `<p class="languages">${parts
        .map(({ language, section }) => `<a href="#${escapeText(section)}">${escapeText(language)}</a>`)
        .join(' ')}</p>`;

const sectionOf = ({ language, section, page }: SectionPart): string =>
  `<section id="${escapeText(section)}" aria-label="${escapeText(language)}">
<p class="language">${escapeText(language)}</p>
${page.html}</section>`;
