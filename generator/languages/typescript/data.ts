/** Data about TypeScript that the program needs before it generates an SDK. */
import { type LanguageData, tokensOf } from '../language-data.ts';
import { adoption } from './adoption.ts';
import { typescriptConfig } from './config.ts';
import { typescriptFormatter } from './format.ts';
import { sampleReader } from './read-sample.ts';
import { versionIn } from './version.ts';

export const typescript: LanguageData<'typescript'> = {
  language: 'typescript',
  title: 'TypeScript',
  targets: ['typescript', 'node'],
  hints: ['typescript', 'node', 'ts', 'javascript', '*'],
  manifest: { files: ['package.json', 'jsr.json'], versionIn },
  check: 'compiling',
  isCompiled: true,
  config: typescriptConfig,
  differences: [],
  formatter: typescriptFormatter,
  samples: sampleReader,
  adoption,
  code: {
    fences: [
      ['ts', '.ts'],
      ['typescript', '.ts'],
      ['js', '.js'],
      ['javascript', '.js'],
    ],
    tokens: tokensOf({
      comment: '//[^\\n]*|/\\*[^*]*(?:\\*(?!/)[^*]*)*(?:\\*/|$)',
      text: `'(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*"|\`[^\`]*\``,
      keywords:
        'import from export default const let var function async await for of in new return if else try catch throw ' +
        'type interface extends class instanceof typeof true false null undefined as',
    }),
  },
};
