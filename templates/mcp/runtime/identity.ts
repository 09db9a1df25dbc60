/** What the server says of itself, to every client and in both revisions of the protocol. */
import type { Catalogue } from './catalogue-types.ts';

export const identityOf = ({ name, version, title }: Catalogue) => ({ name, version, title });

export const CAPABILITIES = { tools: { listChanged: false } };

/** A list of tools changes with the version of the package alone. */
export const LIST_CACHE = { ttlMs: 3_600_000, cacheScope: 'public' } as const;
