/** Prints reports in the requested format, separately or all together. */
import { renderChangelog, renderChangeset, renderCommit } from '../diff/report/changelog.ts';
import { renderHtml } from '../diff/report/html.ts';
import { joinSarif, renderGithub, renderJson, renderRunJson, renderSarif } from '../diff/report/machine.ts';
import { renderMarkdown, renderRunMarkdown } from '../diff/report/markdown.ts';
import type { Grouping } from '../diff/report/grouping.ts';
import type { DiffReport } from '../diff/report/report.ts';
import { renderText } from '../diff/report/text.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeFiles } from '../output/write-file.ts';
import type { DiffFormat, FurtherFormat } from './diff-terms.ts';

export interface PrintTerms {
  readonly format: DiffFormat;
  readonly version: string;
  /** Names of files for code hosts. */
  readonly shown?: (file: string) => string;
  readonly colour: boolean;
  readonly verbose?: boolean;
  /** How changes are grouped; absent: by rule. */
  readonly grouping?: Grouping;
  /** Heading of a changelog section. */
  readonly heading?: string;
}

/** Writes the same reports to files in further formats. If there are diagnostics, none was written. */
export function writeReports(
  reports: readonly DiffReport[],
  {
    terms,
    also,
    cwd,
  }: { readonly terms: PrintTerms; readonly also: readonly FurtherFormat[]; readonly cwd: string },
): readonly Diagnostic[] {
  return writeFiles(
    cwd,
    also.map(({ format, file }) => ({
      path: file,
      text: printReports(reports, { ...terms, format, colour: false }),
    })),
  );
}

export function printReports(reports: readonly DiffReport[], terms: PrintTerms): string {
  const [only] = reports;
  const each = (render: (report: DiffReport) => string): readonly string[] => reports.map(render);
  const { colour, verbose, grouping } = terms;
  switch (terms.format) {
    case 'text':
      return each((diffReport) =>
        renderText(diffReport, { colour, ...(verbose && { verbose }), ...(grouping && { grouping }) }),
      ).join('\n');
    case 'markdown':
      return only !== undefined && reports.length === 1
        ? renderMarkdown(only, grouping)
        : renderRunMarkdown(reports, grouping);
    case 'html':
      return renderHtml(reports, grouping);
    case 'json':
      return only !== undefined && reports.length === 1 ? renderJson(only) : renderRunJson(reports);
    case 'github':
      return [
        ...new Set(
          each((diffReport) => renderGithub(diffReport, terms.shown)).flatMap(
            (text) => text.match(/.+\n/g) ?? [],
          ),
        ),
      ].join('');
    case 'sarif':
      return joinSarif(each((diffReport) => renderSarif(diffReport, terms.version, terms.shown)));
    case 'changelog':
      return each((diffReport) =>
        renderChangelog(diffReport, headingOf(diffReport, { heading: terms.heading, reports })),
      ).join('\n');
    case 'changeset':
      return each((diffReport) => renderChangeset(diffReport, diffReport.sdk?.name ?? 'sdk')).join('\n');
    case 'commit':
      return each(renderCommit).join('\n');
    default:
      return terms.format satisfies never;
  }
}

/** With several documents, each section names its document. */
const headingOf = (
  { base, revision }: DiffReport,
  {
    heading = 'Unreleased',
    reports,
  }: { readonly heading?: string | undefined; readonly reports: readonly DiffReport[] },
): string => (reports.length === 1 ? heading : `${heading}: ${revision === 'nothing' ? base : revision}`);
