import { defaultLanguage } from '../languages/data.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { Config } from './types.ts';

/** The default config, which also provides every key that a file omits. */
export function emptyConfig(audience: LanguageSelector = defaultLanguage): Config {
  return {
    kind: 'config',
    audience,
    organization: {},
    client: { defaultHeaders: [] },
    resources: [],
    pagination: [],
    querySettings: { arrayFormat: 'repeat', nestedFormat: 'brackets', formLists: 'repeat' },
    settings: {
      disableMockTests: false,
      unwrapResponseFields: [],
      sortSchemaProperties: true,
      openEnums: false,
      perEndpointSecurity: true,
    },
    casings: [],
    streaming: { onEvent: [] },
    webhooks: {},
    readme: { examples: [] },
    transforms: [],
    overlays: [],
    target: { publish: {}, options: {}, browser: 'dangerous_allow', skip: false },
    targets: [],
    agents: { mcp: { tools: [], readOnly: false, isNamedOnly: false, hasWorker: false }, cli: {} },
    unspecifiedEndpoints: { mode: 'omit', silenced: [] },
    diagnosticsIgnored: [],
    output: {
      format: true,
      docs: { enabled: true, samples: 'names' },
      tests: true,
      customCode: 'merge',
    },
  };
}
