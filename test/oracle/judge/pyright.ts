/** The Python SDKs of both sides on the disk for pyright, and what it says of code of users. */
import { dirname, join } from 'node:path';
import type { Config } from '../../../generator/config/types.ts';
import type { Change } from '../../../generator/diff/types.ts';
import { loadTemplateSet } from '../../../generator/emit/load.ts';
import { render } from '../../../generator/emit/render.ts';
import { diskTemplates } from '../../../generator/emit/template-io.ts';
import type { TemplateSet } from '../../../generator/emit/template-set.ts';
import type { TreeFile } from '../../../generator/emit/types.ts';
import { createPlanner, generateFor } from '../../../generator/generate.ts';
import type { Api } from '../../../generator/ir/types.ts';
import { python } from '../../../generator/languages/python/language.ts';
import { PROBE_HEADER, probesOf } from './python/probes.ts';
import { type Places, placesOf } from '../../../generator/plan/sdk.ts';
import { inTemporaryFolder, makeFolders, writeNewFile } from '../../../generator/output/file-ops.ts';
import type { Documents } from '../../../generator/source/types.ts';
import { runProgram } from '../../../generator/cli/child.ts';
import type { Judgement } from './judge.ts';
import type { Fault } from './probe.ts';
import { type Objections, type Sheet, type UserCode, judgePython, sheetOf } from './python-judge.ts';

export interface PythonMade {
  readonly api: Api;
  /** The package alone, called `sdk`. */
  readonly files: readonly TreeFile[];
  readonly probes: readonly UserCode[];
  readonly places: Places;
}

export const openPythonTemplates = async (cwd: string, folder: string): Promise<TemplateSet | undefined> =>
  (await loadTemplateSet('python', diskTemplates(cwd, folder))).value;

export function pythonInMemory(
  {
    documents,
    config,
    former,
  }: {
    readonly documents: Documents;
    readonly config: Config;
    /** Where models were in the SDK that this one follows. */
    readonly former?: Places;
  },
  templates: TemplateSet,
): PythonMade {
  const output = { ...config.output, docs: { ...config.output.docs, enabled: false } };
  const { api, plan, sdk, views } = generateFor(python, {
    documents,
    config: { ...config, output },
    plan: createPlanner(documents, former),
  });
  const files = render(templates, views.forTemplates()).value;
  return {
    api,
    places: placesOf(plan),
    files: files.flatMap((one) => {
      const [, path] = /^src\/[^/]+\/(.+)$/.exec(one.path) ?? [];
      return path === undefined ? [] : [{ ...one, path: `sdk/${path}` }];
    }),
    probes: probesOf(sdk),
  };
}

/** The programs that are asked. */
export interface PythonTools {
  /** A program and its first arguments. */
  readonly pyright: readonly [string, ...string[]];
  /** With pydantic and httpx. */
  readonly python: string;
  /** Folder whose project no program is taken from. */
  readonly checkout: string;
}

export interface PythonSides {
  readonly base: PythonMade;
  readonly revision: PythonMade;
  readonly changes: readonly Change[];
}

/** Undefined: pyright did not come to an end within the time, or said nothing that can be read. */
export async function verifyPython(
  all: readonly PythonSides[],
  tools: PythonTools,
  timeout: number,
): Promise<readonly Judgement[] | undefined> {
  return inTemporaryFolder('verify', async (folder) => {
    const sheets = all.map(({ base }) => sheetOf(PROBE_HEADER, base.probes));
    const roots: string[] = [];
    for (const [index, { base, revision }] of all.entries())
      for (const [side, made] of Object.entries({ base, revision })) {
        const root = `${side}_${index}`;
        roots.push(root);
        write(join(folder, root), made.files, sheets[index]);
      }
    writeNewFile(join(folder, 'pyrightconfig.json'), JSON.stringify(settings(roots)));
    const said = await objectionsOf(tools, folder, timeout);
    if (said === undefined) return undefined;
    return all.map(({ base, revision, changes }, index) => {
      const of = (side: string): Objections => said.get(`${side}_${index}`) ?? new Map();
      const sheet = sheets[index] ?? sheetOf([], []);
      return judgePython(
        { probes: base.probes, sheet },
        { before: of('base'), after: of('revision') },
        { base: base.api, revision: revision.api, changes },
      );
    });
  });
}

function write(folder: string, files: readonly TreeFile[], sheet: Sheet | undefined): void {
  for (const one of files) {
    const path = join(folder, one.path);
    makeFolders(dirname(path));
    writeNewFile(path, one.text);
  }
  for (const [index, text] of (sheet?.files ?? []).entries())
    writeNewFile(join(folder, `probe_${index}.py`), text);
}

/**
 * Strict, but for what is said of the probes themselves: that a value is not used, that a type is not known.
 * What is deprecated may be used.
 */
const settings = (roots: readonly string[]): object => ({
  include: roots.map((one) => `${one}/probe_*.py`),
  typeCheckingMode: 'strict',
  pythonVersion: '3.10',
  executionEnvironments: roots.map((root) => ({ root })),
  reportUnusedExpression: false,
  reportUnusedVariable: false,
  reportUnusedImport: false,
  reportDeprecated: false,
  reportUnknownMemberType: false,
  reportUnknownArgumentType: false,
  reportUnknownVariableType: false,
  reportUnknownParameterType: false,
  reportUnnecessaryCast: false,
  reportMissingModuleSource: false,
});

async function objectionsOf(
  { pyright: [command, ...args], python: interpreter, checkout }: PythonTools,
  folder: string,
  timeout: number,
): Promise<ReadonlyMap<string, Objections> | undefined> {
  const given = [...args, '--outputjson', '--pythonpath', interpreter, '-p', folder];
  // Objections make it exit with 1.
  const { out } = await runProgram(command, given, { folder, checkout, seconds: timeout });
  const said = diagnosticsIn(out.toString());
  const found = new Map<string, Map<number, Map<number, Fault>>>();
  for (const { root, file, line, rule, message } of said ?? []) {
    const files = found.get(root) ?? new Map<number, Map<number, Fault>>();
    found.set(root, files);
    const lines = files.get(file) ?? new Map<number, Fault>();
    files.set(file, lines);
    if (!lines.has(line)) lines.set(line, { code: rule, message });
  }
  return said === undefined ? undefined : found;
}

interface Said {
  readonly root: string;
  readonly file: number;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

function diagnosticsIn(text: string): readonly Said[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const all = isObject(value) ? value['generalDiagnostics'] : undefined;
  if (!Array.isArray(all)) return undefined;
  return all.flatMap((one: unknown): Said[] => {
    if (!isObject(one) || one['severity'] === 'information') return [];
    const { file, range, rule, message } = one;
    const [, root, index] =
      typeof file === 'string' ? (/([^/\\]+)[/\\]probe_(\d+)\.py$/.exec(file) ?? []) : [];
    const start = isObject(range) ? range['start'] : undefined;
    const line = isObject(start) ? start['line'] : undefined;
    if (root === undefined) return [];
    return [
      {
        root,
        file: Number(index),
        line: typeof line === 'number' && !isGivenUp(String(message)) ? line : -1,
        rule: typeof rule === 'string' ? rule : 'syntax',
        message: String(message),
      },
    ];
  });
}

/** Nothing more is said of the file. */
const isGivenUp = (message: string): boolean => message.startsWith('Code is too complex to analyze');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
