/** Schema of the packages for agents: a server (MCP) and a command line. */
import {
  type Schema,
  choice,
  count,
  flag,
  ignored,
  matching,
  section,
  shortOr,
  text,
  texts,
} from './parts.ts';
import { forService, targetKeys } from './target.ts';

const forHost = { additionalProperties: ignored('service', 'For the hosted service.') };

const metadata: Schema = {
  type: ['object', 'null'],
  additionalProperties: true,
  description:
    'What the Worker answers at `/.well-known/oauth-protected-resource` (RFC 9728): `authorization_servers: [https://…]`.',
};

export const mcpTarget: Schema = section(
  {
    package_name: text('Name of the npm package; without it that of the SDK with `-mcp`.'),
    mode: choice(['tools', 'code', 'both'], 'What the server does unless `--mode` says otherwise.'),
    instructions: text('Told to the model about the whole server.'),
    schemas: choice(
      ['agents', 'full'],
      'Schemas of arguments: `agents` are short and taken by every client; `full` have `$defs` and conditions as the document has them.',
    ),
    tools: texts('What is offered, as patterns: `servers.*`; `!servers.delete` leaves one out.'),
    read_only: flag('true: only calls that read are in the package.'),
    budget: count('Most tokens of the list of tools; `check --agents` fails over it.'),
    cloudflare_worker: flag('true: the package has a server for Cloudflare Workers, too.'),
    oauth_resource_metadata: metadata,
    ...targetKeys,
  },
  'A server for agents (MCP): docs/agents.md.',
);

export const cliTarget: Schema = section(
  {
    package_name: text('Name of the npm package; without it that of the SDK with `-cli`.'),
    binary_name: text('Name of the program.'),
    ...targetKeys,
    ...forService(['production_repo', 'staging_repo', 'edition', 'options', 'publish', 'skip']),
  },
  'A command line, made where `out` is given (docs/agents.md).',
  forHost,
);

/** No groups and few repetitions, because an expression of a config must not run for long. */
const expressions = (description: string): Schema => ({
  type: ['array', 'null'],
  items: {
    ...{ type: 'string', maxLength: 200 },
    ...matching(
      '^[^()\\[\\]{}*+?]*(?:[*+?][^()\\[\\]{}*+?]*){0,3}$',
      'a regular expression without groups and with few repetitions',
    ),
  },
  description,
});

/** The server as older configs declare it, inside the target of the SDK. */
export const mcpServer: Schema = shortOr(
  ['boolean', 'string', 'null'],
  section(
    {
      package_name: text('Name of the npm package of the server.'),
      enable_all_resources: flag('false: only methods and resources with `mcp` are offered.'),
      enable_code_tool: flag('true: mode `code`; false: mode `tools`.'),
      instructions: text('Told to the model about the whole server.'),
      generate_cloudflare_worker: flag('As `targets.mcp.cloudflare_worker`.'),
      oauth_resource_metadata: metadata,
      ...forService(['publish']),
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
    forHost,
  ),
);
