import type { MiddlewareRequest } from './internal/client-options.ts';
import { type Operation, createOperationFinder } from './internal/operations.ts';

export type { Operation };

/**
 * The operation that a request belongs to, for middleware that counts or
 * traces; undefined for a request that no method makes.
 */
export const operationOf: (request: Pick<MiddlewareRequest, 'options'>) => Operation | undefined =
  /* @__PURE__ */ createOperationFinder([
    ['PUT', '/servers/{qualifiedName}', 'servers.create'],
    ['PATCH', '/servers/{qualifiedName}', 'servers.update'],
    ['GET', '/servers', 'servers.list'],
    ['DELETE', '/servers/{qualifiedName}', 'servers.delete'],
    ['GET', '/servers/{qualifiedName}/download', 'servers.download'],
    ['GET', '/servers/{qualifiedName}', 'servers.get'],
    [
      'GET',
      '/servers/{qualifiedName}/experimental/tools/{toolName}/output-schema',
      'servers.experimental.inferToolOutputSchema',
    ],
    ['PATCH', '/servers/{qualifiedName}/domains/{domainId}', 'servers.domains.update'],
    ['GET', '/servers/{qualifiedName}/domains', 'servers.domains.list'],
    ['DELETE', '/servers/{qualifiedName}/icon', 'servers.icon.delete'],
    ['GET', '/servers/{qualifiedName}/icon', 'servers.icon.get'],
    ['PUT', '/servers/{qualifiedName}/icon', 'servers.icon.upload'],
    ['GET', '/servers/{qualifiedName}/logs', 'servers.logs.list'],
    ['GET', '/servers/{qualifiedName}/releases', 'servers.releases.list'],
    ['PUT', '/servers/{qualifiedName}/releases', 'servers.releases.deploy'],
    ['GET', '/servers/{qualifiedName}/releases/{id}', 'servers.releases.get'],
    ['POST', '/servers/{qualifiedName}/releases/{id}/resume', 'servers.releases.resume'],
    ['GET', '/servers/{qualifiedName}/releases/{id}/stream', 'servers.releases.stream'],
    ['GET', '/servers/{qualifiedName}/secrets', 'servers.secrets.list'],
    ['DELETE', '/servers/{qualifiedName}/secrets/{secretName}', 'servers.secrets.delete'],
    ['PUT', '/servers/{qualifiedName}/secrets', 'servers.secrets.set'],
    ['POST', '/connect/{namespace}', 'connect.create'],
    ['GET', '/connect/{namespace}', 'connect.list'],
    ['DELETE', '/connect/{namespace}/{connectionId}', 'connect.delete'],
    ['GET', '/connect/{namespace}/{connectionId}', 'connect.get'],
    ['PUT', '/connect/{namespace}/{connectionId}', 'connect.set'],
    ['GET', '/connect/{namespace}/{connectionId}/.tools', 'connect.tools.list'],
    ['POST', '/connect/{namespace}/{connectionId}/.tools/{toolPath}', 'connect.tools.call'],
    ['GET', '/connect/{namespace}/{connectionId}/.tools/{toolPath}', 'connect.tools.get'],
    ['GET', '/connect/{namespace}/.tools', 'connect.tools.listAll'],
    ['GET', '/connect/{namespace}/{connectionId}/.triggers', 'connect.triggers.list'],
    ['GET', '/connect/{namespace}/{connectionId}/.triggers/{triggerName}', 'connect.triggers.get'],
    ['POST', '/connect/{namespace}/{connectionId}/.triggers/{triggerName}', 'connect.triggers.subscribe'],
    ['DELETE', '/connect/{namespace}/{connectionId}/.triggers/{triggerName}', 'connect.triggers.unsubscribe'],
    ['GET', '/health', 'health.check'],
    ['POST', '/namespaces', 'namespaces.create'],
    ['GET', '/namespaces', 'namespaces.list'],
    ['DELETE', '/namespaces/{name}', 'namespaces.delete'],
    ['PUT', '/namespaces/{name}', 'namespaces.set'],
    ['PUT', '/namespaces/{namespace}/servers/{server}', 'namespaces.servers.create'],
    ['POST', '/organizations/{orgId}/api-keys', 'organizations.apiKeys.create'],
    ['GET', '/organizations/{orgId}/api-keys', 'organizations.apiKeys.list'],
    ['DELETE', '/organizations/{orgId}/api-keys/{keyId}', 'organizations.apiKeys.delete'],
    ['POST', '/skills', 'skills.create'],
    ['GET', '/skills', 'skills.list'],
    ['DELETE', '/skills/{namespace}/{slug}', 'skills.delete'],
    ['GET', '/skills/{namespace}/{slug}/download', 'skills.download'],
    ['GET', '/skills/{namespace}/{slug}', 'skills.get'],
    ['PUT', '/skills/{namespace}/{slug}', 'skills.set'],
    ['POST', '/skills/{namespace}/{slug}/sync', 'skills.sync'],
    ['PUT', '/skills/{namespace}/{slug}/upload', 'skills.upload'],
    ['POST', '/tokens', 'tokens.create'],
  ]);
