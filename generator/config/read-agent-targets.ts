/**
 * Reads the options of the packages for agents: `targets.mcp`, `targets.cli`,
 * and `mcp_server` of older configs.
 */
import { defaultLanguage } from '../languages/data.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonObject, isJsonObject } from '../lib/json.ts';
import { at } from '../lib/origin.ts';
import {
  type Section,
  choiceAt,
  defined,
  flagAt,
  hasSection,
  numberAt,
  sectionAt,
  textAt,
  textsAt,
  valueAt,
} from './node.ts';
import type { AgentTargets, CodePermissions } from './types.ts';

const SCHEMAS = ['agents', 'full'] as const;
const MODES = ['tools', 'code', 'both'] as const;

/** `say` is called with a diagnostic if an older config has a server that is not generated. */
export function readAgentTargets(top: Section, say: (item: Diagnostic) => void): AgentTargets {
  const targets = sectionAt(top, 'targets');
  const mcp = sectionAt(targets, 'mcp');
  const cli = sectionAt(targets, 'cli');
  // Older configs declare the server inside the target of the SDK that it calls.
  const older = defaultLanguage.targets
    .map((name) => sectionAt(targets, name))
    .flatMap((target) => [sectionAt(target, 'options'), target])
    .find((section) => hasSection(section, 'mcp_server'));
  const server = older && sectionAt(older, 'mcp_server');
  const asked = older && valueAt(older, 'mcp_server');
  if (server && asked !== false && asked !== null && !hasSection(targets, 'mcp'))
    say(diagnostic('mcp-server-not-made', {}, { origin: server.origin }));
  const hasCode = server && flagAt(server, 'enable_code_tool');
  const tools = textsAt(mcp, 'tools');
  return {
    mcp: {
      tools,
      ...(tools.length > 0 && { toolsOrigin: at(mcp.origin, 'tools') }),
      readOnly: flagAt(mcp, 'read_only') ?? false,
      // Older configs either name what is offered or offer everything.
      isNamedOnly: server !== undefined && flagAt(server, 'enable_all_resources') === false,
      hasWorker:
        flagAt(mcp, 'cloudflare_worker') ?? (server && flagAt(server, 'generate_cloudflare_worker')) ?? false,
      ...defined({
        packageName: textAt(mcp, 'package_name') ?? (server && textAt(server, 'package_name')),
        mode:
          choiceAt(mcp, 'mode', MODES) ?? (hasCode === undefined ? undefined : hasCode ? 'code' : 'tools'),
        instructions: textAt(mcp, 'instructions') ?? (server && textAt(server, 'instructions')),
        schemas: choiceAt(mcp, 'schemas', SCHEMAS),
        budget: numberAt(mcp, 'budget'),
        permissions: server && permissionsAt(server),
        resourceMetadata: metadataAt(mcp) ?? (server && metadataAt(server)),
      }),
    },
    cli: defined({ packageName: textAt(cli, 'package_name'), binaryName: textAt(cli, 'binary_name') }),
  };
}

function metadataAt(section: Section): JsonObject | undefined {
  const value = valueAt(section, 'oauth_resource_metadata');
  return isJsonObject(value) ? value : undefined;
}

function permissionsAt(server: Section): CodePermissions | undefined {
  if (!hasSection(server, 'code_exec_permissions')) return undefined;
  const section = sectionAt(server, 'code_exec_permissions');
  return {
    allowsGets: flagAt(section, 'allow_http_gets') ?? false,
    ...(valueAt(section, 'allowed_methods') !== undefined && {
      allowed: textsAt(section, 'allowed_methods'),
    }),
    blocked: textsAt(section, 'blocked_methods'),
  };
}
