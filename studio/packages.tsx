/** What is generated: each package with its settings, and packages that could be made, too. */
import type { PackageRow, SettingRow } from '../generator/studio/contract.ts';
import type { Act } from './act.ts';
import { Choice, Field } from './field.tsx';

/** A setting of the file. An empty text removes the key, so that the default holds again. */
export const setting =
  (act: Act, path: readonly string[], { label, read }: { label: string; read?: (text: string) => unknown }) =>
  (text: string): Promise<boolean> => {
    const value = read === undefined ? text : read(text);
    const change =
      text === '' ? { kind: 'unset' as const, path } : { kind: 'set' as const, path, value: value as string };
    return act(
      { kind: 'changes', changes: [change] },
      text === '' ? `${label} by default` : `${label}: ${text}`,
    );
  };

export function Packages({ packages, act }: { readonly packages: readonly PackageRow[]; readonly act: Act }) {
  const others = packages.filter(({ isWritten }) => !isWritten);
  const add = ({ target, title, proposed }: PackageRow): void =>
    void act(
      { kind: 'changes', changes: [{ kind: 'set', path: ['targets', target], value: { ...proposed } }] },
      `add ${title}`,
    );
  return (
    <>
      {packages
        .filter(({ isWritten }) => isWritten)
        .map(({ target, title, settings }) => (
          <div key={target}>
            <h3>{title}</h3>
            <form class="fields wide" onSubmit={(event) => event.preventDefault()}>
              {settings.map((row) => (
                <Setting key={row.label} row={row} title={title} act={act} />
              ))}
            </form>
          </div>
        ))}
      {others.length > 0 && (
        <>
          <h3>Generate, too</h3>
          <div class="buttons">
            {others.map((row) => (
              <button key={row.target} type="button" onClick={() => add(row)}>
                {row.title}
              </button>
            ))}
          </div>
        </>
      )}
    </>
  );
}

function Setting({
  row,
  title,
  act,
}: {
  readonly row: SettingRow;
  readonly title: string;
  readonly act: Act;
}) {
  const { path, label, about, values, value = '', isSection } = row;
  const common = {
    label,
    about,
    value,
    save: setting(act, path, {
      label: `${label} of ${title}`,
      ...(values?.includes('true') && { read: (text: string) => text === 'true' }),
    }),
  };
  if (isSection)
    return (
      <p class="from">
        {label}: a section, which is edited as YAML at <code>{path.join('.')}</code>.
      </p>
    );
  return values === undefined ? (
    <Field {...common} hint="default" />
  ) : (
    <Choice
      {...common}
      values={values.map((own) => [own, own === 'true' ? 'yes' : own === 'false' ? 'no' : own])}
    />
  );
}
