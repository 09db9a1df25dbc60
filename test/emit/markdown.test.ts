import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { formatMarkdown } from '../../generator/emit/markdown.ts';

const markdown = new MarkdownIt({ html: true });

const layOut = (text: string): Promise<string> =>
  formatMarkdown(text, async (language, code) => (language === 'ts' ? `${language}:${code}` : undefined));

describe('layout of Markdown', () => {
  it('keeps one blank line between blocks, and everything else', async () => {
    expect(await layOut('\n\n# Title\n\n\n \nA *line*.\nAnother.\n\n\n* one\n  * two\n\n\n')).toBe(
      '# Title\n\nA *line*.\nAnother.\n\n* one\n  * two\n',
    );
  });

  it('gives code to the formatter of its language, whatever it holds', async () => {
    expect(await layOut('# A\n\n```ts\nlet  a;\n\n\n# b\n| c |\n```\n')).toBe(
      '# A\n\n```ts\nts:let  a;\n\n\n# b\n| c |\n```\n',
    );
    expect(await layOut('```sh\na\n\n\nb\n```\n')).toBe('```sh\na\n\n\nb\n```\n');
  });

  it('aligns tables whose rows have the same number of cells', async () => {
    expect(await layOut('| a | b |\n| --- | --- |\n| `x\\|y` | 1 |\n|  | c |\n')).toBe(
      '| a      | b   |\n| ------ | --- |\n| `x\\|y` | 1   |\n|        | c   |\n',
    );
    for (const odd of ['| a | b |\n| --- | --- |\n| c |\n', '| a |\n| --- |\n| b \\|\n'])
      expect(await layOut(odd)).toBe(odd);
  });

  it('leaves a table that would become too large, and reads hostile prose once', async () => {
    const row = '| a |';
    const wide = [
      '| h |',
      '| --- |',
      `| ${'x'.repeat(100_000)} |`,
      ...Array.from({ length: 100 }, () => row),
      '',
    ];
    expect(await layOut(wide.join('\n'))).toBe(wide.join('\n'));
    const open = `${'```sh\n'.repeat(200_000)}end\n`;
    expect(await layOut(open)).toBe(open);
    const tables = '| a |\n| --- |\n\n'.repeat(50_000);
    expect(await layOut(tables)).toBe(`${'| a   |\n| --- |\n\n'.repeat(50_000).trimEnd()}\n`);
  }, 10_000);

  it.each(['', '\n\n', ' '])('makes nothing of %j', async (text) => {
    expect(await layOut(text)).toBe('');
  });

  it('means the same as before, for any sequence of blocks', async () => {
    const block = fc.constantFrom(
      'plain',
      '- one\n- two',
      '* one\n\n  more of one',
      '1. one',
      '> quote\n> more',
      '<p>x</p>',
      'a *b* `c`',
      '| a | b |\n| --- | --- |\n| *c*d | e |',
      '[a]: http://x.example',
      '## Heading',
      'underlined\n---',
      '```\ncode\n\n\nmore\n```',
      '```ts title="x"\na\n\n\nb\n```',
      '~~~\na\n\n\n```\n~~~',
      '````\n```\n\n\n```\n````',
      '    code\n\n\n    more',
      '- item\n\n      code\n\n\n      more',
      '<pre>\na\n\n\nb\n</pre>',
      '<pre>one</pre>',
      '```\nopen',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
        const text = blocks.join('\n\n');
        const done = await layOut(text);
        expect(markdown.render(done)).toBe(markdown.render(`${text.trimEnd()}\n`).trimStart());
        expect(await layOut(done)).toBe(done);
      }),
    );
  });
});
