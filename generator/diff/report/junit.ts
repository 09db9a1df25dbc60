import { ruleCatalogue } from '../rules/catalogue.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { breaksWire } from '../types.ts';
import type { DiffReport, Layer, LocatedChange } from './report.ts';
import { compilerLine } from './lines.ts';
import { compilerWords } from './words.ts';

const LAYERS: readonly { readonly layer: Layer; readonly fails: (one: LocatedChange) => boolean }[] = [
  { layer: 'wire', fails: (one) => breaksWire(one.wire) },
  { layer: 'source', fails: (one) => one.source.length > 0 && one.bump === 'major' },
  {
    layer: 'runtime',
    fails: (one) => one.runtime === 'silent' || (one.runtime === 'rejected' && one.bump === 'major'),
  },
];

/**
 * One suite per layer, one case per rule family; a family without a finding is a passed case, an accepted
 * finding a skipped one.
 */
export function renderJunit(report: DiffReport): string {
  const groups = [...new Set(Object.values(ruleCatalogue).map((one) => one.group))].sort(byCodeUnit);
  const suites = LAYERS.map(({ layer, fails }) => {
    const cases = groups.map((group) => {
      const mine = (one: LocatedChange): boolean => ruleCatalogue[one.rule].group === group && fails(one);
      const failed = report.changes.filter(mine);
      const skipped = report.accepted.filter(mine);
      const body =
        failed.length > 0
          ? `<failure message="${xml(`${failed.length} breaking`)}">${xml(failed.map((one) => [one.message, compilerWords(one)].filter((text) => text !== '').join(' · ')).join('\n'))}</failure>`
          : skipped.length > 0
            ? `<skipped message="${xml(skipped.map((one) => `${one.message}: ${one.accepted?.reason ?? ''}`).join('; '))}"/>`
            : '';
      return {
        failed: failed.length > 0,
        skipped: failed.length === 0 && skipped.length > 0,
        text: `    <testcase classname="${layer}" name="${xml(group)}">${body}</testcase>`,
      };
    });
    return [
      `  <testsuite name="${layer}" tests="${cases.length}" failures="${cases.filter((one) => one.failed).length}" skipped="${cases.filter((one) => one.skipped).length}">`,
      ...cases.map((one) => one.text),
      '  </testsuite>',
    ].join('\n');
  });
  suites.push(...compilerSuite(report));
  return `${HEAD}${suites.join('\n')}\n${FOOT}`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sdkwright diff">\n';
const FOOT = '</testsuites>\n';

/** The suites of several files in one. */
export const joinJunit = (files: readonly string[]): string =>
  files.length === 1
    ? (files[0] ?? '')
    : `${HEAD}${files.map((one) => one.slice(HEAD.length, -FOOT.length)).join('')}${FOOT}`;

/** Where the compiler was asked: failed where it says otherwise, skipped where it did not come to an end. */
function compilerSuite(report: DiffReport): readonly string[] {
  const { compiler } = report.verdict;
  if (compiler === undefined) return [];
  const failed = compiler.disagreements.length > 0;
  const skipped = !failed && compiler.leftOut > 0;
  const said = xml(
    [compilerLine(report), ...report.changes.map((one) => `${one.message}: ${compilerWords(one)}`)].join(
      '\n',
    ),
  );
  const body = failed
    ? `<failure message="${xml(compiler.disagreements.join('; '))}">${said}</failure>`
    : `${skipped ? '<skipped message="incomplete"/>' : ''}<system-out>${said}</system-out>`;
  return [
    `  <testsuite name="compiler" tests="1" failures="${failed ? 1 : 0}" skipped="${skipped ? 1 : 0}">\n    <testcase classname="compiler" name="judge">${body}</testcase>\n  </testsuite>`,
  ];
}

/** XML 1.0 section 2.2: most control characters cannot stand in a document at all. */
const xml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
