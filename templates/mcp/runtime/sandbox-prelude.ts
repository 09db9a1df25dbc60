/**
 * Runs first in the sandbox and creates `client` and `console` from two functions of the host. The text is
 * constant; nothing of a document or a caller is ever inserted.
 */
export const PRELUDE: string = String.raw`
(() => {
  'use strict';
  const host = globalThis.__host, log = globalThis.__log;
  delete globalThis.__host;
  delete globalThis.__log;
  const { stringify, parse } = JSON;
  const ask = async (kind, what, args) => {
    const answer = parse(await host(stringify({ kind, what, args: args === undefined ? [] : args })));
    if ('error' in answer) throw Object.assign(new Error(answer.error), answer.status === undefined ? {} : { status: answer.status });
    return answer.value;
  };
  const pending = (path, args) => {
    let first;
    const start = () => (first ??= ask('call', path, args).then(withItems));
    return {
      then: (done, failed) => start().then(done, failed),
      catch: (failed) => start().catch(failed),
      finally: (done) => start().finally(done),
      [Symbol.asyncIterator]: () => iterate(path, args),
    };
  };
  const withItems = (value) => {
    if (typeof value !== 'object' || value === null || !('__items' in value)) return value;
    const { __items: items, ...fields } = value;
    Object.defineProperty(fields, 'items', { value: items, enumerable: !('items' in fields), configurable: true });
    Object.defineProperty(fields, Symbol.iterator, { value: () => items[Symbol.iterator]() });
    return fields;
  };
  async function* iterate(path, args) {
    const id = await ask('open', path, args);
    for (;;) {
      const { items, done } = await ask('next', id);
      yield* items;
      if (done) return;
    }
  }
  const unfinished = (path) => () => {
    throw new TypeError((path === '' ? 'client' : 'client.' + path) + ' is not a value: call it, with ( ) and await');
  };
  const at = (path) =>
    new Proxy(function () {}, {
      get: (_target, name) =>
        typeof name === 'symbol' || name === 'then' ? undefined : name === 'toJSON' ? unfinished(path) : at(path === '' ? name : path + '.' + name),
      apply: (_target, _self, args) => pending(path, args),
      set: () => false,
    });
  const shown = (value) => (typeof value === 'string' ? value : value instanceof Error ? String(value) : stringify(value) ?? String(value));
  const print = (...values) => log(values.map(shown).join(' '));
  const fixed = (name, value) => Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
  fixed('client', at(''));
  fixed('console', Object.freeze({ log: print, info: print, warn: print, error: print, debug: print }));
})();
`;
