/** A word of the command line as a value of the config. */
import { parse } from 'yaml';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';

/** `get /books/{id}` is text although it could be read as YAML of another kind; so is what is no YAML. */
export function valueOfWord(text: string): JsonValue {
  try {
    const value = parse(text) as JsonValue;
    const isCollection = Array.isArray(value) || isJsonObject(value);
    return isCollection && !/^\s*[[{]/.test(text) ? text : value;
  } catch {
    return text;
  }
}
