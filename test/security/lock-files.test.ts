/**
 * What `npm ci` installs is what was reviewed: every entry of our lock files has the hash of its content, or
 * a reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const entriesOf = (file: string): readonly (readonly [name: string, entry: Entry])[] =>
  Object.entries(
    (
      JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as {
        readonly packages: Readonly<Record<string, Entry>>;
      }
    ).packages,
  ).filter(([name]) => name !== '');

/**
 * The registry through which the lock file was written holds the binaries of linux-x64 (glibc), and of some
 * other systems; npm copies no
 * hash for a package that it cannot see. These are binaries for other systems, by the exact version that
 * their program names, and npm
 * writes the hash when somebody there runs `npm install`.
 */
const PROGRAMS = ['deno', 'oxfmt', 'workerd'];
const FOREIGN = 25;

test('every entry has its hash; only binaries for other systems may lack it', () => {
  const entries = entriesOf('package-lock.json');
  const binaries = new Map(
    PROGRAMS.flatMap((program) =>
      Object.entries(new Map(entries).get(`node_modules/${program}`)?.optionalDependencies ?? {}),
    ),
  );
  const bare = entries.filter(([, entry]) => entry.integrity === undefined);
  expect(
    bare.filter(([name, entry]) => binaries.get(name.slice('node_modules/'.length)) !== entry.version),
  ).toEqual([]);
  expect(
    bare.filter(
      ([, { optional, os = [], cpu = [], libc }]) =>
        !optional || (os.includes('linux') && cpu.includes('x64') && !libc?.includes('musl')),
    ),
  ).toEqual([]);
  // Fewer is better; more would be new.
  expect(bare.length).toBeLessThanOrEqual(FOREIGN);
});

test('the versions of Node.js that tests run in have theirs', () => {
  expect(
    entriesOf('test/nodes/package-lock.json').filter(([, entry]) => entry.integrity === undefined),
  ).toEqual([]);
});
