import { describe, expect, it } from 'vitest';
import { EDITIONS, NEWEST_EDITION, isPublished, isSince } from '../../generator/lib/editions.ts';
import { fileStem, isDeviceName, isGitFolder } from '../../generator/lib/file-names.ts';
import {
  LONGEST_NAME,
  plural,
  pluralName,
  singular,
  snake,
  splitWords,
  withoutLastSlash,
} from '../../generator/lib/words.ts';

/** Neither English suffixes nor the list of what is fixed lead from one to the other. */
const IRREGULAR = [
  ['specie', 'species'],
  ['cache', 'caches'],
  ['index', 'indexes'],
  ['axis', 'axes'],
  ['cpu', 'cpus'],
  ['gpu', 'gpus'],
  ['sku', 'skus'],
  ['menu', 'menus'],
  ['virus', 'viruses'],
  ['focus', 'focuses'],
  ['leave', 'leaves'],
  ['criterion', 'criteria'],
] as const;

describe('splitWords', () => {
  it.each([
    ['phone_numbers', ['phone', 'numbers']],
    ['phoneNumbers', ['phone', 'Numbers']],
    ['Phone Numbers', ['Phone', 'Numbers']],
    ['top100', ['top100']],
    ['HTTPServer', ['HTTP', 'Server']],
    ['routeIDsForAgency', ['route', 'IDs', 'For', 'Agency']],
    ['WellKnown.Assetlinks', ['Well', 'Known', 'Assetlinks']],
    ['v1.2-beta', ['v1', '2', 'beta']],
    ["user's", ['users']],
    ['Ar e Ventilação', ['Ar', 'e', 'Ventilação']],
    ['getServers:namespaceReleases', ['get', 'Servers', 'namespace', 'Releases']],
    ['a', ['a']],
    ['a--b', ['a', 'b']],
    ['abc def-ghi_jkl', ['abc', 'def', 'ghi', 'jkl']],
    ['a_b_c', ['a', 'b', 'c']],
    ['-ab', ['ab']],
    ['ab-', ['ab']],
    ['IDs', ['IDs']],
    ['IDsAndURLs', ['IDs', 'And', 'URLs']],
    ['x-IDs', ['x', 'IDs']],
    ['e\u0301te', ['\u00e9te']],
    ['a’b', ['ab']],
    ['🎉', []],
    ['', []],
  ])('%s', (text, words) => expect(splitWords(text)).toEqual(words));
  it.each([
    ['apiKeys', 'api_keys'],
    ['api_keys', 'api_keys'],
    ['API', 'api'],
    ['_a_b', 'a_b'],
    ['a_bC_d', 'a_b_c_d'],
    ['a__b', 'a_b'],
    ['ab', 'ab'],
    ['ÄB', 'äb'],
  ])('%s in lower case is %s', (text, name) => expect(snake(text)).toBe(name));
  it.each([
    [LONGEST_NAME - 1, LONGEST_NAME - 1],
    [LONGEST_NAME, LONGEST_NAME],
    [LONGEST_NAME + 1, LONGEST_NAME],
  ])('of %d characters, %d are read', (length, read) => {
    expect(splitWords('a'.repeat(length)).join('')).toHaveLength(read);
  });
});

it.each<readonly [string, string]>([
  ['Species', 'Specie'],
  ['Stats', 'Stat'],
  ['Categories', 'Category'],
  ['Analysis', 'Analysis'],
  ['status', 'status'],
  ['statuses', 'status'],
  ['Top100', 'Top100'],
  ['Ebird', 'Ebird'],
  ['data', 'data'],
  ['caches', 'cache'],
  ['people', 'person'],
  ['IDs', 'ID'],
  ['sms', 'sms'],
  ['addresses', 'address'],
  ['series', 'series'],
  ['responses', 'response'],
  ['Me', 'Me'],
  ['access', 'access'],
  ['indexes', 'index'],
  ['CPUS', 'CPU'],
  ['Axes', 'Axis'],
  ['as', 'as'],
  ['is', 'is'],
  ['x2s', 'x2s'],
  ['v12s', 'v12s'],
  ['v2ss', 'v2ss'],
  ['v2s1', 'v2s1'],
  ['jahrés', 'jahrés'],
  ['élves', 'élve'],
  ['2css', '2css'],
  ['css', 'css'],
  ['class', 'class'],
  ['basis', 'basis'],
  ['taxis', 'taxis'],
  ['bus', 'bus'],
  ['usages', 'usage'],
  ...IRREGULAR.map(([one, many]) => [many, one] as const),
])('singular of %s is %s', (many, one) => expect(singular(many)).toBe(one));

