/** Command line options of the server. */
import { parseArgs } from 'node:util';
import type { Mode, ToolsetOptions } from './handlers.ts';
import { nearest } from './near.ts';

export interface StartOptions extends ToolsetOptions {
  /** Port on 127.0.0.1; 0 for any free port. Absent: standard input and output. */
  readonly http?: number;
  /** Print the tools and exit. */
  readonly list: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const FLAGS = {
  mode: { type: 'string' },
  'read-only': { type: 'boolean' },
  tools: { type: 'string', multiple: true },
  resource: { type: 'string', multiple: true },
  confirm: { type: 'boolean' },
  files: { type: 'string' },
  'output-schemas': { type: 'boolean' },
  http: { type: 'boolean' },
  port: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export const HELP = `Options:
  --mode tools|code|both  tools: one for each call; code: search_docs and execute
                          (default: tools up to 30 calls, else code)
  --read-only             offer only read operations
  --tools PATTERNS        offer only matching operations: 'servers.*,!servers.delete'
  --resource NAME         offer only this resource and everything below it
  --confirm               ask the user before destructive calls
  --files DIR             allow file:name arguments for files in this folder
  --output-schemas        add output schemas to the tool list
  --http [PORT]           serve HTTP on 127.0.0.1 instead of standard input and output
  --list                  print the tools and exit
`;

/** Throws an `Error` that explains a wrong option. */
export function readOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parse(args);
  const mode = values.mode;
  if (mode !== undefined && !isMode(mode)) throw new Error(`--mode ${mode}: must be tools, code or both`);
  const port = values.port ?? (values.http === true ? positionals[0] : undefined);
  const extra = values.http === true && values.port === undefined ? positionals.slice(1) : positionals;
  if (extra.length > 0) throw new Error(`${extra[0]}: unknown option`);
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new Error(`--http ${port}: must be a port number`);
  const list = (texts: readonly string[] | undefined): readonly string[] =>
    (texts ?? [])
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  return {
    ...(mode !== undefined && { mode }),
    readOnly: values['read-only'] === true,
    tools: list(values.tools),
    resources: list(values.resource),
    confirm: values.confirm === true,
    ...(values.files !== undefined && { files: values.files }),
    outputSchemas: values['output-schemas'] === true,
    ...((values.http === true || values.port !== undefined) && { http: Number(port ?? 0) }),
    list: values.list === true,
    help: values.help === true,
    version: values.version === true,
  };
}

function parse(args: readonly string[]) {
  const unknown = args.find(
    (arg) => arg.startsWith('--') && !Object.hasOwn(FLAGS, arg.slice(2).split('=')[0] ?? ''),
  );
  if (unknown !== undefined) {
    const near = nearest(unknown.slice(2), Object.keys(FLAGS)).map((name) => `--${name}`);
    throw new Error(
      `${unknown}: unknown option${near.length > 0 ? `, did you mean ${near.join(' or ')}?` : ''}`,
    );
  }
  return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true, strict: true });
}

const isMode = (text: string): text is Mode => text === 'tools' || text === 'code' || text === 'both';
