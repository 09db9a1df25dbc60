/** Which templates a config names: a set that comes with the generator, or a folder beside the config. */
import { joinTarget } from '../source/reference.ts';

/**
 * A bare name is a shipped set. A folder is relative to the config, and what comes out has a slash, so that
 * it is never taken for a name.
 */
export function templateSetOf(file: string, wanted: string): string {
  if (!/[/\\.]/.test(wanted)) return wanted;
  const folder = joinTarget(file, wanted);
  return folder.includes('/') ? folder : `./${folder}`;
}
