/** Prints the result of `init`. */
import type { Survey } from '../../init/survey.ts';
import { count } from '../../lib/count.ts';

const SHOWN = 5;

export function initReport(
  survey: Survey,
  { config, out }: { readonly config: string; readonly out: string },
): string {
  const lists = survey.pages.reduce((sum, page) => sum + page.lists, 0);
  const look = lookAt(survey);
  return [
    `Wrote ${config}.`,
    '',
    'Found',
    `  ${count(survey.operations, 'operation')} in ${count(survey.resources, 'resource')}`,
    ...(survey.prefix === undefined
      ? []
      : [`  every path begins with ${survey.prefix}, which no name repeats`]),
    lists === 0
      ? '  no list that pages'
      : `  ${count(lists, 'list')} that page${lists === 1 ? 's' : ''}: ${some(survey.pages.map((page) => `${page.lists} by ${page.scheme}`))}`,
    survey.credentials.length === 0 ? '  no credential' : `  credentials: ${some(survey.credentials)}`,
    survey.servers.length === 0 ? '  no server' : `  servers: ${some(survey.servers)}`,
    ...(survey.idempotency === undefined
      ? []
      : [
          `  the idempotency header ${survey.idempotency.header}, of ${count(survey.idempotency.operations, 'operation')}`,
        ]),
    ...(look.length === 0 ? [] : ['', 'To look at', ...look.map((line) => `  ${line}`)]),
    '',
    'Next',
    `  sdkwright check${config === 'sdkwright.yml' ? '' : ` --config ${config}`}      what is wrong or not represented, line by line`,
    `  sdkwright generate${config === 'sdkwright.yml' ? '' : ` --config ${config}`}   writes the SDK into ${out}/`,
  ].join('\n');
}

function lookAt({ plainLists, numbered, servers, credentials, warnings }: Survey): readonly string[] {
  return [
    ...(servers.length === 0 ? ['The document names no server: say one under `environments`.'] : []),
    ...(credentials.length === 0
      ? ['The document declares no security scheme, so the client sends no credential.']
      : []),
    ...plainLists.slice(0, SHOWN).map((plainList) => `not paginated: ${plainList}`),
    ...(plainLists.length > SHOWN
      ? [
          `${count(plainLists.length - SHOWN, 'more list')} that ask${plainLists.length === SHOWN + 1 ? 's' : ''} for positions and ${plainLists.length === SHOWN + 1 ? 'is' : 'are'} not paginated: the config says which`,
        ]
      : []),
    ...(numbered.length === 0
      ? []
      : [`${count(numbered.length, 'name')} told apart by a digit: ${some(numbered)}`]),
    ...(warnings === 0 ? [] : [`${count(warnings, 'warning')} about the document: \`sdkwright check\``]),
  ];
}

const some = (texts: readonly string[]): string =>
  texts.slice(0, SHOWN).join(', ') + (texts.length > SHOWN ? ` and ${texts.length - SHOWN} more` : '');
