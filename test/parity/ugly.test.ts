/**
 * How many ugly names the documents of the corpus get without a config. `UPDATE_EXPECTED=1` rewrites the
 * table. From plans alone, about a minute.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDocuments } from '../../bench/corpus/documents.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { ownSdk, readDocuments } from './own-calls.ts';
import { KINDS, type Kind, uglyNames } from './ugly.ts';

const table = join(projectRoot, 'test/parity/ugly.md');

/** What is left and why it stays. */
const LEFT: readonly (readonly [what: string, why: string])[] = [
  [
    'applications.token.create (post /applications/{client_id}/token)',
    'checks a token: `check` is a verb of a sentence, and what is made by it cannot be told from what is asked',
  ],
  [
    'query_.create (post /v1/query)',
    'no operationId and a summary without a verb that is known; there is a GET on the same path',
  ],
  ['client.putClient (put /v1/client)', 'POST and PUT of one path both say `create` and nothing else'],
  [
    'payments.createPayments (put /Payments)',
    'POST creates one and PUT several; only the plural of the operationId tells',
  ],
  [
    '_1Clicks.list (get /v2/1-clicks)',
    'the path word starts with a digit, and no word before it belongs to it',
  ],
  [
    'orgs.teams.listTeams (get /orgs/{org}/teams/{team_slug}/teams)',
    'teams of a team: `list` is taken by the teams themselves',
  ],
  [
    'terminal.readers.setReaderDisplay (post /v1/terminal/readers/{reader}/set_reader_display)',
    'the path word as its authors wrote it',
  ],
  ['waste.harvestWaste (post /waste/HarvestWaste)', 'the path word as its authors wrote it'],
  ['files.files.delete (delete /files/files/{file_id})', '`/files` and `/files/files` are both there'],
  ['artists.listRelatedArtists (get /artists/{id}/related-artists)', 'the experts call it so too'],
];

describe.skipIf(sharedFolder === undefined)('ugly names over the corpus', () => {
  it('are no more than the table has', async () => {
    const now = new Map<Kind, number>();
    const left = new Set<string>();
    let methods = 0;
    for (const { file } of corpusDocuments(sharedFolder ?? '')) {
      const documents = await readDocuments(file);
      if (documents === undefined) continue;
      const sdk = ownSdk(documents);
      methods += sdk.calls.length;
      for (const { kind, what } of uglyNames(sdk)) {
        now.set(kind, (now.get(kind) ?? 0) + 1);
        left.add(what);
      }
    }
    for (const kind of KINDS) expect.soft(now.get(kind) ?? 0, kind).toBeLessThanOrEqual(MOST[kind]);
    expect(LEFT.map(([what]) => what).filter((what) => !left.has(what))).toEqual([]);
    const text = `${HEAD.replace('METHODS', String(methods))}\n${KINDS.map((kind) => `| ${kind} | ${now.get(kind) ?? 0} |`).join('\n')}\n\n${TAIL}\n\n${LEFT.map(([what, why]) => `- \`${what}\`: ${why}.`).join('\n')}\n`;
    if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(table, text);
    expect(text).toBe(readFileSync(table, 'utf8'));
  }, 400_000);
});

/** A change of the rules may lower these figures, not raise them. */
const MOST: Readonly<Record<Kind, number>> = {
  'a read called create': 3,
  'a creation called update or replace': 1,
  'an action that is a resource with create': 0,
  'a segment like _2': 4,
  'a call that ends in a count': 0,
  'a method that repeats its resource': 28,
  'a resource that repeats its parent': 4,
  'a DELETE without a verb': 0,
  'a page name that repeats': 1,
  collisions: 60,
};

const HEAD = `# Ugly names without a config

Over the METHODS methods of the corpus; names that hints or samples give are not counted. \`ugly.ts\` says what each kind is, without the
generator's own rules. Written by \`ugly.test.ts\` with \`UPDATE_EXPECTED=1\`.

| kind | names |
|---|---|`;

const TAIL = 'Ten of those that are left, and why:';
