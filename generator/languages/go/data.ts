/** Data about Go that the program needs before it generates an SDK. */
import { type LanguageData, tokensOf } from '../language-data.ts';
import { adoption } from './adoption.ts';
import { goDifferences } from './breaks.ts';
import { goConfig } from './config.ts';
import { goFormatter } from './format.ts';
import { versionIn } from './version.ts';

export const go: LanguageData<'go'> = {
  language: 'go',
  title: 'Go',
  targets: ['go'],
  hints: ['go', 'golang', '*'],
  manifest: { files: ['internal/version.go'], versionIn },
  check: 'compiling',
  isCompiled: false,
  config: goConfig,
  differences: goDifferences,
  formatter: goFormatter,
  samples: undefined,
  adoption,
  code: {
    fences: [['go', '.go']],
    tokens: tokensOf({
      comment: '//[^\\n]*|/\\*[^*]*(?:\\*(?!/)[^*]*)*(?:\\*/|$)',
      text: '`[^`]*`|"(?:[^"\\\\\\n]|\\\\.)*"',
      keywords:
        'break case chan const continue default defer else fallthrough for func go goto if import interface map ' +
        'package range return select struct switch type var nil true false',
    }),
  },
};
