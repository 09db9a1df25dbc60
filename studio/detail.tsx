/** One method: its name and place, its call in each language, and what else it could be called. */
import { useEffect, useState } from 'preact/hooks';
import type { ConfigAction, MethodDetail, StudioState } from '../generator/studio/contract.ts';
import { type Act, splitPath } from './act.ts';
import { PageSchemeDialog } from './page-scheme.tsx';
import { methodsIn, resourcesOf } from './rows.ts';

/** The old name as a deprecated alias, so that code of users goes on compiling. */
function keepOld(was: string, name: string): ConfigAction {
  const keys = was.split('.');
  const resource = keys.slice(0, -1);
  const home =
    resource.length === 0
      ? ['resources', '$client']
      : resource.flatMap((key, at) => [at === 0 ? 'resources' : 'subresources', key]);
  const value = { type: 'alias', to: name, deprecated: `Use ${name}.` };
  return {
    kind: 'changes',
    changes: [{ kind: 'set', path: [...home, 'methods', keys.at(-1) ?? ''], value }],
  };
}

export function Detail({
  state,
  detail,
  act,
  askMove,
  close,
  isOld,
}: {
  readonly state: StudioState;
  readonly detail: MethodDetail;
  readonly act: Act;
  readonly askMove: (ids: readonly string[]) => void;
  readonly close: () => void;
  /** Another method is chosen already: nothing may be done to this one. */
  readonly isOld: boolean;
}) {
  const [isMaking, setMaking] = useState(false);
  const [name, setName] = useState(detail.key);
  useEffect(() => setName(detail.key), [detail.id, detail.key]);
  const { id } = detail;
  const [verb = '', path = ''] = [id.split(' ')[0], id.slice(id.indexOf(' ') + 1)];
  const alike = methodsIn(state.root).filter(({ key }) => key === detail.key).length;
  const rename = async (key: string): Promise<void> => {
    if (key === detail.key) return;
    const isDone = await act({ kind: 'rename', method: id, key }, `rename ${detail.name} to ${key}`);
    if (!isDone) setName(detail.key);
  };
  const take = (resource: string, key: string): void => {
    if (resource === detail.resource) return void rename(key);
    void act(
      { kind: 'move', methods: [id], resource: splitPath(resource) },
      `move ${detail.name} to ${resource || 'the client'}`,
    );
  };
  const page = (value: string): void =>
    void act(
      {
        kind: 'method-key',
        methods: [id],
        key: 'paginated',
        ...(value !== '' && { value: value === 'false' ? false : value }),
      },
      `pages of ${detail.name}`,
    );

  return (
    <section class="detail" aria-label="Method" inert={isOld} aria-busy={isOld}>
      <button type="button" class="back" onClick={close}>
        ‹ All methods
      </button>
      <h2>{detail.name}</h2>
      <p class="operation">
        <span class={`verb ${verb}`}>{verb}</span> <code>{path}</code>
      </p>
      {detail.summary !== undefined && <p class="summary">{detail.summary}</p>}

      {detail.was !== undefined && !methodsIn(state.root).some((other) => other.name === detail.was) && (
        <p class="was">
          Was <code>{detail.was}</code>{' '}
          <button
            type="button"
            onClick={() => void act(keepOld(detail.was ?? '', detail.name), `keep ${detail.was} as an alias`)}
          >
            Keep the old name, too
          </button>
        </p>
      )}

      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void rename(name.trim());
        }}
      >
        <label>
          <span>Name</span>
          <input
            value={name}
            spellcheck={false}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
            onBlur={() => void (name.trim() === '' ? setName(detail.key) : rename(name.trim()))}
          />
        </label>
        <label>
          <span>In</span>
          <select
            value={detail.resource}
            onChange={({ currentTarget }) => take(currentTarget.value, detail.key)}
          >
            <option value="">the client itself</option>
            {resourcesOf(state.root).map((resource) => (
              <option key={resource} value={resource}>
                {resource}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Pages</span>
          <select value={detail.paginated ?? ''} onChange={({ currentTarget }) => page(currentTarget.value)}>
            <option value="">{detail.paginated === undefined ? 'none' : 'as the schemes say'}</option>
            <option value="false">never</option>
            {state.schemes.map(({ name: scheme }) => (
              <option key={scheme} value={scheme}>
                {scheme}
              </option>
            ))}
          </select>
        </label>
        <div class="buttons">
          {detail.list && (
            <button type="button" onClick={() => setMaking(true)}>
              Page scheme…
            </button>
          )}
          <button type="button" onClick={() => askMove([id])}>
            Move to…
          </button>
          <button
            type="button"
            onClick={() =>
              void act(
                { kind: 'method-key', methods: [id], key: 'skip', value: true },
                `leave out ${detail.name}`,
              )
            }
          >
            Leave out
          </button>
          <label class="check">
            <input
              type="checkbox"
              checked={detail.isDeprecated}
              onChange={({ currentTarget }) =>
                void act(
                  {
                    kind: 'method-key',
                    methods: [id],
                    key: 'deprecated',
                    ...(currentTarget.checked && { value: true }),
                  },
                  `deprecation of ${detail.name}`,
                )
              }
            />
            deprecated
          </label>
        </div>
      </form>

      {isMaking && detail.list && (
        <PageSchemeDialog
          state={state}
          detail={detail}
          list={detail.list}
          act={act}
          close={() => setMaking(false)}
        />
      )}

      {detail.proposals.length > 0 && (
        <>
          <h3>Could be called</h3>
          <ul class="proposals">
            {detail.proposals.map((row) => (
              <li key={`${row.resource} ${row.key}`}>
                <button type="button" class="take" onClick={() => take(row.resource, row.key)}>
                  {row.resource === detail.resource
                    ? row.key
                    : [row.resource, row.key].filter(Boolean).join('.')}
                </button>
                {row.resource === detail.resource && alike > 1 && (
                  <button
                    type="button"
                    class="all"
                    title={`Rename all ${alike} methods called ${detail.key}`}
                    onClick={() =>
                      void act(
                        { kind: 'rename-all', key: detail.key, to: row.key },
                        `rename every ${detail.key} to ${row.key}`,
                      )
                    }
                  >
                    all {alike}
                  </button>
                )}
                <span class="from">{row.from}</span>
              </li>
            ))}
          </ul>
        </>
      )}

      <h3>Call</h3>
      {detail.calls.map(({ language, title, call, signatures }) => (
        <div class="call" key={language}>
          <h4>{title}</h4>
          <pre tabIndex={0} aria-label={`Call in ${title}`}>
            <b>{call}</b>
            {signatures.map((signature) => `\n${signature}`)}
          </pre>
        </div>
      ))}

      <h3>Why</h3>
      <dl class="facts">
        {detail.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>

      {detail.source && (
        <details>
          <summary>{detail.source.place}</summary>
          <pre tabIndex={0} aria-label="Operation in the document">
            {detail.source.text}
          </pre>
        </details>
      )}
    </section>
  );
}
