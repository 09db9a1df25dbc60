/**
 * Reads the Markdown cases: a heading, a sentence, two fragments, the expected changes. Fragments are
 * completed to whole documents.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { emptyConfig } from '../../generator/config/empty.ts';
import { readConfig } from '../../generator/config/read.ts';
import type { LanguageSelector } from '../../generator/lib/language-selector.ts';
import type { Config } from '../../generator/config/types.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { Change } from '../../generator/diff/types.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { parseText } from '../../generator/source/parse/parse-text.ts';
import { apiOf } from './support.ts';

export interface DiffCase {
  readonly file: string;
  readonly title: string;
  /** Ids of the rows of the big table that the case stands for. */
  readonly rows: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly expected: string;
}

const folder = fileURLToPath(new URL('./cases/', import.meta.url));

export function readCases(): readonly DiffCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      const sections = readFileSync(join(folder, file), 'utf8').split(/^## /m).slice(1);
      return sections.map((section) => {
        const title = section.slice(0, section.indexOf('\n')).trim();
        const block = (kind: string): string =>
          new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(section)?.[1] ?? '';
        return {
          file,
          title,
          rows: /^Rows?: (.*)$/m.exec(section)?.[1]?.split(', ') ?? [],
          before: block('yaml before'),
          after: block('yaml after'),
          expected: block('text').trim(),
        };
      });
    });
}

export const changesOf = async ({ before, after }: DiffCase): Promise<readonly Change[]> =>
  diffApis(
    await apiOf(completeDocument(before), configOf(before)),
    await apiOf(completeDocument(after), configOf(after)),
    { today: '2026-11-21', naming: sdkNames },
  );

/** With `UPDATE_EXPECTED=1` the expectations are rewritten; then read them. */
export function rewrite(one: DiffCase, actual: string): void {
  const path = join(folder, one.file);
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf(`## ${one.title}\n`);
  const end = text.indexOf('\n## ', start + 1);
  const section = end < 0 ? text.slice(start) : text.slice(start, end);
  const fresh = section.replace(
    /^```text\n[\s\S]*?^```/m,
    `\`\`\`text\n${actual === '' ? '' : `${actual}\n`}\`\`\``,
  );
  writeFileSync(path, text.replace(section, fresh));
}

type Fragment = Readonly<Record<string, unknown>>;

/**
 * `parameters`, `request`, `response`: of one list operation, one create operation, one retrieve operation.
 * Other keys are the document's own.
 */
export function completeDocument(text: string): string {
  const fragment = (parse(text) ?? {}) as Fragment;
  const { parameters, request, response, both, settings: _settings, config: _config, ...rest } = fragment;
  const json = (schema: unknown): object => ({ 'application/json': { schema } });
  const paths: Record<string, unknown> = {};
  if (parameters !== undefined)
    paths['/pets'] = {
      get: {
        operationId: 'listPets',
        parameters,
        responses: {
          200: {
            description: 'ok',
            content: json({ type: 'object', properties: { total: { type: 'integer' } } }),
          },
        },
      },
    };
  if (request !== undefined)
    paths['/pets'] = {
      post: {
        operationId: 'createPet',
        requestBody: { required: true, content: json(request) },
        responses: { 204: { description: 'done' } },
      },
    };
  if (response !== undefined)
    paths['/pets/{id}'] = {
      get: {
        operationId: 'getPet',
        parameters: [ID],
        responses: { 200: { description: 'ok', content: json(response) } },
      },
    };
  if (both !== undefined) {
    paths['/pets'] = {
      post: {
        operationId: 'createPet',
        requestBody: { required: true, content: json({ $ref: '#/components/schemas/Pet' }) },
        responses: { 204: { description: 'done' } },
      },
    };
    paths['/pets/{id}'] = {
      get: {
        operationId: 'getPet',
        parameters: [ID],
        responses: { 200: { description: 'ok', content: json({ $ref: '#/components/schemas/Pet' }) } },
      },
    };
  }
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '2.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths,
    ...(both === undefined ? {} : { components: { schemas: { Pet: both } } }),
    ...rest,
  });
}

/** `config` of a fragment is read as a config is, `settings` as they are once it was read. */
export function configOf(text: string, audience?: LanguageSelector): Config {
  const fragment = (parse(text) ?? {}) as Fragment;
  const written = parseText('sdkwright.yml', JSON.stringify(fragment['config'] ?? {})).value;
  const config = written === undefined ? emptyConfig(audience) : readConfig(written, audience).value;
  return {
    ...config,
    settings: { ...config.settings, ...(fragment['settings'] as Partial<Config['settings']> | undefined) },
  };
}

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** One line per change; documentation and the document's version are left out. */
export const linesOf = (changes: readonly Change[]): string =>
  changes
    .filter((one) => one.rule !== 'docs-changed' && one.rule !== 'version-not-raised')
    .map((one) =>
      [
        `${one.rule}: ${one.message}`,
        `wire ${one.wire}`,
        one.source.length === 0 ? 'compiles' : `breaks ${one.source.join(', ')}`,
        `runtime ${one.runtime}`,
        `${one.bump}${one.notice ? ' with notice' : ''}`,
      ].join(' · '),
    )
    .join('\n');
