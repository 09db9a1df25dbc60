/** `sdkwright explain`: where a name comes from and where it is used, in the languages of the SDKs. */
import { distance } from 'fastest-levenshtein';
import type { Provenance } from '../../ir/types.ts';
import type { Explained, ExplainedCall, ExplainedType } from '../../languages/explained.ts';
import type { Origin } from '../../lib/origin.ts';
import { terminalText } from '../../lib/safe-text.ts';
import type { SourceText } from '../../source/types.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Inputs } from '../inputs.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { openInputs } from './open.ts';

interface ExplainArguments extends Inputs {
  readonly name: string;
  /** The language of the name; undefined: all languages that the config generates. */
  readonly language?: string;
}

type SourceTexts = ReadonlyMap<string, SourceText>;
/** Several lines of code are printed below each other; any other value has a single line. */
type Row = readonly [label: string, ...lines: readonly string[]];

export async function runExplain(terminal: Terminal, args: ExplainArguments): Promise<ExitCode> {
  const { language, name } = args;
  const { generations, diagnostics, texts } = await openInputs(
    terminal,
    args,
    ...(language === undefined ? [] : [() => [language]]),
  );
  if (generations.size === 0) {
    report(terminal, diagnostics, texts);
    return EXIT.failed;
  }
  const sdks = [...generations].map(([text, { views }]) => ({
    language: text,
    explained: views.explained,
  }));
  const answers = answersFor(sdks, name);
  if (answers.length > 0) {
    const blocks = answers.map(({ language: own, call, type, explained }) =>
      facts([
        ...(sdks.length > 1 ? [['language', own] as const] : []),
        ...(call ? callRows(call, texts) : []),
        ...(type ? typeRows(type, explained, texts) : []),
      ]),
    );
    terminal.out(blocks.join('\n\n'));
    return EXIT.ok;
  }
  const names = [
    ...new Set(
      sdks.flatMap(({ explained }) => [
        ...explained.calls.map((call) => shortCall(call)),
        ...explained.types
          .filter((explainedType) => explainedType.schema)
          .map((explainedType) => explainedType.name),
      ]),
    ),
  ];
  const nearest = names.sort((a, b) => distance(a, name) - distance(b, name)).slice(0, 3);
  terminal.err(
    `There is no call, type or operation ${terminalText(name)}.${nearest.length > 0 ? ` Near it: ${nearest.map(terminalText).join(', ')}.` : ''}`,
  );
  return EXIT.failed;
}

interface Answer {
  readonly language: string;
  readonly explained: Explained;
  readonly call?: ExplainedCall;
  readonly type?: ExplainedType;
}

/** A name in any language is shown in all languages: an operation by its place, a type by its schema. */
function answersFor(
  sdks: readonly Pick<Answer, 'language' | 'explained'>[],
  name: string,
): readonly Answer[] {
  const exact = sdks.flatMap(({ explained }) => explained.calls.filter((call) => isAskedFor(call, name)));
  // Languages write the same name in different cases: `servers.list` is `Servers.List` in some.
  const calls =
    exact.length > 0
      ? exact
      : sdks.flatMap(({ explained }) => explained.calls.filter((call) => isSpeltLike(call, name)));
  const types = sdks.flatMap(({ explained }) =>
    explained.types.filter((explainedType) => explainedType.names.includes(name)),
  );
  const methods = new Set(calls.map(({ method }) => keyOf(method.origin)));
  const schemas = new Set(types.flatMap(({ schema }) => (schema ? [keyOf(schema.origin)] : [])));
  return [
    ...sdks.flatMap((sdk) =>
      sdk.explained.calls
        .filter(({ method }) => methods.has(keyOf(method.origin)))
        .map((call) => ({ ...sdk, call })),
    ),
    ...sdks.flatMap((sdk) =>
      sdk.explained.types
        .filter(({ names, schema }) => (schema ? schemas.has(keyOf(schema.origin)) : names.includes(name)))
        .map((type) => ({ ...sdk, type })),
    ),
  ];
}

const plainOf = (name: string): string =>
  name
    .replace(/^(?:await )?client\./, '')
    .replace(/\(.*$/, '')
    .trim()
    .toLowerCase();

const isSpeltLike = (explainedCall: ExplainedCall, name: string): boolean =>
  plainOf(explainedCall.call) === plainOf(name);

const keyOf = (origin: Origin): string => `${origin.document}#${origin.pointer}`;

const shortCall = ({ call }: ExplainedCall): string => call.replace(/^client\./, '');

function isAskedFor(explainedCall: ExplainedCall, name: string): boolean {
  const wanted = name.replace(/^(?:await )?client\./, '').replace(/\(.*$/, '');
  const [verb = '', path = ''] = name.split(/\s+/);
  const { method } = explainedCall;
  return (
    shortCall(explainedCall) === wanted.trim() ||
    (method.verb === verb.toLowerCase() && method.path === path) ||
    method.operationId === name
  );
}

const callRows = ({ method, resource, ...item }: ExplainedCall, texts: SourceTexts): readonly Row[] => [
  ['call', item.call],
  ...item.signatures.map((text): Row => ['signature', ...text.split('\n')]),
  ['operation', `${method.verb} ${method.path}${method.operationId ? ` (${method.operationId})` : ''}`],
  ['named by', provenance(method.provenance, texts)],
  [
    'resource',
    item.className === undefined
      ? 'the client itself'
      : `${item.className}, ${provenance(resource.provenance, texts)}`,
  ],
  ['document', place(method.origin, texts)],
  ['file', item.file],
  ...(item.types.length > 0 ? [['types', item.types.join(', ')] as const] : []),
  ...(method.pagination
    ? [['pages', `${method.pagination.scheme}, ${provenance(method.pagination.provenance, texts)}`] as const]
    : []),
];

function typeRows(explainedType: ExplainedType, { calls }: Explained, texts: SourceTexts): readonly Row[] {
  const { schema, method } = explainedType;
  return [
    ['type', explainedType.name],
    ['named by', schema ? schemaRule(schema, texts) : useRule(explainedType, calls)],
    ...(schema ? [['document', place(schema.origin, texts)] as const] : []),
    ...(method ? [['document', place(method.origin, texts)] as const] : []),
    ['file', explainedType.file],
    ...(explainedType.imported === undefined ? [] : [['import', explainedType.imported] as const]),
    ...(schema ? [['used in', schema.usedIn] as const] : []),
  ];
}

const schemaRule = ({ model }: NonNullable<ExplainedType['schema']>, texts: SourceTexts): string =>
  model ? provenance(model.provenance, texts) : 'the document';

function useRule({ method, within }: ExplainedType, calls: readonly ExplainedCall[]): string {
  const found = method && calls.find((call) => call.method === method);
  if (found) return `its method, ${found.call}`;
  return within === undefined ? 'its use' : `its place in ${within}`;
}

const provenance = (item: Provenance, texts: SourceTexts): string =>
  `${item.rule}: ${item.detail}${item.origin ? ` (${place(item.origin, texts)})` : ''}`;

function place(origin: Origin, texts: SourceTexts): string {
  const text = texts.get(origin.document);
  if (!text) return `${origin.document}#${origin.pointer}`;
  const { line, column } = text.locate(origin.pointer);
  return `${origin.document}:${line}:${column} #${origin.pointer}`;
}

const facts = (rows: readonly Row[]): string => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows
    .flatMap(([label, ...lines]) =>
      lines.map((line, at) => `${(at === 0 ? label : '').padEnd(width)}  ${terminalText(line)}`),
    )
    .join('\n');
};
