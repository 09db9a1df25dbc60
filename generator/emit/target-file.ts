/** `target.yaml`: the name of a template set, its base and the files that it generates. */
import { closest } from 'fastest-levenshtein';
import { LineCounter, type Node, type ParsedNode, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Diagnostic, type diagnostic as makeDiagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, hasErrors, ok } from '../lib/result.ts';

export type Position = NonNullable<Diagnostic['position']>;

/** A text of the file and its position, so that later faults can refer to it. */
export interface NamedText {
  readonly text: string;
  readonly position: Position;
}

/** An entry under `outputs`. */
export interface OutputRule {
  /** A file of the set; `.hbs` is rendered, any other file is copied. */
  readonly template: NamedText;
  /**
   * Path below the output folder. `{name}` is replaced by a text leaf of the element (of the root view
   * without `for`), `{@root.name}` by a text leaf of the root view.
   */
  readonly path: NamedText;
  /** A list of the root view: a file is generated for each element. */
  readonly for?: NamedText;
  /** A boolean leaf of the root view: no file is generated if it is false. */
  readonly when?: NamedText;
  /** True if the file is generated once and then belongs to the user. */
  readonly once?: boolean;
}

export interface TargetFile {
  readonly name: string;
  readonly view: { readonly version: number; readonly position: Position };
  readonly extends?: NamedText;
  /** The language whose views its templates use. Inherited by default. */
  readonly language?: NamedText;
  readonly outputs: readonly OutputRule[];
  /**
   * Inherited outputs (by path or by template) and runtime files (by their path
   * in the output) that are left out.
   */
  readonly remove: readonly NamedText[];
  /** Runtime files, relative to the runtime folder, that are new here and replace no inherited file. */
  readonly adds: readonly NamedText[];
  /** The folder whose files are copied verbatim, and their destination. */
  readonly runtime?: string;
  readonly runtimeTo?: string;
  /** Runtime file → the boolean leaf of the root view that enables it. */
  readonly runtimeWhen: ReadonlyMap<string, NamedText>;
  /** Text in runtime files → the text leaf of the root view that replaces it. */
  readonly runtimeNames: ReadonlyMap<string, NamedText>;
  /**
   * File of this overlay → `hashOriginal` of the file from which it was copied, so that
   * changes of the original are noticed.
   */
  readonly originals: ReadonlyMap<string, NamedText>;
  /**
   * True if the input document with samples, and its reference pages, are added to
   * the files. Inherited by default.
   */
  readonly documented?: boolean;
  /**
   * Lists of the root view that an overlay works on, each with words for its absence. `list[].flag` counts the
   * elements whose boolean leaf is true. If all are empty, that is reported.
   */
  readonly needs: ReadonlyMap<string, NamedText>;
  /** Boolean leaf of the root view → the option of the config that the overlay cannot be used with. */
  readonly refuses: ReadonlyMap<string, NamedText>;
  /** A sentence for `templates list`. */
  readonly about?: string;
}

const KEYS = [
  'name',
  'about',
  'view',
  'extends',
  'language',
  'outputs',
  'remove',
  'adds',
  'runtime',
  'runtimeTo',
  'runtimeWhen',
  'runtimeNames',
  'originals',
  'documented',
  'needs',
  'refuses',
] as const;
const OUTPUT_KEYS = ['template', 'path', 'for', 'when', 'once'] as const;
const OUTPUT_TEXTS = ['template', 'path', 'for', 'when'] as const;

/** Reads the text of a `target.yaml`. `document` is its name in messages. */
export function parseTargetFile(text: string, document: string): Result<TargetFile | undefined> {
  const reader = createReader(text, document);
  const { root } = reader;
  if (root === undefined) return failed(reader.diagnostics);
  const fields = reader.fields(root, KEYS, 'target.yaml');
  const view = fields.get('view');
  const version = isScalar(view) && typeof view.value === 'number' ? view.value : undefined;
  if (version === undefined)
    reader.complain(
      'template-set-invalid',
      { reason: '`view` must be the number of the view contract' },
      view ?? root,
    );
  const name = reader.text(fields.get('name') ?? root, 'name');
  const parent = fields.has('extends') ? reader.text(fields.get('extends'), 'extends') : undefined;
  const language = fields.has('language') ? reader.text(fields.get('language'), 'language') : undefined;
  const about = fields.has('about') ? reader.text(fields.get('about'), 'about') : undefined;
  const runtime = fields.has('runtime') ? reader.text(fields.get('runtime'), 'runtime') : undefined;
  const runtimeTo = fields.has('runtimeTo') ? reader.text(fields.get('runtimeTo'), 'runtimeTo') : undefined;
  const documented = reader.flag(fields, 'documented');
  const target: TargetFile = {
    name: name?.text ?? '',
    view: { version: version ?? 0, position: reader.at(view ?? root) },
    ...(parent && { extends: parent }),
    ...(language && { language }),
    outputs: reader.items(fields.get('outputs'), 'outputs').flatMap((item) => readOutput(reader, item)),
    remove: reader.items(fields.get('remove'), 'remove').flatMap((item) => reader.text(item, 'remove') ?? []),
    adds: reader.items(fields.get('adds'), 'adds').flatMap((item) => reader.text(item, 'adds') ?? []),
    ...(runtime && { runtime: folderName(runtime.text) }),
    ...(runtimeTo && { runtimeTo: folderName(runtimeTo.text) }),
    runtimeWhen: new Map(reader.entries(fields.get('runtimeWhen'), 'runtimeWhen')),
    runtimeNames: new Map(reader.entries(fields.get('runtimeNames'), 'runtimeNames')),
    originals: new Map(reader.entries(fields.get('originals'), 'originals')),
    needs: new Map(reader.entries(fields.get('needs'), 'needs')),
    refuses: new Map(reader.entries(fields.get('refuses'), 'refuses')),
    ...(documented !== undefined && { documented }),
    ...(about && { about: about.text }),
  };
  return ok(hasErrors(reader.diagnostics) ? undefined : target, reader.diagnostics);
}

