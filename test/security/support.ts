/** A folder with a victim beside a repository, and the program run in that repository. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { type QuietTerminal, quietTerminal } from '../support/terminal.ts';

export const SPEC = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get:
      operationId: listBooks
      responses: { '204': { description: Nothing } }
`;

export const SECRET = 'AKIA-very-secret-7f3a';

export interface Ran {
  readonly code: number;
  /** All that was printed, on both channels. */
  readonly said: string;
  readonly terminal: QuietTerminal;
}

export interface Scene {
  /** `repository/` is where the program runs, `home/` is the victim's. */
  readonly top: string;
  readonly put: (path: string, text: string) => void;
  readonly link: (path: string, target: string) => void;
  readonly read: (path: string) => string;
  /** Everything below a folder: texts of files, targets of links. */
  readonly tree: (path: string) => Readonly<Record<string, string>>;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function createScene(): Scene {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-attack-')));
  folders.push(top);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  };
  put('repository/openapi.yml', SPEC);
  mkdirSync(join(top, 'repository/.git'));
  put('home/secret', SECRET);
  return {
    top,
    put,
    link: (path, target) => {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      symlinkSync(target, join(top, path));
    },
    read: (path) => readFileSync(join(top, path), 'utf8'),
    tree: (path) => {
      const entries = readdirSync(join(top, path), { recursive: true, withFileTypes: true }).map(
        (one) => [join(one.parentPath, one.name), one] as const,
      );
      return Object.fromEntries(
        entries
          .map(([file, one]) => [
            file.slice(top.length + 1),
            one.isSymbolicLink()
              ? `-> ${readlinkSync(file)}`
              : one.isFile()
                ? readFileSync(file, 'utf8')
                : '/',
          ])
          .sort(),
      );
    },
    run: async (...args) => {
      const terminal = {
        ...quietTerminal(join(top, 'repository')),
        env: { XDG_CACHE_HOME: join(top, 'cache') },
      };
      const code = await createProgram(terminal, new AbortController().signal).run(args);
      return { code, said: `${terminal.printed()}\n${terminal.complained()}`, terminal };
    },
  };
}
