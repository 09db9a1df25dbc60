/** The compiler as judge: the probes of the old SDK are compiled against the new one and compared with what the rules said. */
import ts from 'typescript';
import type { Change } from '../diff/types.ts';
import type { TreeFile } from '../emit/types.ts';
import type { Api } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Expectations, expect, plain, typeOf } from './expectations.ts';
import { type Probe, type ProbedClass, typeProbes, writeProbes } from './probes.ts';
import { pathInTree, treeProgram } from './program.ts';

export interface Generated {
  readonly api: Api;
  /** The SDK's files, `src/index.ts` among them. */
  readonly files: readonly TreeFile[];
}

export interface Disagreement {
  readonly symbol: string;
  readonly kind: ProbedClass;
  /** What the rules said; the compiler says the opposite. */
  readonly expected: 'breaks' | 'compiles';
  /** The line that does not compile, or one that was expected not to. */
  readonly probe: string;
  /** TypeScript's number and text, where it refuses. */
  readonly fault?: { readonly code: number; readonly message: string };
  /** Rules with an effect on the symbol. */
  readonly rules: readonly string[];
}

export interface Judgement {
  /** Lines compiled. */
  readonly probes: number;
  readonly symbols: number;
  /** What stopped compiling: symbol, class of use, TypeScript's code. */
  readonly breaks: readonly { readonly symbol: string; readonly kind: ProbedClass; readonly code: number }[];
  readonly disagreements: readonly Disagreement[];
}

const HEADER = [
  "import Client from './revision/src/index.ts';", "import type OldClient from './base/src/index.ts';", 'type New = Client;', 'type Old = OldClient;',
  'type Whole = ((...args: never[]) => unknown) | Blob | Response | ArrayBufferLike | ArrayBufferView | AsyncIterable<unknown> | FormData;',
  'type Flat<T> = T extends Whole ? T : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;',
  'declare const client: New;', 'declare function read<T>(value: T): void;', 'declare function fake<T>(value: T): void;',
  'export type Both = [Old, New, typeof client, typeof read, typeof fake, Flat<1>];',
];

export function judge(base: Generated, revision: Generated, changes: readonly Change[]): Judgement {
  const files = [...within('base', base.files), ...within('revision', revision.files)];
  const expected = expect(base.api, revision.api, changes);
  const old = treeProgram(files, ['base/src/index.ts']);
  const models = new Set(base.api.schemas.flatMap((one) => (one.model === undefined || one.usedIn === 'request' || one.usedIn === 'none' ? [] : [plain(one.model.name)])));
  const written = [...typeProbes(old, 'base', (name) => models.has(plain(name))), ...writeProbes(old, 'base', expected.isKnown)];
  // A line that the old SDK itself refuses says nothing about the new one.
  const unsound = faultsOf(files, written, 'base');
  const probes = written.filter((_probe, index) => !unsound.has(index));
  const groups = groupProbes(probes, faultsOf(files, probes, 'revision'));
  return {
    probes: probes.length, symbols: new Set(probes.map((one) => one.symbol)).size,
    breaks: [...groups.values()].flatMap((one) => (one.fault === undefined ? [] : [{ symbol: one.symbol, kind: one.kind, code: one.fault.code }])),
    disagreements: [...groups.values()].flatMap((one) => disagreementsOf(one, groups, expected)),
  };
}

interface Group {
  readonly symbol: string;
  readonly kind: ProbedClass;
  readonly probes: Probe[];
  fault?: Fault & { readonly probe: string };
}

interface Fault {
  readonly code: number;
  readonly message: string;
}

/** A path that is no longer there, or may be null: the switch over it fails because reading does. */
const READ_FAULTS = new Set([2339, 2551, 2532, 2533, 7053, 18047, 18048, 18049]);

function groupProbes(probes: readonly Probe[], faults: ReadonlyMap<number, Fault>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const open = (symbol: string, kind: ProbedClass): Group => {
    const key = `${plain(symbol)} ${kind}`;
    const group = groups.get(key) ?? { symbol, kind, probes: [] };
    groups.set(key, group);
    return group;
  };
  probes.forEach((probe, index) => {
    open(probe.symbol, probe.kind).probes.push(probe);
    const fault = faults.get(index);
    if (fault === undefined) return;
    const group = open(probe.symbol, probe.kind === 'exhaust' && READ_FAULTS.has(fault.code) ? 'read' : probe.kind);
    group.fault ??= { ...fault, probe: probe.code };
  });
  return groups;
}

