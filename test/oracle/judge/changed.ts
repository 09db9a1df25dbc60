/**
 * Which declarations of a tree can mean something else in another tree: those whose text differs, and
 * whatever mentions them.
 */
import ts from 'typescript';
import type { TreeFile } from '../../../generator/emit/types.ts';
import { pathOutOfTree } from '../../../generator/verify/program.ts';

export interface Changed {
  /** `Pets` for a declaration with all that it says, `Pets#list` for one member of a class. */
  readonly reached: (name: string, member?: string) => boolean;
  /** The text of the member itself differs. */
  readonly edited: (name: string, member: string) => boolean;
}

interface Declared {
  readonly key: string;
  readonly words: readonly string[];
  /** Keys that change with this one. */
  readonly carries: readonly string[];
}

/**
 * Names are matched without regard to modules, so that too much is called changed and never too little. Every
 * file of the trees counts, the
 * runtime too. The base is a program, its tree in a folder of its own; of the revision only the files that
 * differ are read. Files of the base
 * that nothing imports are left out on both sides. The cost grows with the text of the trees, not with what
 * is in it.
 */
export function changedBetween(
  base: { readonly program: ts.Program; readonly files: readonly TreeFile[] },
  revision: readonly TreeFile[],
): Changed {
  const before = filesOf(base.program);
  const alone = new Set(
    base.files.map((file) => withoutFolder(file.path)).filter((path) => !before.has(path)),
  );
  const declared = new Map([...before].map(([path, file]) => [path, declarationsOf(file)] as const));
  const after = revision
    .filter((file) => file.path.endsWith('.ts') && !alone.has(withoutFolder(file.path)))
    .map((file): readonly [string, readonly Declared[]] => {
      const path = withoutFolder(file.path);
      const same = before.get(path)?.text === file.text;
      return [
        path,
        same
          ? (declared.get(path) ?? [])
          : declarationsOf(ts.createSourceFile(path, file.text, ts.ScriptTarget.ES2022, true)),
      ];
    });
  const old = textsOf(declared);
  const now = textsOf(new Map(after));
  const carried = carriersOf([...declared.values()].flat());
  const edited = new Set([...old.keys()].filter((key) => old.get(key) !== now.get(key)));
  const reached = new Set<string>();
  const pending = [...edited];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    for (const one of carried.get(key) ?? []) if (!reached.has(one)) pending.push(one);
  }
  return {
    reached: (name, member) => reached.has(member === undefined ? name : `${name}#${member}`),
    edited: (name, member) => edited.has(`${name}#${member}`),
  };
}

/** By the path within the SDK. */
const filesOf = (program: ts.Program): ReadonlyMap<string, ts.SourceFile> =>
  new Map(
    program
      .getSourceFiles()
      .filter((file) => pathOutOfTree(file.fileName) !== file.fileName)
      .map((file) => [withoutFolder(pathOutOfTree(file.fileName)), file]),
  );

const withoutFolder = (path: string): string => path.replace(/^[^/]*\//, '');

function textsOf(files: ReadonlyMap<string, readonly Declared[]>): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const [path, all] of files)
    for (const { key, words } of all)
      texts.set(key, [...(texts.get(key) ?? []), `${path} ${words.join(' ')}`]);
  return new Map([...texts].map(([key, all]) => [key, all.sort().join('\n')]));
}

/** Key → keys of the declarations that mention it or belong to it. */
function carriersOf(all: readonly Declared[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const link = (from: string, to: string): void =>
    void found.set(from, (found.get(from) ?? new Set()).add(to));
  const names = new Set(all.map((one) => one.key));
  for (const { key, words, carries } of all) {
    for (const one of carries) link(key, one);
    for (const word of words) if (word !== key && names.has(word)) link(word, key);
  }
  return found;
}

function declarationsOf(file: ts.SourceFile): readonly Declared[] {
  const words = wordsIn(file);
  return file.statements.flatMap((statement): Declared[] => {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
      return renamesIn(statement).map((one) => ({ key: one.name.text, words: words(one), carries: [] }));
    if (ts.isClassDeclaration(statement)) return classIn(statement, words);
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((one) => ({
        key: one.name.getText(),
        words: words(one, typedInitializer(one)),
        carries: [],
      }));
    if (
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isEnumDeclaration(statement) ||
      ts.isModuleDeclaration(statement)
    )
      return [{ key: statement.name.text, words: words(statement), carries: [] }];
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      return [{ key: statement.name.text, words: words(statement, typedBody(statement)), carries: [] }];
    return [{ key: '(statement)', words: words(statement), carries: [] }];
  });
}

/**
 * Members on their own, so that a change of one method leaves the others. What a class extends belongs to all
 * of them, and they all belong to it.
 */
function classIn(node: ts.ClassDeclaration, words: Words): Declared[] {
  const name = node.name?.text ?? 'default';
  const keys = node.members.map(
    (member) => `${name}#${member.name === undefined ? 'constructor' : member.name.getText()}`,
  );
  return [
    {
      key: `${name}#`,
      words: [...(node.heritageClauses ?? []), ...(node.typeParameters ?? [])].flatMap((one) => words(one)),
      carries: [name, ...keys],
    },
    ...node.members.map((member, index) => ({
      key: keys[index] ?? name,
      words: words(
        member,
        ts.isPropertyDeclaration(member)
          ? typedInitializer(member)
          : ts.isMethodDeclaration(member) || ts.isAccessor(member) || ts.isConstructorDeclaration(member)
            ? typedBody(member)
            : undefined,
      ),
      carries: [name],
    })),
  ];
}

/** `import { A as B }` makes B a word for A. Nothing is called by the name of a default export. */
function renamesIn(
  node: ts.ImportDeclaration | ts.ExportDeclaration,
): readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (bindings === undefined || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return [];
  return [...bindings.elements].filter(
    (one) =>
      one.propertyName !== undefined &&
      one.propertyName.text !== one.name.text &&
      one.name.text !== 'default',
  );
}

/**
 * Where the type is written down, the value has no part in it. An SDK writes down the types of all that it
 * exports.
 */
const typedInitializer = (node: ts.VariableDeclaration | ts.PropertyDeclaration): ts.Node | undefined =>
  node.type === undefined ? undefined : node.initializer;
const typedBody = (node: ts.FunctionLikeDeclaration): ts.Node | undefined =>
  node.type === undefined && !ts.isConstructorDeclaration(node) ? undefined : node.body;

/** The tokens of a node but for comments and for one part of it. */
type Words = (node: ts.Node, without?: ts.Node) => readonly string[];

function wordsIn(file: ts.SourceFile): Words {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, file.text);
  const scan = (from: number, to: number): string[] => {
    const words: string[] = [];
    scanner.setText(file.text, from, to - from);
    while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) words.push(scanner.getTokenText());
    return words;
  };
  return (node, without) =>
    without === undefined
      ? scan(node.pos, node.end)
      : [...scan(node.pos, without.pos), ...scan(without.end, node.end)];
}
