/** Code with its words marked for colours. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';

for (const [name, language] of [['bash', bash], ['json', json], ['typescript', typescript], ['yaml', yaml]] as const) hljs.registerLanguage(name, language);
hljs.registerAliases(['js', 'javascript'], { languageName: 'typescript' });

/** HTML of the code; undefined for languages that are shown as they are. `language`: the words behind a fence, the first of which counts. */
export function highlight(code: string, language: string): string | undefined {
  const name = language.split(/\s/)[0] ?? '';
  return hljs.getLanguage(name) ? hljs.highlight(code, { language: name, ignoreIllegals: true }).value : undefined;
}
