/** Diagnostics that the config ignores: known gaps with a reason. Errors cannot be ignored. */
import type { Config } from './config/types.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { escapeToken } from './lib/origin.ts';

/** Distinct diagnostics without those of `diagnostics.ignored`. */
export function notIgnored(
  config: Pick<Config, 'diagnosticsIgnored'>,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const rules = config.diagnosticsIgnored.map((rule) => ({
    code: rule.code.toLowerCase(),
    at: rule.at.map(pointerOf),
  }));
  return [...new Set(diagnostics)].filter((diagnostic) => {
    if (diagnostic.severity === 'error') return true;
    return !rules.some(
      (rule) =>
        rule.code === diagnostic.code &&
        (rule.at.length === 0 || rule.at.some((pointer) => isAt(diagnostic, pointer))),
    );
  });
}

const isAt = (diagnostic: Diagnostic, pointer: string): boolean =>
  diagnostic.origin !== undefined &&
  (diagnostic.origin.pointer === pointer || diagnostic.origin.pointer.startsWith(`${pointer}/`));

/** Accepts `#/paths/~1x`, `/paths/~1x`, or an endpoint such as `get /x`. */
function pointerOf(text: string): string {
  const endpoint = /^([a-z]+)\s+(\/.*)$/i.exec(text.trim());
  return endpoint
    ? `/paths/${escapeToken(endpoint[2] ?? '')}/${(endpoint[1] ?? '').toLowerCase()}`
    : text.replace(/^#/, '');
}
