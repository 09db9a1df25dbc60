import {
  anything,
  choice,
  count,
  endpoint,
  flag,
  forTypescript,
  ignored,
  list,
  map,
  scalar,
  section,
  shortOr,
  text,
  textOrNull,
  texts,
} from './parts.ts';
import type { Schema } from './parts.ts';

export const organization: Schema = section(
  {
    name: textOrNull('Name of the organization; the client is named for it.'),
    docs: textOrNull("Address of the API's documentation."),
    contact: textOrNull('Address for questions and reports.'),
    github_org: ignored('service', 'Owner of repositories; `production_repo` of a target names it.'),
    security_contact: ignored('service', 'For SECURITY.md.'),
    security_policy_url: ignored('service', 'For SECURITY.md.'),
    security_policy_terms: ignored('service', 'For SECURITY.md.'),
    upload_spec: ignored('service', 'Whether the hosted service publishes the document.'),
    logo: ignored('service', 'For hosted docs.'),
    favicon: ignored('service', 'For hosted docs.'),
  },
  'Whose API it is.',
);

export const settings: Schema = section(
  {
    license: shortOr(
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
    disable_mock_tests: flag('true: generated tests that need a mock server are skipped.'),
    disable_tests: ignored('service', 'Older switch.'),
    unwrap_response_fields: texts(
      'Envelope properties (`data`): a response that holds one is replaced by its value.',
    ),
    file_header: textOrNull('Comment at the top of every file.'),
    sort_schema_properties: flag('false: properties stay in the order of the document.'),
    positional_params: {
      type: ['boolean', 'string'],
      description: 'false: path parameters are never arguments of their own.',
    },
    per_endpoint_security: flag(
      'true: each call sends only the credentials that its operation asks for. false, or absent: every call sends all that are set.',
    ),
    unwrap_multiproperty_response_fields: ignored(
      'service',
      'Not needed: envelopes with further properties are left as they are.',
    ),
    mock_server: ignored('service', 'Which mock server tests use.'),
    require_websocket_dependencies: ignored('language', 'For languages with WebSocket packages.'),
    python: ignored('language', 'For Python.'),
    go: ignored('language', 'For Go.'),
    java: ignored('language', 'For Java.'),
    csharp: ignored('language', 'For C#.'),
    security_policy: ignored('service', 'For SECURITY.md.'),
    publish: ignored('service', 'For releases.'),
    codeowners: ignored('service', 'For repositories.'),
  },
  'What holds for the whole SDK.',
);

const example = section(
  {
    type: text('Always `request`.'),
    endpoint: endpoint('The operation: `get /books`.'),
    params: { type: ['object', 'null'], description: 'Its arguments by name.' },
    response_property: anything('Property of the result that the example prints.'),
    assign_to: text('Variable that takes the result.'),
    example_properties: anything('Properties of the error that the example prints.'),
    file_param: text('Parameter that takes the file.'),
    file_path: text('File that the example sends.'),
  },
  'One example.',
);

export const readme: Schema = section(
  {
    example_requests: map(
      example,
      'Examples by place: default, headline, pagination, errors, streaming, file_uploads …',
    ),
    example_types: ignored('language', 'For languages that show how types are made.'),
    include_stainless_attribution: ignored('service', 'There is no attribution.'),
  },
  'What the README shows.',
);

const transform = section(
  {
    command: text('update, append, merge, remove, copy or move.'),
    reason: textOrNull('Why, for readers.'),
    args: {
      type: ['object', 'null'],
      description: 'target (a JSONPath or a list of them) and what the command needs: value, keys, from, to.',
    },
  },
  'One change to the document.',
  { required: ['command'] },
);

export const openapi: Schema = section(
  {
    transforms: list(transform, 'Changes to the document, in order.'),
    transformations: list(transform, 'Older name of `transforms`.'),
    overlays: list(
      { type: 'string' },
      'OpenAPI Overlay files, relative to this file; applied before `transforms`.',
    ),
    code_samples: {
      type: ['string', 'object', 'boolean', 'null'],
      description:
        'Which tool the samples in `openapi.documented.yml` are for: `readme` writes `x-readme`, `x-code-samples` the older spelling of `x-codeSamples`; the latter, without the key, is what Redoc, Scalar, Mintlify and others read.',
    },
    code_sample_languages: ignored('language', 'For samples in other languages.'),
    inject_headers: ignored('service', 'For hosted docs.'),
    output: ignored('service', 'For the hosted service.'),
  },
  'The document, and changes to it before it is read.',
);

const casing = section(
  {
    initialism: flag('true: an abbreviation such as CPU; false: no abbreviation after all.'),
    snake: text('some_word'),
    camel: text('someWord'),
    pascal: text('SomeWord'),
    capital: text('Some Word'),
    kebab: text('some-word'),
    singular: anything('Spellings of the singular.'),
    plural: anything('Spellings of the plural.'),
  },
  'How one word is spelled.',
);

export const customCasings: Schema = map(casing, 'Spellings by word.');

export const diagnostics: Schema = section(
  {
    ignored: {
      type: ['object', 'array', 'null'],
      description: 'What not to report: code → true, or a list of places with reasons; or a list of codes.',
      items: { type: 'string' },
    },
  },
  'What is reported.',
);

export const webhooks: Schema = section(
  { signing_key_option: text('Client option that holds the secret.') },
  'Webhooks.',
);

export const unspecifiedEndpoints: Schema = {
  type: ['array', 'string', 'null'],
  items: { type: 'string', pattern: '^\\s*[A-Za-z]+\\s+\\S' },
  pattern: '^generate$',
  description:
    'Operations that are left out on purpose; or `generate`: operations that `resources` does not name get names of their own.',
};

export const output: Schema = section(
  {
    repository: choice(
      ['github'],
      'Makes the files of a GitHub repository around the package, where they are missing; from then on they are yours: workflows that test, release (release-please) and publish, `CONTRIBUTING.md`, `SECURITY.md`, `examples/`.',
    ),
  },
  'What is made beside the package.',
);

/** Sections that only the hosted service reads. */
export const service: Readonly<Record<string, Schema>> = Object.fromEntries(
  [
    'codeflow',
    'errors',
    'multipart_settings',
    'package',
    'node_settings',
    'flags',
    'features',
    'docs_site',
    'docs_config',
    'documentation',
    'mcp',
    'project',
    'hash',
    'codegen',
    'github',
    'release',
    'releases',
    'custom_code_settings',
    'standalone_api',
    'telemetry',
    'websockets',
  ].map((key) => [key, ignored('service', 'For the hosted service.')]),
);

const ours = {
  out: text('Folder of the SDK, relative to this file.'),
  templates: text('Template set or overlay: the name of a shipped set, or a folder relative to this file.'),
  command: text(
    'A program that gets the plan as JSON on its standard input and answers with files (docs/plan.md). Runs only with `--allow-commands`.',
  ),
};

/** Keys of configs of the hosted service that mean nothing here. */
const forService = (keys: readonly string[]): Readonly<Record<string, Schema>> =>
  Object.fromEntries(keys.map((key) => [key, ignored('service', 'For the hosted service.')]));

const mcpTarget: Schema = section(
  {
    package_name: text('Name of the npm package; without it that of the SDK with `-mcp`.'),
    mode: choice(['tools', 'code', 'both'], 'What the server does unless `--mode` says otherwise.'),
    instructions: text('Told to the model about the whole server.'),
    tools: texts('What is offered, as patterns: `servers.*`; `!servers.delete` leaves one out.'),
    read_only: flag('true: only calls that read are in the package.'),
    budget: count('Most tokens of the list of tools; `check --agents` fails over it.'),
    ...ours,
  },
  'A server for agents (MCP): docs/agents.md.',
);

const cliTarget: Schema = section(
  {
    package_name: text('Name of the npm package; without it that of the SDK with `-cli`.'),
    binary_name: text('Name of the program.'),
    ...ours,
    ...forService(['production_repo', 'staging_repo', 'edition', 'options', 'publish', 'skip']),
  },
  'A command line, made where `out` is given (docs/agents.md).',
  { additionalProperties: ignored('service', 'For the hosted service.') },
);

export const targets: Schema = {
  ...section(
    {
      typescript: ref('typescript'),
      node: ref('typescript'),
      python: ref('python'),
      mcp: mcpTarget,
      cli: cliTarget,
      ...Object.fromEntries(
        [
          'go',
          'java',
          'kotlin',
          'ruby',
          'terraform',
          'php',
          'csharp',
          'rust',
          'swift',
          'http',
          'openapi',
          'sql',
          'docs',
          'elixir',
          'dart',
          'scala',
        ].map((key) => [key, shortTarget(key)]),
      ),
    },
    'What is generated. Further names are targets of their own: `templates` or `command`, and `out`.',
  ),
  additionalProperties: section(ours, 'A further target.', {
    anyOf: [{ required: ['templates'] }, { required: ['command'] }],
  }),
};

/** Another language: ignored, unless it names templates that make it. */
function shortTarget(language: string): Schema {
  return {
    description: `For ${language}; generated only when \`templates\` or \`command\` is given.`,
    if: { anyOf: [{ required: ['templates'] }, { required: ['command'] }] },
    then: section({ ...ours }, 'A further target.'),
    else: ignored('language', `For ${language}.`),
  };
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

const browser = shortOr(
  ['string', 'null'],
  section(
    {
      state: choice(['allow', 'disallow', 'dangerous_allow'], 'Whether browsers may use the SDK.'),
      message: text('What the error says.'),
    },
    'Whether browsers may use the SDK.',
  ),
);

/** No groups and few repetitions: an expression of a config must not run for long. */
const expressions = (description: string): Schema => ({
  type: ['array', 'null'],
  items: { type: 'string', maxLength: 200, pattern: '^[^()\\[\\]{}*+?]*(?:[*+?][^()\\[\\]{}*+?]*){0,3}$' },
  description,
});

const mcpServer = shortOr(
  ['boolean', 'string', 'null'],
  section(
    {
      package_name: text('Name of the npm package of the server.'),
      enable_all_resources: flag('false: only methods and resources with `mcp` are offered.'),
      enable_code_tool: flag('true: mode `code`; false: mode `tools`.'),
      instructions: text('Told to the model about the whole server.'),
      code_exec_permissions: section(
        {
          allow_http_gets: flag('true: calls by GET are offered.'),
          allowed_methods: expressions('What is offered, as regular expressions over `servers.list`.'),
          blocked_methods: expressions('What is left out of it.'),
        },
        'What is offered; it holds for tools, too.',
      ),
    },
    'The server for agents of older configs; `targets.mcp` makes it.',
    { additionalProperties: ignored('service', 'For the hosted service.') },
  ),
);

export const typescript: Schema = section(
  {
    package_name: textOrNull('Name of the npm package.'),
    edition: scalar(
      'Date of the output contract of this target (`typescript.2025-10-10`); wins over that of the config.',
    ),
    production_repo: textOrNull('Repository, `owner/name`.'),
    publish: section(
      {
        npm: { type: ['boolean', 'object', 'null'], description: 'Whether it goes to npm.' },
        jsr: shortOr(['boolean', 'string', 'null'], {
          description: 'Whether it goes to JSR, and under which name.',
          properties: { package_name: text('Name on JSR.') },
        }),
        release: ignored('service', 'For releases.'),
      },
      'Where the package is published.',
    ),
    options: section(
      {
        browser,
        mcp_server: mcpServer,
        node_migration: ignored('service', 'For a migration guide.'),
        custom: ignored('service', 'For the hosted service.'),
      },
      'Options of the target.',
      { additionalProperties: ignored('service', 'For the hosted service.') },
    ),
    mcp_server: mcpServer,
    skip: flag('true: not generated.'),
    version: text(
      'Version of the package in its first run; later `package.json` decides, which release tools raise.',
    ),
    ...ours,
    ...Object.fromEntries(
      [
        'readme_title',
        'screencast',
        'staging_repo',
        'keep_files',
        'custom',
        'project_name',
        'readme',
        'publish_packages',
        'release_environment',
        'license',
      ].map((key) => [key, ignored('service', 'For the hosted service.')]),
    ),
  },
  'The TypeScript SDK.',
);

export const python: Schema = section(
  {
    package_name: textOrNull('Name that is imported.'),
    project_name: textOrNull('Name on PyPI; without it the one that is imported.'),
    edition: scalar('Date of the output contract of this target; wins over that of the config.'),
    production_repo: textOrNull('Repository, `owner/name`.'),
    publish: section(
      {
        pypi: { type: ['boolean', 'object', 'null'], description: 'Whether it goes to PyPI.' },
        ...forService(['release']),
      },
      'Where the package is published.',
    ),
    options: section({}, 'Options of the target.', {
      additionalProperties: ignored('service', 'For the hosted service.'),
    }),
    skip: flag('true: not generated.'),
    version: text('Version of the package in its first run; later `pyproject.toml` decides.'),
    ...ours,
    ...forService([
      'readme_title',
      'screencast',
      'staging_repo',
      'keep_files',
      'custom',
      'readme',
      'publish_packages',
      'release_environment',
      'license',
    ]),
  },
  'The Python SDK. Made beside that of TypeScript where it has `out`, and alone by `--target python`.',
);

/** Keys that are ours alone. */
export const own: Readonly<Record<string, Schema>> = {
  spec: text('The OpenAPI document: a file relative to this one, or a URL.'),
  ...ours,
  format: {
    type: ['boolean', 'string', 'null'],
    enum: [true, false, 'prettier', 'none', null],
    description: 'Whether files are formatted.',
  },
  docs: shortOr(
    ['boolean', 'null'],
    section(
      {
        enabled: flag('false: no pages.'),
        reference: flag('true: pages about the HTTP interface of operations.'),
        models: forTypescript(flag('Whether there are pages about models. By default for up to 200 models.')),
        samples: choice(
          ['names', 'placeholders'],
          'What stands for a value that the document has no example of: its name, or a placeholder.',
        ),
        layout: text('Layout of the pages.'),
      },
      'Documentation pages of the SDK.',
    ),
  ),
  functions: forTypescript(
    flag(
      'Whether each method is also a standalone function, for small bundles. By default for up to 100 operations.',
    ),
  ),
  compat: forTypescript(
    choice(
      ['stainless'],
      'Keeps import paths of SDKs made by Stainless: `core/error`, and paths that end in `.js` and `.mjs`. ' +
        'Configs with an edition before 2026-11-23, or none, have them.',
    ),
  ),
  tests: flag('false: no generated tests, and no script that runs them.'),
  custom_code: choice(['merge', 'refuse', 'overwrite'], 'What becomes of edits inside generated files.'),
};
