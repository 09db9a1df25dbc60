export {
  Namespaces,
  type NamespaceSearchResult,
  type NamespacesSearchResponse,
  type NamespacesError,
  type CreateNamespaceResponse,
  type DeleteNamespaceResponse,
  type NamespaceListParams,
  type NamespaceCreateErrors,
  type NamespaceListErrors,
  type NamespaceDeleteErrors,
  type NamespaceSetErrors,
  type NamespaceSearchResultsNamespacesPage,
} from './namespaces.ts';
export {
  Servers,
  type CreateServerRequest,
  type CreateServerResponse,
  type CreateServerError,
  type ServerCreateParams,
  type ServerCreateErrors,
} from './servers.ts';
