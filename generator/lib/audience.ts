/** A language as configs and documents call it: who `skip`, `only` and names for one language are meant for. */
export interface Audience {
  /** What the generator calls it, and `targets` of a config. */
  readonly language: string;
  /** All its names under `targets`, `skip` and `only` of a config, the best first. */
  readonly targets: readonly string[];
  /** Its names in hints of a document. `*` is everybody. */
  readonly hints: readonly string[];
}

export const TYPESCRIPT: Audience = {
  language: 'typescript',
  targets: ['typescript', 'node'],
  hints: ['typescript', 'node', 'ts', 'javascript', '*'],
};
