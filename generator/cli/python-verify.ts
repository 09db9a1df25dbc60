/** The Python SDKs of both sides on the disk for pyright, and what it says of code of users. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Config } from '../config/types.ts';
import type { Change } from '../diff/types.ts';
import { loadTemplateSet } from '../emit/load.ts';
import { render } from '../emit/render.ts';
import { diskTemplates } from '../emit/template-io.ts';
import type { TemplateSet } from '../emit/template-set.ts';
import type { TreeFile } from '../emit/types.ts';
import { createPlanner, generateFor } from '../generate.ts';
import type { Api } from '../ir/types.ts';
import { isWithin, projectRoot } from '../lib/boundary.ts';
import { python } from '../languages/python/language.ts';
import { PROBE_HEADER, probesOf } from '../languages/python/probes/probes.ts';
import { type Places, placesOf } from '../plan/sdk.ts';
import { inTemporaryFolder, makeFolders, writeNewFile } from '../output/file-ops.ts';
import type { Documents } from '../source/types.ts';
import { runProgram } from './child.ts';
import type { Judgement } from '../verify/judge.ts';
import type { Fault } from '../verify/probe.ts';
import { type Objections, type Sheet, type UserCode, judgePython, sheetOf } from '../verify/python-judge.ts';

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
  const { api, plan, sdk, printed } = generateFor(python, {
    documents,
    config: { ...config, output },
    plan: createPlanner(documents, former),
  });
  const files = render(templates, printed.views()).value;
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

/** What has to be there, and is found as the user has it. */
export interface PythonTools {
  /** A program and its first arguments. */
  readonly pyright: readonly [string, ...string[]];
  /** With pydantic and httpx. */
  readonly python: string;
  /** Folder whose project no program is taken from. */
  readonly checkout: string;
}

/** A sentence where something is missing. `environment`: the virtual environment that is active. */
export async function findPythonTools(cwd: string, environment?: string): Promise<PythonTools | string> {
  const pyright = await findPyright(cwd);
  if (pyright === undefined)
    return 'There is no pyright outside the project, so nothing was verified: install it (`npm install --global pyright`, or `pip install pyright`).';
  const found = await findPython(cwd, environment);
  return found === undefined
    ? 'There is no Python with pydantic and httpx outside the project, so nothing was verified: activate an environment that has them and lies outside.'
    : { pyright, python: found, checkout: cwd };
}

async function findPyright(cwd: string): Promise<PythonTools['pyright'] | undefined> {
  const beside = pyrightBeside();
  if (beside !== undefined && !isWithin(projectRoot(cwd), beside)) return [process.execPath, beside];
  return (await works('pyright', ['--version'], cwd)) ? ['pyright'] : undefined;
}

/** That of the installation that this program is a part of. */
function pyrightBeside(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.filename).resolve('pyright/package.json')), 'index.js');
  } catch {
    return undefined;
  }
}

async function findPython(cwd: string, environment: string | undefined): Promise<string | undefined> {
  const inside = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python';
  const names = [...(environment === undefined ? [] : [join(environment, inside)]), 'python3', 'python'];
  for (const one of names) if (await works(one, ['-c', 'import pydantic, httpx, anyio'], cwd)) return one;
  return undefined;
}

/** Tried in an empty folder: a module of the checkout would be imported instead of the installed one. */
const works = (command: string, args: readonly string[], checkout: string): Promise<boolean> =>
  inTemporaryFolder('try', async (folder) => {
    const { code } = await runProgram(command, args, { folder, checkout });
    return code === 0;
  });

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
