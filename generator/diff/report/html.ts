/**
 * An HTML page for decision makers: the required action and its audience, then every finding. One file
 * without scripts.
 */
import { markupText } from '../../lib/safe-text.ts';
import { type Bump, breaksWire } from '../types.ts';
import { type DiffReport, type LocatedChange, SECTIONS, sectionOf } from './report.ts';
import { headlineOf, leftOutLine, whereOf } from './lines.ts';
import { type Grouping, groupBy } from './grouping.ts';
import { runOf, subjectOfRun } from './run.ts';
import { type ChangeGroup, effectOf, reachedBy, valuesOf } from './words.ts';
import { count } from '../../lib/count.ts';

const h = (text: string): string => markupText(text);

export function renderHtml(reports: readonly DiffReport[], grouping?: Grouping): string {
  const { verdict } = runOf(reports);
  const title = reports.length === 1 && reports[0] ? headlineOf(reports[0]) : subjectOfRun(reports);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${h(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${h(title)}</h1>
<p class="${verdict.ok ? 'ok' : 'bad'}">${verdict.ok ? 'Within the bound that was set.' : 'Beyond the bound that was set.'}</p>
${reports.map((report) => section(report, { hasTitle: reports.length > 1, grouping })).join('\n')}
</main>
</body>
</html>
`;
}

function section(
  report: DiffReport,
  { hasTitle, grouping }: { readonly hasTitle: boolean; readonly grouping: Grouping | undefined },
): string {
  const all = [...report.changes, ...report.withoutEffect];
  return `<section>
${hasTitle ? `<h2>${h(headlineOf(report))}</h2>` : ''}
<p class="sides"><code>${h(report.base)}</code> → <code>${h(report.revision)}</code></p>
${answers(report)}
${leftOutLine(report) === '' ? '' : `<p>${h(leftOutLine(report))}</p>`}
${SECTIONS.map(({ key, title }) => {
  const found = all.filter((locatedChange) => sectionOf(locatedChange) === key);
  return found.length === 0
    ? ''
    : part(`${title} (${found.length})`, groupBy(found, grouping), key === 'none');
}).join('')}
${accepted(report)}
</section>`;
}

const ADVICE: Readonly<Record<Bump, string>> = {
  major: 'A new major version: some of your users must change code when they upgrade.',
  minor: 'A new minor version: users can upgrade without changing code.',
  patch: 'A patch: users notice nothing.',
  none: 'No new version.',
};

/** The three questions that decide a release. */
function answers(report: DiffReport): string {
  const { changes } = report;
  const code = changes.filter((change) => sectionOf(change) === 'code');
  const deployed = changes.filter((change) => breaksWire(change.wire) || change.notice);
  const added = changes.filter((change) => sectionOf(change) === 'new');
  const methods = methodsOf(deployed);
  const rows: readonly (readonly [string, string])[] = [
    ['Which version of the SDK is next?', ADVICE[report.verdict.bump]],
    [
      'Who must change code?',
      code.length === 0
        ? 'Nobody.'
        : `Users of ${count(methodsOf(code).size, 'method')}, for ${count(code.length, 'reason')}.`,
    ],
    [
      'Does what is in use now go on working?',
      deployed.length === 0
        ? 'Yes: versions that are deployed work with the new API.'
        : `Not all of it: ${count(deployed.length, 'change')} ${deployed.length === 1 ? 'concerns' : 'concern'} deployed versions${methods.size === 0 ? '' : `, in ${count(methods.size, 'method')}`}.`,
    ],
    ['What is new?', added.length === 0 ? 'Nothing.' : `${count(added.length, 'addition')}, listed below.`],
  ];
  return `<dl>${rows.map(([question, answer]) => `<dt>${h(question)}</dt><dd>${h(answer)}</dd>`).join('')}</dl>`;
}

const methodsOf = (changes: readonly LocatedChange[]): ReadonlySet<string> =>
  new Set(changes.flatMap((change) => change.reach.map((use) => use.symbol ?? use.operation)));

function part(title: string, groups: readonly ChangeGroup[], isFolded: boolean): string {
  return `<details${isFolded ? '' : ' open'}><summary>${h(title)}</summary>
${groups
  .map(
    (group) => `<h3>${h(group.title)}${group.effect === '' ? '' : ` <small>${h(group.effect)}</small>`}</h3>
<table><thead><tr><th>what</th><th>before</th><th>after</th><th>methods</th><th>where</th></tr></thead><tbody>
${group.changes.map(row).join('\n')}
</tbody></table>`,
  )
  .join('\n')}
</details>
`;
}

function row(locatedChange: LocatedChange): string {
  const { before = '', after = '' } = valuesOf(locatedChange);
  const cells = [
    h(locatedChange.message),
    code(before),
    code(after),
    reachedBy(locatedChange).map(code).join(', '),
    code(whereOf(locatedChange)),
  ];
  const effect = effectOf(locatedChange);
  const about = [locatedChange.rule, locatedChange.fingerprint, ...(effect === '' ? [] : [effect])];
  return `<tr title="${h(about.join(' · '))}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** Long names and paths may break after a dot, slash or underscore, but not within a word. */
const code = (text: string): string =>
  text === ''
    ? ''
    : `<code>${text
        .split(/(?<=[./_])/)
        .map(h)
        .join('<wbr>')}</code>`;

const accepted = ({ accepted: all, idleExceptions }: DiffReport): string =>
  `${all.length === 0 ? '' : `<details open><summary>Accepted (${all.length})</summary><ul>${all.map((locatedChange) => `<li>${h(locatedChange.message)}: ${h(locatedChange.accepted?.reason ?? '')}</li>`).join('')}</ul></details>`}${idleExceptions.map((idleException) => `<p class="bad">${h(idleException)}</p>`).join('')}`;

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --bad: #c0392b; --ok: #1e8449 }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1rem }
.bad { color: var(--bad) } .ok { color: var(--ok) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.5rem; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem }
dt { font-weight: 600 } dd { margin: 0 }
summary { font-size: 1.2rem; font-weight: 600; margin-top: 1.5rem; cursor: pointer }
table { display: block; overflow-x: auto; border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; max-width: 28rem }
h3 { margin-bottom: .3rem } small { font-weight: 400; opacity: .8 }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } }
`;
