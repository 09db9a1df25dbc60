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
} from './api-keys.ts';
