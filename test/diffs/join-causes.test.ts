/** What makes two findings one, attribute by attribute: one that differs in any of them stays its own. */
import { describe, expect, it, test } from 'vitest';
import { causesOf, hasEffect, joinCauses } from '../../generator/diff/causes.ts';
import { type Subject, about as aboutTopic, parameterSubject, within } from '../../generator/diff/subject.ts';
import type { Cell, Change } from '../../generator/diff/types.ts';

/** The subject that a text of these tests stands for. */
function aboutOf(text: string): Subject {
  const [, content = '', status, method = '', path = ''] =
    /^(request body|result|response)(?: (\w+))? of client\.([\w.]+)\(\)(.*)$/s.exec(text) ?? [];
  if (content !== '')
    return within(
      aboutTopic({
        kind: 'content',
        content: content as 'result',
        ...(status !== undefined && { status }),
        method: `client.${method}`,
      }),
      path === '' ? [] : [path],
    );
  const [, location = '', name = '', below = ''] = /^(\w+) parameter (\w+)(.*)$/s.exec(text) ?? [];
  if (location !== '') return within(parameterSubject(location, name), below === '' ? [] : [below]);
  const [, header] = /^response header (.*)$/s.exec(text) ?? [];
  if (header !== undefined) return aboutTopic({ kind: 'named', what: 'response header', name: header });
  const [, symbol] = /^(client\.[\w.]+)\(\)$/.exec(text) ?? [];
  if (symbol !== undefined) return aboutTopic({ kind: 'method', method: symbol });
  const [, type = '', parts = ''] = /^(\w+)((?:\.(?:\w+|"[^"]*"))*)$/.exec(text) ?? [];
  return type === ''
    ? aboutTopic({ kind: 'text', text })
    : aboutTopic({ kind: 'type', name: type }, parts.match(/\.(?:\w+|"[^"]*")/g) ?? []);
}

const CELL: Cell = { wire: 'ok', source: ['read'], runtime: 'same', bump: 'minor' };

let count = 0;
const change = (more: Partial<Change> = {}): Change => ({
  kind: 'change',
  rule: 'enum-value-added',
  fingerprint: `f${(count += 1)}`,
  subject: 'response 200 of client.pets.list().size',
  about: aboutOf(more.subject ?? 'response 200 of client.pets.list().size'),
  message: `${more.subject ?? 'response 200 of client.pets.list().size'} can now be "l"`,
  after: 'l',
  directions: ['response'],
  reach: [{ operation: 'GET /pets', where: ['response 200'] }],
  notice: false,
  ...CELL,
  ...more,
});
const twin = (more: Partial<Change> = {}): Change =>
  change({
    subject: 'response 200 of client.owners.list().size',
    reach: [{ operation: 'GET /owners', where: ['response 200'] }],
    ...more,
  });
const joined = (...changes: readonly Change[]) => joinCauses(changes, ({ subject }) => ({ subject }));
const messages = (...changes: readonly Change[]) => joined(...changes).map(({ message }) => message);

describe('two findings', () => {
  it('that differ in their method alone are one', () => {
    const [first, second] = [change(), twin()];
    expect(joined(first, second)).toEqual([
      {
        ...first,
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
        message: `${first.message}, and so at 1 further place`,
        places: [{ subject: first.subject }, { subject: second.subject }],
        reach: [
          { operation: 'GET /owners', where: ['response 200'] },
          { operation: 'GET /pets', where: ['response 200'] },
        ],
      },
    ]);
    expect(messages(change(), twin(), twin())).toEqual([`${first.message}, and so at 2 further places`]);
  });

  it('keep the fingerprint of a single one, and share one otherwise, whatever their own', () => {
    const [first, second, other] = [change(), twin(), twin({ after: 'm' })];
    const causes = causesOf([first, second, other]);
    expect(causes.get(other)).toBe(other.fingerprint);
    expect(causes.get(first)).toBe(causes.get(second));
    expect(causes.get(first)).toMatch(/^[0-9a-f]{12}$/);
    expect(causesOf([change(), twin()]).values().next().value).toBe(causes.get(first));
    expect(joined(change({ edit: 'gone' }))[0]).not.toHaveProperty('edit');
  });

  const DIFFERENT: Readonly<Record<string, Partial<Change>>> = {
    rule: { rule: 'enum-value-removed' },
    'value before': { before: 's' },
    'value after': { after: 'xl' },
    'no value after': { after: undefined } as unknown as Partial<Change>,
    place: { subject: 'response 200 of client.owners.list().shape' },
    status: { subject: 'response 201 of client.owners.list().size' },
    'words of the message': { message: 'response 200 of client.owners.list().size cannot be "l"' },
    wire: { wire: 'depends' },
    source: { source: ['read', 'exhaust'] },
    'run time': { runtime: 'changed' },
    version: { bump: 'major' },
    direction: { directions: ['request'] },
    stability: { unstable: true },
    exception: { accepted: { reason: 'known' } },
  };
  it.each(Object.entries(DIFFERENT))('that differ in their %s are two', (_name, more) => {
    expect(joined(change(), twin(more))).toHaveLength(2);
  });

  it('with another reason of their exception are two', () => {
    const accepted = (reason: string) => ({ accepted: { reason } });
    expect(joined(change(accepted('a')), twin(accepted('a')))).toHaveLength(1);
    expect(joined(change(accepted('a')), twin(accepted('b')))).toHaveLength(2);
  });

  it.each([
    ['operation-removed', 'client.pets.list()', 'client.owners.list()'],
    ['model-removed', 'client.pets.list()', 'client.owners.list()'],
    ['client-default-changed', 'client.pets.list()', 'client.owners.list()'],
    ['deprecated', 'client.pets.list()', 'client.owners.list()'],
    ['docs-changed', 'client.pets.list()', 'client.owners.list()'],
    ['server-changed', 'client.pets.list()', 'client.owners.list()'],
    ['webhook-removed', 'client.pets.list()', 'client.owners.list()'],
  ] as const)('of %s are told each', (rule, one, other) => {
    const told = (subject: string) => change({ rule, subject, message: `${subject} was removed` });
    expect(joined(told(one), told(other))).toHaveLength(2);
    expect(messages(told(one), told(other))).toEqual([`${one} was removed`, `${other} was removed`]);
  });
});

describe('the place of a finding', () => {
  const apart = (one: string, other: string, more: Partial<Change> = {}) =>
    joined(
      change({ ...more, subject: one, message: `${one} can now be "l"` }),
      change({ ...more, subject: other, message: `${other} can now be "l"` }),
    ).length;
  test.each([
    ['client.pets.list()', 'client.owners.all.get()', 1],
    ['query parameter size', 'query parameter size', 1],
    ['query parameter size', 'header parameter size', 2],
    ['query parameter size', 'query parameter shape', 1],
    ['query parameter size', 'query parameter shape.round', 2],
    ['cookie parameter a', 'cookie parameter a', 1],
    ['path parameter a', 'path parameter a', 1],
    ['response header a', 'response header a', 1],
    ['my response header a', 'my response header a', 2],
    ['Pet.size', 'Owner.size', 1],
    ['Pet.size', 'Owner.shape', 2],
    ['Pet.box.size', 'Owner.size', 1],
    ['Pet."a b"', 'Owner."a b"', 1],
    ['pet.size', 'owner.size', 1],
    ['Pet', 'Owner', 2],
    ['result of client.pets.list()', 'result of client.owners.list()', 1],
    ['result of client.pets.list().a', 'result of client.owners.list().a', 1],
    ['result of client.pets.list().a', 'result of client.owners.list().b', 2],
    ['result of webhook a', 'result of webhook b', 2],
  ])('%j and %j: %i', (one, other, expected) => {
    expect(apart(one, other)).toBe(expected);
  });

  it.each([
    [{ after: 'string' }, 2],
    [{ after: 'string (date)' }, 2],
    [{ after: 'integer | null' }, 2],
    [{ after: 'strings' }, 1],
    [{ after: 'a string' }, 1],
    [{ before: 'string', after: 'integer' }, 1],
    [{ before: 'string', after: undefined } as unknown as Partial<Change>, 2],
  ])('of a property of a named type wants more than a kind of value: %j', (more, expected) => {
    expect(apart('Pet.size', 'Owner.size', more)).toBe(expected);
  });
});

describe('an edit of a shape', () => {
  const edited = (subject: string, more: Partial<Change> = {}) =>
    change({ subject, message: `${subject} can now be "l"`, edit: 'e', ...more });
  it('is one wherever the shape is written out, with the worst answer', () => {
    const [list] = joined(
      edited('query parameter size', { directions: ['request'] }),
      edited('response 200 of client.pets.list().a', { wire: 'depends', bump: 'major' }),
    );
    expect(list).toMatchObject({
      bump: 'major',
      wire: 'depends',
      directions: ['request', 'response'],
      byDirection: { request: CELL, response: { ...CELL, wire: 'depends', bump: 'major' } },
      places: [
        { subject: 'query parameter size', answers: CELL },
        { subject: 'response 200 of client.pets.list().a' },
      ],
    });
    expect(list?.places?.[1]).not.toHaveProperty('answers');
  });

  it('on one side has no answers side by side', () => {
    const [list] = joined(
      edited('query parameter a', { directions: ['request'] }),
      edited('Pet.b', { directions: ['request'] }),
    );
    expect(list?.places).toHaveLength(2);
    expect(list).not.toHaveProperty('byDirection');
    const [other] = joined(edited('query parameter a'), edited('Pet.b'));
    expect(other).not.toHaveProperty('byDirection');
  });

  it('takes the answers of both sides from a finding that has them', () => {
    const byDirection = { request: { ...CELL, bump: 'patch' as const }, response: CELL };
    const both = { directions: ['request', 'response'] as const, byDirection };
    expect(
      joined(edited('query parameter a', both), edited('Pet.b', { directions: ['response'] }))[0],
    ).toMatchObject({
      byDirection,
    });
  });

  it.each<[string, Partial<Change>]>([
    ['edit', { edit: 'f' }],
    ['rule', { rule: 'enum-value-removed' }],
    ['value before', { before: 's' }],
    ['value after', { after: 'm' }],
    ['no value after', { after: undefined } as unknown as Partial<Change>],
    ['stability', { unstable: true }],
    ['exception', { accepted: { reason: 'known' } }],
    ['effect', { source: [], bump: 'patch' }],
    ['message', { message: 'Pet.b cannot be "l"' }],
  ])('of another %s is another', (_name, more) => {
    expect(joined(edited('query parameter a'), edited('Pet.b', more))).toHaveLength(2);
  });

  it('joins findings that have their place in common with others', () => {
    const all = joined(
      edited('response 200 of client.pets.list().a'),
      edited('response 200 of client.owners.list().b'),
      change({
        subject: 'response 200 of client.shops.list().a',
        message: 'response 200 of client.shops.list().a can now be "l"',
      }),
    );
    expect(all.map(({ places }) => places?.length)).toEqual([3]);
  });
});

describe('what is told once', () => {
  it.each<[string, Partial<Change>, Partial<Change>, boolean]>([
    ['breaks the wire without a major version', { wire: 'break' }, {}, true],
    ['breaks the wire with one', { wire: 'break', bump: 'major' }, {}, false],
    ['is silent at run time', { runtime: 'silent', bump: 'major' }, {}, true],
    ['is none of these', {}, {}, false],
    ['needs a major version alone', { bump: 'major' }, {}, false],
  ])('is for the notice of users where it %s', (_name, first, second, notice) => {
    const found = joined(
      change({ edit: 'e', subject: 'Pet.a', message: 'Pet.a x', ...first }),
      change({ edit: 'e', subject: 'Pet.b', message: 'Pet.b x', ...second }),
    );
    expect(found.map((each) => each.notice)).toEqual([notice]);
  });

  it('has values and words that all have in common, and the others at their places', () => {
    const words = (text: string) => ({ words: text, before: 's' });
    expect(joined(change(words('a')), twin(words('a')))[0]).toMatchObject({
      words: 'a',
      before: 's',
      after: 'l',
    });
    const [different] = joined(change(words('a')), twin(words('a')), twin(words('b')));
    expect(different).not.toHaveProperty('words');
    expect(different).toMatchObject({ before: 's', after: 'l' });
  });

  it('has the parameters of one method in one sentence', () => {
    const parameter = (name: string, after: string) =>
      change({
        rule: 'parameter-added-optional',
        subject: `query parameter ${name}`,
        message: `query parameter ${name} was added`,
        after,
        directions: ['request'],
        reach: [{ operation: 'GET /pets', where: ['query'], symbol: 'client.pets.list' }],
      });
    const [found, ...others] = joined(
      parameter('a', 'string'),
      parameter('b', 'integer'),
      parameter('c', 'string'),
    );
    expect(others).toEqual([]);
    expect(found?.message).toBe('client.pets.list() takes 3 new optional query parameters: a, b, c');
    expect(found).not.toHaveProperty('after');
  });

  it('has each operation once, with all that it reaches, in order', () => {
    const reach = (...where: readonly string[]) => ({ reach: [{ operation: 'GET /b', where }] });
    const found = joined(change(reach('z', 'b')), twin(reach('a', 'b')), twin());
    expect(found[0]?.reach).toEqual([
      { operation: 'GET /b', where: ['a', 'b', 'z'] },
      { operation: 'GET /owners', where: ['response 200'] },
    ]);
  });
});

describe('a path', () => {
  const moved = (symbol: string, before: string, after: string, more: Partial<Change> = {}) =>
    change({
      rule: 'path-changed',
      subject: `${symbol}()`,
      message: `${symbol}() has another path`,
      before,
      after,
      ...more,
    });
  it.each([
    ['/pets', '/v1/pets', '/…', '/v1/…'],
    ['/pets/{id}', '/v1/pets/{id}', '/…', '/v1/…'],
    ['/a/pets', '/b/pets', '/a/…', '/b/…'],
    ['/pets', '/pets/', '/…', '/…/'],
    ['/pets/', '/pets', '/…/', '/…'],
  ])('%s that becomes %s has the step %s to %s', (before, after, from, to) => {
    const other = (path: string) => path.replace('pets', 'owners');
    expect(
      joined(
        moved('client.pets.list', before, after),
        moved('client.owners.list', other(before), other(after)),
      ),
    ).toMatchObject([{ before: from, after: to }]);
  });

  it('of another step is another', () => {
    expect(joined(moved('client.a.b', '/a', '/v1/a'), moved('client.b.b', '/b', '/v2/b'))).toHaveLength(2);
    expect(joined(moved('client.a.b', '/a', '/v1/a'), moved('client.b.b', '/x/b', '/v1/b'))).toHaveLength(2);
    expect(joined(moved('client.a.b', '/a', '/a/'), moved('client.b.b', '/b/', '/b'))).toHaveLength(2);
  });

  it.each(['path-parameter-added', 'path-parameter-removed'] as const)(
    'with %s takes the same step',
    (rule) => {
      const [before, after] = ['/pets', '/{tenant}/pets'];
      expect(
        joined(
          moved('client.pets.list', before, after, { rule }),
          moved('client.owners.list', '/owners', '/{tenant}/owners', { rule }),
        ),
      ).toMatchObject([{ before: '/…', after: '/{tenant}/…' }]);
    },
  );

  it('without a value on a side has no step', () => {
    const found = joined(
      { ...moved('client.a.b', '/a', '/v1/a'), before: undefined } as unknown as Change,
      { ...moved('client.b.b', '/b', '/v1/b'), before: undefined } as unknown as Change,
    );
    expect(found).toHaveLength(2);
  });
});

test.each<[Partial<Cell>, boolean]>([
  [{}, true],
  [{ source: [], bump: 'patch' }, false],
  [{ source: [], bump: 'none' }, false],
  [{ source: [], bump: 'minor' }, true],
  [{ source: [], bump: 'patch', wire: 'ignored' }, true],
  [{ source: [], bump: 'patch', runtime: 'changed' }, true],
  [{ source: ['read'], bump: 'patch' }, true],
])('an effect: %j is %s', (cell, expected) => {
  expect(hasEffect(change(cell))).toBe(expected);
});
