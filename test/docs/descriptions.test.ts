/** Descriptions on our pages: HTML becomes Markdown, and nothing in them reaches beyond its place. */
import { describe, expect, test } from 'vitest';
import { markdownOfHtml } from '../../generator/text/html.ts';
import { cell, codeSpan, label, lead, prose, summaryText } from '../../generator/text/markdown.ts';
import { renderPage } from '../../generator/docs-site/page.ts';
import { sdkOf } from '../support/sdk.ts';

describe('HTML', () => {
  test.each([
    [
      '<p>Use the <a href="/docs/api">new <b>API</b></a> and <code>a &lt; b</code>.</p>\n\n<p>Two</p>',
      'Use the new **API** and `a < b`.\n\nTwo',
    ],
    ['see <a href="https://x.test/a?b=c">this</a><br/>next', 'see [this](https://x.test/a?b=c)\n\nnext'],
    [
      '<ul>\n <li>One</li>\n <li><strong> Two</strong> and more</li></ul>after',
      '- One\n- **Two** and more\n\nafter',
    ],
    ['`<b>` stays, <b>unclosed', '`<b>` stays, unclosed'],
    ['of <currency>, a < b and <i>c</i>', 'of <currency>, a < b and *c*'],
    ['```\n  <b>code</b>\n```\n\n<b>x</b>', '```\n  <b>code</b>\n```\n\n**x**'],
    ['<table><tr><td><p>x</p></td></tr></table>', '<table><tr><td><p>x</p></td></tr></table>'],
    ['plain', 'plain'],
  ])('%j', (text, markdown) => {
    expect(markdownOfHtml(text)).toBe(markdown);
  });

  test.each(['<b>', '<a ', '```', '<li>a\n', '<b><i>', '`', '<p> '])(
    'takes time in proportion, or it would take longer than this may: %j',
    { timeout: 10_000 },
    (part) => {
      const text = part.repeat(100_000);
      markdownOfHtml(text);
      prose(text);
    },
  );
});

