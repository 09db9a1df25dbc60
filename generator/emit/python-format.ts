/** Layout of Python by ruff: unused imports out, the others in order, then its formatter. */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { Workspace } from '@astral-sh/ruff-wasm-nodejs';

/** The rules of published SDKs: `I` orders imports by the length of what they bring. */
const SETTINGS = {
  'line-length': 120,
  'target-version': 'py310',
  lint: {
    select: ['I', 'F401'],
    isort: {
      'length-sort': true,
      'length-sort-straight': true,
      'combine-as-imports': true,
      'extra-standard-library': ['typing_extensions'],
    },
  },
  format: { 'docstring-code-format': true },
};

/** A formatter that is not installed: no fault of any text. */
export class FormatterMissing extends Error {
  readonly packageName: string;

  constructor(packageName: string) {
    super(`the package ${packageName} is not installed`);
    this.packageName = packageName;
  }
}

let loaded: Promise<Workspace> | undefined;

/** It is large, so it may be left out of an installation that makes no Python. */
async function load(): Promise<Workspace> {
  // V8 would spend ten times as much on making it fast as a run takes without. The later ones are implied by
  // the first one, but no longer where V8 is up already.
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
    setFlagsFromString(flag);
  const ruff = await import('@astral-sh/ruff-wasm-nodejs').catch(() => {
    throw new FormatterMissing('@astral-sh/ruff-wasm-nodejs');
  });
  return new ruff.Workspace(SETTINGS, ruff.PositionEncoding.Utf16);
}

/** Part of the key of every formatted file; the version is known without loading the formatter. */
export function pythonFormatKey(): string {
  let version = '';
  try {
    const { version: found } = createRequire(import.meta.url)('@astral-sh/ruff-wasm-nodejs/package.json');
    version = String(found);
  } catch {
    // Without it nothing is laid out, and the run says so.
  }
  return `ruff ${version} ${JSON.stringify(SETTINGS)}`;
}

/** Throws where the text is no Python. Programs that pages show keep their imports as they are. */
export async function formatPython(text: string, isShown = false): Promise<string> {
  loaded ??= load();
  const workspace = await loaded;
  if (isShown) return workspace.format(text);
  return workspace.format(withImports(workspace, text));
}

/** The text without imports that nothing uses, the others in order: names that go change the order of those that stay. */
function withImports(workspace: Workspace, text: string): string {
  const found: readonly RuffDiagnostic[] = workspace.check(text);
  const unused = mended(text, found, 'F401');
  return unused === text ? mended(text, found, 'I001') : withImports(workspace, unused);
}

/** The text with what ruff offers to mend for one rule. */
function mended(text: string, found: readonly RuffDiagnostic[], rule: string): string {
  const edits = found
    .flatMap((one) => (one.code === rule && one.fix ? one.fix.edits : []))
    .sort((a, b) => compare(b.location, a.location));
  if (edits.length === 0) return text;
  const starts = lineStarts(text);
  const offset = ({ row, column }: Place): number => (starts[row - 1] ?? text.length) + column - 1;
  let result = text;
  let limit = Number.POSITIVE_INFINITY;
  for (const { content, location, end_location } of edits) {
    const [from, to] = [offset(location), offset(end_location)];
    // Two fixes of one statement: the other one comes with the next run.
    if (to > limit) continue;
    result = result.slice(0, from) + (content ?? '') + result.slice(to);
    limit = from;
  }
  return result;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

interface RuffDiagnostic {
  readonly code: string | null;
  readonly fix: {
    readonly edits: readonly {
      readonly content: string | null;
      readonly location: Place;
      readonly end_location: Place;
    }[];
  } | null;
}

const compare = (a: Place, b: Place): number => a.row - b.row || a.column - b.column;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
