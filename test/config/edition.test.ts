import { expect, it } from 'vitest';
import { editionOf } from '../../generator/config/edition.ts';

it.each<[readonly (string | undefined)[], string]>([
  [[], '2000-01-01'],
  [[undefined], '2000-01-01'],
  [['newest', ''], '2000-01-01'],
  [['2025-1-10', '202-10-10', '2025-10-1', '20251010'], '2000-01-01'],
  [['2025-10-10'], '2025-10-10'],
  [['typescript.2025-10-10'], '2025-10-10'],
  [[undefined, 'x', '2026-11-23.1', '2025-10-10'], '2026-11-23'],
])('%j is of %s', (written, edition) => expect(editionOf(written)).toBe(edition));
