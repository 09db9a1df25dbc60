/** Converts a word of the command line to a value of the config. */
import { parse } from 'yaml';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';

/** `get /books/{id}` stays text although YAML could parse it otherwise; so does a word that is not YAML. */
export function valueOfWord(text: string): JsonValue {
  try {
    const value = parse(text) as JsonValue;
    const isCollection = Array.isArray(value) || isJsonObject(value);
    return isCollection && !/^\s*[[{]/.test(text) ? text : value;
  } catch {
    return text;
  }
}
