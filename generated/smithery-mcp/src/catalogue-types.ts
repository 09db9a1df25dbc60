/** The calls of an API as data: what the generator writes into `catalogue.ts`. */

export interface Argument {
  /** The name in a tool. */
  readonly name: string;
  /** The name in the SDK, where it differs. */
  readonly key?: string;
  readonly required: boolean;
  readonly in: 'path' | 'query' | 'body' | 'header' | 'cookie';
  readonly as: 'positional' | 'field' | 'spread' | 'whole';
  /** Where files stand in the value; `*` is every element of a list. */
  readonly files: readonly (readonly string[])[];
}

export type Effect = 'read' | 'write' | 'destroy';

export interface Schema {
  readonly [keyword: string]: unknown;
}

export interface Entry {
  /** `servers.list` */
  readonly id: string;
  /** `servers_list` */
  readonly tool: string;
  readonly title: string;
  readonly description: string;
  readonly verb: string;
  readonly path: string;
  readonly effect: Effect;
  readonly isRepeatable: boolean;
  readonly tags: readonly string[];
  readonly arguments: readonly Argument[];
  readonly input: Schema;
  /** What tools show instead of `input`, where the config of the generator asks for it. */
  readonly whole?: Schema;
  /** Names in the SDK of what is a credential, and never an argument. */
  readonly withheld?: readonly string[];
  /** `input` leaves things out. */
  readonly isCut: boolean;
  readonly result: 'void' | 'value' | 'page' | 'stream' | 'binary';
  readonly output?: Schema;
  readonly own: { readonly select: string; readonly limit: string };
  /** From the client to the method: `['servers', 'list']`. */
  readonly accessor: readonly string[];
}

export interface Catalogue {
  /** Title of the API. */
  readonly title: string;
  /** Name of the server: `smithery-mcp`. */
  readonly name: string;
  readonly version: string;
  /** Credentials that the client reads, with the variable of each. */
  readonly credentials: readonly { readonly option: string; readonly env: string }[];
  /** Headers and query parameters that carry credentials, in small letters. */
  readonly secretNames: readonly string[];
  readonly entries: readonly Entry[];
}

/** A failure whose message is meant for the caller: it says what to do. */
export class CallError extends Error {
  override name = 'CallError';
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
