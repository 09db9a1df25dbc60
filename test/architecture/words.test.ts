/**
 * Words of the code: names say what they stand for, a type name means one thing, and comments name what they
 * are about.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/shared.ts';

/** Pronouns and participles that name nothing: the reader has to look up what they stand for. */
const VAGUE = new Set([
  'one',
  'ones',
  'said',
  'told',
  'met',
  'felt',
  'meant',
  'gone',
  'wish',
  'wished',
  'wishes',
  'world',
  'mended',
]);

/** In as many files a type of this name may be declared. */
const MOST_FILES = 2;

/** Uses of `one` in prose that stand for a noun: "the other one", "an empty one", "later ones". */
const PRONOUN =
  /\b(?:the|another|this|that|new|old|only|next|first|last|which|other|empty|known|newer|plain|same|own|single|named|no|outer) one\b(?! of\b|-)|\bones\b/gi;
const MOST_PRONOUNS = 90;

const files = readdirSync(join(projectRoot, 'generator'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(projectRoot, 'generator', path), 'utf8');
    return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  });

const nodesOf = (node: ts.Node): readonly ts.Node[] => [node, ...node.getChildren().flatMap(nodesOf)];

it('no variable, parameter or property has a vague name', () => {
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((file) =>
    nodesOf(file).flatMap((node) => {
      const isDeclared =
        ts.isParameter(node) ||
        ts.isVariableDeclaration(node) ||
        ts.isBindingElement(node) ||
        ts.isPropertySignature(node);
      if (!isDeclared || !VAGUE.has(node.name.getText())) return [];
      const { line } = file.getLineAndCharacterOfPosition(node.name.getStart());
      return [`${file.fileName}:${line + 1} ${node.name.getText()}`];
    }),
  );
  expect(found).toEqual([]);
});

it(`no type name is declared in more than ${MOST_FILES} files`, () => {
  const places = new Map<string, string[]>();
  for (const file of files)
    for (const statement of file.statements)
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        const name = statement.name.text;
        places.set(name, [...(places.get(name) ?? []), file.fileName]);
      }
  expect([...places].filter(([, paths]) => paths.length > MOST_FILES)).toEqual([]);
});

it('prose seldom says `one` for a noun', () => {
  const paths = ['generator', 'templates'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|py|hbs|md|yaml)$/.test(path))
      .map((path) => join(projectRoot, folder, path)),
  );
  const uses = paths.flatMap((path) => readFileSync(path, 'utf8').match(PRONOUN) ?? []);
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.length).toBeLessThanOrEqual(MOST_PRONOUNS);
});

/** Turns of phrase that make a reader stop, and the most that may be left of each. */
const RIDDLES: readonly (readonly [RegExp, number])[] = [
  [/\bwish(?:es|ed)?\b/gi, 0],
  [/\b(?:is|are|was|were|be|been) (?:told|felt|made up|given up|spoken of)\b/gi, 6],
  [/\bgo(?:es)? on\b/gi, 12],
  [/\b(?:whoever|anybody|everybody|somebody)\b/gi, 16],
  [/\b(?:and their like|and its like|for all that|at whatever)\b/gi, 0],
];

it.each(RIDDLES)('prose has few of %s', (phrase, most) => {
  const paths = ['generator', 'templates', 'docs'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|py|hbs|md|yaml)$/.test(path) && path !== 'decisions-log.md')
      .map((path) => join(projectRoot, folder, path)),
  );
  const uses = paths.flatMap((path) =>
    (readFileSync(path, 'utf8').match(phrase) ?? []).map((found) => `${path}: ${found}`),
  );
  expect(paths.length).toBeGreaterThan(400);
  expect(uses.length, uses.join('\n')).toBeLessThanOrEqual(most);
});

it('names in the glossary of generator/README.md are there', () => {
  const readme = readFileSync(join(projectRoot, 'generator/README.md'), 'utf8');
  const rows = readme.slice(readme.indexOf('## Words')).match(/^\| .* \|$/gm) ?? [];
  const names = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  expect(rows.length).toBeGreaterThan(12);
  const texts = files.map((file) => file.text);
  const isDeclared = (name: string): boolean =>
    texts.some((text) => new RegExp(`\\b(?:interface|type|function|const|class) ${name}\\b`).test(text));
  const isFile = (name: string): boolean => files.some((file) => file.fileName === name);
  const isUsed = (name: string): boolean => texts.some((text) => text.includes(name));
  const unknown = names.filter((name) =>
    name.endsWith('.ts') ? !isFile(name) : /^[A-Z]|[a-z][A-Z]/.test(name) ? !isDeclared(name) : !isUsed(name),
  );
  expect(unknown).toEqual([]);
});
