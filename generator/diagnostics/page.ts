import { sortedBy } from '../lib/order.ts';
import { catalogue } from './catalogue.ts';

/** The documentation page of all codes in Markdown. */
export function renderPage(): string {
  const entries = sortedBy(Object.entries(catalogue), ([code]) => code);
  const sections = entries.map(([code, { severity, leavesOut, message, explanation, help }]) =>
    [
      `## ${code}`,
      `**${severity}**${leavesOut ? ' (the entry is left out)' : ''} · ${escape(message)}`,
      escape(explanation),
      `*What to do:* ${escape(help)}`,
    ].join('\n\n'),
  );
  const table = [
    '| code | severity | message |',
    '|---|---|---|',
    ...entries.map(
      ([code, { severity, message }]) =>
        `| [${code}](#${code}) | ${severity} | ${escape(message).replaceAll('|', '\\|')} |`,
    ),
  ];
  return `${['# Diagnostics', INTRODUCTION, table.join('\n'), ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `All messages of sdkwright about its inputs. This page is generated from the catalogue in \`generator/diagnostics/catalogue.ts\`.
An **error** means that no SDK can be generated. If the error only leaves out an entry, \`generate\` generates everything else and reports the number
of missing entries; it only fails with \`--strict\` or \`--check\`, while \`check\` always fails. A **warning** means that something is left out, or read
in a way that may not be intended. A **note** reports something without effect. Words in braces are filled in.`;

/** Escapes angle brackets outside code, which would be read as HTML. */
const escape = (text: string): string =>
  text
    .split('`')
    .map((part, at) => (at % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');
