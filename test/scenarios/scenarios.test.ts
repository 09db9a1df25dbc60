/** Markdown scenarios: a piece of a document in, excerpts of the SDK out. The format is in README.md. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { TreeFile } from '../../generator/emit/types.ts';
import { typecheckNew } from '../support/typecheck.ts';
import { type Sdk, isSource, sdkOf } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';

const folder = join(projectRoot, 'test/scenarios');
const isUpdate = process.env['UPDATE_EXPECTED'] !== undefined;

interface Block {
  readonly language: string;
  /** What follows the language: `config`, `src/client.ts#Client`. */
  readonly about: string;
  readonly text: string;
}

interface Scenario {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const FENCE = /^```(\w+)(?: ([^\n]*))?\n([\s\S]*?)^```$/gm;

function scenariosIn(markdown: string): readonly Scenario[] {
  return markdown
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## '))
    .map((part) => ({
      title: part.slice(3, part.indexOf('\n')).trim(),
      blocks: [...part.matchAll(FENCE)].map(([, language = '', about = '', text = '']) => ({
        language,
        about: about.trim(),
        text,
      })),
    }));
}

function documentOf(text: string): string {
  const own = parse(text) as Record<string, unknown>;
  const version =
    own['swagger'] === undefined ? { openapi: '3.1.0', servers: [{ url: 'https://shop.example' }] } : {};
  return stringify({ ...version, info: { title: 'Shop', version: '1.0.0' }, paths: {}, ...own });
}

/** A declaration, or a member of one, with its documentation. */
function excerpt(files: readonly TreeFile[], about: string): string {
  const [path = '', name] = about.split('#');
  const file = files.find((one) => one.path === path);
  if (!file)
    return `(no file ${path}; there are ${files
      .filter((one) => one.path.startsWith('src/resources'))
      .map((one) => one.path)
      .join(', ')})`;
  if (name === undefined) return file.text.trimEnd();
  const source = ts.createSourceFile(path, file.text, ts.ScriptTarget.Latest, true);
  const found = find(source.statements, name.split('.'));
  if (found.length === 0) return `(no declaration ${name})`;
  return found
    .map((node) =>
      dedent(
        file.text.slice(node.getStart(source, true), node.end),
        indentOf(file.text, node.getStart(source, true)),
      ),
    )
    .join('\n\n');
}

function find(nodes: readonly ts.Node[], [first, ...rest]: readonly string[]): readonly ts.Node[] {
  const named = nodes.filter((node) => nameOf(node) === first);
  if (rest.length === 0) return named;
  return named.flatMap((node) =>
    ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)
      ? find([...node.members], rest)
      : ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)
        ? find([...node.body.statements], rest)
        : [],
  );
}

const nameOf = (node: ts.Node): string | undefined => {
  const name = (node as { readonly name?: ts.Node }).name;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
};

const indentOf = (text: string, start: number): number => start - (text.lastIndexOf('\n', start - 1) + 1);
const dedent = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(new RegExp(`^ {0,${by}}`), '')))
    .join('\n');

const remarks = (sdk: Sdk): string =>
  sdk.diagnostics
    .filter((one) => one.severity !== 'note')
    .map((one) => `${one.severity}[${one.code}]: ${one.message}`)
    .join('\n');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
  let markdown = readFileSync(join(folder, file), 'utf8');
  describe(file.replace(/\.md$/, ''), () => {
    for (const scenario of scenariosIn(markdown)) {
      it(scenario.title, async () => {
        const document = scenario.blocks.find((one) => one.language === 'yaml' && one.about === '');
        const config = scenario.blocks.find((one) => one.language === 'yaml' && one.about === 'config');
        if (!document) throw new Error('the scenario has no document');
        const sdk = await sdkOf(documentOf(document.text), {
          formatted: true,
          only: isSource,
          ...(config ? { config: config.text } : {}),
        });
        const expectations = scenario.blocks.filter((one) => one.language === 'ts');
        expect(
          expectations.length + scenario.blocks.filter((one) => one.language === 'text').length,
        ).toBeGreaterThan(0);
        if (isUpdate) {
          for (const one of scenario.blocks.filter((block) => block !== document && block !== config)) {
            const actual = one.about === 'diagnostics' ? remarks(sdk) : excerpt(sdk.files, one.about);
            markdown = markdown.replace(
              `\`\`\`${one.language} ${one.about}\n${one.text}\`\`\``,
              () => `\`\`\`${one.language} ${one.about}\n${actual}\n\`\`\``,
            );
          }
          writeFileSync(join(folder, file), markdown);
          return;
        }
        for (const one of expectations) {
          expect(one.text).not.toMatch(/^\(no (?:file|declaration) /);
          expect(excerpt(sdk.files, one.about)).toBe(one.text.trimEnd());
        }
        expect(remarks(sdk)).toBe(
          scenario.blocks.find((one) => one.about === 'diagnostics')?.text.trimEnd() ?? '',
        );
        expect(typecheckNew(sdk.files)).toEqual([]);
      });
    }
  });
}
