import { describe, expect, it } from 'vitest';
import { plural, pluralName, singular, snake, splitWords } from '../../generator/lib/words.ts';

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
    ['🎉', []],
    ['', []],
  ])('%s', (text, words) => expect(splitWords(text)).toEqual(words));
  it('snake', () => expect(snake('apiKeys')).toBe('api_keys'));
});

it.each([
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
])('singular of %s is %s', (many, one) => expect(singular(many)).toBe(one));

it.each([
  ['Object', 'Objects'],
  ['Response', 'Responses'],
  ['Category', 'Categories'],
  ['Objects', 'Objects'],
  ['cpu', 'cpus'],
  ['Me', 'Me'],
  ['Status', 'Statuses'],
])('plural of %s is %s', (one, many) => expect(plural(one)).toBe(many));

it.each([
  ['ServerListResponse', 'serverListResponses'],
  ['API_token', 'apiTokens'],
  ['UserInformation', 'userInformations'],
  ['UserData', 'userData'],
  ['CustomerOneOf', 'customerOneoves'],
  ['Category', 'categories'],
])('plural of the name %s as a whole is %s', (one, many) => expect(pluralName(splitWords(one))).toBe(many));
