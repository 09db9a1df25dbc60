/**
 * Checks a config against its JSON Schema and reports faults with their
 * position and the nearest known name.
 */
import { type ErrorObject, type ValidateFunction, Ajv2020 } from 'ajv/dist/2020.js';
import { closest, distance } from 'fastest-levenshtein';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../lib/json.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Origin, escapeToken, pointerTokens } from '../lib/origin.ts';
import { configSchema } from './schema/config-schema.ts';
import { LANGUAGES, defaultLanguage } from '../languages/data.ts';
import type { LanguageName } from '../languages/names.ts';
import { IGNORED, LANGUAGES_OF_KEY, WANTED } from './schema/parts.ts';

/** Input and results of a check. */
interface Check {
  /** Languages that the config generates. */
  readonly made: readonly LanguageName[];
  /** Pointers of keys without effect. */
  readonly ignored: string[];
}

/** Compiled validators, keyed by the sections of the config. */
const compiled = new Map<string, ValidateFunction>();

/**
 * The validator for a config with these sections. Compiling absent sections would take
 * most of the time of a small run.
 */
function checkOf(sections: readonly string[]): ValidateFunction {
  const key = sections.join();
  const check = compiled.get(key) ?? compile(new Set(sections));
  compiled.set(key, check);
  return check;
}

/** Optimizing the compiled code takes longer than it saves in a single run. */
function compile(sections: ReadonlySet<string>): ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    verbose: true,
    passContext: true,
    validateSchema: false,
    code: { optimize: false },
  });
  const collect = (keyword: string, isIgnored: (check: Check, value: unknown) => boolean): void =>
    void ajv.addKeyword({
      keyword,
      errors: false,
      // biome-ignore lint/complexity/useMaxParams: the library calls it so.
      validate(
        this: Check,
        value: unknown,
        _data: unknown,
        _schema: unknown,
        context: { readonly instancePath: string } | undefined,
      ) {
        if (context !== undefined && isIgnored(this, value)) this.ignored.push(context.instancePath);
        return true;
      },
    });
  collect(IGNORED, () => true);
  collect(
    LANGUAGES_OF_KEY,
    ({ made }, languages) =>
      Array.isArray(languages) && languages.every((language) => !made.includes(language)),
  );
  // The names are kept, because misspelt names are compared with them.
  const properties = Object.fromEntries(
    Object.entries(configSchema.properties ?? {}).map(([name, schema]) => [
      name,
      sections.has(name) ? schema : true,
    ]),
  );
  return ajv.compile({ ...configSchema, properties });
}

export function validateConfig(document: string, root: JsonValue): readonly Diagnostic[] {
  const visited: Check = { made: languagesMade(root), ignored: [] };
  const check = checkOf(isJsonObject(root) ? Object.keys(root).sort(byCodeUnit) : []);
  const passed = check.call(visited, root);
  const errors = passed ? [] : (check.errors ?? []);
  const wrong = withoutChoices(errors).flatMap((error) => explain(document, error));
  return [...wrong, ...ignoredNote(document, visited.ignored)];
}

/**
 * If one of several keys is required, the validator reports each as missing;
 * this merges them to a single fault.
 */
function withoutChoices(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Map<string, string[]>();
  return errors.flatMap((error) => {
    if (error.keyword !== 'required' || !/\/anyOf\/\d+\/required$/.test(error.schemaPath)) return [error];
    const key = String(error.params['missingProperty']);
    const known = choices.get(error.instancePath);
    if (known !== undefined) {
      known.push(key);
      return [];
    }
    const keys = [key];
    choices.set(error.instancePath, keys);
    const params = {
      get missingProperty() {
        return [...keys].sort(byCodeUnit).join(' or ');
      },
    };
    return [{ ...error, params }];
  });
}

/**
 * Languages that a config generates: those with a folder, and the default language if it has a folder
 * or no other language is generated.
 */
