import {
  VERB_AND_PATH,
  anything,
  choice,
  endpoint,
  flag,
  ignored,
  list,
  map,
  matching,
  ref,
  section,
  shortOr,
  text,
  textOrNull,
} from './parts.ts';
import { LANGUAGES, languageOfTarget } from '../../languages/data.ts';
import { schemaOf } from './keys.ts';
import type { Schema } from './parts.ts';
import { DOCS, ORGANIZATION, OUTPUT, SETTINGS, SPELLINGS } from './tables.ts';
import { cliTarget, mcpTarget } from './agents.ts';
import { targetKeys } from './target.ts';

export const organization: Schema = section(
  {
    ...schemaOf(ORGANIZATION),
    github_org: ignored('service', 'Owner of repositories; `production_repo` of a target names it.'),
    security_contact: ignored('service', 'For SECURITY.md.'),
    security_policy_url: ignored('service', 'For SECURITY.md.'),
    security_policy_terms: ignored('service', 'For SECURITY.md.'),
    upload_spec: ignored('service', 'Whether the hosted service publishes the document.'),
    logo: ignored('service', 'For hosted docs.'),
    favicon: ignored('service', 'For hosted docs.'),
  },
  'The organization that offers the API.',
);

export const settings: Schema = section(
  {
    ...schemaOf(SETTINGS),
    disable_tests: ignored('service', 'Older switch.'),
    unwrap_multiproperty_response_fields: ignored(
      'service',
      'Not needed: envelopes with further properties are left as they are.',
    ),
    mock_server: ignored('service', 'Which mock server tests use.'),
    require_websocket_dependencies: ignored('language', 'For languages with WebSocket packages.'),
    ...Object.fromEntries(
      [...LANGUAGES.map(({ language }) => language), 'go', 'java', 'csharp'].map((key) => [
        key,
        ignored('language', `For ${key}.`),
      ]),
    ),
    security_policy: ignored('service', 'For SECURITY.md.'),
    publish: ignored('service', 'For releases.'),
    codeowners: ignored('service', 'For repositories.'),
  },
  'Settings of the whole SDK.',
);

const example = section(
  {
    type: text('Always `request`.'),
    endpoint: endpoint('The operation: `get /books`.'),
    params: { type: ['object', 'null'], description: 'Its arguments by name.' },
    response_property: anything('Property of the result that the example prints.'),
    assign_to: text('Name of the variable for the result.'),
    example_properties: anything('Properties of the error that the example prints.'),
    file_param: text('Parameter that takes the file.'),
    file_path: text('File that the example sends.'),
  },
  'An example.',
  { required: ['endpoint'] },
);

export const readme: Schema = section(
  {
    example_requests: map(
      example,
      'Examples by section of the README: `default`, `headline`, `pagination`, `errors`, `streaming`, `file_uploads` …',
    ),
    example_types: ignored('language', 'For languages that show how types are made.'),
    include_stainless_attribution: ignored('service', 'There is no attribution.'),
  },
  'What the README shows.',
);

const transform = section(
  {
    command: text('`update`, `append`, `merge`, `remove`, `copy` or `move`.'),
    reason: textOrNull('Reason for the change. It has no effect.'),
    args: {
      type: ['object', 'null'],
      description:
        'Arguments of the command: `target` (a JSONPath or a list of them), and `value`, `keys`, `from` or `to`.',
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
        'Tool that reads the samples in `openapi.documented.yml`. `readme` writes `x-readme`; `x-code-samples` writes the older spelling of `x-codeSamples`. Default: `x-codeSamples`, which Redoc, Scalar, Mintlify and others read.',
    },
    code_sample_languages: ignored('language', 'For samples in other languages.'),
    inject_headers: ignored('service', 'For hosted docs.'),
    output: ignored('service', 'For the hosted service.'),
  },
  'The document, and changes to it before it is read.',
);

const casing = section(
  {
    initialism: flag('true: an abbreviation such as CPU. false: an ordinary word.'),
    ...schemaOf(SPELLINGS),
    kebab: text('some-word'),
    singular: anything('Spellings of the singular.'),
    plural: anything('Spellings of the plural.'),
  },
  'Spellings of a word.',
);

export const customCasings: Schema = map(casing, 'Spellings by word.');

export const diagnostics: Schema = section(
  {
    ignored: {
      type: ['object', 'array', 'null'],
      description:
        'Diagnostics that are not reported: a list of codes, or a section in which each code has the value true or a list of locations with reasons.',
      items: { type: 'string' },
    },
  },
  'Diagnostics of `check` and `generate`.',
);

export const webhooks: Schema = section(
  { signing_key_option: text('Client option that contains the signing secret.') },
  'Webhooks.',
);

export const unspecifiedEndpoints: Schema = {
  type: ['array', 'string', 'null'],
  items: { type: 'string', ...matching('^\\s*[A-Za-z]+\\s+\\S', VERB_AND_PATH) },
  ...matching('^generate$', 'a list of operations, or `generate`'),
  description:
    'List of operations that are deliberately left out. Or `generate`: operations that `resources` does not name are also generated, under default names.',
};

export const output: Schema = section(
  {
    repository: choice(
      ['github', 'github-package'],
      'Generates the files of a GitHub repository that are missing: workflows that test, release (release-please) and publish, `CONTRIBUTING.md`, `SECURITY.md` and `examples/`. Later runs only add new packages to them. If packages are in subfolders of a git repository, the workflows and a config of release-please for all packages are written to its root. `github-package` writes them to the folder of the package instead, for packages that are copied to repositories of their own.',
    ),
  },
  'Files around the package.',
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

/** Targets of published configs that are not generated here. */
const otherTargets =
  'go java kotlin ruby terraform php csharp rust swift http openapi sql docs elixir dart scala'
    .split(' ')
    .filter((key) => languageOfTarget(key) === undefined);

export const targets: Schema = {
  ...section(
    {
      mcp: mcpTarget,
      cli: cliTarget,
      ...Object.fromEntries(otherTargets.map((key) => [key, shortTarget(key)])),
      ...Object.fromEntries(
        LANGUAGES.flatMap(({ language, targets: names }) => names.map((name) => [name, ref(language)])),
      ),
    },
    'The packages to generate. Any other name is a further target, which needs `templates` or `command`, and `out`.',
  ),
  additionalProperties: section(targetKeys, 'A further target.', {
    anyOf: [{ required: ['templates'] }, { required: ['command'] }],
  }),
};

/** Another language: ignored unless it names templates or a command. */
function shortTarget(language: string): Schema {
  return {
    description: `For ${language}; generated only when \`templates\` or \`command\` is given.`,
    if: { anyOf: [{ required: ['templates'] }, { required: ['command'] }] },
    then: section(targetKeys, 'A further target.'),
    else: ignored('language', `For ${language}.`),
  };
}

/** Keys that only this generator has. */
export const own: Readonly<Record<string, Schema>> = {
  spec: text('The OpenAPI document: a file relative to this one, or a URL.'),
  ...targetKeys,
  format: {
    type: ['boolean', 'string', 'null'],
    enum: [true, false, 'prettier', 'none', null],
    description: 'Whether files are formatted.',
  },
  docs: shortOr(
    ['boolean', 'null'],
    section(
      {
        ...schemaOf(DOCS),
        layout: text('Layout of the pages.'),
      },
      'Documentation pages of the SDK.',
    ),
  ),
  ...schemaOf(OUTPUT),
};