describe('traps', () => {
  test.each([
    ['an unknown element is text', 'of <currency>', 'of &lt;currency>'],
    ['a script is text', 'a <script>alert(1)</script>', 'a &lt;script>alert(1)&lt;/script>'],
    ['a script that tags hide', '<scr<b></b>ipt>x', '&lt;script>x'],
    ['a comment that tags hide', '<<b></b>!-- sdkwright:end usage -->', '&lt;!-- sdkwright:end usage -->'],
    [
      'handlers of a table',
      '<table onclick="x()"><tr><td colspan="2">a</td></tr></table>',
      '<table><tr><td colspan="2">a</td></tr></table>',
    ],
    ['a link that runs', '<details><a href="javascript:x()">a</a></details>', '<details><a>a</a></details>'],
    ['a picture that runs', '<img src=x onerror=alert(1) //', '&lt;img src=x onerror=alert(1) //'],
    ['a fence that never ends', 'a\n\n```js\nb', 'a\n\n```js\nb\n```'],
    ['a heading between ours', '# One\n\ntext\n\n## Two', '#### One\n\ntext\n\n##### Two'],
    ['a heading with a line below', 'One\n===\n\ntext', '#### One\n\ntext'],
    [
      'what is in code stays',
      '```html\n<div onclick="x()"># <b>\n```\n\nand `<id>`',
      '```html\n<div onclick="x()"># <b>\n```\n\nand `<id>`',
    ],
    ['addresses stay', 'at <https://x.test>', 'at <https://x.test>'],
  ])('%s', (_what, text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test('cells keep their bars, headings lose their signs', () => {
    expect(cell('# a | b\n\n- c \\| d')).toBe('a \\| b - c \\| d');
    for (const text of ['^(a|b)$', 'a\\|b', '`|`']) {
      const { html } = renderPage({
        path: 'a.md',
        text: `| a | b |\n| --- | --- |\n| ${codeSpan(text)} | end |\n`,
      });
      expect(html).toContain('<td>end</td>');
    }
    expect(label('a [b](c) <x>')).toBe('a b &lt;x>');
  });
});

test.each([
  ['<p>Creates <a href="/x">it</a>. Then more.</p>\n<p>Two</p>', 'Creates it. Then more.'],
  [
    'Returns the list of all the things. Things come in the order of their time.\n\nMore.',
    'Returns the list of all the things.',
  ],
  ['Version 1.2 of the API, e.g. for testing', 'Version 1.2 of the API, e.g. for testing'],
  ['long '.repeat(60), `${'long '.repeat(40).trim()} …`],
])('a summary of %j', (text, summary) => {
  expect(summaryText(text)).toBe(summary);
});

test('a long introduction begins with its first paragraphs', () => {
  expect(lead('# Welcome\n\nOne.\n\nTwo.\n\n# Authentication\n\nLong.')).toBe('One.\n\nTwo.');
  expect(lead(`One.\n\n${'x'.repeat(2000)}`)).toBe('One.');
  expect(lead('One.\n\n```sh\na\n\nb\n```')).toBe('One.');
});

describe('pages', () => {
  const text = { type: 'string' };
  const document = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1', description: '<p>All of <b>it</b>.</p>' },
    servers: [{ url: 'https://a.test' }],
    security: [{ basic: [] }, { bearer: [] }],
    paths: {
      '/search': {
        get: {
          operationId: 'search',
          deprecated: true,
          description: 'Deprecated: look elsewhere.\n\n### Overview\n\nx',
          responses: { 200: { description: 'ok', content: { 'application/json': { schema: text } } } },
        },
      },
      '/search/errors': {
        get: {
          operationId: 'errors',
          security: [{ key: [] }],
          parameters: [
            {
              in: 'query',
              name: 'size',
              description: 'How many',
              schema: { type: 'integer', minimum: 1, maximum: 9007199254740991, default: 5 },
            },
            { in: 'query', name: 'old', deprecated: true, schema: text },
          ],
          responses: { 204: { description: 'ok' } },
        },
      },
    },
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic' },
        bearer: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'x-key' },
      },
    },
  };
  const config = {
    resources: { search: { methods: { search: 'get /search', errors: 'get /search/errors' } } },
  };

  test('say it once, with the credentials that the operation needs, and anchors that lead there', async () => {
    const { files } = await sdkOf(JSON.stringify(document), {
      name: 'openapi.json',
      config: JSON.stringify(config),
    });
    const page = files.find((one) => one.path === 'docs/sdks/search/README.md')?.text ?? '';
    const operations = page.split(/^## (?!Overview)/m);
    expect(operations[0]).toContain('The methods of `client.search`.');
    expect(operations[0]).toContain('- [search](#search-1) - Deprecated: look elsewhere.');
    expect(operations[0]).toContain('- [errors](#errors) - ');
    expect(operations[2]).toContain('#### Overview');
    expect(operations[2]).not.toContain('> **Deprecated**');
    expect(operations[2]).toMatch(
      /\{\n {2}bearerToken: process\.env\['\w+'\], \/\/ This is the default and can be omitted/,
    );
    expect(operations[1]).toMatch(
      /\{\n {2}\w+: process\.env\['\w+'\], \/\/ This is the default and can be omitted/,
    );
    expect(operations[1]).not.toContain('bearerToken:');
    const request = files.find((one) => one.path === 'docs/models/operations/errorsrequest.md')?.text ?? '';
    expect(request).toContain('| How many. At least 1. Default: `5`. ');
    expect(request).toMatch(/\| `old` .*\| \*\*Deprecated\.\*\* /);
    expect(files.find((one) => one.path === 'README.md')?.text).toContain('\nAll of **it**.\n');
    expect(files.find((one) => one.path === 'docs/functions.md')?.text).toContain(
      'sdks/search/README.md#search-1',
    );
  });
});
