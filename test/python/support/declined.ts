/**
 * What the judge of the bytes does not judge, by document: counted, and held by `declined.json`, so that no call
 * drops out unseen. `UPDATE_EXPECTED=1` rewrites the counts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import { expect } from 'vitest';
import { byCodeUnit } from '../../../generator/lib/order.ts';

export type Reason =
  /** A value that requires itself: no sample can be made. */
  | 'no sample'
  /** The unions of one method have more variants than are tried. */
  | 'variants beyond the bound'
  /** The credentials of one scheme alone are not what the method asks for: neither language sends anything. */
  | 'no credentials'
  /** Neither language sends anything, whatever the credentials are. */
  | 'refused by both'
  /** The Fetch standard does not let TypeScript send it. */
  | 'refused by fetch'
  /** The order of the properties of a body, or of the parameters of a query, alone. */
  | 'order';

export type Declined = Map<Reason, number>;

export const decline = (declined: Declined, reason: Reason, count = 1): void =>
  void (count > 0 && declined.set(reason, (declined.get(reason) ?? 0) + count));

type Held = { readonly [document: string]: { readonly [reason: string]: number } };

const FILE = new URL('../declined.json', import.meta.url);
/** The folder tells documents of the project apart, which are all called alike. */
const nameOf = (spec: string): string => {
  const name = basename(spec);
  if (spec.startsWith(tmpdir()) && name === 'openapi.json') return 'hostile';
  return name === 'openapi.yml' ? basename(dirname(spec)) : name;
};

export function expectDeclined(spec: string, declined: Declined): void {
  const held = JSON.parse(readFileSync(FILE, 'utf8')) as Held;
  const name = nameOf(spec);
  const found = Object.fromEntries([...declined].sort(([a], [b]) => byCodeUnit(a, b)));
  if (declined.size > 0) console.log(`not judged of ${name}: ${JSON.stringify(found)}`);
  if (process.env['UPDATE_EXPECTED'] === '1') {
    const { [name]: _old, ...others } = held;
    const all: Held = declined.size > 0 ? { ...others, [name]: found } : others;
    const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => byCodeUnit(a, b)));
    writeFileSync(FILE, `${JSON.stringify(sorted, undefined, 2)}\n`);
    return;
  }
  expect(found).toEqual(held[name] ?? {});
}
