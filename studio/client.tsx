/** The client: its names, limits, options and packages. Every field is a key of the config. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OptionRow, StudioState } from '../generator/studio/contract.ts';
import type { Act } from './act.ts';

type Path = readonly string[];

/** A text that is saved when it is left, or by Enter. */
export function Field({
  label,
  value,
  save,
  hint,
}: {
  readonly label: string;
  readonly value: string;
  readonly save: (text: string) => void;
  readonly hint?: string;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  // A field that is left because its row got another name must not save once more.
  const saved = useRef(value);
  useEffect(() => void (saved.current = value), [value]);
  const end = (): void => {
    if (text.trim() === saved.current) return;
    saved.current = text.trim();
    save(text.trim());
  };
  return (
    <label>
      <span>{label}</span>
      <input
        value={text}
        placeholder={hint}
        spellcheck={false}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={end}
        onKeyDown={(event) => event.key === 'Enter' && end()}
      />
    </label>
  );
}

export function Client({
  state,
  act,
  close,
}: {
  readonly state: StudioState;
  readonly act: Act;
  readonly close: () => void;
}) {
  const { client, packages } = state;
  /** An empty text removes the key, so that the default holds again. */
  const set =
    (path: Path, label: string, isNumber = false) =>
    (text: string): void => {
      const value = isNumber ? Number(text) : text;
      const change = text === '' ? { kind: 'unset' as const, path } : { kind: 'set' as const, path, value };
      if (isNumber && Number.isNaN(value)) return;
      void act(
        { kind: 'changes', changes: [change] },
        `${label}${text === '' ? ' by default' : `: ${text}`}`,
      );
    };
  return (
    <section class="detail" aria-label="Client">
      <button type="button" class="back" onClick={close}>
        ‹ All methods
      </button>
      <h2>client</h2>
      <form class="fields wide" onSubmit={(event) => event.preventDefault()}>
        <Field
          label="Class"
          value={client.name}
          save={set(['client_settings', 'client_name'], 'the name of the client')}
        />
        <Field
          label="Variables"
          value={client.envPrefix}
          save={set(['client_settings', 'default_env_prefix'], 'the prefix of environment variables')}
        />
        <Field
          label="Timeout, ms"
          value={client.timeoutMs === undefined ? '' : String(client.timeoutMs)}
          hint="default"
          save={set(['client_settings', 'default_timeout'], 'the timeout', true)}
        />
        <Field
          label="Retries"
          value={client.maxRetries === undefined ? '' : String(client.maxRetries)}
          hint="default"
          save={set(['client_settings', 'default_retries', 'max_retries'], 'the retries', true)}
        />
        {client.environments.map(({ name, url }) => (
          <Field
            key={name}
            label={name}
            value={url}
            save={set(['environments', name], `the URL of ${name}`)}
          />
        ))}
      </form>
      <h3>Options</h3>
      {client.options.length === 0 && <p class="from">The client takes no options.</p>}
      {client.options.map((option) => (
        <Option key={option.key} option={option} act={act} />
      ))}
      {packages.map(({ language, title, target, packageName, out }) => (
        <div key={language}>
          <h3>{title}</h3>
          <form class="fields wide" onSubmit={(event) => event.preventDefault()}>
            <Field
              label="Package"
              value={packageName}
              save={set(['targets', target, 'package_name'], `the package in ${title}`)}
            />
            <Field
              label="Folder"
              value={out}
              hint="as the config says"
              save={set(['targets', target, 'out'], `the folder of ${title}`)}
            />
          </form>
        </div>
      ))}
    </section>
  );
}

function Option({ option, act }: { readonly option: OptionRow; readonly act: Act }) {
  const { key: name, type, readEnv = '', description = '', scheme } = option;
  const set =
    (key: 'read_env' | 'default' | 'description') =>
    (text: string): void => {
      const value =
        key !== 'default' || type === 'string' ? text : type === 'number' ? Number(text) : text === 'true';
      const change = text === '' ? {} : { value };
      void act({ kind: 'option-key', option: name, key, ...change }, `${key} of ${name}`);
    };
  return (
    <details class="option" open={false}>
      <summary>
        <code>{name}</code>{' '}
        <span class="from">
          {[scheme !== undefined && `credential for ${scheme}`, readEnv, option.isRequired && 'required']
            .filter(Boolean)
            .join(', ')}
        </span>
      </summary>
      <form class="fields wide" onSubmit={(event) => event.preventDefault()}>
        <Field
          label="Name"
          value={name}
          save={(to) =>
            void (to !== '' && act({ kind: 'rename-option', option: name, to }, `rename ${name} to ${to}`))
          }
        />
        <Field label="Variable" value={readEnv} hint="none" save={set('read_env')} />
        <Field
          label="Default"
          value={option.default === undefined ? '' : String(option.default)}
          hint="none"
          save={set('default')}
        />
        <Field label="About" value={description} hint="none" save={set('description')} />
      </form>
    </details>
  );
}
