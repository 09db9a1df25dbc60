/** The licence of an SDK: what `package.json` says and what the file holds. */
import { expect, test } from 'vitest';
import { licenseOf } from '../../generator/lib/license.ts';
import { licenseText, packTexts, unpackTexts } from '../../generator/lib/license-texts.ts';

test.each([
  ['MIT', 'MIT', /^MIT License\n\nCopyright \(c\) Corner Shop\n\nPermission is hereby granted/],
  ['MIT License', 'MIT', /^MIT License/],
  ['isc', 'ISC', /^ISC License:?\n\nCopyright \(c\) Corner Shop\n\nPermission/],
  ['0BSD', '0BSD', /^Copyright \(c\) Corner Shop\n/],
  ['BSD-3-Clause', 'BSD-3-Clause', /^Copyright \(c\) Corner Shop/],
  ['Apache 2.0', 'Apache-2.0', /^Apache License\nVersion 2\.0[\s\S]*Copyright \[yyyy\]/],
  ['GPL-3.0-only', 'GPL-3.0-only', /Copyright .* Free Software Foundation/],
])('%s', (name, id, text) => {
  const license = licenseOf(name, 'Corner Shop');
  expect(license.id).toBe(id);
  expect(license.text).toMatch(text);
});

test.each([
  ['UNLICENSED', 'UNLICENSED'],
  ['MIT OR Apache-2.0', 'MIT OR Apache-2.0'],
  ['Corner Shop Terms', 'SEE LICENSE IN LICENSE'],
  ['BSD', 'SEE LICENSE IN LICENSE'],
  ['../../package', 'SEE LICENSE IN LICENSE'],
])('%s has no text of its own', (name, id) => {
  expect(licenseOf(name, 'Corner Shop')).toEqual({ id, text: undefined });
});

test('a holder is text, not a pattern', () => {
  expect(licenseOf('MIT', "$& $' Shop").text).toContain("Copyright (c) $& $' Shop\n");
});

test('the texts that the build packs are those of the list', () => {
  const ids = ['MIT', 'Apache-2.0', 'GPL-3.0-only', '0BSD'];
  expect(unpackTexts(packTexts(ids))).toEqual(Object.fromEntries(ids.map((id) => [id, licenseText(id)])));
  expect(licenseText('MIT')).toContain('Permission is hereby granted');
});
