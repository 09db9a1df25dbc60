/** Every link of the generated pages leads somewhere, and every page can be reached. */
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../generator/text/markdown.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOfFiles } from '../support/sdk.ts';

/** Pages, and the sources that they may lead to, which have no headings. */
async function pagesOf(api: string): Promise<ReadonlyMap<string, string>> {
  const sdk = await sdkOfFiles(join(projectRoot, `specs/${api}/openapi.yml`), {
    config: join(projectRoot, `specs/${api}/sdkwright.yml`),
  });
  const all = [...sdk.files, ...(sdk.generation?.documented ?? [])];
  return new Map(all.filter((file) => /\.(md|ts)$/.test(file.path)).map((file) => [file.path, file.text]));
}

const withoutCode = (text: string): string =>
  text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/(`+)[^`\n]+?\1/g, 'code');

function linksIn(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
}

/** Anchors as GitHub makes them, a repeated heading with a number behind. */
function anchorsIn(text: string): ReadonlySet<string> {
  const count = new Map<string, number>();
  return new Set(
    [...withoutCode(text).matchAll(/^#{1,6} (.*)$/gm)].map((match) => {
      const anchor = anchorOf((match[1] ?? '').replace(/\\(.)/g, '$1'));
      const before = count.get(anchor) ?? 0;
      count.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

describe.each(['smithery', 'registry', 'bookshop'])('%s', (api) => {
  test('no link leads nowhere', async () => {
    const pages = await pagesOf(api);
    const broken = [...pages]
      .filter(([path]) => path.endsWith('.md'))
      .flatMap(([path, text]) =>
        linksIn(text)
          .filter((link) => !/^(https?|mailto):/.test(link))
          .flatMap((link) => {
            const [file, hash] = link.split('#');
            const target = file === '' || file === undefined ? path : posix.join(posix.dirname(path), file);
            const page = pages.get(target);
            if (page === undefined) return [`${path}: ${link}`];
            return hash === undefined || anchorsIn(page).has(hash)
              ? []
              : [`${path}: ${link} (no such heading)`];
          }),
      );
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(30);
  });

  test('no page is an orphan', async () => {
    const pages = await pagesOf(api);
    const reached = new Set<string>(['README.md']);
    for (const path of reached)
      for (const link of path.endsWith('.ts') ? [] : linksIn(pages.get(path) ?? ''))
        if (!/^(https?|mailto):|^#/.test(link))
          reached.add(posix.join(posix.dirname(path), link.split('#')[0] ?? ''));
    expect([...pages.keys()].filter((path) => path.startsWith('docs/') && !reached.has(path))).toEqual([]);
  });

  test('no heading, cell or marker is forged by the document', async () => {
    for (const [path, text] of await pagesOf(api)) {
      if (path.endsWith('.ts')) continue;
      const starts = text.match(/<!-- sdkwright:start /g)?.length ?? 0;
      expect([path, text.match(/<!-- sdkwright:end /g)?.length ?? 0]).toEqual([path, starts]);
      for (const table of withoutCode(text).match(/(?:^\|.*\n)+/gm) ?? []) {
        const widths = new Set(
          table
            .trimEnd()
            .split('\n')
            .map((row) => row.replace(/\\\|/g, '').split('|').length),
        );
        expect([path, [...widths]]).toEqual([path, [...widths].slice(0, 1)]);
      }
    }
  });
});
