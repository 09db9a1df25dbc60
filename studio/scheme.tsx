/** A page scheme, and a webhook method: what the config says about them. */
import type { SchemeRow, StudioState, UnwrapRow } from '../generator/studio/contract.ts';
import { Field } from './field.tsx';
import type { Act } from './act.ts';
import { methodsIn } from './rows.ts';

export function Scheme({
  state,
  scheme,
  act,
  select,
  close,
}: {
  readonly state: StudioState;
  readonly scheme: SchemeRow;
  readonly act: Act;
  readonly select: (id: string) => void;
  readonly close: () => void;
}) {
  const { name, type, methods, isWritten, purposes } = scheme;
  const ids = new Map(methodsIn(state.root).map((method) => [method.name, method.id]));
  return (
    <section class="detail" aria-label="Page scheme">
      <button type="button" class="back" onClick={close}>
        ‹ All methods
      </button>
      <h2>{name}</h2>
      <p class="operation">{type.replaceAll('_', ' ')}</p>
      {isWritten ? (
        <form class="fields" onSubmit={(event) => event.preventDefault()}>
          <Field
            label="Name"
            value={name}
            save={async (to) =>
              to !== '' && act({ kind: 'rename-scheme', scheme: name, to }, `rename ${name} to ${to}`)
            }
          />
          <div class="buttons">
            <button
              type="button"
              onClick={() =>
                void act({ kind: 'remove-scheme', scheme: name }, `remove the scheme ${name}`).then(
                  (isDone) => isDone && close(),
                )
              }
            >
              Remove
            </button>
          </div>
        </form>
      ) : (
        <p class="summary">Found in the document; the config does not name it.</p>
      )}
      <h3>Parts</h3>
      <dl class="facts wide">
        {purposes.map(({ purpose, at }) => (
          <div key={purpose}>
            <dt>{purpose.replaceAll('_', ' ')}</dt>
            <dd>
              <code>{at}</code>
            </dd>
          </div>
        ))}
      </dl>
      <h3>Methods</h3>
      {methods.length === 0 && <p class="from">No method uses it.</p>}
      <ul class="proposals">
        {methods.map((method) => (
          <li key={method}>
            <button type="button" class="take" onClick={() => select(ids.get(method) ?? '')}>
              {method}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Unwrap({
  state,
  unwrap,
  act,
  close,
}: {
  readonly state: StudioState;
  readonly unwrap: UnwrapRow;
  readonly act: Act;
  readonly close: () => void;
}) {
  const { name, key, option } = unwrap;
  return (
    <section class="detail" aria-label="Webhook">
      <button type="button" class="back" onClick={close}>
        ‹ All methods
      </button>
      <h2>{name}</h2>
      <p class="summary">
        {option === undefined
          ? 'Parses webhooks without checking a signature.'
          : 'Verifies and parses webhooks.'}
      </p>
      <form class="fields" onSubmit={(event) => event.preventDefault()}>
        <Field
          label="Name"
          value={key}
          save={async (to) =>
            to !== '' && act({ kind: 'rename-unwrap', method: name, key: to }, `rename ${name} to ${to}`)
          }
        />
        <label>
          <span>Key</span>
          <select
            value={option ?? ''}
            onChange={({ currentTarget: { value } }) =>
              void act(
                { kind: 'webhook-key', method: name, ...(value !== '' && { option: value }) },
                `key of ${name}`,
              )
            }
          >
            <option value="">none: signatures are not checked</option>
            {state.client.options.map(({ key: own }) => (
              <option key={own} value={own}>
                {own}
              </option>
            ))}
          </select>
        </label>
      </form>
    </section>
  );
}
