export { Organizations } from './organizations.ts';
export {
  APIKeys,
  type CreateTeamAPIKeyBody,
  type OrganizationError,
  type RevokeTeamAPIKeyResponse,
  type TeamAPIKey,
  type TeamAPIKeyCreated,
  type APIKeyListResponse,
  type APIKeyCreateParams,
  type APIKeyDeleteParams,
  type APIKeyCreateErrors,
  type APIKeyListErrors,
  type APIKeyDeleteErrors,
} from './api-keys.ts';
