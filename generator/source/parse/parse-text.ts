import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';
import { type Result, failed, ok } from '../../lib/result.ts';
import type { SourceDocument, SourceText } from '../types.ts';
import { aliasGrowth } from './alias-growth.ts';
import { decode } from './decode.ts';
import { inspect } from './inspect.ts';
import { explainJson, jsonLocator, repeatedKeys, tryJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * The result of parsing a text. `text` is present even if there is no
 * value, so that the fault can be shown.
 */
export interface ParsedText extends Result<SourceDocument | undefined> {
  readonly text: SourceText;
}

/**
 * Parses a text as JSON or YAML, whatever its file name. Undefined if it is
 * neither, with a diagnostic at the fault.
 */
export function parseText(name: string, content: string | Uint8Array): ParsedText {
  const decoded = typeof content === 'string' ? content : decode(content);
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  const result = parse(name, text);
  return { ...result, text: result.value ?? { name, text, locate: () => ({ line: 1, column: 1 }) } };
}

function parse(name: string, text: string): Result<SourceDocument | undefined> {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  if (start === text.length)
    return failed([
      diagnostic('document-empty', { file: name }, { position: { document: name, line: 1, column: 1 } }),
    ]);
  if (text[start] === '{' || text[start] === '[') {
    const json = tryJson(text);
    if (json !== undefined) return parsedJson(name, text, json.value);
    if (/\.json$/i.test(name)) return failed([explainJson(name, text)]);
  }
  return parsedYaml(name, text);
}

function parsedJson(name: string, text: string, root: JsonValue): Result<SourceDocument | undefined> {
  const { diagnostics, keys, tooDeep } = inspect(name, root, { shared: false });
  const document = withLocator(name, text, root, jsonLocator(text));
  return tooDeep
    ? refused(document, diagnostics)
    : ok(document, [...diagnostics, ...repeatedKeys(name, text, keys)]);
}

function parsedYaml(name: string, text: string): Result<SourceDocument | undefined> {
  const { value: parsed, diagnostics } = parseYaml(name, text);
  if (parsed === undefined) return failed(diagnostics);
  const document = withLocator(name, text, parsed.value, parsed.locate);
  const inspected = inspect(name, parsed.value, parsed);
  if (inspected.tooDeep) return refused(document, [...diagnostics, ...inspected.diagnostics]);
  const growth = parsed.shared ? aliasGrowth(name, parsed.value, text.length) : [];
  const all = [...diagnostics, ...inspected.diagnostics, ...growth];
  return growth.length > 0 ? refused(document, all) : ok(document, all);
}

/** Later stages do not get the value, but the excerpt needs its text, so the position is resolved here. */
function refused(document: SourceDocument, diagnostics: readonly Diagnostic[]): Result<undefined> {
  return failed(
    diagnostics.map(({ origin, ...rest }) =>
      origin === undefined
        ? rest
        : { ...rest, position: { document: document.name, ...document.locate(origin.pointer) } },
    ),
  );
}

const withLocator = (
  name: string,
  text: string,
  root: JsonValue,
  locate: SourceDocument['locate'],
): SourceDocument => ({ name, text, root, locate });
