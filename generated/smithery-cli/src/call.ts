/** Turns named arguments into a call of the SDK. Only arguments that the catalogue lists are passed on. */
import { CallError, type Entry, isRecord } from './catalogue-types.ts';
import { isOpen } from './check.ts';
import { type FileOpener, withFiles } from './files.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Resolves the text of a file argument. */
  readonly files: FileOpener;
  /** Whether null is sent. Models often write null for an argument that they omit. */
  readonly keepsNull?: boolean;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Checked arguments of the method: positional arguments, and an object with the others. */
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
    // Assigning `__proto__` would change the prototype of the object.
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

/** Result of the SDK's method: a promise that is also async iterable if the operation has pages. */
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
      `${entry.id}: the installed version of the SDK lacks it; install the version that this package requires`,
    );
  const { signal } = options;
  return {
    promise: method.apply(owner, [...given, signal === undefined ? {} : { signal }]) as PromiseLike<unknown>,
  };
}

/** Wrapped in an object, because an async function would await a returned promise. */
export interface Called {
  readonly promise: PromiseLike<unknown>;
}
