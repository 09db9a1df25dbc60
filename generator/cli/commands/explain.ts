/** `sdkwright explain`: where a name comes from and where it went. */
import type { MethodPlan } from '../../languages/typescript/methods/method.ts';
import type { TypescriptPlan } from '../../languages/typescript/sdk.ts';
import type { Provenance } from '../../ir/types.ts';
import type { Origin } from '../../lib/origin.ts';
import { terminalText } from '../../lib/safe-text.ts';
import type { SourceText } from '../../source/types.ts';
import { distance } from 'fastest-levenshtein';
import { lineage } from '../../languages/typescript/types/declaration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Inputs } from '../inputs.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { openInputs } from './open.ts';

export async function runExplain(
  terminal: Terminal,
  args: Inputs & { readonly name: string },
): Promise<ExitCode> {
  const { generation, diagnostics, texts } = await openInputs(terminal, args);
  if (!generation) {
    report(terminal, diagnostics, texts, { quiet: false });
    return EXIT.failed;
  }
  const found = [
    ...methodAnswers(generation.sdk, args.name, texts),
    ...typeAnswers(generation.sdk, args.name, texts),
  ];
  if (found.length > 0) {
    terminal.out(found.join('\n\n'));
    return EXIT.ok;
  }
  const names = [
    ...generation.sdk.methods.map(callOf),
    ...[...generation.sdk.types.values()].flatMap((own) => own.models.map((one) => one.name)),
  ];
  const nearest = names.sort((a, b) => distance(a, args.name) - distance(b, args.name)).slice(0, 3);
  terminal.err(
    `There is no call, type or operation ${terminalText(args.name)}.${nearest.length > 0 ? ` Near it: ${nearest.map(terminalText).join(', ')}.` : ''}`,
  );
  return EXIT.failed;
}

const callOf = (plan: MethodPlan): string => [...plan.resource.properties, plan.layout.name].join('.');

function methodAnswers(
  sdk: TypescriptPlan,
  name: string,
  texts: ReadonlyMap<string, SourceText>,
): readonly string[] {
  const wanted = name
    .replace(/^client\./, '')
    .replace(/\(.*$/, '')
    .trim();
  const [verb = '', path = ''] = name.split(/\s+/);
  return sdk.methods
    .filter(
      (plan) =>
        callOf(plan) === wanted ||
        (plan.method.verb === verb.toLowerCase() && plan.method.path === path) ||
        plan.method.operationId === name,
    )
    .map((plan) =>
      facts([
        ['call', `client.${callOf(plan)}`],
        [
          'operation',
          `${plan.method.verb} ${plan.method.path}${plan.method.operationId ? ` (${plan.method.operationId})` : ''}`,
        ],
        ['named by', provenance(plan.method.provenance, texts)],
        [
          'resource',
          plan.resource.path.length === 0
            ? 'the client itself'
            : `${plan.resource.className}, ${provenance(plan.resource.resource.provenance, texts)}`,
        ],
        ['document', place(plan.method.origin, texts)],
        ['file', `src/${plan.resource.module}.ts`],
        ...(plan.method.pagination
          ? [
              [
                'pages',
                `${plan.method.pagination.scheme}, ${provenance(plan.method.pagination.provenance, texts)}`,
              ] as const,
            ]
          : []),
      ]),
    );
}

function typeAnswers(
  sdk: TypescriptPlan,
  name: string,
  texts: ReadonlyMap<string, SourceText>,
): readonly string[] {
  const answers: string[] = [];
  for (const [id, declaration] of sdk.world.models) {
    const schema = sdk.world.schemas.get(id);
    if (!schema || (declaration.name !== name && schema.name !== name)) continue;
    answers.push(
      facts([
        ['type', declaration.name],
        ['named by', schema.model ? provenance(schema.model.provenance, texts) : 'the document'],
        ['document', place(schema.origin, texts)],
        ['file', `src/${declaration.module}.ts`],
        ['used in', schema.usedIn],
      ]),
    );
  }
  for (const [module, own] of sdk.types) {
    for (const declaration of [...own.responses, ...own.params, ...own.errors]) {
      if (declaration.name !== name) continue;
      const plan = sdk.methods.find(
        (one) => declaration.name.startsWith(one.prefix) && one.resource.module === module,
      );
      answers.push(
        facts([
          [
            'type',
            lineage(declaration)
              .map((one) => one.name)
              .join('.'),
          ],
          ['named by', plan ? `its method, client.${callOf(plan)}` : 'its use'],
          ...(plan ? [['document', place(plan.method.origin, texts)] as const] : []),
          ['file', `src/${module}.ts`],
        ]),
      );
    }
  }
  return answers;
}

const provenance = (one: Provenance, texts: ReadonlyMap<string, SourceText>): string =>
  `${one.rule}: ${one.detail}${one.origin ? ` (${place(one.origin, texts)})` : ''}`;

function place(origin: Origin, texts: ReadonlyMap<string, SourceText>): string {
  const text = texts.get(origin.document);
  if (!text) return `${origin.document}#${origin.pointer}`;
  const { line, column } = text.locate(origin.pointer);
  return `${origin.document}:${line}:${column} #${origin.pointer}`;
}

const facts = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${terminalText(value)}`).join('\n');
};
