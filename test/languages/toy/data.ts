/** What the program must know of Toy before it makes an SDK. */
import { text } from '../../../generator/config/schema/parts.ts';
import { targetSection } from '../../../generator/config/schema/target.ts';
import { type LanguageData, tokensOf } from '../../../generator/languages/language-data.ts';
import type { LanguageName } from '../../../generator/languages/names.ts';

export const toy = {
  language: 'toy' as LanguageName,
  title: 'Toy',
  targets: ['toy'],
  hints: ['toy', '*'],
  manifest: { files: ['toy.manifest'], versionIn: (file) => /^version (\S+)$/m.exec(file)?.[1] },
  check: 'compiling',
  isCompiled: false,
  config: {
    section: targetSection({
      language: 'toy' as LanguageName,
      about: 'The Toy SDK.',
      packageName: 'Name of the box.',
      manifest: 'toy.manifest',
      publish: { shelf: text('The shelf that the box goes to.') },
    }),
    keys: [],
    proposed: (name) => ({ package_name: name, out: 'sdk-toy' }),
  },
  differences: [
    {
      rules: ['property-removed'],
      reason: 'Toys read properties by name at run time.',
      change: () => ({ source: [] }),
    },
  ],
  formatter: {
    endings: ['.toy'],
    key: () => 'toy 1',
    format: async (_path, file) => file.replace(/[ \t]+$/gm, ''),
  },
  samples: undefined,
  adoption: {
    publisher: /shelve/,
    former: [],
    scripts: {},
    stale: [],
    staleFiles: [],
    importedAs: () => undefined,
    scriptNames: () => undefined,
    licenseIn: () => undefined,
    losses: () => [],
  },
  code: {
    fences: [['toy', '.toy']],
    tokens: tokensOf({ comment: ';[^\\n]*', text: '"(?:[^"\\\\\\n]|\\\\.)*"', keywords: 'call type' }),
  },
} satisfies LanguageData as LanguageData<LanguageName>;
