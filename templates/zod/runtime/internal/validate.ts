/** Middleware that validates responses. */
import type * as z from 'zod';
import { SDKError } from '../error.ts';
import { JSON_TYPE } from './body.ts';
import type { Middleware, MiddlewareRequest } from './client-options.ts';
import type { Logger } from './log.ts';

/** `off`: no validation; `warn`: logs a warning; `strict`: throws an `AnswerValidationError`. */
export type ValidationMode = 'off' | 'warn' | 'strict';

/** A response does not match the API document. */
export class AnswerValidationError extends SDKError {
  override name = 'AnswerValidationError';

  /** The method of the client: `books.list`. */
  readonly operation: string;
  readonly status: number;
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(operation: string, status: number, issues: readonly z.core.$ZodIssue[]) {
    super(`The response of ${operation} does not match the API document: ${issues.map(told).join('; ')}`);
    this.operation = operation;
    this.status = status;
    this.issues = issues;
  }
}

/** The path and the reason, without the value. */
const told = ({ path, message }: z.core.$ZodIssue): string =>
  `${path.map(String).join('.') || 'body'}: ${message}`;

/** Schemas by status, for example `200` or `2XX`. */
export type Responses = { readonly [status: string]: z.ZodType };

export interface Validation {
  readonly mode: 'warn' | 'strict';
  readonly operationOf: (
    request: Pick<MiddlewareRequest, 'options'>,
  ) => { readonly name: string } | undefined;
  readonly responses: { readonly [operation: string]: Responses };
  readonly client: { readonly logger: Logger; readonly maxResponseBytes: number | undefined };
}

export function validation({ mode, operationOf, responses, client }: Validation): Middleware {
  return async (request, next) => {
    const response = await next(request);
    const operation = operationOf(request)?.name;
    if (
      operation === undefined ||
      !response.ok ||
      !JSON_TYPE.test(response.headers.get('content-type') ?? '')
    ) {
      return response;
    }
    const found = Object.hasOwn(responses, operation) ? responses[operation] : undefined;
    const schema = found?.[`${response.status}`] ?? found?.[`${String(response.status)[0]}XX`];
    const text = schema && (await readCopy(response.clone(), client.maxResponseBytes ?? Infinity));
    if (!schema || !text) {
      return response;
    }
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      // The client reports invalid JSON.
      return response;
    }
    const result = await schema.safeParseAsync(body);
    if (result.success) {
      return response;
    }
    const error = new AnswerValidationError(operation, response.status, result.error.issues);
    if (mode === 'strict') {
      throw error;
    }
    client.logger.warn(error.message);
    return response;
  };
}

/** Reads a copy of the body; `undefined` if it is too long, which the client reports. */
async function readCopy(copy: Response, limit: number): Promise<string | undefined> {
  const reader = copy.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let left = limit; reader; ) {
    const { done, value } = await reader.read();
    if (done) {
      return text + decoder.decode();
    }
    left -= value.length;
    if (left < 0) {
      void reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
  return undefined;
}
