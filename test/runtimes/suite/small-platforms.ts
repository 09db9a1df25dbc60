/**
 * The SDK where the platform has little: Hermes, the engine of React Native, and jsdom, in which people run
 * their tests.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { here, requireTool } from './tools.ts';

const run = promisify(execFile);
const text = (name: string): string => readFileSync(join(here, 'suite', name), 'utf8');

async function script(folder: string): Promise<string> {
  const made = await build({
    stdin: { contents: "export * from '@smithery/api';", resolveDir: folder },
    bundle: true,
    format: 'iife',
    globalName: 'sdk',
    write: false,
    platform: 'browser',
    target: 'es2022',
  });
  return made.outputFiles[0]?.text ?? '';
}

interface Babel {
  readonly transformAsync: (text: string, options: object) => Promise<{ readonly code: string }>;
}

/** Classes and async functions are lowered, as the presets of React Native do it: this engine knows none. */
export async function inHermes(folder: string): Promise<readonly unknown[]> {
  const babel = requireTool('@babel/core') as Babel;
  const { code } = await babel.transformAsync(await script(folder), {
    babelrc: false,
    configFile: false,
    presets: [[requireTool.resolve('@babel/preset-env'), { targets: { ie: '11' } }]],
  });
  const program = join(folder, 'hermes.js');
  writeFileSync(program, [text('react-native.js'), 'var report = print;', code, text('small.js')].join('\n'));
  const { stdout } = await run(hermes(), ['-w', program]);
  return JSON.parse(stdout) as readonly unknown[];
}

/** The engine's program for this system. */
export function hermes(): string {
  const name = { linux: 'linux64-bin/hermes', darwin: 'osx-bin/hermes', win32: 'win64-bin/hermes.exe' }[
    process.platform as 'linux'
  ];
  return join(here, 'node_modules/hermes-engine-cli', name);
}

interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: object,
  ) => {
    readonly window: { eval: (text: string) => void; report?: (text: string) => void; Response?: unknown };
  };
}

export async function inJsdom(folder: string): Promise<readonly unknown[]> {
  const { JSDOM } = requireTool('jsdom') as Jsdom;
  const { window } = new JSDOM('<!doctype html>', {
    runScripts: 'outside-only',
    url: 'https://app.example.com/',
  });
  // It has no `fetch`, and so neither `Response` nor streams.
  window.Response = Response;
  const told = new Promise<string>((resolve) => void (window.report = resolve));
  window.eval(`${await script(folder)}\n${text('small.js')}`);
  return JSON.parse(await told) as readonly unknown[];
}
