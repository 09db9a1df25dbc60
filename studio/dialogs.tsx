/** Questions over the page: where to, which keys, what was written. The browser keeps the focus inside. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StudioState } from '../generator/studio/contract.ts';
import { resourcesOf } from './rows.ts';

export function Dialog({
  title,
  close,
  children,
}: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={close}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

const CLIENT = '(the client itself)';

export function MoveDialog({
  state,
  label,
  isModel,
  choose,
  close,
}: {
  readonly state: StudioState;
  readonly label: string;
  /** Models may also be shared by all resources. */
  readonly isModel: boolean;
  readonly choose: (resource: string) => void;
  readonly close: () => void;
}) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const all = [CLIENT, ...(isModel ? ['$shared'] : []), ...resourcesOf(state.root)];
  const found = all.filter((name) => name.toLowerCase().includes(text.toLowerCase()));
  const isNew = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text) && !all.includes(text);
  const options = [
    ...found.map((name) => ({ name, label: name })),
    ...(isNew ? [{ name: text, label: `${text} (new)` }] : []),
  ];
  const active = Math.min(at, options.length - 1);
  const pick = (name: string | undefined): void => {
    if (name !== undefined) choose(name === CLIENT ? '' : name);
  };
  return (
    <Dialog title={`Move ${label} to`} close={close}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="resources"
        aria-activedescendant={options.length === 0 ? undefined : `resource-${active}`}
        aria-label="Resource: choose, or type the name of a new one"
        placeholder="Resource, or a new one: users.keys"
        value={text}
        spellcheck={false}
        onInput={({ currentTarget }) => (setText(currentTarget.value), setAt(0))}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown')
            return event.preventDefault(), setAt(Math.min(active + 1, options.length - 1));
          if (event.key === 'ArrowUp') return event.preventDefault(), setAt(Math.max(active - 1, 0));
          if (event.key === 'Enter') return event.preventDefault(), pick(options[active]?.name);
          return undefined;
        }}
      />
      <div role="listbox" id="resources" aria-label="Resources" class="options">
        {options.map((option, index) => (
          <div
            key={option.label}
            id={`resource-${index}`}
            role="option"
            aria-selected={index === active}
            ref={(element) => void (index === active && element?.scrollIntoView({ block: 'nearest' }))}
            onClick={() => pick(option.name)}
          >
            {option.label}
          </div>
        ))}
      </div>
      {options.length === 0 && (
        <p class="empty">
          No resource is called so; a new name has letters, digits, underscores, and dots between.
        </p>
      )}
    </Dialog>
  );
}

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'filter the methods; ↓ goes into the tree'],
  ['↑ ↓ ← →', 'walk the tree, open and close resources'],
  ['F2', 'rename a method or a resource'],
  ['m', 'move methods to a resource'],
  ['Del', 'leave methods out'],
  ['Space', 'mark several'],
  ['Enter', 'choose; take up what is left out'],
  ['1 … 4', 'code, docs, effect, YAML'],
  ['Ctrl Z, Ctrl Shift Z', 'undo, redo'],
  ['Ctrl Enter', 'generate'],
];

export function KeysDialog({ close }: { readonly close: () => void }) {
  return (
    <Dialog title="Keys" close={close}>
      <dl class="facts keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </Dialog>
  );
}

export function GenerateDialog({
  lines,
  isDone,
  close,
}: {
  readonly lines: readonly string[];
  readonly isDone: boolean;
  readonly close: () => void;
}) {
  return (
    <Dialog title={isDone ? 'Generated' : 'Generating …'} close={close}>
      {!isDone && <progress aria-label="Generating" />}
      <pre class="written" role="log" tabIndex={0} aria-label="What was done">
        {(isDone ? lines : lines.slice(-4)).join('\n')}
      </pre>
      <form method="dialog">
        <button type="submit">{isDone ? 'Close' : 'Go on in the background'}</button>
      </form>
    </Dialog>
  );
}
