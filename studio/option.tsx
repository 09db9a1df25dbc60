/** An option of the client: its name, where its value comes from, and the credential that it gives. */
import type { CredentialRow, OptionRow } from '../generator/studio/contract.ts';
import type { Act } from './act.ts';
import { Choice, Field } from './field.tsx';

/** As the value of a choice; names of schemes may hold any character. */
const idOf = ({ scheme, role }: CredentialRow): string => `${role} ${scheme}`;

const PARTS: Readonly<Record<CredentialRow['role'], string>> = {
  value: '',
  username: ', user name',
  password: ', password',
  client_id: ', client id',
  client_secret: ', client secret',
};
const labelOf = ({ scheme, role }: CredentialRow): string => `${scheme}${PARTS[role]}`;

export function Option({
  option,
  credentials,
  act,
}: {
  readonly option: OptionRow;
  readonly credentials: readonly CredentialRow[];
  readonly act: Act;
}) {
  const { key: name, type, readEnv = '', description = '', auth } = option;
  const set =
    (key: 'read_env' | 'default' | 'description') =>
    (text: string): Promise<boolean> => {
      const value =
        key !== 'default' || type === 'string' ? text : type === 'number' ? Number(text) : text === 'true';
      const change = text === '' ? {} : { value };
      return act({ kind: 'option-key', option: name, key, ...change }, `${key} of ${name}`);
    };
  const authenticate = (id: string): Promise<boolean> => {
    const row = credentials.find((item) => idOf(item) === id);
    const part = row && row.role !== 'value' ? { role: row.role } : {};
    const change = row === undefined ? {} : { value: { security_scheme: row.scheme, ...part } };
    return act(
      { kind: 'option-key', option: name, key: 'auth', ...change },
      row === undefined ? `${name} is no credential` : `${name} is the credential for ${labelOf(row)}`,
    );
  };
  return (
    <details class="option">
      <summary>
        <code>{name}</code>{' '}
        <span class="from">
          {[auth && `credential for ${labelOf(auth)}`, readEnv, option.isRequired && 'required']
            .filter(Boolean)
            .join(', ')}
        </span>
      </summary>
      <form class="fields wide" onSubmit={(event) => event.preventDefault()}>
        <Field
          label="Name"
          value={name}
          save={async (to) =>
            to !== '' && act({ kind: 'rename-option', option: name, to }, `rename ${name} to ${to}`)
          }
        />
        <Choice
          label="Credential"
          value={auth ? idOf(auth) : ''}
          hint="none"
          values={credentials.map((row) => [idOf(row), labelOf(row)])}
          save={authenticate}
        />
        <Field label="Variable" value={readEnv} hint="none" save={set('read_env')} />
        <Field
          label="Default"
          value={option.default === undefined ? '' : String(option.default)}
          hint="none"
          save={set('default')}
        />
        <Choice
          label="Required"
          value={option.isRequired ? 'true' : 'false'}
          hint="as the document says"
          values={[
            ['true', 'yes: the client cannot be made without it'],
            ['false', 'no'],
          ]}
          save={(text) =>
            act(
              {
                kind: 'option-key',
                option: name,
                key: 'nullable',
                ...(text !== '' && { value: text === 'false' }),
              },
              text === 'true' ? `${name} is required` : `${name} is not required`,
            )
          }
        />
        <Field label="About" value={description} hint="none" save={set('description')} />
      </form>
    </details>
  );
}