function disagreementsOf(group: Group, groups: ReadonlyMap<string, Group>, expected: Expectations): readonly Disagreement[] {
  const { symbol, kind, probes, fault } = group;
  const isType = symbol.startsWith('type ');
  // What is gone takes its results with it: that the call, or the import, breaks says it all.
  const name = isType ? 'name' : 'call';
  if (kind !== name && groups.get(`${plain(symbol)} ${name}`)?.fault !== undefined && (isType || expected.isGone(symbol))) return [];
  const causes = expected.breaking(symbol, kind);
  if (isType && kind !== 'name' && expected.breaking(symbol, 'name').length > 0) return [];
  // Another type took the name: what was imported is not what it was.
  if (kind === 'name' && fault === undefined && ['read', 'fake', 'exhaust'].some((one) => groups.get(`${plain(symbol)} ${one}`)?.fault !== undefined)) return [];
  // A value that reads otherwise is compared otherwise.
  if (kind === 'exhaust' && groups.get(`${plain(symbol)} read`)?.fault !== undefined && expected.breaking(symbol, 'read').length > 0) return [];
  if ((fault !== undefined) === causes.length > 0) return [];
  // Without a tag no switch over the members can be written.
  if (fault === undefined && kind === 'exhaust' && causes.every((one) => one.rule.startsWith('union-member-'))) return [];
  // Too deep for the paths that are tried here: the type itself was tried as well.
  if (fault === undefined && causes.some((one) => groups.get(`${typeOf(one)} ${kind}`)?.fault !== undefined || (kind === 'exhaust' && groups.get(`${typeOf(one)} read`)?.fault !== undefined))) return [];
  return [{
    symbol, kind, expected: fault === undefined ? 'breaks' : 'compiles', probe: fault?.probe ?? probes[0]?.code ?? '',
    ...(fault === undefined ? {} : { fault: { code: fault.code, message: fault.message } }),
    rules: [...new Set(expected.touching(symbol).map((one) => one.rule))].sort(byCodeUnit),
  }];
}

const within = (folder: string, files: readonly TreeFile[]): TreeFile[] => files.filter((file) => file.path.startsWith('src/') && file.path.endsWith('.ts')).map((file) => ({ path: `${folder}/${file.path}`, text: file.text }));

/** Faults by the probe's index. Each probe is one line. */
function faultsOf(files: readonly TreeFile[], probes: readonly Probe[], side: 'base' | 'revision'): ReadonlyMap<number, Fault> {
  const known = new Set(files.map((file) => file.path));
  const header = side === 'revision' ? HEADER : HEADER.map((line) => line.replace('./revision/', './base/'));
  const text = [...header, ...probes.map((probe, index) => lineOf(probe, index, { side, known })), ''].join('\n');
  const program = treeProgram([...files, { path: 'probes.ts', text }], ['probes.ts']);
  const source = program.getSourceFile(pathInTree('probes.ts'));
  const found = new Map<number, Fault>();
  if (source === undefined) return found;
  for (const one of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
    const index = source.getLineAndCharacterOfPosition(one.start ?? 0).line - HEADER.length;
    if (!found.has(index)) found.set(index, { code: one.code, message: ts.flattenDiagnosticMessageText(one.messageText, '\n') });
  }
  return found;
}

function lineOf({ code: written, kind }: Probe, index: number, where: { readonly side: 'base' | 'revision'; readonly known: ReadonlySet<string> }): string {
  const code = written.replace(/import\('\.\/revision\/([^']*)'\)/g, (_text, path: string) => `import('./${moved(`${where.side}/${path}`, where.known)}')`);
  if (kind === 'name') return `export type Name${index} = ${code};`;
  if (code.startsWith('async function')) return code;
  return code.startsWith('(') ? `void (${code.slice(0, -1)});` : `void (() => ${code.slice(0, -1)});`;
}

/** A resource that got or lost children moves between a file and a folder of its name; packages export both under one path. */
function moved(path: string, known: ReadonlySet<string>): string {
  const folder = path.replace(/\/([^/]+)\.ts$/, '/$1/$1.ts');
  const file = path.replace(/\/([^/]+)\/\1\.ts$/, '/$1.ts');
  return [path, folder, file].find((one) => known.has(one)) ?? path;
}
