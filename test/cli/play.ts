/**
 * Calls parts of a command in folders of their own, with a terminal that remembers: what is returned, printed and
 * written. `UPDATE_EXPECTED=1` rewrites what is expected; then read it.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import type { LastRun } from '../../generator/cli/last-run.ts';
import type { Terminal } from '../../generator/cli/terminal.ts';
import { matches } from '../errors/matches.ts';
import { quietTerminal } from '../support/terminal.ts';

export type Files = Readonly<Record<string, string | undefined>>;
export interface Scene {
  readonly terminal: Terminal;
  readonly put: (files: Files) => void;
  readonly lastRun: LastRun;
  readonly say: (stage: string) => void;
}
export type Row = readonly [label: string, files: Files, act: (scene: Scene) => Promise<unknown>];

export function written(value: unknown): string {
  const plain = (_key: string, each: unknown): unknown =>
    each instanceof Map
      ? Object.fromEntries(each)
      : each === undefined
        ? null
        : typeof each === 'function'
          ? 'a function'
          : each;
  return JSON.stringify(value, plain);
}
function listed(folder: string, under = ''): readonly string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((each) => {
      const path = under === '' ? each.name : `${under}/${each.name}`;
      return each.isDirectory() ? listed(folder, path) : [path];
    });
}

export async function play(name: string, rows: readonly Row[], isColoured = false): Promise<void> {
  const expected = fileURLToPath(new URL(`./parts/${name}.txt`, import.meta.url));
  const isWritten = process.env['UPDATE_EXPECTED'] === '1' || !existsSync(expected);
  const wanted = isWritten ? '' : readFileSync(expected, 'utf8');
  const lines: string[] = [];
  for (const [label, files, act] of rows) {
    const root = mkdtempSync(join(tmpdir(), 'sdkwright-parts-'));
    const folder = join(root, 'project');
    const put: Scene['put'] = (all) => {
      for (const [path, text] of Object.entries(all)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        if (text === undefined) rmSync(join(folder, path), { force: true });
        else writeFileSync(join(folder, path), text);
      }
    };
    const own: string[] = [`## ${label}`];
    const stages: string[] = [];
    const print = (text: string): void => {
      const before = stages.length > 0 ? `(${stages.splice(0).join(', ')}) ` : '';
      own.push(`${before}${text.replaceAll('\n', '\\n')}`);
    };
    const note = (stage: string): void => void stages.push(stage);
    const terminal: Terminal = {
      ...quietTerminal(folder),
      ...{ out: print, err: (text) => print(`stderr: ${text}`) },
      ...{
        progress: (stage) => note(stage === '' ? '-' : stage),
        colors: picocolors.createColors(isColoured),
      },
      holdSignals: () => {
        note('signals are held');
        return () => note('and not held');
      },
    };
    const lastRun: LastRun = {
      ...{ io: (io) => io, templates: (io) => io, result: () => Promise.resolve(undefined) },
      remember: (result, hashes) => {
        print(`remembered: ${written(result)} ${namesOf(hashes)}`);
      },
    };
    try {
      put({ '.git/HEAD': '', ...files });
      const before = new Set(listed(root));
      const result = await act({ terminal, put, lastRun, say: note });
      print(written(result));
      const made = listed(root).filter((path) => !before.has(path));
      if (made.length > 0) print(`made: ${made.join(' ')}`);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
    const text = own
      .join('\n')
      .replaceAll(root, '<root>')
      .replace(/process \d+/g, 'process N')
      .replace(/\b[0-9a-f]{8}:/g, '<commit>:');
    lines.push(text.replace(/("generator":")[^"]+/g, '$1<version>'));
    if (!isWritten && !wanted.startsWith(lines.join('\n'))) break;
  }
  matches(expected, lines.join('\n'));
}

/** Paths of files, with `*` where a hash is known. */
export const namesOf = (hashes: ReadonlyMap<string, string | undefined>): string =>
  [...hashes].map(([path, hash]) => path.replace(/.*\/project\//, hash === undefined ? '' : '*')).join(' ');
