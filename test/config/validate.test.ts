import { describe, expect, it } from 'vitest';
import { configOf } from './support.ts';

const said = async (text: string): Promise<readonly string[]> => (await configOf(text)).listing;

describe('what is wrong is said at its place', () => {
  it('knows a slip of the pen from a key of another time', async () => {
    expect(await said('resorces: {}\nflux_capacitor: 1\n')).toEqual([
      'error config-key-misspelt 1:1 Unknown key resorces in the config; the nearest known key is resources.',
      'warning config-key-unknown 2:17 The key flux_capacitor is not known in the config and has no effect.',
    ]);
  });

  it('sees through other spellings of a key', async () => {
    expect(await said('clientSettings: {}\nquery-settings: {}\n')).toEqual([
      'error config-key-misspelt 1:1 Unknown key clientSettings in the config; the nearest known key is client_settings.',
      'error config-key-misspelt 2:1 Unknown key query-settings in the config; the nearest known key is query_settings.',
    ]);
  });

  it('goes down the tree of resources', async () => {
    expect(
      await said(
        'resources:\n  books:\n    subresources:\n      reviews:\n        method:\n          list: get /reviews\n',
      ),
    ).toEqual([
      'error config-key-misspelt 5:9 Unknown key method in resources.books.subresources.reviews; the nearest known key is methods.',
    ]);
  });

  it('wants a verb and a path', async () => {
    expect(
      await said('resources:\n  books:\n    methods:\n      list: /books\n      get: { endpoint: books }\n'),
    ).toEqual([
      'error config-entry-invalid 4:13 resources.books.methods.list must be a verb and a path such as `get /books`, not "/books". `resources.books.methods.list` is left out.',
      'error config-entry-invalid 5:24 resources.books.methods.get.endpoint must be a verb and a path such as `get /books`, not "books". `resources.books.methods.get` is left out.',
    ]);
  });

  it.each<readonly [string, readonly string[]]>([
    ['github.com/acme/sdks/go', []],
    ['go.acme.example/shop/v2', []],
    ...['https://github.com/acme/sdks', '../go', 'a/../b', 'a b', 'a/', '/a'].map(
      (path) =>
        [
          path,
          [
            `error config-value 2:22 targets.go.module_path must be a path such as \`github.com/acme/sdks/go\`, not "${path}".`,
          ],
        ] as const,
    ),
  ])('wants a path of a module: %s', async (path, expected) => {
    expect(await said(`targets:\n  go: { module_path: "${path}" }\n`)).toEqual(expected);
  });

  it('names the values that are allowed', async () => {
    expect(await said('query_settings:\n  array_format: csv\n')).toEqual([
      'error config-value 2:17 query_settings.array_format must be one of comma, repeat, indices, brackets, not "csv".',
    ]);
  });

  it('knows durations and counts', async () => {
    expect(
      await said('client_settings:\n  default_timeout: one minute\n  default_retries: { max_retries: -1 }\n'),
    ).toEqual([
      'error config-value 2:20 client_settings.default_timeout must be milliseconds or an ISO 8601 duration such as PT60S, not "one minute".',
      'error config-value 3:35 client_settings.default_retries.max_retries must not be negative, not -1.',
    ]);
  });

  it('misses what an entry cannot do without', async () => {
    expect(
      await said('pagination:\n  - name: pages\nstreaming:\n  on_event:\n    - event_type: error\n'),
    ).toEqual([
      'error config-entry-invalid 2:5 pagination.0 lacks the key type. `pagination.0` is left out.',
      'error config-key-missing 5:7 streaming.on_event.0 lacks the key handle.',
    ]);
  });

  it('looks up names that refer to other entries', async () => {
    const listing = await said(
      'pagination:\n  - { name: pages, type: cursor }\n  - { name: pages, type: offset }\nresources:\n  books:\n    methods:\n      list: { endpoint: get /books, paginated: page }\n      all: { type: alias, to: lst }\n',
    );
    expect(listing).toEqual([
      'error config-name-twice 3:13 Two pagination schemes are called pages.',
      'error config-name-unknown 7:48 Unknown pagination scheme: page.',
      'error config-name-unknown 8:31 Unknown method: books.lst.',
    ]);
  });

  it('tells once what is for others', async () => {
    expect(
      await said('targets:\n  ruby: { package_name: x, anything: { at: all } }\n  go: {}\ncodeflow: {}\n'),
    ).toEqual([
      'note config-key-ignored 4:1 These keys are for other languages or for a hosted service and have no effect here: codeflow, targets.ruby.',
    ]);
  });

  it('leaves keys of the author alone', async () => {
    expect(
      await said(
        'x-anchors: { a: &a get /books }\nresources:\n  books: { x-note: hello, methods: { list: *a } }\n',
      ),
    ).toEqual([]);
  });

  it('is not confused by a list or by nothing', async () => {
    expect(await said('- a\n')).toEqual([
      'error config-not-an-object 1:1 sdkwright.yml is not a config: its top level is a list.',
    ]);
    expect(await said('resources:\nsettings:\ntargets:\n  typescript:\n')).toEqual([]);
    expect(await said('# nothing yet\n')).toEqual([]);
  });

  it('survives names that JavaScript objects already have', async () => {
    const { config, diagnostics } = await configOf(
      'resources:\n  __proto__:\n    methods:\n      constructor: get /a\n  toString: { models: { hasOwnProperty: A } }\n',
    );
    expect(diagnostics).toEqual([]);
    expect(config.resources.map((one) => one.key)).toEqual(['__proto__', 'toString']);
    expect(config.resources[0]?.methods.map((one) => one.key)).toEqual(['constructor']);
  });
});
