/** Implements the tools, independently of the protocol: arguments in, an answer out. */
import { setMaxListeners } from 'node:events';
import { type Answer, type Progress, answerOf, outcomeOf, textOf } from './answers.ts';
import { callSdk } from './call.ts';
import { type Catalogue, CallError, type Entry, isRecord } from './catalogue-types.ts';
import type { Session } from './client-maker.ts';
import { checkArguments, unknownName } from './check.ts';
import { createCodeHost } from './code-host.ts';
import { failureOf } from './failures.ts';
import { filesBelow } from './files.ts';
import { type FilterOptions, type Offer, offerOf } from './filter.ts';
import { runCode } from './sandbox.ts';
import { createSearch } from './search.ts';
import { foundText } from './signature.ts';
import { DEFAULT_LIMIT, type Tool, executeTool, isShort, searchTool, toolOf } from './tools.ts';

export type Mode = 'tools' | 'code' | 'both';

export interface ToolsetOptions extends FilterOptions {
  /** Default: `tools` for up to 30 calls, `code` for more. */
  readonly mode?: Mode;
  /** Folder whose files arguments may name. */
  readonly files?: string;
  readonly outputSchemas?: boolean;
  /** Destructive calls require the user's consent. */
  readonly confirm?: boolean;
}

export interface Toolset {
  readonly mode: Mode;
  readonly tools: readonly Tool[];
  readonly offer: Offer;
  /** The call that requires the user's consent. */
  readonly destroying: (name: string) => Entry | undefined;
  /** Never rejects. */
  readonly call: (name: string, args: unknown, session: Session, context?: CallContext) => Promise<Answer>;
}

export interface CallContext {
  readonly signal?: AbortSignal;
  /** Called for each page, event and call of code while the answer is prepared. */
  readonly progress?: Progress;
}

const LONGEST_PROGRESS = 200;

interface RunContext {
  readonly tell: Progress;
  readonly signal: AbortSignal | undefined;
}

const MOST_TOOLS = 30;

export function createToolset(catalogue: Catalogue, options: ToolsetOptions = {}): Toolset {
  const offer = offerOf(catalogue, options);
  const mode = options.mode ?? (offer.entries.length <= MOST_TOOLS ? 'tools' : 'code');
  const [hasTools, hasCode] = [mode !== 'code', mode !== 'tools'];
  const tools = [
    ...(hasTools ? offer.entries.map((entry) => toolOf(entry, options.outputSchemas === true)) : []),
    ...(hasCode || offer.entries.some(isShort) ? [searchTool(catalogue, hasCode)] : []),
    ...(hasCode ? [executeTool(catalogue, options.readOnly === true)] : []),
  ];
  const names = new Set(tools.map((tool) => tool.name));
  const files = filesBelow(options.files);
  const search = createSearch(offer.entries);
  const entryOf = (name: string): Entry | undefined => (hasTools ? offer.byTool.get(name) : undefined);

  const dispatch = async (
    name: string,
    args: Record<string, unknown>,
    session: Session,
    { signal, progress }: CallContext,
  ): Promise<Answer> => {
    const tell: Progress = (count, text) =>
      progress?.(count, session.redactor.cutText(text, LONGEST_PROGRESS));
    if (name === 'search_docs' && names.has(name))
      return { content: [textOf(foundText(search(textAt(args, 'query')), hasCode))] };
    if (name === 'execute' && names.has(name))
      return execute(textAt(args, 'code'), session, { tell, signal });
    const entry = entryOf(name);
    if (!entry) throw new CallError(refusal(catalogue, offer, { name, names: [...names] }));
    const { select, limit } = entry.own;
    const hasValue = entry.result !== 'void' && entry.result !== 'binary';
    const own = [...(hasValue ? [select] : []), ...(entry.result === 'page' ? [limit] : [])];
    checkArguments(entry, args, own);
    const answerOptions = {
      select: hasValue ? selectionOf(args[select], select) : undefined,
      limit: limitOf(args[limit], entry),
    };
    const called = await callSdk(await session.client(), entry, args, { signal, files });
    return answerOf(
      await outcomeOf(entry, called, answerOptions.limit, tell),
      answerOptions,
      session.redactor,
    );
  };

  const execute = async (code: string, session: Session, { tell, signal }: RunContext): Promise<Answer> => {
    // Ends what the code has started but not awaited.
    const ends = new AbortController();
    // Each call adds a listener; a run makes at most a hundred calls.
    setMaxListeners(0, ends.signal);
    const { ask, close } = createCodeHost({
      catalogue,
      offer,
      redactor: session.redactor,
      client: session.client,
      files,
      signal: ends.signal,
      refusesDestroying: options.confirm === true,
      progress: tell,
    });
    const stop = (): void => ends.abort();
    signal?.addEventListener('abort', stop, { once: true });
    const { json, failure, logs } = await runCode(code, ask, undefined, signal);
    signal?.removeEventListener('abort', stop);
    ends.abort();
    close();
    const printed = session.redactor.text(logs.join('\n'));
    const result = json === undefined ? [] : [session.redactor.text(json)];
    const nothing =
      json === undefined && failure === undefined && printed === ''
        ? ['The code returned nothing; end it with a return statement.']
        : [];
    const texts = [
      ...(failure === undefined ? [] : [session.redactor.text(failure)]),
      ...result,
      ...nothing,
      ...(printed === '' ? [] : [printed]),
    ];
    return { content: texts.map(textOf), ...(failure !== undefined && { isError: true }) };
  };

  return {
    mode,
    tools,
    offer,
    destroying: (name) => {
      const entry = entryOf(name);
      return options.confirm === true && entry?.effect === 'destroy' ? entry : undefined;
    },
    call: async (name, args, session, context = {}) => {
      try {
        return await dispatch(name, isRecord(args) ? args : {}, session, context);
      } catch (error) {
        const { message } = failureOf(error, catalogue, session.redactor);
        return { isError: true, content: [textOf(message)] };
      }
    },
  };
}

function textAt(args: Readonly<Record<string, unknown>>, name: string): string {
  const value = args[name];
  if (typeof value !== 'string' || value.trim() === '')
    throw new CallError(`${name}: missing; it must be text`);
  const others = Object.keys(args).filter((key) => key !== name);
  if (others.length > 0) throw new CallError(others.map((key) => unknownName(key, [name])).join('; '));
  return value;
}

function selectionOf(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  // Some models pass a list.
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
  if (typeof value !== 'string')
    throw new CallError(`${name}: must be field names separated by commas, such as id,owner.name`);
  return value;
}

function limitOf(value: unknown, { result, own }: Entry): number {
  if (result !== 'page' || value === undefined || value === null) return DEFAULT_LIMIT;
  const isGood = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000;
  if (!isGood) throw new CallError(`${own.limit}: must be a whole number from 1 to 10000`);
  return value;
}

/** Explains why a tool does not exist. */
function refusal(
  catalogue: Catalogue,
  offer: Offer,
  { name, names }: { readonly name: string; readonly names: readonly string[] },
): string {
  const known = catalogue.entries.find((entry) => entry.tool === name);
  // Throws an error that names the option that forbids it.
  if (known) offer.byAccessor(known.accessor.join('.'));
  return unknownName(name, names);
}
