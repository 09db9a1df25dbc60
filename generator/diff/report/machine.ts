/** Report formats for other programs. */
import { asItIs, workflowProperty, workflowText } from '../../lib/safe-text.ts';
import { type RuleId, ruleCatalogue } from '../rules/catalogue.ts';
import type { Rule } from '../rules/rule.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { breaksWire } from '../types.ts';
import { type DiffReport, type LocatedChange, annotatedAt } from './report.ts';
import { runOf } from './run.ts';

/** The JSON report; the build derives its schema from the type. */
export const renderJson = (report: DiffReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** The JSON report of several documents: `RunReport` in the schema. */
export const renderRunJson = (reports: readonly DiffReport[]): string =>
  `${JSON.stringify(runOf(reports), null, 2)}\n`;

/** Merges the runs of several SARIF logs. */
export function joinSarif(logs: readonly string[]): string {
  const [first, ...others] = logs.map((log) => JSON.parse(log) as { readonly runs: readonly object[] });
  return `${JSON.stringify({ ...first, runs: [first, ...others].flatMap((item) => item?.runs ?? []) }, null, 2)}\n`;
}

const MAX_ANNOTATIONS = 10;
const LEVELS = ['error', 'warning', 'notice'] as const;
const levelOf = (locatedChange: LocatedChange): (typeof LEVELS)[number] =>
  locatedChange.bump === 'major'
    ? 'error'
    : breaksWire(locatedChange.wire) || locatedChange.source.length > 0
      ? 'warning'
      : 'notice';

/**
 * GitHub workflow commands: at most ten, the worst first, one per line of the revision. Only documents in the
 * repository can be annotated.
 */
export function renderGithub(report: DiffReport, shown = asItIs): string {
  const groups = new Map<string, LocatedChange[]>();
  for (const change of report.changes) {
    const at = change.revisionLocation ?? change.parentLocation;
    const key = at === undefined ? '' : `${at.document}:${at.line}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const sorted = [...groups.values()].sort((a, b) => rank(a) - rank(b));
  const lines = sorted.slice(0, MAX_ANNOTATIONS).map((group) => {
    const [first] = group;
    const at = first?.revisionLocation ?? first?.parentLocation;
    const level = LEVELS[rank(group)] ?? 'notice';
    const place =
      at === undefined || isUrl(at.document)
        ? ''
        : `file=${workflowProperty(shown(at.document))},line=${at.line},col=${at.column},`;
    return `::${level} ${place}title=${workflowProperty(first?.title ?? '')}::${workflowText(group.map((locatedChange) => `${locatedChange.message} [${locatedChange.rule}, ${locatedChange.bump}]`).join('\n'))}`;
  });
  for (const idleException of report.idleExceptions)
    lines.push(`::notice title=Exceptions::${workflowText(idleException)}`);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

const rank = (group: readonly LocatedChange[]): number =>
  Math.min(...group.map((locatedChange) => LEVELS.indexOf(levelOf(locatedChange))));

/** SARIF 2.1.0 (section 3.27 for results). The line in the base is a related location. */
export function renderSarif(report: DiffReport, version: string, shown = asItIs): string {
  const ids = [...new Set(report.changes.map((change) => change.rule))].sort(byCodeUnit);
  const location = (at: LocatedChange['baseLocation']): object[] =>
    at === undefined
      ? []
      : [
          {
            physicalLocation: {
              artifactLocation: { uri: uriOf(shown(at.document)) },
              region: { startLine: at.line, startColumn: at.column },
            },
          },
        ];
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'sdkwright', version, rules: ids.map(ruleDescriptor) } },
          results: report.changes.map((change) => ({
            ruleId: change.rule,
            ruleIndex: ids.indexOf(change.rule),
            level: change.bump === 'major' ? 'error' : levelOf(change) === 'warning' ? 'warning' : 'note',
            message: { text: change.message },
            partialFingerprints: { 'change/v1': change.fingerprint },
            locations: (change.places ?? [change]).flatMap((each) => location(annotatedAt(each))),
            ...(change.baseLocation === undefined ||
            (change.revisionLocation ?? change.parentLocation) === undefined
              ? {}
              : {
                  relatedLocations: location(change.baseLocation).map((each, id) => ({
                    id,
                    message: { text: 'before' },
                    ...each,
                  })),
                }),
            properties: {
              wire: change.wire,
              source: change.source,
              runtime: change.runtime,
              bump: change.bump,
            },
          })),
        },
      ],
    },
    null,
    2,
  )}\n`;
}

function ruleDescriptor(id: RuleId): object {
  const rule: Rule = ruleCatalogue[id];
  return {
    id,
    shortDescription: { text: rule.title },
    ...(rule.mitigation === undefined ? {} : { help: { text: rule.mitigation } }),
  };
}

const isUrl = (document: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(document);

const uriOf = (document: string): string =>
  isUrl(document) ? document : document.split('/').map(encodeURIComponent).join('/');
