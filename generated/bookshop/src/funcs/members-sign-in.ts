import type { BookshopCore } from '../core.ts';
import { urlEncodedRequestOptions } from '../internal/form.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as MembersAPI from '../resources/members.ts';
import { type Result, toResult } from '../result.ts';

/** Sign in a member */
export function membersSignIn(
  client: BookshopCore,
  body: MembersAPI.MemberSignInParams,
  options?: RequestOptions,
): Promise<Result<MembersAPI.MemberSignInResponse, MembersAPI.MemberSignInErrors>> {
  return toResult(() => {
    return client.post('/sign-in', urlEncodedRequestOptions({ body, security: [], ...options }));
  });
}
