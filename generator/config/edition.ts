/** Determines which edition of the output contract a config requests. */
/** Edition of a config without an edition: it was written before editions existed. */
const FIRST = '2000-01-01';

/** The date in the first text that contains a date: `2025-10-10`, `typescript.2025-10-10`. */
export function editionOf(written: readonly (string | undefined)[]): string {
  const dates = written.map((name) => /\d{4}-\d{2}-\d{2}/.exec(name ?? '')?.[0]);
  return dates.find((date) => date !== undefined) ?? FIRST;
}
