/** The manual page in roff format. */
import type { Program } from './command-types.ts';

/**
 * Escapes text of the document: a dot or quote at the start of a line, or a backslash, would be a roff
 * request.
 */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('\\', '\\e')
    .replace(/^([.'])/, '\\&$1')
    .replaceAll('-', '\\-');

export function manPage(program: Program): string {
  const { name, title, version, commands, credentials, own } = program;
  const rows = commands.flatMap((command) => ['.TP', `.B ${plain(command.name)}`, plain(command.title)]);
  const variables = credentials.flatMap(({ env }) => [
    '.TP',
    `.B ${plain(env)}`,
    'A credential for the API.',
  ]);
  return [
    `.TH ${plain(name.toUpperCase())} 1 "" "${plain(version).replaceAll('"', '')}"`,
    '.SH NAME',
    `${plain(name)} \\- ${plain(title)}`,
    '.SH SYNOPSIS',
    `.B ${plain(name)}`,
    'GROUP COMMAND [VALUES] [FLAGS]',
    '.SH DESCRIPTION',
    `Each command makes one call. ${plain(name)} GROUP COMMAND \\-\\-help lists its flags,`,
    `${plain(name)} ${plain(own.help)} WORDS finds commands.`,
    '.SH COMMANDS',
    ...rows,
    '.SH EXIT STATUS',
    '0 done, 1 error of the API, 2 wrong usage, 4 credential, 5 not found, 6 limit.',
    ...(variables.length > 0 ? ['.SH ENVIRONMENT', ...variables] : []),
    '',
  ].join('\n');
}
