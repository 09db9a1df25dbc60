export {
  Namespaces,
  type CreateNamespaceResponse,
  type DeleteNamespaceResponse,
  type NamespaceSearchResult,
  type NamespacesError,
  type NamespacesSearchResponse,
  type NamespaceListParams,
  type NamespaceSearchResultsNamespacesPage,
} from './namespaces.ts';
export {
  Servers,
  type CreateServerError,
  type CreateServerRequest,
  type CreateServerResponse,
  type ServerCreateParams,
} from './servers.ts';
