/** Strict type check of a tree in memory. */
import ts from 'typescript';
import type { TreeFile } from '../emit/types.ts';
import { CONSUMER, pathInTree, pathOutOfTree, treeProgram } from './program.ts';

export interface TypeFault {
  readonly file: string;
  /** 1-based; 0 if the fault has no location. */
  readonly line: number;
  readonly column: number;
  /** TypeScript's error number: 2322. */
  readonly code: number;
  readonly message: string;
}

export interface TypecheckOptions {
  /** Added to the strict defaults. */
  readonly compilerOptions?: ts.CompilerOptions;
  /** Replaces the strict defaults. */
  readonly settings?: ts.CompilerOptions;
  /** A folder on disk from which packages are resolved; by default there are none. */
  readonly packages?: string;
  /** Files to start from; by default every `.ts` file of the tree. */
  readonly roots?: readonly string[];
  /** Maximum number of reported faults. */
  readonly limit?: number;
  /** Files known to be correct, such as those of the runtime, are read for their types but not checked. */
  readonly isChecked?: (file: TreeFile) => boolean;
}

/** What every generated SDK must pass: more than what its users have switched on. */
const STRICT: ts.CompilerOptions = {
  ...CONSUMER,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
};

/** Faults in the order of files and lines. An empty list: it compiles. */
export function typecheckTree(
  files: readonly TreeFile[],
  options: TypecheckOptions = {},
): readonly TypeFault[] {
  const roots = options.roots ?? files.map((file) => file.path).filter((path) => path.endsWith('.ts'));
  const program = treeProgram(files, roots, {
    options: { ...(options.settings ?? STRICT), ...options.compilerOptions },
    ...(options.packages !== undefined && { packages: options.packages }),
  });
  const known = new Set(
    files.filter((file) => options.isChecked?.(file) === false).map((file) => pathInTree(file.path)),
  );
  const sources = program
    .getSourceFiles()
    .filter(
      (source) =>
        !known.has(source.fileName) &&
        !program.isSourceFileDefaultLibrary(source) &&
        !program.isSourceFileFromExternalLibrary(source),
    );
  const perFile = sources.flatMap((source) => [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
    ...program.getDeclarationDiagnostics(source),
  ]);
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...perFile];
  const faults = new Map<string, TypeFault>();
  for (const diagnostic of found) {
    const fault = faultOf(diagnostic);
    faults.set(`${fault.file}:${fault.line}:${fault.column}:${fault.code}`, fault);
    if (faults.size >= (options.limit ?? Infinity)) break;
  }
  return [...faults.values()];
}

function faultOf(diagnostic: ts.Diagnostic): TypeFault {
  const place =
    diagnostic.file && diagnostic.start !== undefined
      ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start)
      : undefined;
  return {
    file: pathOutOfTree(diagnostic.file?.fileName ?? ''),
    line: place ? place.line + 1 : 0,
    column: place ? place.character + 1 : 0,
    code: diagnostic.code,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
  };
}
