import { byCodeUnit } from '../../lib/order.ts';
import { asItIs } from '../../lib/safe-text.ts';
import { catalogue } from '../catalogue.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type SourcePosition, type Texts, placeDiagnostics } from './placed.ts';

/** SARIF 2.1.0, a format for findings that code hosts import. */
export function printSarif(diagnostics: readonly Diagnostic[], texts: Texts, shown = asItIs): string {
  const physical = physicalWith(shown);
  const placed = placeDiagnostics(diagnostics, texts);
  const codes = [...new Set(placed.map((item) => item.diagnostic.code))].sort(byCodeUnit);
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: catalogue[id].message },
    fullDescription: { text: catalogue[id].explanation },
    help: { text: catalogue[id].help },
    defaultConfiguration: { level: catalogue[id].severity },
  }));
  const results = placed.map(({ diagnostic, place, related }) => ({
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: diagnostic.severity,
    message: { text: `${diagnostic.message} ${diagnostic.help}` },
    ...(place === undefined ? {} : { locations: [{ physicalLocation: physical(place) }] }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other) => ({
            physicalLocation: physical(other.place),
            message: { text: other.message },
          })),
        }),
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'sdkwright', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const physicalWith =
  (shown: (file: string) => string) =>
  ({ file, line, column }: SourcePosition) => ({
    artifactLocation: { uri: encodeURI(shown(file)) },
    ...(line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
  });
