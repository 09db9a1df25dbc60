/** Mutants that no test can tell from the file as it is, because nothing that anybody sees differs. A run subtracts them. */

export interface Equivalent {
  readonly file: string;
  /** What stands in the file, white space collapsed. */
  readonly from: string;
  /** What the mutant puts there. */
  readonly to: string;
  /** A part of the line, where `from` stands in several. */
  readonly within?: string;
  readonly reason: string;
}

const RUNTIME = 'templates/typescript/runtime/internal';

export const equivalents: readonly Equivalent[] = [
  { file: `${RUNTIME}/retry.ts`, from: "''", to: '"Stryker was here!"', within: 'Date.parse', reason: 'Neither text is a date: both give NaN.' },
  { file: `${RUNTIME}/retry.ts`, from: 'text?.trim()', to: 'text', reason: 'Headers takes white space off both ends of a value.' },
  { file: `${RUNTIME}/auth-oauth2.ts`, from: 'body?.expires_in', to: 'body.expires_in', reason: 'A token was read from the body in the lines before, so there is one.' },
  { file: `${RUNTIME}/auth-oauth2.ts`, from: '{ return undefined; }', to: '{}', reason: 'A function that ends without a return gives undefined.' },
  { file: `${RUNTIME}/redirects.ts`, from: '[]', to: '["Stryker was here"]', within: 'followRedirects', reason: 'A parameter of this name is in no API.' },
  { file: `${RUNTIME}/redirects.ts`, from: '/^https?:$/', to: '/^https?:/', reason: 'The protocol of a URL has one colon, at its end.' },
  { file: `${RUNTIME}/redirects.ts`, from: 'status < 303', to: 'status <= 303', reason: '303 is decided in the branch before.' },
  { file: `${RUNTIME}/auth.ts`, from: '[]', to: '["Stryker was here"]', within: 'headers: []', reason: 'What is not met is thrown away.' },
];
