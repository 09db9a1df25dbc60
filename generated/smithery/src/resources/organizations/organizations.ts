import { APIResource } from '../../resource.ts';
import * as APIKeysAPI from './api-keys.ts';
import {
  type CreateTeamAPIKeyBody,
  type OrganizationError,
  type RevokeTeamAPIKeyResponse,
  type TeamAPIKey,
  type TeamAPIKeyCreated,
  type APIKeyListResponse,
  type APIKeyCreateParams,
  type APIKeyDeleteParams,
  APIKeys,
} from './api-keys.ts';

export class Organizations extends APIResource {
  apiKeys: APIKeysAPI.APIKeys = new APIKeysAPI.APIKeys(this._client);
}

Organizations.APIKeys = APIKeys;

export declare namespace Organizations {
  export {
    APIKeys as APIKeys,
    type CreateTeamAPIKeyBody as CreateTeamAPIKeyBody,
    type OrganizationError as OrganizationError,
    type RevokeTeamAPIKeyResponse as RevokeTeamAPIKeyResponse,
    type TeamAPIKey as TeamAPIKey,
    type TeamAPIKeyCreated as TeamAPIKeyCreated,
    type APIKeyListResponse as APIKeyListResponse,
    type APIKeyCreateParams as APIKeyCreateParams,
    type APIKeyDeleteParams as APIKeyDeleteParams,
  };
}
