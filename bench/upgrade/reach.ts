/**
 * How far `upgrade` reaches: user code of an old SDK, compiled against the old one, the new one, and the new
 * one after `upgrade`.
 */
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { Change } from '../../generator/diff/types.ts';
import type { TreeFile } from '../../generator/emit/types.ts';
import type { Api } from '../../generator/ir/types.ts';
import type { TypescriptSdk } from '../../generator/languages/typescript/sdk.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { movesBetween } from '../../generator/upgrade/moves/moves.ts';
import { type Fault, faultsIn, lineOf } from '../../generator/upgrade/project/faults.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import { upgradeFiles } from '../../generator/upgrade/project/upgrade-files.ts';
import type { Upgraded } from '../../generator/upgrade/types.ts';
import { changedBetween } from '../../test/oracle/judge/changed.ts';
import { expect } from '../../test/oracle/judge/expectations.ts';
import type { Probe } from '../../test/oracle/judge/probe.ts';
import { typeProbes, writeProbes } from '../../test/oracle/judge/probes.ts';
import { treeProgram } from '../../generator/verify/program.ts';
import { plainType } from '../../test/oracle/judge/symbols.ts';
import { memoryWorkshop } from './workshop.ts';

export interface Made {
  readonly api: Api;
  readonly sdk: TypescriptSdk;
  readonly files: readonly TreeFile[];
}

/** A line of user code and what became of it. */
export interface Line {
  readonly probe: Probe;
  readonly code: string;
  /** Against the new SDK as it stands; absent where it compiles. */
  readonly broken?: Fault;
  /** After `upgrade`. */
  readonly left?: Fault;
  readonly cause: 'moved' | 'both' | 'other';
}

export interface Reach {
  readonly lines: readonly Line[];
  /** Lines that compiled against the new SDK and do not after `upgrade`. */
  readonly worse: readonly Line[];
  /** Files that a second run changes. */
  readonly changedAgain: readonly string[];
  readonly guesses: number;
  readonly upgraded: Upgraded;
}

const PACKAGE = '@acme/api';

const HEADER = [
  `import Client from '${PACKAGE}';`,
  'type Whole = ((...args: never[]) => unknown) | Blob | Response | ArrayBufferLike | ArrayBufferView | AsyncIterable<unknown> | FormData;',
  'type Flat<T> = T extends string | number | boolean | bigint | null | undefined | Whole ? T : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;',
  'declare const client: Client;',
  'declare function read<T>(value: T): void;',
  'declare function fake<T>(value: T): void;',
  'export type Both = [typeof client, typeof read, typeof fake, Flat<1>];',
];

/** Rules of findings that `upgrade` is there for. */
const MOVED =
  /^(?:operation-(?:renamed|moved)|model-(?:renamed|moved)|client-renamed|argument-renamed|path-parameter-renamed|path-parameters-swapped|positional-changed|params-type-renamed|parameter-added-first|result-unwrapped-changed)$/;

const PER_FILE = 300;

