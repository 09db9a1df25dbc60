/** A model: its name and resource, its fields, and where it is used. */
import { useEffect, useState } from 'preact/hooks';
import type { ModelDetail, StudioState } from '../generator/studio/contract.ts';
import type { Act } from './act.ts';
import { leaveOutModel, modelId, placeModel } from './items.ts';
import { resourcesOf } from './rows.ts';

export function Model({
  state,
  model,
  act,
  askMove,
  select,
  close,
}: {
  readonly state: StudioState;
  readonly model: ModelDetail;
  readonly act: Act;
  readonly askMove: (ids: readonly string[]) => void;
  readonly select: (id: string) => void;
  readonly close: () => void;
}) {
  const [key, setKey] = useState(model.key);
  useEffect(() => setKey(model.key), [model.id, model.key]);
  const place = (resource: string, next: string): void => {
    if (next === '' || (resource === model.resource && next === model.key)) return;
    const { action, label } = placeModel(model, resource, next);
    void act(action, label);
  };
  const homes = [...new Set(['$shared', '$client', model.resource, ...resourcesOf(state.root)])];
  return (
    <section class="detail" aria-label="Model">
      <button type="button" class="back" onClick={close}>
        ‹ All methods
      </button>
      <h2>{model.name}</h2>
      <p class="operation">
        schema <code>{model.schema}</code>
      </p>
      {model.description !== undefined && <p class="summary">{model.description}</p>}
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          place(model.resource, key.trim());
        }}
      >
        <label>
          <span>Name</span>
          <input
            value={key}
            spellcheck={false}
            onInput={({ currentTarget }) => setKey(currentTarget.value)}
            onBlur={() => place(model.resource, key.trim())}
          />
        </label>
        <label>
          <span>In</span>
          <select
            value={model.resource}
            onChange={({ currentTarget }) => place(currentTarget.value, model.key)}
          >
            {homes.map((resource) => (
              <option key={resource} value={resource}>
                {HOMES[resource] ?? resource}
              </option>
            ))}
          </select>
        </label>
        <div class="buttons">
          <button type="button" onClick={() => askMove([modelId(model.id)])}>
            Move to…
          </button>
          <button
            type="button"
            title="The type is written out where it is used"
            onClick={() => {
              const { action, label } = leaveOutModel(model);
              void act(action, label);
            }}
          >
            Leave out
          </button>
        </div>
      </form>
      <h3>Type</h3>
      <dl class="facts">
        {model.types.map(({ language, title, name }) => (
          <div key={language}>
            <dt>{title}</dt>
            <dd>
              <code>{name}</code>
            </dd>
          </div>
        ))}
        <div>
          <dt>named by</dt>
          <dd>{model.rule}</dd>
        </div>
      </dl>
      <h3>Fields</h3>
      <dl class="facts wide">
        {model.fields.map(({ name, type, isRequired, description }, index) => (
          <div key={index}>
            <dt>
              <code>{name === '' ? 'is' : isRequired ? name : `${name}?`}</code>
            </dt>
            <dd>
              {type}
              {description !== undefined && <span class="from"> {description}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <h3>Used by</h3>
      {model.methods.length + model.models.length === 0 && <p class="from">Nothing uses it directly.</p>}
      <ul class="proposals">
        {[...model.methods, ...model.models.map(({ id, name }) => ({ id: modelId(id), name }))].map(
          ({ id, name }) => (
            <li key={id}>
              <button type="button" class="take" onClick={() => select(id)}>
                {name}
              </button>
            </li>
          ),
        )}
      </ul>
      {model.source && (
        <details>
          <summary>{model.source.place}</summary>
          <pre tabIndex={0} aria-label="Schema in the document">
            {model.source.text}
          </pre>
        </details>
      )}
    </section>
  );
}

const HOMES: Readonly<Record<string, string>> = {
  $shared: 'shared by several resources',
  $client: 'the client itself',
};
