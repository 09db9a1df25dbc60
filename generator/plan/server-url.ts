/** URLs of servers with variables (OpenAPI 3.1 section 4.8.5). */
import type { Environment } from '../ir/types.ts';

/** Text and variables in alternation: `https://`, `{region}`, `.example.com`. */
export const urlParts = (url: string): readonly string[] => url.split(/(\{[^{}]*\})/);

/** A variable without a default stays as written, so that a request with it fails visibly. */
export const variableDefault = (environment: Environment, part: string): string =>
  part.startsWith('{') && part.endsWith('}')
    ? (environment.variables.find((variable) => variable.name === part.slice(1, -1))?.default ?? part)
    : part;

export const defaultURL = (environment: Environment): string =>
  urlParts(environment.url)
    .map((part) => variableDefault(environment, part))
    .join('');
