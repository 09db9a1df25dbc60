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
    'Response of the Worker at `/.well-known/oauth-protected-resource` (RFC 9728): `authorization_servers: [https://…]`.',
};

export const mcpTarget: Schema = section(
  {
    package_name: text('Name of the npm package. Default: the name of the SDK followed by `-mcp`.'),
    mode: choice(['tools', 'code', 'both'], 'Mode of the server, unless it is started with `--mode`.'),
    instructions: text('Instructions for the model about the whole server.'),
    schemas: choice(
      ['agents', 'full'],
      'Schemas of arguments. `agents`: short, and accepted by every client. `full`: with the `$defs` and conditions of the document.',
    ),
    tools: texts('Patterns for the calls to offer: `servers.*`. `!servers.delete` excludes a call.'),
    read_only: flag('true: the package only contains calls that read.'),
    budget: count('Maximum number of tokens in the list of tools. `check --agents` fails if there are more.'),
    cloudflare_worker: flag('true: the package also contains a server for Cloudflare Workers.'),
    oauth_resource_metadata: metadata,
    ...targetKeys,
  },
  'A server for agents (MCP): docs/agents.md.',
);

export const cliTarget: Schema = section(
  {
    package_name: text('Name of the npm package. Default: the name of the SDK followed by `-cli`.'),
    binary_name: text('Name of the program.'),
    ...targetKeys,
    ...forService(['production_repo', 'staging_repo', 'edition', 'options', 'publish', 'skip']),
  },
  'A command-line program (docs/agents.md). Only generated if it has `out`.',
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
      instructions: text('Instructions for the model about the whole server.'),
      generate_cloudflare_worker: flag('Same as `targets.mcp.cloudflare_worker`.'),
      oauth_resource_metadata: metadata,
      ...forService(['publish']),
      code_exec_permissions: section(
        {
          allow_http_gets: flag('true: GET calls are offered.'),
          allowed_methods: expressions(
            'Regular expressions for names such as `servers.list` of calls to offer.',
          ),
          blocked_methods: expressions('Regular expressions for names of calls to exclude.'),
        },
        'The calls to offer, also as tools.',
      ),
    },
    'Older key for the server for agents, which `targets.mcp` generates.',
    forHost,
  ),
);
