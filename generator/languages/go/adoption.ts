/** Repositories of Go modules that another generator filled. */
import type { AdoptionData } from '../language-data.ts';

const script = (about: string, command: string): string =>
  `#!/usr/bin/env bash\n# ${about}\nset -eu\ncd "$(dirname "$0")/.."\n${command}\n`;

export const adoption: AdoptionData = {
  former: [
    {
      patterns: ['{field,aliases,usage_test,client_test}.go', '{internal,option,packages,shared}/**'],
      reason: 'the runtime of the former generator; nothing generated imports it',
    },
    { patterns: ['go.sum'], reason: 'sums of the modules that the former code used' },
    {
      patterns: ['{.stats.yml,Brewfile}', 'scripts/**'],
      reason: 'a tool, or settings of a tool, of the former package',
    },
  ],
  scripts: {
    'scripts/bootstrap': script('Downloads the modules.', 'go mod download'),
    'scripts/lint': script('Checks the code.', 'go vet ./...'),
    'scripts/test': script('Tests the module.', 'go test ./... "$@"'),
  },
  publisher: /goreleaser/,
  stale: [
    {
      command: /\bgo-version:[^#]*?['"\s[]1\.(?:1?\d|2[0-3])(?:[.x'"\s,\]}]|$)/,
      reason: 'The new module needs Go 1.24 or later.',
    },
  ],
  staleFiles: [],
  // A package of Go is a folder, and its files have no names for users.
  importedAs: () => undefined,
  scriptNames: () => undefined,
  licenseIn: () => undefined,
  losses: (path, before, after) => {
    const [old, next] = [before, after].map((text) => /^module\s+(\S+)/m.exec(text)?.[1]);
    return path === 'go.mod' && old !== undefined && old !== next
      ? [`The module was ${old} and is now ${next ?? 'nameless'}. Imports of users name the former path.`]
      : [];
  },
};
