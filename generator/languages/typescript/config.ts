/** Config keys of the TypeScript SDK. */
import { choice, ignored, section, shortOr, text } from '../../config/schema/parts.ts';
import { mcpServer } from '../../config/schema/agents.ts';
import { targetSection } from '../../config/schema/target.ts';
import type { LanguageConfig } from '../language-data.ts';

export const typescriptConfig: LanguageConfig = {
  section: targetSection({
    language: 'typescript',
    about: 'The TypeScript SDK.',
    packageName: 'Name of the npm package.',
    manifest: 'package.json',
    publish: {
      npm: { type: ['boolean', 'object', 'null'], description: 'Whether the package is published on npm.' },
      jsr: shortOr(['boolean', 'string', 'null'], {
        description: 'Whether the package is published on JSR, and its name there.',
        properties: { package_name: text('Name on JSR.') },
      }),
    },
    keys: { mcp_server: mcpServer },
    options: {
      browser: shortOr(
        ['string', 'null'],
        section(
          {
            state: choice(['allow', 'disallow', 'dangerous_allow'], 'Whether browsers may use the SDK.'),
            message: text('Message of the error.'),
          },
          'Whether browsers may use the SDK.',
        ),
      ),
      dates: choice(
        ['string', 'date'],
        'Type of a `date-time`: `string` as in JSON, or `Date`. Default: `string`.',
      ),
      int64: choice(
        ['number', 'bigint'],
        'Type of an integer with format `int64`: `number`, which is rounded beyond 2^53, or `bigint`. Default: `number`.',
      ),
      mcp_server: mcpServer,
      node_migration: ignored('service', 'For a migration guide.'),
    },
  }),
  keys: ['docs.models', 'functions', 'compat'],
  needsRepository: 'provenance',
  proposed: (name) => ({ package_name: name }),
};
