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
      npm: { type: ['boolean', 'object', 'null'], description: 'Whether it goes to npm.' },
      jsr: shortOr(['boolean', 'string', 'null'], {
        description: 'Whether it goes to JSR, and under which name.',
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
            message: text('What the error says.'),
          },
          'Whether browsers may use the SDK.',
        ),
      ),
      dates: choice(
        ['string', 'date'],
        'What a `date-time` is: a `string` as in JSON, or a `Date`. Default: `string`.',
      ),
      int64: choice(
        ['number', 'bigint'],
        'What an integer of format `int64` is: a `number`, which is rounded beyond 2^53, or a `bigint`. Default: `number`.',
      ),
      mcp_server: mcpServer,
      node_migration: ignored('service', 'For a migration guide.'),
    },
  }),
  keys: ['docs.models', 'functions', 'compat'],
  needsRepository: 'provenance',
  proposed: (name) => ({ package_name: name }),
};
