/** The inputs of most commands: the document, the config, and what these may access. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from './exit.ts';

const ALLOWANCES = {
  remote: 'fetch http(s) URLs that documents and configs name',
  outside: 'use files outside the project that documents, configs and links name',
  commands: 'run the programs that generate targets of the config',
} as const;
type Allowance = keyof typeof ALLOWANCES;

/** As on the command line. */
export interface AllowOptions {
  readonly allow?: readonly Allowance[];
}

export interface InputOptions extends AllowOptions {
  readonly spec?: string;
  readonly config?: string;
  readonly overlay?: readonly string[];
}

export interface Inputs {
  readonly spec?: string;
  readonly config?: string;
  readonly overlays?: readonly string[];
  readonly allowRemote: boolean;
  readonly allowOutside: boolean;
}

/** What the program gives to a command that has these inputs. */
export interface CommandFrame {
  /** Adds the options of the inputs. */
  readonly withInputs: (command: Command) => Command;
  readonly inputsOf: (options: InputOptions) => Inputs;
  /** Aborted by an interrupt. */
  readonly signal: AbortSignal;
  readonly finish: (code: ExitCode) => void;
}

/** `--allow remote,outside`: lifts restrictions that protect from untrusted documents and configs. */
export function allowOption(...names: readonly Allowance[]): Option {
  const isKnown = (name: string): name is Allowance => names.some((known) => known === name);
  return new Option(
    '--allow <what>',
    `for input that you trust; several with commas: ${names.map((name) => `${name} (${ALLOWANCES[name]})`).join(', ')}`,
  ).argParser<readonly Allowance[]>((text, before = []) => {
    const found = text.split(',').map((name) => name.trim());
    const wrong = found.find((name) => !isKnown(name));
    if (wrong !== undefined) throw new InvalidArgumentError(`Expected ${names.join(', ')}.`);
    return [...before, ...found.filter(isKnown)];
  });
}

export const isAllowed = ({ allow = [] }: AllowOptions, what: Allowance): boolean => allow.includes(what);

/** Why the sides of a comparison are not read: a URL among them that was not allowed. */
export function refusedUrl(sides: readonly string[], isRemoteAllowed: boolean): string | undefined {
  const url = isRemoteAllowed ? undefined : sides.find((side) => /^https?:\/\//i.test(side));
  return url === undefined ? undefined : `${url} is a URL, and URLs are read with --allow remote only.`;
}
