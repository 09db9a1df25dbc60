/** Data about Python that the program needs before it generates an SDK. */
import { type LanguageData, tokensOf } from '../language-data.ts';
import { adoption } from './adoption.ts';
import { pythonDifferences } from './breaks.ts';
import { pythonConfig } from './config.ts';
import { pythonFormatter } from './format.ts';
import { versionIn } from './version.ts';

export const python: LanguageData<'python'> = {
  language: 'python',
  title: 'Python',
  targets: ['python'],
  hints: ['python', 'py', '*'],
  manifest: { files: ['pyproject.toml'], versionIn },
  check: 'type-checking',
  isCompiled: false,
  config: pythonConfig,
  differences: pythonDifferences,
  formatter: pythonFormatter,
  samples: undefined,
  adoption,
  code: {
    fences: [
      ['python', '.py'],
      ['py', '.py'],
    ],
    tokens: tokensOf({
      comment: '#[^\\n]*',
      text: `"""(?:[^"]|"(?!""))*"""|'(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*"`,
      keywords:
        'import from as def class async await for in while with return yield if elif else try except finally raise ' +
        'pass break continue and or not is lambda del True False None',
    }),
  },
};
