/** The compiler as judge: the probes of the old SDK are compiled against the new one and compared with what the rules said. */
import ts from 'typescript';
import type { Change, Reach, SourceClass } from '../diff/types.ts';
import { matchMethods } from '../diff/compare/match-methods.ts';
import { surfaceOf } from '../diff/surface.ts';
import type { TreeFile } from '../emit/types.ts';
import type { Api } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Probe, type ProbedClass, importProbes, writeProbes } from './probes.ts';
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

const KINDS: readonly ProbedClass[] = ['call', 'read', 'exhaust', 'fake', 'name'];
const HEADER = [
  "import Client from './revision/src/index.ts';", "import type OldClient from './base/src/index.ts';", 'type New = Client;', 'type Old = OldClient;',
  'type Whole = ((...args: never[]) => unknown) | Blob | Response | ArrayBufferLike | ArrayBufferView | AsyncIterable<unknown> | FormData;',
  'type Flat<T> = T extends Whole ? T : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;',
  'declare const client: New;', 'declare function read<T>(value: T): void;', 'declare function fake<T>(value: T): void;', 'declare const anyOptions: ConstructorParameters<typeof Client>[0] & {};',
  'export type Both = [Old, New, typeof client, typeof read, typeof fake, typeof anyOptions];',
];

export function judge(base: Generated, revision: Generated, changes: readonly Change[], options: { readonly limit?: number } = {}): Judgement {
  const files = [...within('base', base.files), ...within('revision', revision.files)];
  const symbols = symbolMap(base.api, revision.api);
  const old = treeProgram(files, ['base/src/index.ts']);
  const models = new Set(base.api.schemas.flatMap((one) => (one.model === undefined ? [] : [plain(one.model.name)])));
  const written = [...importProbes(old, 'base', (name) => models.has(plain(name))), ...writeProbes(old, 'base', (symbol) => symbols.has(plain(symbol)))].slice(0, options.limit ?? 100_000);
  // A line that the old SDK itself refuses says nothing about the new one.
  const sound = new Set(faultsOf(files, written, 'base').keys());
  const probes = written.filter((_probe, index) => !sound.has(index));
  const faults = faultsOf(files, probes, 'revision');
  const expected = expectations(changes, symbols);
  const groups = new Map<string, { readonly symbol: string; readonly kind: ProbedClass; readonly probes: Probe[]; fault?: { code: number; message: string; probe: string } }>();
  probes.forEach((probe, index) => {
    const key = `${probe.symbol} ${probe.kind}`;
    const group = groups.get(key) ?? { symbol: probe.symbol, kind: probe.kind, probes: [] };
    groups.set(key, group);
    group.probes.push(probe);
    const fault = faults.get(index);
    if (fault !== undefined && group.fault === undefined) group.fault = { ...fault, probe: probe.code };
  });
  const gone = missingSymbols([...groups.values()].map((one) => ({ ...one, broken: one.fault !== undefined })), symbols);
  const disagreements: Disagreement[] = [];
  for (const { symbol, kind, probes: lines, fault } of groups.values()) {
    // A method that is gone takes its results with it: that calls break says it all.
    if (gone.has(plain(symbol)) && kind !== 'call' && kind !== 'name') continue;
    const wanted = expected.get(kind === 'name' ? `type ${plain(symbol)}` : `${plain(symbol)} ${kind}`);
    const breaks = fault !== undefined;
    if (breaks === (wanted?.breaks ?? false)) continue;
    disagreements.push({
      symbol, kind, expected: breaks ? 'compiles' : 'breaks', probe: fault?.probe ?? lines[0]?.code ?? '', ...(fault === undefined ? {} : { fault: { code: fault.code, message: fault.message } }),
      rules: [...(expected.get(plain(symbol))?.rules ?? [])].sort(byCodeUnit),
    });
  }
  return {
    probes: probes.length, symbols: new Set(probes.map((one) => one.symbol)).size,
    breaks: [...groups.values()].flatMap((one) => (one.fault === undefined ? [] : [{ symbol: one.symbol, kind: one.kind, code: one.fault.code }])), disagreements,
  };
}

const within = (folder: string, files: readonly TreeFile[]): TreeFile[] => files.filter((file) => file.path.startsWith('src/') && file.path.endsWith('.ts')).map((file) => ({ path: `${folder}/${file.path}`, text: file.text }));

/** Names meet across casings: the diff spells a method as words, the SDK with its initialisms. */
const plain = (symbol: string): string => symbol.toLowerCase().replace(/[^a-z0-9.]/g, '');