it.each<readonly [string, string]>([
  ['Object', 'Objects'],
  ['Response', 'Responses'],
  ['Category', 'Categories'],
  ['Objects', 'Objects'],
  ['cpu', 'cpus'],
  ['Me', 'Me'],
  ['Status', 'Statuses'],
  ['CPU', 'CPUS'],
  ['Axis', 'Axis'],
  ['v2', 'v2s'],
  ['v2s', 'v2s'],
  ['a1é', 'a1é'],
  ['été', 'été'],
  ['élan', 'élans'],
  ['2fly', '2flys'],
  ['fly2', 'fly2s'],
  ['AXES', 'AXES'],
  ['data', 'data'],
  ...IRREGULAR.filter(([one]) => one !== 'axis'),
])('plural of %s is %s', (one, many) => expect(plural(one)).toBe(many));

it.each([
  ['ServerListResponse', 'serverListResponses'],
  ['API_token', 'apiTokens'],
  ['UserInformation', 'userInformations'],
  ['UserData', 'userData'],
  ['CustomerOneOf', 'customerOneoves'],
  ['Category', 'categories'],
])('plural of the name %s as a whole is %s', (one, many) => expect(pluralName(splitWords(one))).toBe(many));

it.each([
  ['https://api.test/v1/', 'https://api.test/v1'],
  ['https://api.test/v1//', 'https://api.test/v1'],
  ['https://api.test/v1', 'https://api.test/v1'],
  ['https://api.test/a/b', 'https://api.test/a/b'],
  ['https://', 'https://'],
])('without its last slash %s is %s', (url, expected) => expect(withoutLastSlash(url)).toBe(expected));

it.each([
  ['.git', true],
  ['.GIT', true],
  ['git~1', true],
  ['git~12', true],
  ['.git. .', true],
  ['.git:a\nb', true],
  ['.g\u200cit', true],
  ['\ufeff.git', true],
  ['.gitignore', false],
  ['a.git', false],
  ['git~', false],
  ['git', false],
  ['xgit', false],
])('%j is the folder of git: %s', (name, expected) => expect(isGitFolder(name)).toBe(expected));

it.each([
  ...['con', 'PRN', 'aux', 'nul', 'com1', 'lpt9'].flatMap((name) => [
    [name, true] as const,
    [`${name}.txt`, true] as const,
    [`a${name}`, false] as const,
    [`${name}a`, false] as const,
  ]),
  ['com0', false] as const,
  ['lpt', false] as const,
])('%s is a device: %s', (name, expected) => expect(isDeviceName(name)).toBe(expected));

it.each([
  ['pets', 100, 'pets'],
  ['pets', 4, 'pets'],
  ['con', 100, 'con_'],
  ['a'.repeat(235), 300, 'a'.repeat(235)],
  // What is cut has a mark of eleven characters, and sixty at most.
  ['a'.repeat(236), 300, `${'a'.repeat(49)}-`],
  ['a'.repeat(30), 28, `${'a'.repeat(17)}-`],
  ['a'.repeat(30), 5, `${'a'.repeat(13)}-`],
  ['pets', 3, 'pets-'],
  [`${'a'.repeat(15)}._-${'b'.repeat(20)}`, 29, `${'a'.repeat(15)}-`],
  // 235 bytes are 78 of these characters, and what is kept of them is 49.
  ['語'.repeat(78), 300, '語'.repeat(78)],
  ['語'.repeat(79), 300, `${'語'.repeat(49)}-`],
  ['😀'.repeat(80), 300, `${'😀'.repeat(24)}-`],
])('the file of %s in %i characters', (name, room, expected) => {
  const stem = fileStem(name, room);
  if (expected.endsWith('-')) {
    expect(stem.slice(0, expected.length)).toBe(expected);
    expect(stem.slice(expected.length)).toMatch(/^[0-9a-z]{10}$/);
  } else expect(stem).toBe(expected);
});

it('names that differ where they are cut have different files', () => {
  const stems = ['b', 'c', 'd'].map((end) => fileStem(`${'a'.repeat(300)}${end}`, 50));
  expect(new Set(stems).size).toBe(3);
  expect(stems[0]).toBe(fileStem(`${'a'.repeat(300)}b`, 50));
});

it('editions are dates, and none is the newest', () => {
  expect([EDITIONS.namedVariants, EDITIONS.own]).toEqual(['2025-10-10', '2026-11-21']);
  expect(isSince(NEWEST_EDITION, EDITIONS.own)).toBe(true);
  expect([undefined, '2026-11-20', '2026-11-21', '2026-11-22'].map(isPublished)).toEqual([
    ...[false, true, false, false],
  ]);
});
