import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../generator/emit/format.ts';
import { markdownFormatter } from '../../generator/emit/markdown.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOfFiles } from '../support/sdk.ts';

/** What is left to prettier is marked. */
const marking = (text: string): Promise<string> =>
  markdownFormatter({
    slow: async (section) => `SLOW\n${section}`,
    code: async (language, code) => `${language}:${code}`,
  })(text);

describe('Markdown without a parser', () => {
  it('aligns tables, collapses blank lines and keeps the rest', async () => {
    expect(
      await marking(
        '# Title\n\n\n\nA line.\nAnother: `a*b`, [link](../x.md#y).\n\n| a | b |\n| --- | --- |\n| `x\\|y` | 1 |\n| c |  |\n\n\n* one\n* two\n',
      ),
    ).toBe(
      '# Title\n\nA line.\nAnother: `a*b`, [link](../x.md#y).\n\n| a      | b   |\n| ------ | --- |\n| `x\\|y` | 1   |\n| c      |     |\n\n- one\n- two\n',
    );
  });

  it('leaves code to the formatter of its language, whatever it holds', async () => {
    expect(await marking('# A\n\n```ts\nlet  a;\n\n# b\n| c |\n```\n')).toBe(
      '# A\n\n```ts\nts:let  a;\n\n# b\n| c |\n```\n',
    );
  });

  it.each([
    'a *wo*rd',
    'a *b `c`*',
    '1. one',
    '- one\n  - two',
    '> quote\n> more',
    '> - item',
    '    code',
    '<b>x</b>',
    'a  \nb',
    'x $$y$$',
    '日本語',
    '- [ ] task',
    '* * *',
    'a {{b}} {% c %}',
    '| a |\n| :-- |\n| b |',
    '| a |\n| --- |\n| 日本 |',
    '| a | b |\n| --- | --- |\n| c |',
    '<p>a <!-- b',
    'see [x] or ![y](z)',
    'a & b &amp; c',
    '``a`b``',
    'back\\slash',
    '[a._b](c.md)',
    'a _b',
    '**a _b**',
  ])('gives %j to prettier, but not its neighbours', async (text) => {
    expect(await marking(`# A\n\n${text}\n\nplain\n\n# B\n`)).toBe(`# A\n\nSLOW\n${text}\n\nplain\n\n# B\n`);
  });

  it.each([
    ['a *word*, (*two words.*)', 'a _word_, (_two words._)'],
    ['> quote', '> quote'],
    ['x $y$ €1', 'x $y$ €1'],
    ['<p>a\n<b>*b*</b></p>', '<p>a\n<b>*b*</b></p>'],
    ['a <a href="b_c">*d*</a>', undefined],
    ['a [link\nover](b.md) lines', 'a [link\nover](b.md) lines'],
    [
      '| a | b |\n| --- | --- |\n| *c* | [d[]](e.md) |',
      '| a   | b           |\n| --- | ----------- |\n| _c_ | [d[]](e.md) |',
    ],
  ])('lays out %j', async (text, made) => {
    expect(await marking(`# A\n\n${text}\n`)).toBe(`# A\n\n${made ?? `SLOW\n${text}`}\n`);
  });

  it('gives prettier the cells of a table that are not sure, and no others', async () => {
    expect(await marking('| a | b |\n| --- | --- |\n| c | see [x] |\n')).toBe(
      'SLOW\n| a | b |\n| --- | --- |\n| c | see [x] |\n',
    );
    const text = '| a | b |\n| --- | --- |\n| c | see *a*b or <b class=x> |\n| *  c | 1. d |\n';
    const slow: string[] = [];
    const made = await markdownFormatter({
      slow: async (section) => (
        slow.push(section),
        (await format([{ path: 'a.md', text: section }], { native: false })).value[0]?.text ?? ''
      ),
      code: async () => undefined,
    })(text);
    expect(slow).toEqual(['| - |\n| --- |\n| see *a*b or <b class=x> |\n| *  c |']);
    expect(made).toBe((await format([{ path: 'a.md', text }], { native: false })).value[0]?.text);
  });

  it.each(['- one\n\n- two', '- one\n\n  more of one', '1. one\n\n- two\n\n    code'])(
    'gives %j to prettier as a whole',
    async (text) => {
      expect(await marking(`plain\n\n${text}\n\nplain\n`)).toBe(`plain\n\nSLOW\n${text}\n\nplain\n`);
    },
  );

  it.each(['a\n---', '[a]: http://x', '```\nopen', '~~~\nopen', '<!-- open', '<pre>\n\nx'])(
    'gives the whole section of %j to prettier',
    async (text) => {
      expect(await marking(`# A\n\n${text}\n\n`)).toContain('SLOW\n# A\n\n');
    },
  );

  it('lays out mixtures of blocks as prettier does', async () => {
    const blocks = [
      'plain',
      '- one\n- two',
      '* one',
      '1. one',
      '  more',
      '    code',
      '> quote\n> more',
      '> - item',
      '<p>x</p>',
      '<p>\nx *y*\n</p>',
      'a *b* c',
      '> one',
      'see [a\nb](c) or `d`',
      '| a | b |\n| --- | --- |\n| *c*d | e |',
      '| a |\n| --- |\n| <br>x |',
      '<b>x</b>',
      '| a |\n| --- |\n| *b* |',
      '[a] word',
      '# T',
      '---',
      '```ts\nlet a;\n```',
      '<!-- note -->',
      '[a]: http://x',
      '**Note:** do.',
    ];
    const block = fc
      .array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 5 })
      .map((some) => `# Page\n\n${some.join('\n\n')}\n`);
    await fc.assert(
      fc.asyncProperty(block, async (text) => {
        const page = [{ path: 'a.md', text }];
        expect((await format(page)).value).toEqual((await format(page, { native: false })).value);
      }),
      { numRuns: 300 },
    );
  });

  it('makes of all pages of the bookshop and of our own what prettier makes of them', async () => {
    const sdk = await sdkOfFiles(join(projectRoot, 'specs/bookshop/openapi.yml'), {
      config: join(projectRoot, 'specs/bookshop/sdkwright.yml'),
      only: (path) => path.endsWith('.md'),
    });
    const ours = [
      'README.md',
      'templates/README.md',
      ...readdirSync(join(projectRoot, 'generator'), { recursive: true }).map(
        (path) => `generator/${String(path)}`,
      ),
    ]
      .filter((path) => path.endsWith('.md'))
      .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
    const pages = [...sdk.files, ...ours];
    expect(sdk.files.length).toBeGreaterThan(10);
    const [fast, slow] = await Promise.all([format(pages), format(pages, { native: false })]);
    expect(fast).toEqual(slow);
  });
});
