/** Fields of the config: each saves itself, and shows the old value again if the change was refused. */
import { useEffect, useRef, useState } from 'preact/hooks';

export type Save = (text: string) => Promise<boolean>;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly save: Save;
  /** What an empty field stands for. */
  readonly hint?: string | undefined;
  /** A sentence about it. */
  readonly about?: string;
}

/** A text that is saved when it is left, or by Enter. */
export function Field({ label, value, save, hint, about }: FieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  // A field that is left because its row got another name must not save once more.
  const saved = useRef(value);
  useEffect(() => void (saved.current = value), [value]);
  const end = async (): Promise<void> => {
    if (text.trim() === saved.current) return;
    saved.current = text.trim();
    if (await save(text.trim())) return;
    saved.current = value;
    setText(value);
  };
  return (
    <label title={about}>
      <span>{label}</span>
      <input
        value={text}
        placeholder={hint}
        spellcheck={false}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={() => void end()}
        onKeyDown={(event) => event.key === 'Enter' && void end()}
      />
    </label>
  );
}

/** One of several values; the empty one is the default. */
export function Choice({
  label,
  value,
  save,
  hint = 'default',
  about,
  values,
}: FieldProps & { readonly values: readonly (readonly [value: string, label: string])[] }) {
  const isKnown = value === '' || values.some(([own]) => own === value);
  // Drawn again after a refusal, because the browser has changed what it shows.
  const [count, setCount] = useState(0);
  return (
    <label title={about} key={count}>
      <span>{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) =>
          void save(currentTarget.value).then((isDone) => !isDone && setCount(count + 1))
        }
      >
        <option value="">{hint}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {values.map(([own, text]) => (
          <option key={own} value={own}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
