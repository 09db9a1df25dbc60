/** Reads the Markdown cases: two documents, code, what becomes of it, what is left. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../generator/config/types.ts';
import { loadConfig } from '../../generator/config/load.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { documentsOf } from '../diffs/support.ts';
import { completeDocument, configOf } from '../diffs/cases.ts';
import type { Made } from '../../bench/upgrade/reach.ts';
import { makeSdkFiles } from './support.ts';

export interface UpgradeCase {
  readonly file: string;
  readonly title: string;
  readonly before: Made;
  readonly after: Made;
  /** By name. */
  readonly code: ReadonlyMap<string, string>;
  readonly upgraded: ReadonlyMap<string, string>;
  readonly left: string;
}

interface Section {
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

const folder = fileURLToPath(new URL('./cases/', import.meta.url));

export const readSections = (): readonly Section[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split(/^## /m)
        .slice(1)
        .map((text) => ({ file, title: text.slice(0, text.indexOf('\n')).trim(), text })),
    );

const block = (text: string, head: string): string | undefined =>
  new RegExp(`^\`\`\`${head}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(text)?.[1];

function codeOf(text: string, kind: 'code' | 'upgraded'): ReadonlyMap<string, string> {
  const found = text.matchAll(new RegExp(`^\`\`\`(\\w+) ${kind}(?: (\\S+))?\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return new Map(
    [...found].map(([, language, name, body = '']) => [`/app/${name ?? `code.${language}`}`, body]),
  );
}

async function side(text: string, name: 'before' | 'after'): Promise<Made> {
  const fragment = block(text, `yaml ${name}`) ?? '';
  const written = block(text, `yaml ${name} config`);
  let config: Config = configOf(fragment);
  if (written !== undefined) {
    const loaded = await loadConfig(
      'sdkwright.yml',
      memoryIo({ 'sdkwright.yml': `edition: "2026-11-22"\n${written}` }),
    );
    if (loaded.value === undefined) throw new Error('the config cannot be read');
    config = loaded.value.config;
  }
  return makeSdkFiles(await documentsOf(completeDocument(fragment)), config);
}

export async function openCase({ file, title, text }: Section): Promise<UpgradeCase> {
  return {
    file,
    title,
    before: await side(text, 'before'),
    after: await side(text, 'after'),
    code: codeOf(text, 'code'),
    upgraded: codeOf(text, 'upgraded'),
    left: block(text, 'text left') ?? '',
  };
}

/** With `UPDATE_EXPECTED=1` what came out is written down; then read it. */
export function rewrite(
  { file, title, text }: Section,
  files: ReadonlyMap<string, string>,
  left: string,
): void {
  const path = join(folder, file);
  const whole = readFileSync(path, 'utf8');
  const start = whole.indexOf(`## ${title}\n`);
  const end = whole.indexOf('\n## ', start + 1);
  const section = end < 0 ? whole.slice(start) : whole.slice(start, end);
  const first = section.search(/^```\w+ upgraded/m);
  const head = (
    first < 0 ? section.replace(/^```text left\n[\s\S]*?^```\n?/m, '') : section.slice(0, first)
  ).trimEnd();
  const blocks = [...files].map(([name, body]) => {
    const short = name.replace('/app/', '');
    const language = short.slice(short.lastIndexOf('.') + 1);
    return `\`\`\`${language} upgraded${short.startsWith('code.') ? '' : ` ${short}`}\n${body}\`\`\``;
  });
  const fresh = [head, ...blocks, ...(left === '' ? [] : [`\`\`\`text left\n${left}\`\`\``])].join('\n\n');
  writeFileSync(
    path,
    whole.replace(section, () => `${fresh}${end < 0 ? '\n' : '\n'}`),
  );
  void text;
}
