import type { JsonValue } from './json.ts';

/** A language as configs and documents call it: who `skip`, `only` and names for one language are meant for. */
export interface Audience {
  /** What the generator calls it, and `targets` of a config. */
  readonly language: string;
  /** What people call it. */
  readonly title: string;
  /** All its names under `targets`, `skip` and `only` of a config, the best first. */
  readonly targets: readonly string[];
  /** Its names in hints of a document. `*` is everybody. */
  readonly hints: readonly string[];
}

export const TYPESCRIPT: Audience = {
  language: 'typescript',
  title: 'TypeScript',
  targets: ['typescript', 'node'],
  hints: ['typescript', 'node', 'ts', 'javascript', '*'],
};

export const PYTHON: Audience = {
  language: 'python',
  title: 'Python',
  targets: ['python'],
  hints: ['python', 'py', '*'],
};

/** `x-stainless-skip: true` or a list of languages that holds ours. */
export const isMeant = (value: JsonValue | undefined, { hints }: Audience): boolean =>
  value === true ||
  (Array.isArray(value) && value.some((one) => typeof one === 'string' && hints.includes(one)));
