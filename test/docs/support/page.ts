/** What a page about a resource says, apart from its layout and its connecting sentences. */

export interface Page {
  readonly title: string;
  readonly overview: string;
  /** `deploy #deploy Deploy an MCP server` */
  readonly available: readonly string[];
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface Operation {
  readonly headings: readonly string[];
  readonly description: string;
  readonly marker: string;
  /**
   * Method or function with the properties of its argument, sorted: `servers.deploy
   * {"qualifiedName":"<value>"}`.
   */
  readonly calls: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly link: string | undefined;
  }[];
  readonly response: { readonly text: string; readonly link: string | undefined };
  readonly errors: readonly (readonly string[])[];
}

export function readPage(text: string): Page {
  const [head = '', ...parts] = text.split(/^## (?!Overview)/m);
  return {
    title: /^# (.*)$/m.exec(head)?.[1] ?? '',
    overview: /## Overview\s+([\s\S]*?)\s+###/.exec(head)?.[1] ?? '',
    available: [...head.matchAll(/^[*-] \[(\w+)\]\((#\w+)\) - (.*)$/gm)].map((match) =>
      match.slice(1).join(' '),
    ),
    operations: new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), readOperation(part)])),
  };
}

function readOperation(text: string): Operation {
  const section = (title: string): string =>
    new RegExp(`^### ${title}\\n([\\s\\S]*?)(?=^### |\\s*$(?![\\s\\S]))`, 'm').exec(text)?.[1]?.trim() ?? '';
  const response = section('Response');
  return {
    headings: [...text.matchAll(/^#{2,} (.*)$/gm)].map((match) => match[1] ?? ''),
    description: text.slice(text.indexOf('\n'), text.indexOf('### ')).trim(),
    marker: /<!-- .* -->/.exec(section('Example Usage'))?.[0] ?? '',
    calls: [callIn(section('Example Usage')), callIn(section('Standalone function'))],
    parameters: rowsOf(section('Parameters')).map(([name = '', type = '', required = '']) => ({
      name: name.replaceAll('`', ''),
      required: required === ':heavy_check_mark:',
      link: linkIn(type),
    })),
    response: { text: response.replace(/\]\([^)]*\)/g, ']'), link: linkIn(response) },
    errors: rowsOf(section('Errors')),
  };
}

const linkIn = (text: string): string | undefined => /\]\(([^)]+)\)/.exec(text)?.[1];

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((one) => one.trim()),
    );

/**
 * Of both styles: `await smitheryRegistry.servers.deploy({…})` and `await serversDeploy(smitheryRegistry,
 * {…})`.
 */
function callIn(code: string): string {
  const found =
    /(?:await|of)\s+(?:smitheryRegistry\.([\w.]+)\(|(\w+)\(\s*smitheryRegistry\s*,?\s*)\s*(\{[\s\S]*?\n? *\}|)\s*\)/.exec(
      code,
    );
  if (!found) return '';
  const entries = (JSON.parse(asJson(found[3] === '' ? '{}' : (found[3] ?? '{}'))) ?? {}) as Record<
    string,
    unknown
  >;
  return `${found[1] ?? found[2] ?? ''} ${JSON.stringify(entries, (_key, value: unknown) => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value))}`;
}

/** An object literal with plain keys, strings and numbers. */
const asJson = (literal: string): string =>
  literal
    .replace(/'([^'\n]*)'/g, '"$1"')
    .replace(/([{,]\s*)(\w+):/g, '$1"$2":')
    .replace(/,(\s*\})/g, '$1');
