import { type JsonObject, type JsonValue, isJsonObject } from './json.ts';

/**
 * A language as configs and documents call it: who `skip`, `only` and names for one language are meant for.
 */
export interface LanguageSelector {
  /** What the generator calls it, and `targets` of a config. */
  readonly language: string;
  /** What people call it. */
  readonly title: string;
  /** All its names under `targets`, `skip` and `only` of a config, the best first. */
  readonly targets: readonly string[];
  /** Its names in hints of a document. `*` is everybody. */
  readonly hints: readonly string[];
  /** Called where a hint is said to single languages, be it this one or others. */
  readonly onAddressed?: () => void;
}

/** `x-stainless-skip: true` or a list of languages that holds ours. */
export function isMeant(value: JsonValue | undefined, { hints, onAddressed }: LanguageSelector): boolean {
  if (!Array.isArray(value)) return value === true;
  onAddressed?.();
  return value.some((item) => typeof item === 'string' && hints.includes(item));
}

/** What a hint says under the names of our language, the best name first: `{ python: { type_name } }`. */
export function ownScopes(
  value: JsonObject,
  { hints, onAddressed }: LanguageSelector,
): readonly JsonObject[] {
  if (Object.values(value).some(isJsonObject)) onAddressed?.();
  return hints.flatMap((name) => {
    const scope = Object.hasOwn(value, name) ? value[name] : undefined;
    return isJsonObject(scope) ? [scope] : [];
  });
}
