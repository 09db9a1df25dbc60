import { describe, expect, it } from 'vitest';
import { createNames } from '../../generator/languages/typescript/casing.ts';

const names = createNames([]);

describe('names without a config', () => {
  it.each([
    ['oauth_credential_create_request', 'OAuthCredentialCreateRequest', 'oauthCredentialCreateRequest'],
    ['kyc_link_response', 'KYCLinkResponse', 'kycLinkResponse'],
    ['get_by_github_username', 'GetByGitHubUsername', 'getByGitHubUsername'],
    ['linkedin_profile', 'LinkedInProfile', 'linkedinProfile'],
    ['icloud_recovery', 'ICloudRecovery', 'icloudRecovery'],
    ['wallet_ids', 'WalletIDs', 'walletIDs'],
    ['mcp_json_rpc_csv', 'McpJsonRpcCsv', 'mcpJsonRpcCsv'],
    ['BROWSERBASE_API_KEY', 'BrowserbaseAPIKey', 'browserbaseAPIKey'],
  ])('%s', (text, pascal, camel) => expect([names.pascal(text), names.camel(text)]).toEqual([pascal, camel]));

  it.each([
    ['acl', 'ACLs'],
    ['APIToken', 'APITokens'],
    ['UserInformation', 'UserInformations'],
    ['CustomerOneOf', 'CustomerOneoves'],
    ['ServerListResponse', 'ServerListResponses'],
  ])('pages of %s are %s', (one, many) => expect(names.pascalPlural(one)).toBe(many));
});