export function measure(base: Made, revision: Made, options: { readonly mostLines?: number } = {}): Reach {
  const changes = diffApis(base.api, revision.api, { today: '2026-11-21', naming: sdkNames });
  const all = probesOf(base, revision, changes);
  const batches = batchesOf(all, options.mostLines ?? all.length);
  const sheets = sheetsOf(batches);
  const before = { name: PACKAGE, files: base.files };
  const after = { name: PACKAGE, files: revision.files };
  const sound = faultsByLine(before, sheets);
  const kept = new Map(
    [...sheets].map(([name, text]) => [
      name,
      text
        .split('\n')
        .map((line, index) => (sound.get(name)?.has(index) === true ? '' : line))
        .join('\n'),
    ]),
  );
  const broken = faultsByLine(after, kept);
  const order = {
    workshop: memoryWorkshop(),
    before,
    after,
    moves: movesBetween(base, revision),
    changes,
    done: new Set<string>(),
  };
  const upgraded = upgradeFiles({ ...order, files: kept });
  const edited = new Map(
    [...kept].map(([name, text]) => [name, upgraded.files.find((one) => one.path === name)?.after ?? text]),
  );
  const left = faultsByLine(after, edited);
  const again = upgradeFiles({ ...order, files: edited, done: new Set(upgraded.ambiguous) });
  const expected = expect(base.api, revision.api, changes);
  const lines = [...kept].flatMap(([name, text], sheet) => {
    const rows = text.split('\n');
    // What is read of a call that does not compile is read of anything: it compiles and says nothing.
    const [calls, callsLeft] = [broken, left].map(
      (faults) =>
        new Map(
          rows.flatMap((code, index) => {
            const fault = faults.get(name)?.get(index);
            const [, call] = /^async function (call\d+)\(/.exec(code) ?? [];
            return call === undefined || fault === undefined ? [] : [[call, fault] as const];
          }),
        ),
    );
    return rows.flatMap((code, index): Line[] => {
      const probe = batches[sheet]?.[index - HEADER.length];
      if (probe === undefined || index < HEADER.length || code === '') return [];
      const [, read = ''] = /typeof (call\d+)>/.exec(code) ?? [];
      const x = broken.get(name)?.get(index) ?? calls?.get(read);
      const y = left.get(name)?.get(index) ?? callsLeft?.get(read);
      return [
        {
          probe,
          code,
          cause: causeOf(expected.breaking(probe.symbol, probe.kind), expected.touching(probe.symbol)),
          ...(x === undefined ? {} : { broken: x }),
          ...(y === undefined ? {} : { left: y }),
        },
      ];
    });
  });
  return {
    lines,
    worse: lines.filter((one) => one.broken === undefined && one.left !== undefined),
    changedAgain: again.files.map((one) => one.path),
    guesses: upgraded.guesses.length,
    upgraded,
  };
}

/** What the diff says, which knows nothing of moves: renames and their like, something else, or both. */
function causeOf(breaking: readonly Change[], touching: readonly Change[]): Line['cause'] {
  const moved = [...breaking, ...touching].some((one) => MOVED.test(one.rule));
  const others = breaking.some((one) => !MOVED.test(one.rule));
  return moved ? (others ? 'both' : 'moved') : 'other';
}

function push(groups: Map<string, Probe[]>, one: Probe): void {
  const group = groups.get(one.symbol);
  if (group === undefined) groups.set(one.symbol, [one]);
  else group.push(one);
}

/**
 * Lines of one symbol stay together, for they speak of each other; of too many, those of every nth symbol.
 */
function batchesOf(probes: readonly Probe[], most: number): readonly (readonly Probe[])[] {
  const bySymbol = new Map<string, Probe[]>();
  for (const one of probes) push(bySymbol, one);
  const step = Math.max(1, Math.ceil(probes.length / most));
  const batches: Probe[][] = [];
  for (const group of [...bySymbol.values()].filter((_one, index) => index % step === 0)) {
    const last = batches.at(-1);
    if (last === undefined || last.length + group.length > PER_FILE) batches.push([...group]);
    else last.push(...group);
  }
  return batches;
}

function sheetsOf(batches: readonly (readonly Probe[])[]): ReadonlyMap<string, string> {
  return new Map(
    batches.map((batch, index) => [
      `/app/probes-${index}.ts`,
      [...HEADER, ...batch.map(lineOfProbe), ''].join('\n'),
    ]),
  );
}

/** A probe as a user writes it: of one SDK, imported from its package. */
function lineOfProbe({ code: written, kind }: Probe, index: number): string {
  const code = written
    .replace(
      /import\('\.\/(?:revision|base)\/src\/([^']*)\.ts'\)/g,
      (_all, path: string) => `import('${PACKAGE}/${path.replace(/\/([^/]+)\/\1$/, '/$1')}')`,
    )
    .replace(/\b(?:Old|New)(?=\[)/g, 'Client');
  if (kind === 'name') return `export type Name${index} = ${code};`;
  if (code.startsWith('async function')) return code;
  return code.startsWith('(') ? `void (${code.slice(0, -1)});` : `void (() => ${code.slice(0, -1)});`;
}

function faultsByLine(
  sdk: { readonly name: string; readonly files: readonly TreeFile[] },
  sheets: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<number, Fault>> {
  const { program } = sdkProgram(memoryWorkshop(), sheets, sdk);
  return new Map(
    [...sheets.keys()].map((name) => {
      const file = program.getSourceFile(name);
      const found = new Map<number, Fault>();
      for (const one of file === undefined ? [] : faultsIn(program, name)) {
        const line = file === undefined ? 0 : lineOf(file, one.start);
        if (!found.has(line)) found.set(line, one);
      }
      return [name, found];
    }),
  );
}

/** The judge's probes: of what can have changed. */
function probesOf(base: Made, revision: Made, changes: readonly Change[]): readonly Probe[] {
  const within = (folder: string, files: readonly TreeFile[]): TreeFile[] =>
    files
      .filter((one) => one.path.startsWith('src/'))
      .map((one) => ({ path: `${folder}/${one.path}`, text: one.text }));
  const [before, after] = [within('base', base.files), within('revision', revision.files)];
  const expected = expect(base.api, revision.api, changes);
  const touched = (symbol: string): boolean => expected.touching(symbol).length > 0;
  const old = treeProgram(before, ['base/src/index.ts']);
  const changed = changedBetween({ program: old, files: before }, after);
  const models = new Map(
    base.api.schemas.flatMap((one) =>
      one.model === undefined || one.usedIn === 'none'
        ? []
        : [[plainType(one.model.name), one.usedIn === 'request' ? ('sent' as const) : ('read' as const)]],
    ),
  );
  const sought = (symbol: string): ReadonlySet<string> =>
    new Set(
      expected.touching(symbol).flatMap((one) =>
        one.subject
          .split(/[.[\]]+/)
          .slice(1)
          .map((name) => name.replaceAll('"', ''))
          .filter((name) => name !== '' && !name.includes('(')),
      ),
    );
  return [
    ...typeProbes(
      old,
      'base',
      (name) => (changed.reached(name) || touched(`type ${name}`) ? models.get(plainType(name)) : undefined),
      sought,
    ),
    ...writeProbes(
      old,
      'base',
      ({ symbol, owner, name, steps }) =>
        changed.reached(owner, name) ||
        steps.some(([at, property]) => changed.edited(at, property)) ||
        touched(symbol),
      sought,
    ),
  ];
}
