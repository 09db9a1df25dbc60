/** Resolves the templates that a config names: a shipped set, or a folder beside the config. */
import { joinTarget } from '../source/reference.ts';

/**
 * A bare name is a shipped set. A folder is relative to the config; the result always contains a slash, so
 * that it is never taken for a name.
 */
export function templateSetOf(file: string, wanted: string): string {
  if (!/[/\\.]/.test(wanted)) return wanted;
  const folder = joinTarget(file, wanted);
  return folder.includes('/') ? folder : `./${folder}`;
}
