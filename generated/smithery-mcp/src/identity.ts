/** How the server describes itself to clients, in both protocol revisions. */
import type { Catalogue } from './catalogue-types.ts';

export const identityOf = ({ name, version, title }: Catalogue) => ({ name, version, title });

export const CAPABILITIES = { tools: { listChanged: false } };

/** The list of tools only changes with the version of the package. */
export const LIST_CACHE = { ttlMs: 3_600_000, cacheScope: 'public' } as const;
