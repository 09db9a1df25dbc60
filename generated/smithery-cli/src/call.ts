/** From arguments by name to a call of the SDK: nothing but what the catalogue names gets there. */
import { CallError, type Entry, isRecord } from './catalogue-types.ts';
import { isOpen } from './check.ts';
import { type FileOpener, withFiles } from './files.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** What texts in the places of files mean. */
  readonly files: FileOpener;
  /** Null is sent. Models write it for what they leave out. */
  readonly keepsNull?: boolean;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Arguments of the method after checking: positional arguments, and an object for the others. */
export async function argumentsOf(
  entry: Entry,
  args: Arguments,
  { files, keepsNull = false }: Pick<CallOptions, 'files' | 'keepsNull'>,
): Promise<readonly unknown[]> {
  const positional: unknown[] = [];
  const names = new Set(entry.arguments.map((argument) => argument.name));
  let params: unknown;
  const set = (key: string, value: unknown): void => {
    const target: Record<string, unknown> = isRecord(params) ? params : {};
    // A plain assignment of `__proto__` would change what the object inherits.
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    params = target;
  };
  for (const argument of entry.arguments) {
    const { name, key = name, as } = argument;
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    const given = value === null && !keepsNull ? undefined : value;
    if (given === undefined && as !== 'positional') continue;
    const sent = await withFiles(given, argument.files, files);
    if (as === 'positional') positional.push(sent);
    else if (as === 'whole') params = sent;
    else if (as === 'spread' && isRecord(sent))
      for (const [field, inside] of Object.entries(sent)) set(field, inside);
    else set(key, sent);
  }
  if (isOpen(entry)) for (const [name, value] of Object.entries(args)) if (!names.has(name)) set(name, value);
  const hasParams = entry.arguments.some((argument) => argument.as !== 'positional');
  return hasParams || params !== undefined ? [...positional, params] : positional;
}

/** What the method of the SDK gives: a promise, which is also a list of pages where it has some. */
export async function callSdk(
  client: object,
  entry: Entry,
  args: Arguments,
  options: CallOptions,
): Promise<Called> {
  const given = await argumentsOf(entry, args, options);
  let owner: unknown = client;
  for (const step of entry.accessor.slice(0, -1)) owner = (owner as Record<string, unknown>)[step];
  const method = (owner as Record<string, unknown>)[entry.accessor.at(-1) ?? ''];
  if (typeof method !== 'function')
    throw new CallError(
      `${entry.id}: this version of the SDK does not have it; install the version that belongs to this server`,
    );
  const { signal } = options;
  return {
    promise: method.apply(owner, [...given, signal === undefined ? {} : { signal }]) as PromiseLike<unknown>,
  };
}

/** In an object, as a promise of a promise would be awaited. */
export interface Called {
  readonly promise: PromiseLike<unknown>;
}
