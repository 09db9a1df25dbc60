/**
 * The commands that our own pages name are there, with the options that they are shown with; links lead to
 * files.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'generator/README.md',
  'templates/README.md',
  'templates/tanstack-query/README.md',
  'templates/zod/README.md',
  'test/README.md',
  ...readdirSync(join(projectRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string): string => readFileSync(join(projectRoot, page), 'utf8');

/** Spans and blocks of code, without what the shell adds. */
const commandsOf = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\n]+)`|^ *(?:\$ )?((?:npx|npm|sdkwright) .*)$/gm)].map((match) =>
    (match[1] ?? match[2] ?? '').trim(),
  );

const scripts = Object.keys((JSON.parse(textOf('package.json')) as { readonly scripts: object }).scripts);

test.each(pages)('%s: scripts of the package', (page) => {
  const named = commandsOf(textOf(page)).flatMap((command) => /^npm run ([\w:-]+)/.exec(command)?.[1] ?? []);
  // A generated SDK has scripts of its own.
  expect(named.filter((name) => !scripts.includes(name) && name !== 'build')).toEqual([]);
});

test.each(pages)('%s: links lead to files', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(join(projectRoot, dirname(page), link)))).toEqual([]);
});

/** What the program says of a command, or of a command of that (`templates eject`). */
async function helpOf(words: readonly string[]): Promise<string> {
  const terminal = quietTerminal(projectRoot);
  await createProgram(terminal, new AbortController().signal).run([...words, '--help']);
  return terminal.printed();
}

test('commands of the program, with the options that they are shown with', async () => {
  const shown = pages.flatMap((page) =>
    commandsOf(textOf(page)).flatMap((command) => {
      const words =
        /^(?:npx (?:--no-install )?)?sdkwright ((?:templates|config) [a-z]+|[a-z]+)((?: [^`|>#]*)?)/.exec(
          command,
        );
      return words
        ? [
            {
              page,
              command: words[1] ?? '',
              options: [...(words[2] ?? '').matchAll(/(--[a-z-]+)/g)].map((match) => match[1] ?? ''),
            },
          ]
        : [];
    }),
  );
  expect(shown.length).toBeGreaterThan(20);
  const help = new Map<string, string>();
  for (const command of new Set(shown.map((one) => one.command)))
    help.set(command, await helpOf(command.split(' ')));
  const unknown = shown.flatMap(({ page, command, options }) =>
    options
      .filter((option) => !help.get(command)?.includes(option))
      .map((option) => `${page}: ${command} ${option}`),
  );
  expect(unknown.join('\n')).toBe('');
});