function languagesMade(root: JsonValue): readonly LanguageName[] {
  const targets = isJsonObject(root) && isJsonObject(root['targets']) ? root['targets'] : {};
  const hasFolder = (name: string): boolean => {
    const target = targets[name];
    return isJsonObject(target) && target['out'] !== undefined;
  };
  const withFolder = LANGUAGES.filter((data) => data.targets.some(hasFolder)).map(({ language }) => language);
  const isDefaultMade =
    withFolder.length === 0 ||
    (isJsonObject(root) && root['out'] !== undefined) ||
    defaultLanguage.targets.some((name) => name in targets);
  return isDefaultMade ? [defaultLanguage.language, ...withFolder] : withFolder;
}

/** A single note for all keys without effect. */
function ignoredNote(document: string, visited: readonly string[]): readonly Diagnostic[] {
  const pointers = [...new Set(visited)].sort(byCodeUnit);
  const [first] = pointers;
  if (first === undefined) return [];
  const shown = pointers.slice(0, 8).map(dotted).join(', ');
  const keys = pointers.length > 8 ? `${shown} and ${pointers.length - 8} more` : shown;
  return [diagnostic('config-key-ignored', { keys }, { origin: { document, pointer: first } })];
}

function explain(document: string, error: ErrorObject): readonly Diagnostic[] {
  const origin: Origin = { document, pointer: error.instancePath };
  const where = error.instancePath === '' ? 'The config' : dotted(error.instancePath);
  switch (error.keyword) {
    case 'additionalProperties':
      return [unknownKey(document, error)];
    case 'required':
      return [
        diagnostic('config-key-missing', { where, key: String(error.params['missingProperty']) }, { origin }),
      ];
    case 'type':
      return [
        diagnostic(
          'config-value',
          { where, wanted: `must be ${kinds(error.params['type'])}`, found: kindOf(error.data) },
          { origin },
        ),
      ];
    case 'enum': {
      const values = (Array.isArray(error.params['allowedValues']) ? error.params['allowedValues'] : [])
        .filter((item) => item !== null)
        .map(String);
      return [
        diagnostic(
          'config-value',
          { where, wanted: `must be one of ${values.join(', ')}`, found: kindOf(error.data) },
          { origin },
        ),
      ];
    }
    case 'pattern':
      return [
        diagnostic(
          'config-value',
          { where, wanted: `must be ${String(error.parentSchema?.[WANTED])}`, found: kindOf(error.data) },
          { origin },
        ),
      ];
    case 'maxLength':
      return [
        diagnostic(
          'config-value',
          {
            where,
            wanted: `must have at most ${String(error.params['limit'])} characters`,
            found: kindOf(error.data),
          },
          { origin },
        ),
      ];
    case 'minimum':
      return [
        diagnostic(
          'config-value',
          { where, wanted: 'must not be negative', found: kindOf(error.data) },
          { origin },
        ),
      ];
    default:
      // `if` only repeats the faults of its branch.
      return [];
  }
}

/**
 * A key similar to a known key is probably misspelt and would change the SDK silently. Any other
 * key may belong to a newer format.
 */
function unknownKey(document: string, error: ErrorObject): Diagnostic {
  const key = String(error.params['additionalProperty']);
  const properties: unknown = error.parentSchema?.['properties'];
  const known = isJsonObject(properties) ? Object.keys(properties) : [];
  const origin: Origin = { document, pointer: `${error.instancePath}/${escapeToken(key)}` };
  const lower = key.toLowerCase();
  const nearest = closest(lower, known);
  const where = error.instancePath === '' ? 'the config' : dotted(error.instancePath);
  return distance(lower, nearest) <= Math.max(1, Math.floor(nearest.length / 4))
    ? diagnostic('config-key-misspelt', { key, where, nearest }, { origin })
    : diagnostic('config-key-unknown', { key, where, nearest }, { origin });
}

const kinds = (types: unknown): string => {
  const names = (Array.isArray(types) ? types : String(types).split(','))
    .map(String)
    .filter((name) => name !== 'null')
    .map((name) => KINDS.get(name) ?? name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['object', 'an object'],
  ['array', 'a list'],
  ['boolean', 'true or false'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
]);

function kindOf(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'an object';
  const written = typeof data === 'string' ? JSON.stringify(data) : String(data);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}

/** `/resources/books/methods/list` → `resources.books.methods.list`. */
const dotted = (pointer: string): string => pointerTokens(pointer).join('.');
