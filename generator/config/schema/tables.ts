/** Tables of keys. A key that stands here is in the schema, in `Config` and in the docs. */
import { sectionAt, textAt, choiceAt, valueAt } from '../node.ts';
import { choiceKey, flagKey, key, textKey, textsKey } from './keys.ts';
import { ignored, section, shortOr, text } from './parts.ts';

export const ORGANIZATION = {
  name: textKey('name', 'Name of the organization; the client is named for it.'),
  docs: textKey('docs', "Address of the API's documentation."),
  contact: textKey('contact', 'Address for questions and reports.'),
};

export const SETTINGS = {
  license: key(
    'license',
    shortOr(
      ['string', 'null'],
      section(
        {
          name: text('SPDX identifier.'),
          contents: ignored('service', 'The text is that of the identifier.'),
          extension: ignored('service', 'The file is called LICENSE.'),
        },
        'License of the SDK.',
      ),
    ),
    (settings, name) => textAt(settings, name) ?? textAt(sectionAt(settings, name), 'name'),
  ),
  disableMockTests: flagKey(
    'disable_mock_tests',
    'true: generated tests that need a mock server are skipped.',
    false,
  ),
  unwrapResponseFields: textsKey(
    'unwrap_response_fields',
    'Envelope properties (`data`): a response that holds one is replaced by its value.',
  ),
  fileHeader: key(
    'file_header',
    textKey('file_header', 'Comment at the top of every file.').schema,
    (settings, name) => textAt(settings, name)?.trimEnd(),
  ),
  sortSchemaProperties: flagKey(
    'sort_schema_properties',
    'false: properties stay in the order of the document.',
    true,
  ),
  openEnums: flagKey(
    'open_enums',
    'true: enums with several values also accept values that the document does not list, in requests and ' +
      'responses, so a new value in a response breaks no user.',
    false,
  ),
  positionalParams: key(
    'positional_params',
    {
      type: ['boolean', 'string'],
      description: 'false: path parameters are never arguments of their own.',
    },
    (settings, name) =>
      valueAt(settings, name) === false
        ? ('none' as const)
        : choiceAt(settings, name, ['all', 'last', 'none'] as const),
  ),
  /** Without a config: true. */
  perEndpointSecurity: flagKey(
    'per_endpoint_security',
    'true: each call sends only the credentials that its operation asks for. false, or absent: every call sends all that are set.',
    false,
  ),
};

export const DOCS = {
  enabled: flagKey('enabled', 'false: no pages.', true),
  /** Editions before 2026-11-23 have them. */
  reference: flagKey('reference', 'true: pages about the HTTP interface of operations.'),
  models: flagKey('models', 'Whether there are pages about models. By default for up to 200 models.'),
  samples: choiceKey(
    'samples',
    ['names', 'placeholders'],
    'What stands for a value that the document has no example of: its name, or a placeholder.',
    'names',
  ),
};

/** Keys of the file itself about what is generated. */
export const OUTPUT = {
  functions: flagKey(
    'functions',
    'Whether each method is also a standalone function, for small bundles. By default for up to 100 operations.',
  ),
  compat: choiceKey(
    'compat',
    ['stainless'],
    'Keeps import paths of SDKs made by Stainless: `core/error`, and paths that end in `.js` and `.mjs`. ' +
      'Configs with an edition before 2026-11-23, or none, have them.',
  ),
  tests: flagKey('tests', 'false: no generated tests, and no script that runs them.', true),
  customCode: choiceKey(
    'custom_code',
    ['merge', 'refuse', 'overwrite'],
    'What becomes of edits inside generated files.',
    'merge',
  ),
};

const spelling = (name: string, description: string) => key(name, text(description), textAt);

/** Spellings of a word. */
export const SPELLINGS = {
  snake: spelling('snake', 'some_word'),
  camel: spelling('camel', 'someWord'),
  pascal: spelling('pascal', 'SomeWord'),
  capital: spelling('capital', 'Some Word'),
};
