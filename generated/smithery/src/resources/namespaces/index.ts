export {
  Namespaces,
  type CreateNamespaceResponse,
  type DeleteNamespaceResponse,
  type NamespaceSearchResult,
  type NamespacesError,
  type NamespacesSearchResponse,
  type NamespaceListParams,
  type NamespaceCreateErrors,
  type NamespaceListErrors,
  type NamespaceDeleteErrors,
  type NamespaceSetErrors,
  type NamespaceSearchResultsNamespacesPage,
} from './namespaces.ts';
export {
  Servers,
  type CreateServerError,
  type CreateServerRequest,
  type CreateServerResponse,
  type ServerCreateParams,
  type ServerCreateErrors,
} from './servers.ts';
