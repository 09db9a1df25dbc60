/** The program: reads its options and starts a server. */
import { statSync } from 'node:fs';
import { idlePatterns } from './filter.ts';
import { type ToolsetOptions, createToolset } from './handlers.ts';
import { HELP, type StartOptions, readOptions } from './options.ts';
import type { ServerParts } from './server.ts';
import { serveStdio } from './stdio.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Messages for people go to standard error, because standard output carries the protocol. */
const say = (text: string): unknown => process.stderr.write(`${text}\n`);

export async function run(
  parts: Omit<ServerParts, 'options'>,
  defaults: Pick<ToolsetOptions, 'mode'> = {},
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const { catalogue } = parts;
  let options: StartOptions;
  try {
    options = { ...defaults, ...readOptions(args) };
  } catch (error) {
    say(`${error instanceof Error ? error.message : 'wrong usage'}\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  if (options.help)
    return void process.stdout.write(`${catalogue.name}: the ${catalogue.title} for agents (MCP)\n\n${HELP}`);
  if (options.version) return void process.stdout.write(`${catalogue.version}\n`);
  const idle = idlePatterns(catalogue, options);
  if (idle.length > 0) {
    say(`No call matches ${idle.join(', ')}. Use --list alone to print all calls.`);
    process.exitCode = 2;
    return;
  }
  if (options.files !== undefined && !isFolder(options.files)) {
    say(`--files ${options.files}: is not a folder`);
    process.exitCode = 2;
    return;
  }
  const toolset = createToolset(catalogue, options);
  if (options.list) {
    const lines = toolset.offer.entries.map(({ tool, effect, title }) => `${tool}\t${effect}\t${title}`);
    return void process.stdout.write(`${lines.join('\n')}\n`);
  }
  // Loaded only if it is used.
  const factory = async () =>
    (await import('./server.ts')).createParts({ ...parts, options, toolset }).factory;
  if (options.http === undefined) {
    serveStdio({ ...parts, tools: toolset.tools, factory });
    return;
  }
  const { serveHttp } = await import('./http.ts');
  const { url } = await serveHttp(await factory(), options.http);
  say(`${catalogue.name} ${catalogue.version}: ${toolset.tools.length} tools at ${url}`);
}
