import type { APIPromise } from '../api-promise.ts';
import { buildHeaders } from '../internal/headers.ts';
import { multipartFormRequestOptions } from '../internal/multipart.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { SkillsPage } from '../pages.ts';
import type { PagePromise } from '../pagination.ts';
import { APIResource } from '../resource.ts';
import type { Uploadable } from '../uploads.ts';

export class Skills extends APIResource {
  /**
   * **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Create a new skill
   * by linking a GitHub repository containing a SKILL.md file.
   *
   * @deprecated deprecated
   *
   * @throws {BadRequestError} 400: Invalid request
   * @throws {PermissionDeniedError} 403: Forbidden - user does not own the namespace
   * @throws {NotFoundError} 404: Namespace not found or SKILL.md not found
   * @throws {ConflictError} 409: Skill with this slug or git URL already exists
   *
   * @example
   * ```ts
   * const skill = await client.skills.create({
   *   gitUrl: 'https://example.com',
   *   namespace: 'x',
   *   slug: 'slug',
   * });
   *
   * console.log(skill.id);
   * ```
   */
  create(
    body?: SkillCreateParams | null,
    options?: RequestOptions,
  ): APIPromise<CreateSkillResponse, SkillCreateErrors> {
    return this._client.post('/skills', { body, ...options });
  }

  /**
   * Search and browse reusable prompt-based skills. Supports full-text and semantic
   * search via the `q` parameter, and filtering by category, namespace, or slug.
   *
   * @throws {InternalServerError} 500: Server error
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const skill of client.skills.list()) {
   *   console.log(skill.id);
   * }
   * ```
   */
  list(
    query: SkillListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<SkillSummariesSkillsPage, SkillSummary, SkillListErrors> {
    return this._client.getAPIList('/skills', SkillsPage<SkillSummary>, { query, ...options });
  }

  /**
   * Delete a skill by namespace and slug. Requires ownership of the namespace.
   *
   * @throws {PermissionDeniedError} 403: Forbidden - user does not own the namespace
   * @throws {NotFoundError} 404: Skill not found
   *
   * @example
   * ```ts
   * const skill = await client.skills.delete('slug', { namespace: 'namespace' });
   *
   * console.log(skill.qualifiedName);
   * ```
   */
  delete(
    slug: string,
    params: SkillDeleteParams,
    options?: RequestOptions,
  ): APIPromise<DeleteSkillResponse, SkillDeleteErrors> {
    const { namespace } = params;
    return this._client.delete(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}`, options);
  }

  /**
   * Download a ZIP bundle containing all skill files.
   *
   * @throws {NotFoundError} 404: Skill not found
   *
   * @example
   * ```ts
   * const response = await client.skills.download('slug', {
   *   namespace: 'namespace',
   * });
   *
   * const content = await response.blob();
   * console.log(content);
   * ```
   */
  download(
    slug: string,
    params: SkillDownloadParams,
    options?: RequestOptions,
  ): APIPromise<Response, SkillDownloadErrors> {
    const { namespace } = params;
    return this._client.get(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}/download`, {
      ...options,
      headers: buildHeaders([{ Accept: 'application/zip' }, options?.headers]),
      __binaryResponse: true,
    });
  }