/** Old symbol → the method's name in the new API; undefined when it is gone. */
function symbolMap(base: Api, revision: Api): ReadonlyMap<string, string | undefined> {
  const schemas = (api: Api) => new Map(api.schemas.map((one) => [one.id, one]));
  const match = matchMethods(surfaceOf(base, schemas(base)), surfaceOf(revision, schemas(revision)));
  return new Map<string, string | undefined>([
    ['client', 'client'], ...match.pairs.map((one) => [plain(one.base.symbol), plain(one.revision.symbol)] as const), ...match.removed.map((one) => [plain(one.symbol), undefined] as const),
  ]);
}

/** Methods whose name of old is no longer there. */
function missingSymbols(groups: readonly { readonly symbol: string; readonly kind: ProbedClass; readonly broken: boolean }[], symbols: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  return new Set(groups.filter((one) => one.broken && one.kind !== 'name' && symbols.get(plain(one.symbol)) !== plain(one.symbol)).map((one) => plain(one.symbol)));
}

/** What the rules say stops compiling, by symbol and class; by symbol alone, which rules speak of it. */
function expectations(changes: readonly Change[], symbols: ReadonlyMap<string, string | undefined>): ReadonlyMap<string, { readonly breaks: boolean; readonly rules: Set<string> }> {
  const bySymbol = new Map<string, string[]>();
  for (const [old, fresh] of symbols) {
    const name = fresh ?? old;
    bySymbol.set(name, [...(bySymbol.get(name) ?? []), old]);
  }
  const found = new Map<string, { breaks: boolean; readonly rules: Set<string> }>();
  const add = (key: string, rule: string): void => {
    const known = found.get(key) ?? { breaks: true, rules: new Set<string>() };
    known.rules.add(rule);
    found.set(key, known);
  };
  for (const change of changes) {
    if (change.rule.startsWith('model-') && change.source.includes('name')) add(`type ${plain(change.subject)}`, change.rule);
    if (change.rule.startsWith('model-')) continue;
    const reached = change.reach.length === 0 ? [{ name: 'client', sources: change.source }] : change.reach.flatMap((use) => (use.symbol === undefined ? [] : [{ name: plain(use.symbol), sources: sourcesAt(change, use) }]));
    for (const { symbol, sources } of reached.flatMap(({ name, sources }) => (bySymbol.get(name) ?? []).map((symbol) => ({ symbol, sources })))) {
      if (sources.length === 0) continue;
      add(symbol, change.rule);
      for (const kind of KINDS) if (sources.includes(kind)) add(`${symbol} ${kind}`, change.rule);
    }
  }
  return found;
}

/** The classes that break at one method: of the directions in which it meets the change. */
function sourcesAt(change: Change, use: Reach): readonly SourceClass[] {
  const { byDirection } = change;
  if (byDirection === undefined) return change.source;
  const isRequest = (where: string): boolean => /^(path|query|header|cookie|body)$/.test(where);
  return [...(use.where.some(isRequest) ? byDirection.request.source : []), ...(use.where.some((one) => !isRequest(one)) ? byDirection.response.source : [])];
}

function lineOf({ code, kind }: Probe, index: number, side: 'base' | 'revision'): string {
  if (kind === 'name') return `export type Name${index} = ${code.replace('./revision/', `./${side}/`)};`;
  if (code.startsWith('async function')) return code;
  return code.startsWith('(') ? `void (${code.slice(0, -1)});` : `void (() => ${code.slice(0, -1)});`;
}

/** Faults by the probe's index. Each probe is one line. */
function faultsOf(files: readonly TreeFile[], probes: readonly Probe[], side: 'base' | 'revision'): ReadonlyMap<number, { readonly code: number; readonly message: string }> {
  const header = side === 'revision' ? HEADER : HEADER.map((line) => line.replace('./revision/', './base/'));
  const text = [...header, ...probes.map((probe, index) => lineOf(probe, index, side)), ''].join('\n');
  const program = treeProgram([...files, { path: 'probes.ts', text }], ['probes.ts']);
  const source = program.getSourceFile(pathInTree('probes.ts'));
  const found = new Map<number, { readonly code: number; readonly message: string }>();
  if (source === undefined) return found;
  for (const one of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
    const index = source.getLineAndCharacterOfPosition(one.start ?? 0).line - HEADER.length;
    if (!found.has(index)) found.set(index, { code: one.code, message: ts.flattenDiagnosticMessageText(one.messageText, '\n') });
  }
  return found;
}
