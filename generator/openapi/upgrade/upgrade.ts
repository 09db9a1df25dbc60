import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { UpgradeInput, Upgraded } from '../../source/types.ts';
import { type Result, failed, ok } from '../../lib/result.ts';
import { readVersion } from '../version.ts';
import { fromSwagger, swaggerPointer } from './swagger.ts';
import { upgradeNodes } from './nodes.ts';

/**
 * Converts OpenAPI of any version from 2.0 on to 3.1, and keeps the keywords of 3.2. Nodes that need
 * no change stay the same objects.
 */
export function upgrade(input: UpgradeInput): Result<Upgraded | undefined> {
  const { value: version, diagnostics } = readVersion(input.root, input.originOf(input.root));
  if (version === undefined) return failed(diagnostics);
  const all: Diagnostic[] = [...diagnostics];
  const isSwagger = version.form === '2.0';
  const modern = isSwagger ? fromSwagger(input) : ok(input.root);
  const upgraded = upgradeNodes(input, modern.value, version);
  all.push(...modern.diagnostics, ...upgraded.diagnostics);
  return ok(
    {
      root: upgraded.value,
      version: version.written,
      movedPointer: isSwagger ? swaggerPointer : (pointer) => pointer,
    },
    all,
  );
}
