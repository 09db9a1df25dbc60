/** The client: its names, limits, options and packages. Every field is a key of the config. */
import type { StudioState } from '../generator/studio/contract.ts';
import type { Act } from './act.ts';
import { Field } from './field.tsx';
import { Option } from './option.tsx';
import { Packages, setting } from './packages.tsx';

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
  const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const settings = (...keys: readonly string[]): readonly string[] => ['client_settings', ...keys];
  /** A config that names an environment names all of them. */
  const nameAll =
    (name: string) =>
    async (text: string): Promise<boolean> => {
      if (text === '') return false;
      const value = Object.fromEntries(
        client.environments.map((item) => [item.name, item.name === name ? text : item.url]),
      );
      const changes = [{ kind: 'set' as const, path: ['environments'], value }];
      return act({ kind: 'changes', changes }, `the URL of ${name}: ${text}`);
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
          save={setting(act, settings('client_name'), { label: 'the name of the client' })}
        />
        <Field
          label="Variables"
          value={client.envPrefix}
          save={setting(act, settings('default_env_prefix'), {
            label: 'the prefix of environment variables',
          })}
        />
        <Field
          label="Timeout, ms"
          value={textOf(client.timeoutMs)}
          hint="default"
          save={setting(act, settings('default_timeout'), { label: 'the timeout', read: numberOf })}
        />
        <Field
          label="Retries"
          value={textOf(client.maxRetries)}
          hint="default"
          save={setting(act, settings('default_retries', 'max_retries'), {
            label: 'the retries',
            read: numberOf,
          })}
        />
        {client.environments.map(({ name, url, path }) => (
          <Field
            key={name}
            label={name}
            value={url}
            save={path === undefined ? nameAll(name) : setting(act, path, { label: `the URL of ${name}` })}
          />
        ))}
      </form>
      <h3>Options</h3>
      {client.options.length === 0 && <p class="from">The client takes no options.</p>}
      {client.options.map((option) => (
        <Option key={option.key} option={option} credentials={client.credentials} act={act} />
      ))}
      <Packages packages={packages} act={act} />
    </section>
  );
}

/** What is no number is sent as it is; the server says what is wrong. */
const numberOf = (text: string): string | number => (Number.isNaN(Number(text)) ? text : Number(text));
