/** The calls of an API as data. The generator writes them into `catalogue.ts`. */

export interface Argument {
  /** The name of the argument in a tool. */
  readonly name: string;
  /** The name in the SDK, if it is different. */
  readonly key?: string;
  readonly required: boolean;
  readonly in: 'path' | 'query' | 'body' | 'header' | 'cookie';
  readonly as: 'positional' | 'field' | 'spread' | 'whole';
  /** Paths of files in the value; `*` stands for every element of a list. */
  readonly files: readonly (readonly string[])[];
}

export type Effect = 'read' | 'write' | 'destroy';

export interface Schema {
  readonly [keyword: string]: unknown;
}

export interface Entry {
  /** For example `servers.list`. */
  readonly id: string;
  /** For example `servers_list`. */
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
  /** The schema that tools show instead of `input`, if the generator's config requests it. */
  readonly whole?: Schema;
  /** SDK parameters that are credentials; they are never arguments. */
  readonly withheld?: readonly string[];
  /** Whether `input` is shortened. */
  readonly isCut: boolean;
  readonly result: 'void' | 'value' | 'page' | 'stream' | 'binary';
  readonly output?: Schema;
  readonly own: { readonly select: string; readonly limit: string };
  /** Path from the client to the method: `['servers', 'list']`. */
  readonly accessor: readonly string[];
}

export interface Catalogue {
  /** The title of the API. */
  readonly title: string;
  /** The name of the server: `smithery-mcp`. */
  readonly name: string;
  readonly version: string;
  /** Credentials that the client reads, each with its environment variable. */
  readonly credentials: readonly { readonly option: string; readonly env: string }[];
  /** Headers and query parameters that carry credentials, in lowercase. */
  readonly secretNames: readonly string[];
  readonly entries: readonly Entry[];
}

/** An error whose message tells the caller what to do. */
export class CallError extends Error {
  override name = 'CallError';
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
