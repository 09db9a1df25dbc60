import { type JsonObject, type JsonValue, isJsonObject } from './json.ts';

/**
 * A language as configs and documents name it: decides to whom `skip`, `only`
 * and language-specific names apply.
 */
export interface LanguageSelector {
  /** The language's name in the generator and under `targets` of a config. */
  readonly language: string;
  /** The name for people. */
  readonly title: string;
  /** All its names under `targets`, `skip` and `only` of a config, the preferred name first. */
  readonly targets: readonly string[];
  /** Its names in hints of a document. `*` addresses every language. */
  readonly hints: readonly string[];
  /** Called if a hint names specific languages, whether this language is among them or not. */
  readonly onAddressed?: () => void;
}

/** True for `x-stainless-skip: true`, or a list that contains our language. */
export function isMeant(value: JsonValue | undefined, { hints, onAddressed }: LanguageSelector): boolean {
  if (!Array.isArray(value)) return value === true;
  onAddressed?.();
  return value.some((item) => typeof item === 'string' && hints.includes(item));
}

/** The parts of a hint under our language's names, the preferred name first: `{ python: { type_name } }`. */
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
