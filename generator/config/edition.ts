/** Which edition of the output contract a config asks for. */
import type { Config } from './types.ts';

/** Of a config that names none: it was written before there were editions. */
const FIRST = '2000-01-01';

/** A date, `2025-10-10`: that of the target (`typescript.2025-10-10`), else that of the config. Undefined without a config file. */
export function editionOf({ file, edition, typescript }: Pick<Config, 'file' | 'edition' | 'typescript'>): string | undefined {
  if (file === undefined) return undefined;
  const dates = [typescript.edition, edition].map((one) => /\d{4}-\d{2}-\d{2}/.exec(one ?? '')?.[0]);
  return dates.find((one) => one !== undefined) ?? FIRST;
}
