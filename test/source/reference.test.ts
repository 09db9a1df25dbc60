/** RFC 3986 sections 4.2 and 5.2, as far as documents refer to each other. */
import { expect, test } from 'vitest';
import {
  decodePart,
  isUrl,
  joinTarget,
  normalPath,
  splitReference,
} from '../../generator/source/reference.ts';

test.each([
  ['#/a', '', '/a'],
  ['b.yml', 'b.yml', ''],
  ['b.yml#', 'b.yml', ''],
  ['b.yml#/a#b', 'b.yml', '/a#b'],
  ['', '', ''],
  ['#', '', ''],
])('%j in parts', (ref, target, fragment) => expect(splitReference(ref)).toEqual({ target, fragment }));

test.each([
  ['http://a.test', true],
  ['HTTPS://a.test', true],
  ['ftp://a.test', false],
  ['a/http://b', false],
  ['https:/a', false],
  ['httpx://a', false],
  ['C:/a', false],
])('%j is a URL: %j', (name, expected) => expect(isUrl(name)).toBe(expected));

test.each([
  ['dir/api.yml', '', 'dir/api.yml'],
  ['dir/api.yml', 'b.yml', 'dir/b.yml'],
  ['api.yml', 'b.yml', 'b.yml'],
  ['dir/api.yml', '../b.yml', 'b.yml'],
  ['dir/api.yml', '../../b.yml', '../b.yml'],
  ['dir/api.yml', '/x/../b.yml', '/b.yml'],
  ['dir/api.yml', 'sub\\b.yml', 'dir/sub/b.yml'],
  ['dir/api.yml', 'https://a.test', 'https://a.test/'],
  ['dir/api.yml', 'https://a.test/x/../b.yml', 'https://a.test/b.yml'],
  ['dir/api.yml', 'http://[', 'http://['],
  ['https://a.test/d/api.yml', 'b.yml', 'https://a.test/d/b.yml'],
  ['https://a.test/d/api.yml', '/b.yml', 'https://a.test/b.yml'],
  ['https://a.test/d/api.yml', '//[', '//['],
  ['https://a.test/d/api.yml', 'http://b.test/c', 'http://b.test/c'],
  ['dir/api.yml', 'file:///tmp/a%20b.yml', '/tmp/a b.yml'],
  ['dir/api.yml', 'FILE:///a.yml', '/a.yml'],
  ['dir/api.yml', 'urn:x:a/../b', 'urn:x:a/../b'],
  ['dir/api.yml', 'a+b-c.1:d/../e', 'a+b-c.1:d/../e'],
  ['dir/api.yml', 'C:/x/../b.yml', 'dir/C:/b.yml'],
  ['dir/api.yml', 'x/urn:y/../b.yml', 'dir/x/b.yml'],
  ['dir/api.yml', 'x/file://y', 'dir/x/file:/y'],
])('in %j the target %j is %j', (base, target, expected) => expect(joinTarget(base, target)).toBe(expected));

test.each([
  ['./a/../b.yml', 'b.yml'],
  ['../a', '../a'],
  ['../../a', '../../a'],
  ['a/b/../../../c', '../c'],
  ['/../a', '/../a'],
  ['/a/b', '/a/b'],
  ['a//b/./c', 'a/b/c'],
  ['a/', 'a'],
  ['/', ''],
])('the path %j is %j', (path, expected) => expect(normalPath(path)).toBe(expected));

test('a malformed percent sign stays', () =>
  expect(['a%20b', '100%', '%zz', 'plain'].map(decodePart)).toEqual(['a b', '100%', '%zz', 'plain']));
