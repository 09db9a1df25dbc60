/** Probes compiled, one line each: against the SDK they were written from, and against the other one. */
import ts from 'typescript';
import type { TreeFile } from '../../../generator/emit/types.ts';
import type { Compiled, Fault, Probe } from './probe.ts';
import { pathInTree, treeProgram } from '../../../generator/verify/program.ts';

const HEADER = [
  "import Client from './revision/src/index.ts';",
  "import type OldClient from './base/src/index.ts';",
  "import type { ErrorFor, ErrorsOf } from './revision/src/error.ts';",
  'type ErrorBody<M, S extends number> = ErrorFor<ErrorsOf<M>, S>["error"];',
  'type New = Client;',
  'type Old = OldClient;',
  'type Whole = ((...args: never[]) => unknown) | Blob | Response | ArrayBufferLike | ArrayBufferView | AsyncIterable<unknown> | FormData;',
  'type Flat<T> = T extends string | number | boolean | bigint | null | undefined | Whole ? T : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;',
  'declare const client: New;',
  'declare function read<T>(value: T): void;',
  'declare function fake<T>(value: T): void;',
  'export type Both = [Old, New, typeof client, typeof read, typeof fake, Flat<1>, ErrorBody<never, 404>];',
];

/** Lines of one file: of more, the compiler is slow. */
const PER_FILE = 300;
/**
 * Characters of probes that one program holds. A program keeps all that it learned, some fifty times the
 * text, until it is let go.
 */
const PER_PROGRAM = 3_000_000;

/**
 * `files` holds the old SDK under `base/`, the new one under `revision/`. A line that the old SDK itself
 * refuses says nothing and is dropped.
 */
export function compileProbes(files: readonly TreeFile[], probes: readonly Probe[]): readonly Compiled[] {
  const known = new Set(files.map((file) => file.path));
  return partsOf(batchesOf(probes)).flatMap((part) => compilePart(files, known, part));
}

/** One program for some of the batches. */
function compilePart(
  files: readonly TreeFile[],
  known: ReadonlySet<string>,
  batches: readonly (readonly Probe[])[],
): readonly Compiled[] {
  const sheets = batches.flatMap((batch, index) =>
    SIDES.map((side) => ({ path: sheetOf(side, index), text: textOf(batch, { side, known }) })),
  );
  const program = treeProgram(
    [...files, ...sheets],
    sheets.map((one) => one.path),
  );
  return batches.flatMap((batch, index) => {
    const unsound = faultsIn(program, sheetOf('base', index));
    const faults = faultsIn(program, sheetOf('revision', index));
    return batch.flatMap((probe, line) => {
      const fault = faults.get(line);
      return unsound.has(line) ? [] : [{ probe, ...(fault === undefined ? {} : { fault }) }];
    });
  });
}

function partsOf(batches: readonly (readonly Probe[])[]): readonly (readonly (readonly Probe[])[])[] {
  const parts: (readonly Probe[])[][] = [];
  let size = PER_PROGRAM;
  for (const batch of batches) {
    const own = batch.reduce((sum, one) => sum + one.code.length, 0);
    if (size + own > PER_PROGRAM) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(batch);
    size += own;
  }
  return parts;
}

type SideName = 'base' | 'revision';
const SIDES: readonly SideName[] = ['base', 'revision'];
const sheetOf = (side: SideName, index: number): string => `probes-${side}-${index}.ts`;

/** Lines of one symbol stay together: they speak of each other. */
function batchesOf(probes: readonly Probe[]): readonly (readonly Probe[])[] {
  const batches: Probe[][] = [];
  let last: Probe | undefined;
  for (const probe of probes) {
    const batch = batches.at(-1);
    if (batch === undefined || (batch.length >= PER_FILE && probe.symbol !== last?.symbol))
      batches.push([probe]);
    else batch.push(probe);
    last = probe;
  }
  return batches;
}

function textOf(batch: readonly Probe[], where: Where): string {
  const header = HEADER.map((line) => line.replace('./revision/', `./${where.side}/`));
  return [...header, ...batch.map((probe, index) => lineOf(probe, index, where)), ''].join('\n');
}

/** Faults by the line's number. */
function faultsIn(program: ts.Program, path: string): ReadonlyMap<number, Fault> {
  const source = program.getSourceFile(pathInTree(path));
  const found = new Map<number, Fault>();
  if (source === undefined) return found;
  for (const one of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
    const line = source.getLineAndCharacterOfPosition(one.start ?? 0).line - HEADER.length;
    if (!found.has(line))
      found.set(line, { code: one.code, message: ts.flattenDiagnosticMessageText(one.messageText, '\n') });
  }
  return found;
}

interface Where {
  readonly side: SideName;
  readonly known: ReadonlySet<string>;
}

function lineOf({ code: written, kind }: Probe, index: number, where: Where): string {
  const code = written.replace(
    /import\('\.\/revision\/([^']*)'\)/g,
    (_text, path: string) => `import('./${moved(`${where.side}/${path}`, where.known)}')`,
  );
  if (kind === 'name') return `export type Name${index} = ${code};`;
  if (code.startsWith('async function')) return code;
  return code.startsWith('(') ? `void (${code.slice(0, -1)});` : `void (() => ${code.slice(0, -1)});`;
}

/**
 * A resource that got or lost children moves between a file and a folder of its name; packages export both
 * under one path.
 */
function moved(path: string, known: ReadonlySet<string>): string {
  const folder = path.replace(/\/([^/]+)\.ts$/, '/$1/$1.ts');
  const file = path.replace(/\/([^/]+)\/\1\.ts$/, '/$1.ts');
  return [path, folder, file].find((one) => known.has(one)) ?? path;
}
