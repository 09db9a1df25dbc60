/**
 * Sessions on a terminal in a folder of their own: files are written, commands run, and all that they print
 * is compared with a text in `sessions/`. `UPDATE_EXPECTED=1` rewrites it; then read it.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import { createProgram } from '../../generator/cli/program.ts';
import { matches } from '../errors/matches.ts';
import { quietTerminal } from '../support/terminal.ts';

type Files = Readonly<Record<string, string | undefined>>;

export type Step =
  /** Arguments of `sdkwright`. */
  | string
  | readonly string[]
  /** Texts of files; undefined deletes. */
  | { readonly put: Files }
  /** The same, through the text that is there. */
  | { readonly edit: string; readonly by: (text: string) => string }
  | { readonly link: string; readonly to: string }
  /** Commits all that is there. */
  | { readonly commit: string }
  | { readonly git: readonly string[] }
  /** Shows files. */
  | { readonly show: readonly string[] }
  /** Runs in another folder, or with colours. */
  | { readonly run: string; readonly in?: string; readonly colour?: boolean };

export async function session(name: string, files: Files, steps: readonly Step[]): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-session-')));
  const folder = join(root, 'project');
  const lines: string[] = [];
  const expected = fileURLToPath(new URL(`./sessions/${name}.txt`, import.meta.url));
  const isWritten = process.env['UPDATE_EXPECTED'] === '1' || !existsSync(expected);
  const wanted = isWritten ? '' : readFileSync(expected, 'utf8');
  const clean = (text: string): string =>
    text
      .replaceAll(root, '<root>')
      .replace(/("name": "sdkwright",\s+"version": ")[^"]+/g, '$1<version>')
      .replace(/\d+ files?/g, 'N files')
      .replace(/ · [\d.]+ s/g, ' · N s')
      .replace(/\b[0-9a-f]{40}\b/g, '<commit>');
  const put = (all: Files): void => {
    for (const [path, text] of Object.entries(all)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      if (text === undefined) rmSync(file, { recursive: true });
      else writeFileSync(file, text);
    }
  };
  const git = (...args: readonly string[]): void => {
    const own = [
      'user.name=Test',
      'user.email=test@example.com',
      'init.defaultBranch=main',
      'commit.gpgsign=false',
    ];
    execFileSync('git', [...own.flatMap((each) => ['-c', each]), ...args], { cwd: folder, stdio: 'pipe' });
  };
  const run = async (args: readonly string[], { place = '', isColoured = false } = {}): Promise<void> => {
    const terminal = quietTerminal(join(folder, place));
    const stages: string[] = [];
    const code = await createProgram(
      {
        ...terminal,
        ...{ env: { XDG_CACHE_HOME: join(root, 'cache') }, colors: picocolors.createColors(isColoured) },
        progress: (stage) => void stages.push(stage),
      },
      new AbortController().signal,
    ).run(args);
    lines.push(`$ sdkwright ${args.map((arg) => (arg.includes(' ') ? `'${arg}'` : arg)).join(' ')}`);
    if (stages.length > 0) lines.push(`stages: ${stages.join(' | ')}`);
    if (terminal.printed() !== '') lines.push(terminal.printed());
    if (terminal.complained() !== '') lines.push(`stderr: ${terminal.complained()}`);
    lines.push(`exit code: ${code}`, '');
  };
  try {
    mkdirSync(join(folder, '.git'), { recursive: true });
    put(files);
    for (const step of steps) {
      if (typeof step === 'string') await run(step.split(' '));
      else if ('put' in step) put(step.put);
      else if ('edit' in step) put({ [step.edit]: step.by(readFileSync(join(folder, step.edit), 'utf8')) });
      else if ('link' in step) symlinkSync(step.to, join(folder, step.link));
      else if ('commit' in step) {
        if (!existsSync(join(folder, '.git/HEAD'))) git('init', '-q');
        git('add', '-A');
        git('commit', '-q', '--allow-empty', '-m', step.commit);
      } else if ('git' in step) git(...step.git);
      else if ('show' in step)
        for (const path of step.show) {
          const file = join(folder, path);
          lines.push(`# ${path}`, existsSync(file) ? readFileSync(file, 'utf8') : '(not there)', '');
        }
      else if ('run' in step)
        await run(step.run.split(' '), { place: step.in ?? '', isColoured: step.colour === true });
      else await run(step);
      // What differs already is not played to its end.
      if (!isWritten && !wanted.startsWith(clean(lines.join('\n')))) break;
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  matches(expected, clean(lines.join('\n')));
}