/** The end of a help text: the nearest known name, or nothing. */
export function nearest(name: string, known: Iterable<string>): string {
  const names = [...known];
  // An abbreviated name is more likely than a name with equally many different letters.
  const longer = names.filter((text) => text.startsWith(name) && name.length > 2);
  return names.length === 0
    ? ''
    : `; the nearest name is ${closest(name, longer.length > 0 ? longer : names)}`;
}

const folderName = (text: string): string => text.replace(/^\.\//, '').replace(/\/+$/, '');

type Reader = ReturnType<typeof createReader>;

function readOutput(reader: Reader, item: Node): readonly OutputRule[] {
  const fields = reader.fields(item, OUTPUT_KEYS, 'an output');
  for (const key of ['template', 'path']) {
    if (!fields.has(key))
      reader.complain('template-set-invalid', { reason: `an output has no \`${key}\`` }, item);
  }
  const once = reader.flag(fields, 'once');
  const [template, path, list, when] = OUTPUT_TEXTS.map((key) =>
    fields.has(key) ? reader.text(fields.get(key), key) : undefined,
  );
  return template && path
    ? [{ template, path, ...(list && { for: list }), ...(when && { when }), ...(once && { once }) }]
    : [];
}

function createReader(text: string, document: string) {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const diagnostics: Diagnostic[] = [];
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { document, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at = (node: Node | null | undefined): Position => positionAt(node?.range?.[0] ?? 0);
  const complain = (
    code: Parameters<typeof makeDiagnostic>[0],
    parameters: Parameters<typeof makeDiagnostic>[1],
    node: Node | null | undefined,
  ): void => {
    diagnostics.push(diagnostic(code, parameters, { position: at(node) }));
  };
  const fault = parsed.errors[0];
  if (fault)
    diagnostics.push(
      diagnostic(
        'yaml-syntax',
        { reason: fault.message.replace(/\.$/, '') },
        { position: positionAt(fault.pos[0]) },
      ),
    );
  const contents: ParsedNode | null = parsed.contents;
  if (!fault && !isMap(contents))
    complain(
      'template-set-invalid',
      { reason: 'it must be a map with `name`, `view` and `outputs`' },
      contents,
    );

  const fields = (node: Node, known: readonly string[], where: string): ReadonlyMap<string, Node | null> => {
    const found = new Map<string, Node | null>();
    if (!isMap<Node, Node | null>(node))
      complain('template-set-invalid', { reason: `${where} must be a map` }, node);
    else {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!known.includes(name))
          complain('template-set-key', { key: name, nearest: nearest(name, known) }, key);
        else found.set(name, value);
      }
    }
    return found;
  };
  const textOf = (node: Node | null | undefined, what: string): NamedText | undefined => {
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '')
      return { text: node.value, position: at(node) };
    complain('template-set-invalid', { reason: `\`${what}\` must be text` }, node);
    return undefined;
  };
  const flag = (map: ReadonlyMap<string, Node | null>, key: string): boolean | undefined => {
    const node = map.get(key);
    if (!map.has(key) || (isScalar(node) && typeof node.value === 'boolean'))
      return isScalar(node) ? node.value === true : undefined;
    complain('template-set-invalid', { reason: `\`${key}\` must be true or false` }, node);
    return undefined;
  };
  const items = (node: Node | null | undefined, what: string): readonly Node[] => {
    if (node === undefined || node === null || (isScalar(node) && node.value === null)) return [];
    if (isSeq<Node>(node)) return node.items;
    complain('template-set-invalid', { reason: `\`${what}\` must be a list` }, node);
    return [];
  };
  const entries = (
    node: Node | null | undefined,
    what: string,
  ): readonly (readonly [string, NamedText])[] => {
    if (node === undefined) return [];
    if (!isMap<Node, Node | null>(node)) {
      complain('template-set-invalid', { reason: `\`${what}\` must be a map` }, node);
      return [];
    }
    return node.items.flatMap(({ key, value }) => {
      const read = textOf(value, what);
      return read && isScalar(key) ? [[String(key.value), read] as const] : [];
    });
  };
  return {
    root: !fault && isMap(contents) ? contents : undefined,
    diagnostics,
    complain,
    at,
    fields,
    text: textOf,
    flag,
    items,
    entries,
  };
}
