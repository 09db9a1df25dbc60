/** Markdown, text by text: what of its layout is changed, and what must stay. */
import { expect, it } from 'vitest';
import { formatMarkdown } from '../../generator/emit/markdown.ts';

const asked: string[] = [];
const formatted = (text: string): Promise<string> =>
  formatMarkdown(text, (language, code) => {
    asked.push(language);
    return Promise.resolve(
      language === 'ts'
        ? `<${code}>\n\n`
        : language === 'none'
          ? ' \n'
          : language === 'margin'
            ? `\n x\n`
            : undefined,
    );
  });

const wide = (cells: number): string => `| a |\n| --- |\n| ${'x'.repeat(cells)} |\n| b |\n`;

it.each<[string, string, string]>([
  ['nothing', '', ''],
  ['blank lines alone', '\n \n\t\n', ''],
  ['blank lines around', '\n\n\na\n\n \n\nb\n\n\n', 'a\n\nb\n'],
  ['a first line that is indented', '\n\n  a', '  a\n'],
  ['white space at the end', 'a  \nb  \n', 'a  \nb\n'],
  ['code of a language', '```ts\nlet a\n```\nb', '```ts\n<let a>\n```\nb\n'],
  ['code without a language', '```\na\n\n\nb\n```', '```\na\n\n\nb\n```\n'],
  ['code of no known language', '```sh\na\n```', '```sh\na\n```\n'],
  ['code that becomes nothing', '```none\na\n```', '```none\n```\n'],
  ['code that begins with a blank line', '```margin\na\n```', '```margin\n\n x\n```\n'],
  ['code without an end', '```ts\nlet a\n', '```ts\n<let a\n>\n'],
  ['code with more words', '```ts title\nlet a\n```', '```ts title\nlet a\n```\n'],
  ['code of a language in capitals', '```TS\nlet a\n```', '```TS\nlet a\n```\n'],
  ['code that is indented', '  ```ts\n  a\n\n\n  ```', '  ```ts\n  a\n\n\n  ```\n'],
  ['four signs', '````ts\n```\na\n\n\n````\n', '````ts\n```\na\n\n\n````\n'],
  ['more signs at the end', '```ts\na\n`````\t \nb\n', '```ts\n<a>\n`````\t \nb\n'],
  ['other signs', '~~~ts\na\n\n\n```\n~~~\n\n\nb', '~~~ts\na\n\n\n```\n~~~\n\nb\n'],
  ['two signs', '~~ts\n\n\n~~', '~~ts\n\n~~\n'],
  ['signs inside a line', 'a ```\n\n\nb', 'a ```\n\nb\n'],
  ['a span of code', '``` a ```\n\n\nb', '``` a ```\n\nb\n'],
  ['other signs with a backtick', '~~~ a`b\n\n\n~~~\n', '~~~ a`b\n\n\n~~~\n'],
  ['an end with words', '```\na\n``` b\n\n\n```', '```\na\n``` b\n\n\n```\n'],
  ['HTML', '<pre>\na\n\n\nb</pre>\n\n\nc', '<pre>\na\n\n\nb</pre>\n\nc\n'],
  ['HTML in a line', '<PRE>a</PRE>\n\n\nb', '<PRE>a</PRE>\n\nb\n'],
  ['HTML that begins inside', 'x <pre>\n\n\na</pre>', 'x <pre>\n\na</pre>\n'],
  ['HTML without an end', '<script>\n\n\na\n', '<script>\n\n\na\n'],
  ['HTML of another kind', '<prefix>\n\n\na', '<prefix>\n\na\n'],
  ['HTML with code in it', '<style>\n```ts\na\n```\n</style>', '<style>\n```ts\na\n```\n</style>\n'],
  ['indented code', 'a\n\n\n    b\n\n\n    c\n\n\nd', 'a\n\n\n    b\n\n\n    c\n\nd\n'],
  ['a tab', 'a\n\n\n\tb', 'a\n\n\n\tb\n'],
  ['a space', 'a\n\n\n b', 'a\n\n b\n'],
  ['two spaces', 'a\n\n\n  b', 'a\n\n\n  b\n'],
  ['spaces inside', 'a\n\n\nb  c', 'a\n\nb  c\n'],
  [
    'a table',
    '| a | bcde |\n| --- | --- |\n| fghi | j |  \nx',
    '| a    | bcde |\n| ---- | ---- |\n| fghi | j    |\nx\n',
  ],
  ['a short table', '| a |\n| --- |', '| a   |\n| --- |\n'],
  ['a rule that is longer', '| a |\n| ------- |\n| b |', '| a   |\n| --- |\n| b   |\n'],
  ['a table with a sign in it', '| a \\| b |\n| --- |\n| c |', '| a \\| b |\n| ------ |\n| c      |\n'],
  ['rows of other lengths', '| a | b |\n| --- | --- |\n| c |', '| a | b |\n| --- | --- |\n| c |\n'],
  ['a row without an end', '| a |\n| --- |\n| b', '| a |\n| --- |\n| b\n'],
  ['a row that ends in words', '| a |\n| --- |\n| b | c', '| a |\n| --- |\n| b | c\n'],
  ['no rule', '| a |\n| b |', '| a |\n| b |\n'],
  ['a rule of two', '| a |\n| -- |', '| a |\n| -- |\n'],
  ['a rule with words', '| a |\n| --- | b', '| a |\n| --- | b\n'],
  ['words before a rule', 'a\n| --- |', 'a\n| --- |\n'],
  ['words before the signs of a rule', '| a |\nx| --- |', '| a |\nx| --- |\n'],
  ['a table without a space', '|a |\n| --- |\n|b |', '|a |\n| --- |\n|b |\n'],
  ['an empty cell', '| a | b |\n| --- | --- |\n|  | c |', '| a   | b   |\n| --- | --- |\n|     | c   |\n'],
])('%s', async (_, text, expected) => expect(await formatted(text)).toBe(expected));

it('aligns a table up to two million characters', async () => {
  expect(await formatted(wide(500_000))).not.toBe(wide(500_000));
  expect(await formatted(wide(500_001))).toBe(wide(500_001));
});

it('asks for the language of a fence alone', async () => {
  asked.length = 0;
  await formatted('```ts\n```\n```\n```\n~~~go\n~~~\nx ```py\n```');
  // The last fence has no language and no end.
  expect(asked).toEqual(['ts', '', '']);
});
