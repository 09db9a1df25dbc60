import type { APIPromise } from '../api-promise.ts';
import { urlEncodedRequestOptions } from '../internal/form.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { APIResource } from '../resource.ts';
import type * as Shared from './shared.ts';

export class Members extends APIResource {
  /**
   * Sign in a member
   *
   * @throws {AuthenticationError} 401: What went wrong
   *
   * @example
   * ```ts
   * const response = await client.members.signIn({
   *   email: 'dev@example.com',
   *   password: 'password',
   * });
   *
   * console.log(response.token);
   * ```
   */
  signIn(
    body: MemberSignInParams,
    options?: RequestOptions,
  ): APIPromise<MemberSignInResponse, MemberSignInErrors> {
    return this._client.post('/sign-in', urlEncodedRequestOptions({ body, security: [], ...options }));
  }
}

export interface MemberSignInResponse {
  token: string;

  /** In seconds */
  expires_in?: number;
}

export interface MemberSignInParams {
  email: string;

  password: string;

  /** @default false */
  remember?: boolean;

  scopes?: Array<string>;
}

export interface MemberSignInErrors {
  /** What went wrong */
  401: Shared.Problem;
}

export declare namespace Members {
  export { type MemberSignInResponse as MemberSignInResponse, type MemberSignInParams as MemberSignInParams };
}