  /**
   * Get a single skill by its namespace and slug.
   *
   * @throws {NotFoundError} 404: Skill not found
   *
   * @example
   * ```ts
   * const skill = await client.skills.get('slug', { namespace: 'namespace' });
   *
   * console.log(skill.id);
   * ```
   */
  get(
    slug: string,
    params: SkillGetParams,
    options?: RequestOptions,
  ): APIPromise<SkillResponse, SkillGetErrors> {
    const { namespace } = params;
    return this._client.get(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}`, options);
  }

  /**
   * Idempotent endpoint to create or update a GitHub-backed skill. Send
   * application/json with `gitUrl`.
   *
   * @throws {BadRequestError} 400: Invalid request
   * @throws {PermissionDeniedError} 403: Forbidden - user does not own the namespace
   * @throws {NotFoundError} 404: Namespace not found or SKILL.md not found
   * @throws {ConflictError} 409: Git URL already claimed by another skill
   * @throws {UnprocessableEntityError} 422: SKILL.md validation error
   *
   * @example
   * ```ts
   * const skill = await client.skills.set('slug', {
   *   namespace: 'namespace',
   *   body: {},
   * });
   *
   * console.log(skill.id);
   * ```
   */
  set(
    slug: string,
    params: SkillSetParams,
    options?: RequestOptions,
  ): APIPromise<PutSkillResponse, SkillSetErrors> {
    const { namespace, body } = params;
    return this._client.put(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}`, { body, ...options });
  }

  /**
   * **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Refetch SKILL.md and
   * repository stars from GitHub and update the skill record.
   *
   * @deprecated deprecated
   *
   * @throws {PermissionDeniedError} 403: Forbidden - user does not own the namespace
   * @throws {NotFoundError} 404: Skill not found
   * @throws {UnprocessableEntityError} 422: Validation error - SKILL.md invalid
   *
   * @example
   * ```ts
   * const skill = await client.skills.sync('slug', { namespace: 'namespace' });
   *
   * console.log(skill.id);
   * ```
   */
  sync(
    slug: string,
    params: SkillSyncParams,
    options?: RequestOptions,
  ): APIPromise<SyncSkillResponse, SkillSyncErrors> {
    const { namespace } = params;
    return this._client.post(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}/sync`, options);
  }

  /**
   * Upload or replace a skill bundle via multipart/form-data with an `archive` file.
   *
   * @throws {BadRequestError} 400: Invalid request
   * @throws {PermissionDeniedError} 403: Forbidden - user does not own the namespace
   * @throws {NotFoundError} 404: Namespace not found
   * @throws {UnprocessableEntityError} 422: SKILL.md validation error
   * @throws {InternalServerError} 502: Failed to store uploaded skill bundle
   *
   * @example
   * ```ts
   * const skill = await client.skills.upload('slug', {
   *   namespace: 'namespace',
   *   archive: fs.createReadStream('path/to/file'),
   * });
   *
   * console.log(skill.id);
   * ```
   */
  upload(
    slug: string,
    params: SkillUploadParams,
    options?: RequestOptions,
  ): APIPromise<PutSkillResponse, SkillUploadErrors> {
    const { namespace, ...body } = params;
    return this._client.put(
      pathOf('namespace', 'slug')`/skills/${namespace}/${slug}/upload`,
      multipartFormRequestOptions({ body, ...options }),
    );
  }
}

export type SkillSummariesSkillsPage = SkillsPage<SkillSummary>;

export interface CreateSkillError {
  error: string;

  code?: string;
}

export interface CreateSkillRequest {
  /** GitHub URL pointing to a repository with SKILL.md */
  gitUrl: string;

  /**
   * The namespace to create the skill in.
   *
   * At least 1 characters.
   */
  namespace: string;

  /**
   * URL-friendly identifier for the skill.
   *
   * At least 1 characters. Pattern: `^[a-z0-9-]+$`.
   */
  slug: string;
}

export interface CreateSkillResponse {
  id: string;

  createdAt: string;

  description: string;

  displayName: string;

  gitUrl: string;

  listed: boolean;

  namespace: string;

  slug: string;
}

export interface DeleteSkillResponse {
  qualifiedName: string;

  success: boolean;
}

export interface PutSkillResponse {
  id: string;

  createdAt: string;

  description: string;

  displayName: string;

  externalStars: number;

  gitUrl: string | null;

  listed: boolean;

  namespace: string;

  slug: string;

  updatedAt: string;
}

export interface SkillError {
  error: string;
}

export interface SkillResponse {
  id: string;

  categories: Array<string>;

  createdAt: string;

  description: string;

  displayName: string;

  externalForks: number;

  externalStars: number;

  gitUrl: string | null;

  listed: boolean;

  namespace: string;

  /** Organization ID of the skill owner (from namespace) */
  owner: string | null;

  prompt: string;

  qualityScore: number;

  servers: Array<string>;

  slug: string;

  totalActivations: number;

  uniqueUsers: number;

  /** Whether this skill's namespace is verified. */
  verified: boolean;
}

export interface SkillSummary {
  id: string;

  /** ISO 8601 timestamp of when the skill was created. */
  createdAt: string;

  description: string;

  displayName: string;

  /** Whether this skill is publicly listed in the registry. */
  listed: boolean;

  /** Namespace that owns this skill. */
  namespace: string;

  /** The prompt template for this skill, or null if not publicly visible. */
  prompt: string | null;

  /** Computed quality score from 0 to 1. */
  qualityScore: number;

  /** URL-friendly short name within the namespace. */
  slug: string;

  /** Whether this skill's namespace is verified. */
  verified: boolean;

  /** List of categories this skill belongs to. */
  categories?: Array<string>;

  /** GitHub fork count of the source repository, if applicable. */
  externalForks?: number;

  /** GitHub star count of the source repository, if applicable. */
  externalStars?: number;

  /** URL to the skill's source repository. */
  gitUrl?: string | null;

  /** Qualified names of MCP servers this skill depends on. */
  servers?: Array<string>;

  /** Total number of times this skill has been activated. */
  totalActivations?: number;

  /** Number of distinct users who have activated this skill. */
  uniqueUsers?: number;
}

export interface SkillsListError {
  error: string;
}

export interface SkillsListResponse {
  pagination: SkillsListResponse.Pagination;

  skills: Array<SkillSummary>;
}

export declare namespace SkillsListResponse {
  export interface Pagination {
    /** Current page number (1-indexed). */
    currentPage: number;

    /** Number of results per page. */
    pageSize: number;

    /** Total number of matching skills. */
    totalCount: number;

    /** Total number of pages available. */
    totalPages: number;
  }
}

export interface SyncSkillResponse {
  id: string;

  description: string;

  displayName: string;

  externalStars: number;

  gitUrl: string;

  namespace: string;

  slug: string;

  updatedAt: string;
}

export interface SkillCreateParams {
  /** GitHub URL pointing to a repository with SKILL.md */
  gitUrl: string;

  /**
   * The namespace to create the skill in.
   *
   * At least 1 characters.
   */
  namespace: string;

  /**
   * URL-friendly identifier for the skill.
   *
   * At least 1 characters. Pattern: `^[a-z0-9-]+$`.
   */
  slug: string;
}

export interface SkillListParams {
  /** Filter by skill category (e.g. 'code', 'data', 'web'). */
  category?: string;

  /** Comma-separated list of fields to include in response */
  fields?: string;

  /** Filter by the namespace that owns the skill. */
  namespace?: string;

  /** Filter by the skill owner's organization ID. */
  ownerId?: string;

  /**
   * Page number (1-indexed).
   *
   * At least 1.
   */
  page?: number;

  /**
   * Number of results per page (default 20, max 100).
   *
   * From 1 to 100.
   */
  pageSize?: number;

  /**
   * Search query for full-text and semantic search across skill names and
   * descriptions.
   */
  q?: string;

  /**
   * Random seed for deterministic pagination. When provided, results use a stable
   * sort order that is consistent across pages for the same seed value.
   */
  seed?: number;

  /**
   * Filter by exact skill slug within a namespace. Deprecated: use GET
   * /skills/:namespace/:slug instead.
   */
  slug?: string;

  /**
   * Maximum number of candidate results to consider from the search index before
   * pagination. The server applies a hard cap of 500 to keep the rerank window
   * bounded; pass `seed` for stable deep pagination.
   *
   * From 10 to 500.
   */
  topK?: number;

  /** Filter by whether the skill's namespace is verified. */
  verified?: boolean;
}

export interface SkillDeleteParams {
  /** Path param */
  namespace: string;
}

export interface SkillDownloadParams {
  /** Path param */
  namespace: string;
}

export interface SkillGetParams {
  /** Path param */
  namespace: string;
}

export interface SkillSetParams {
  /** Path param */
  namespace: string;

  /** Body param */
  body: unknown;
}

export interface SkillSyncParams {
  /** Path param */
  namespace: string;
}

export interface SkillUploadParams {
  /** Path param */
  namespace: string;

  /**
   * Body param: ZIP file upload containing a skill folder with SKILL.md and any scripts,
   * references, or assets.
   */
  archive: Uploadable;
}

export interface SkillCreateErrors {
  /** Invalid request */
  400: CreateSkillError;

  /** Forbidden - user does not own the namespace */
  403: CreateSkillError;

  /** Namespace not found or SKILL.md not found */
  404: CreateSkillError;

  /** Skill with this slug or git URL already exists */
  409: CreateSkillError;
}

export interface SkillListErrors {
  /** Server error */
  500: SkillsListError;
}

export interface SkillDeleteErrors {
  /** Forbidden - user does not own the namespace */
  403: SkillError;

  /** Skill not found */
  404: SkillError;
}

export interface SkillDownloadErrors {
  /** Skill not found */
  404: SkillError;
}

export interface SkillGetErrors {
  /** Skill not found */
  404: SkillError;
}

export interface SkillSetErrors {
  /** Invalid request */
  400: CreateSkillError;

  /** Forbidden - user does not own the namespace */
  403: CreateSkillError;

  /** Namespace not found or SKILL.md not found */
  404: CreateSkillError;

  /** Git URL already claimed by another skill */
  409: CreateSkillError;

  /** SKILL.md validation error */
  422: CreateSkillError;
}

export interface SkillSyncErrors {
  /** Forbidden - user does not own the namespace */
  403: SkillError;

  /** Skill not found */
  404: SkillError;

  /** Validation error - SKILL.md invalid */
  422: CreateSkillError;
}

export interface SkillUploadErrors {
  /** Invalid request */
  400: CreateSkillError;

  /** Forbidden - user does not own the namespace */
  403: CreateSkillError;

  /** Namespace not found */
  404: CreateSkillError;

  /** SKILL.md validation error */
  422: CreateSkillError;

  /** Failed to store uploaded skill bundle */
  502: CreateSkillError;
}

export declare namespace Skills {
  export {
    type CreateSkillError as CreateSkillError,
    type CreateSkillRequest as CreateSkillRequest,
    type CreateSkillResponse as CreateSkillResponse,
    type DeleteSkillResponse as DeleteSkillResponse,
    type PutSkillResponse as PutSkillResponse,
    type SkillError as SkillError,
    type SkillResponse as SkillResponse,
    type SkillSummary as SkillSummary,
    type SkillsListError as SkillsListError,
    type SkillsListResponse as SkillsListResponse,
    type SyncSkillResponse as SyncSkillResponse,
    type SkillCreateParams as SkillCreateParams,
    type SkillListParams as SkillListParams,
    type SkillDeleteParams as SkillDeleteParams,
    type SkillDownloadParams as SkillDownloadParams,
    type SkillGetParams as SkillGetParams,
    type SkillSetParams as SkillSetParams,
    type SkillSyncParams as SkillSyncParams,
    type SkillUploadParams as SkillUploadParams,
    type SkillSummariesSkillsPage as SkillSummariesSkillsPage,
  };
}
