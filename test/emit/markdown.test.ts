import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../generator/emit/format.ts';
import { formatMarkdown } from '../../generator/emit/markdown.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOfFiles } from '../support/sdk.ts';

/** What is left to prettier is marked. */
const marking = (text: string): Promise<string> => formatMarkdown(text, { slow: async (section) => `SLOW\n${section}`, code: async (language, code) => `${language}:${code}` });

describe('Markdown without a parser', () => {
  it('aligns tables, collapses blank lines and keeps the rest', async () => {
    expect(await marking('# Title\n\n\n\nA line.\nAnother: `a*b`, [link](../x.md#y).\n\n| a | b |\n| --- | --- |\n| `x\\|y` | 1 |\n| c |  |\n\n\n* one\n* two\n')).toBe(
      '# Title\n\nA line.\nAnother: `a*b`, [link](../x.md#y).\n\n| a      | b   |\n| ------ | --- |\n| `x\\|y` | 1   |\n| c      |     |\n\n- one\n- two\n',
    );
  });

  it('leaves code to the formatter of its language, whatever it holds', async () => {
    expect(await marking('# A\n\n```ts\nlet  a;\n\n# b\n| c |\n```\n')).toBe('# A\n\n```ts\nts:let  a;\n\n# b\n| c |\n```\n');
  });

  it.each([
    'a *word*', '1. one', '- one\n  - two', '> quote', '    code', '<b>x</b>', 'a  \nb', 'x $y$', '日本語', '- [ ] task', '* * *', 'a {{b}} {% c %}',
    '| a |\n| :-- |\n| b |', '| a | b |\n| --- | --- |\n| *c* | d |', '| a |\n| --- |\n| 日本 |', '| a | b |\n| --- | --- |\n| c |', 'see [x] or ![y](z)', 'a & b &amp; c', '``a`b``', 'back\\slash', '[a._b](c.md)', 'a _b', '**a _b**',
  ])('gives %j to prettier, but not its neighbours', async (text) => {
    expect(await marking(`# A\n\n${text}\n\nplain\n\n# B\n`)).toBe(`# A\n\nSLOW\n${text}\n\nplain\n\n# B\n`);
  });

  it.each(['- one\n\n- two', '- one\n\n  more of one', '1. one\n\n- two\n\n    code'])('gives %j to prettier as a whole', async (text) => {
    expect(await marking(`plain\n\n${text}\n\nplain\n`)).toBe(`plain\n\nSLOW\n${text}\n\nplain\n`);
  });

  it.each(['a\n---', '[a]: http://x', '```\nopen', '~~~\nopen', '<!-- open', '<pre>\n\nx'])('gives the whole section of %j to prettier', async (text) => {
    expect(await marking(`# A\n\n${text}\n\n`)).toContain('SLOW\n# A\n\n');
  });

  it('lays out mixtures of blocks as prettier does', async () => {
    const blocks = ['plain', '- one\n- two', '* one', '1. one', '  more', '    code', '> quote', '<p>x</p>', '<b>x</b>', '| a |\n| --- |\n| *b* |', '[a] word', '# T', '---', '```ts\nlet a;\n```', '<!-- note -->', '[a]: http://x', '**Note:** do.'];
    const block = fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 5 }).map((some) => `# Page\n\n${some.join('\n\n')}\n`);
    await fc.assert(fc.asyncProperty(block, async (text) => {
      const page = [{ path: 'a.md', text }];
      expect((await format(page)).value).toEqual((await format(page, { native: false })).value);
    }), { numRuns: 300 });
  });

  it('makes of all pages of the bookshop and of our own what prettier makes of them', async () => {
    const sdk = await sdkOfFiles(join(projectRoot, 'specs/bookshop/openapi.yml'), { config: join(projectRoot, 'specs/bookshop/sdkwright.yml'), only: (path) => path.endsWith('.md') });
    const ours = ['README.md', 'templates/README.md', ...readdirSync(join(projectRoot, 'generator'), { recursive: true }).map((path) => `generator/${String(path)}`)]
      .filter((path) => path.endsWith('.md'))
      .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
    const pages = [...sdk.files, ...ours];
    expect(sdk.files.length).toBeGreaterThan(10);
    const [fast, slow] = await Promise.all([format(pages), format(pages, { native: false })]);
    expect(fast).toEqual(slow);
  });
});
