/** A row of the tree: its name, or a field for another name, and its marks. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { keyOfItem } from './items.ts';
import type { TreeRow } from './rows.ts';

export function Row({
  row,
  isEditing,
  finish,
  takeUp,
}: {
  readonly row: TreeRow;
  readonly isEditing: boolean;
  readonly finish: (value: string | undefined) => void;
  readonly takeUp: (id: string) => void;
}) {
  switch (row.kind) {
    case 'resource':
      return (
        <>
          <span class="twist" aria-hidden="true">
            {row.isOpen ? '▾' : '▸'}
          </span>
          {isEditing ? (
            <NameInput value={row.resource.key} finish={finish} />
          ) : (
            <span class="name">{row.resource.key}</span>
          )}
          <span class="count">{row.count}</span>
        </>
      );
    case 'method': {
      const { method } = row;
      return (
        <>
          {isEditing ? (
            <NameInput value={method.key} finish={finish} />
          ) : (
            <span class="name">{method.key}</span>
          )}
          {method.isChanged && (
            <span class="dot" title="Changed since the studio was opened" role="img" aria-label="changed" />
          )}
          {method.warnings !== undefined && (
            <span class="warn" title={`${method.warnings} warnings`} role="img" aria-label="has warnings">
              !
            </span>
          )}
          {method.pages !== undefined && (
            <span class="mark" title={`Pages: ${method.pages}`}>
              pages
            </span>
          )}
          {method.isAlias && <span class="mark">alias</span>}
          {method.rule !== 'config' && (
            <span class="mark" title={`The name comes from: ${method.rule}`}>
              {method.rule}
            </span>
          )}
          <span class={`verb ${method.verb}`}>{method.verb}</span>
        </>
      );
    }
    case 'item':
      return (
        <>
          {isEditing ? (
            <NameInput value={keyOfItem(row)} finish={finish} />
          ) : (
            <span class="name">{row.label}</span>
          )}
          <span class="mark">{row.note}</span>
        </>
      );
    default:
      return (
        <>
          <span class="name path">{row.row.id}</span>
          <button type="button" tabIndex={-1} onClick={() => takeUp(row.row.id)}>
            Take up
          </button>
        </>
      );
  }
}

function NameInput({
  value,
  finish,
}: {
  readonly value: string;
  readonly finish: (value: string | undefined) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => input.current?.select(), []);
  const end = (result: string | undefined): void => {
    if (isDone.current) return;
    isDone.current = true;
    finish(result);
  };
  return (
    <input
      ref={input}
      class="rename"
      aria-label="New name"
      defaultValue={value}
      spellcheck={false}
      onBlur={({ currentTarget }) => end(currentTarget.value.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end(event.currentTarget.value.trim());
        if (event.key === 'Escape') end(undefined);
      }}
    />
  );
}
