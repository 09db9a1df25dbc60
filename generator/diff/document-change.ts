/** A document that was added or removed as a whole: one finding. */
import { createHash } from 'node:crypto';
import { ruleCatalogue } from './rules/catalogue.ts';
import { type Rule, harmless } from './rules/rule.ts';
import type { Change } from './types.ts';
import { textSubject } from './subject.ts';

const rules: Readonly<Record<'document-added' | 'document-removed', Rule>> = ruleCatalogue;
const { api: ADDED = harmless } = rules['document-added'].cells;
const { api: REMOVED = harmless } = rules['document-removed'].cells;

export function documentChange(kind: 'new' | 'gone', path: string): Change {
  const rule = kind === 'new' ? 'document-added' : 'document-removed';
  const origin = { document: path, pointer: '' };
  return {
    kind: 'change',
    rule,
    fingerprint: createHash('sha256').update(`${rule} ${path}`).digest('hex').slice(0, 12),
    subject: path,
    about: textSubject(path),
    message: kind === 'new' ? `${path} is new` : `${path} is gone, and all its methods with it`,
    directions: [],
    reach: [],
    notice: false,
    ...(kind === 'new' ? { revision: origin } : { base: origin }),
    ...(kind === 'new' ? ADDED : REMOVED),
  };
}
