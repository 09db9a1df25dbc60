/** Every call as a tree: filtered, renamed in place, dragged, or changed by keys alone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StudioState } from '../generator/studio/contract.ts';
import { keyOfItem } from './items.ts';
import { CLOSED, type Kind, type TreeRow, canMove, canRename, isGroup, rowsOf } from './rows.ts';
import { Row } from './tree-row.tsx';

export interface TreeActions {
  readonly select: (id: string) => void;
  readonly rename: (id: string, key: string) => void;
  readonly renameResource: (path: string, key: string) => void;
  readonly move: (ids: readonly string[], resource: string) => void;
  readonly askMove: (ids: readonly string[]) => void;
  readonly skip: (ids: readonly string[], isSkipped: boolean) => void;
  readonly takeUp: (id: string) => void;
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ['all', 'all methods'],
  ['default', 'names by default'],
  ['changed', 'changed here'],
  ['warnings', 'with warnings'],
  ['pages', 'paged lists'],
  ['left-out', 'not in the SDK'],
];

export function Tree({
  state,
  selected,
  actions,
}: {
  readonly state: StudioState;
  readonly selected: string | undefined;
  readonly actions: TreeActions;
}) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set(CLOSED));
  const [focus, setFocus] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [over, setOver] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const isKeyed = useRef(false);
  const [tick, setTick] = useState(0);
  const lastTick = useRef(0);
  const rows = rowsOf(state, { text, kind, closed });
  const focused =
    rows.find(({ id }) => id === focus)?.id ?? rows.find(({ id }) => id === selected)?.id ?? rows[0]?.id;

  // Keys keep their place in the tree; what is typed elsewhere is never interrupted.
  useLayoutEffect(() => {
    const isAsked = lastTick.current !== tick;
    lastTick.current = tick;
    if (!isKeyed.current || editing !== undefined) return;
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isAsked || isLost) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [focused, editing, state, tick]);

  const toggle = (path: string): void => {
    const next = new Set(closed);
    if (!next.delete(path)) next.add(path);
    setClosed(next);
  };
  const chosen = (id: string): readonly string[] => (marked.has(id) ? [...marked] : [id]);
  const mark = (id: string): void => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  const go = (row: TreeRow | undefined): void => {
    if (row === undefined) return;
    setFocus(row.id);
    setTick(tick + 1);
    if (row.kind === 'item' || (row.kind === 'method' && !row.method.isAlias)) actions.select(row.id);
  };
  const onKey = (event: KeyboardEvent, row: TreeRow): void => {
    if (editing !== undefined) return;
    const at = rows.findIndex(({ id }) => id === row.id);
    const done = (): void => event.preventDefault();
    isKeyed.current = true;
    switch (event.key) {
      case 'ArrowDown':
        return done(), go(rows[at + 1]);
      case 'ArrowUp':
        return done(), go(rows[at - 1]);
      case 'Home':
        return done(), go(rows[0]);
      case 'End':
        return done(), go(rows.at(-1));
      case 'ArrowRight':
        if (row.kind === 'resource') return done(), row.isOpen ? go(rows[at + 1]) : toggle(row.resource.path);
        return;
      case 'ArrowLeft':
        if (row.kind === 'resource' && row.isOpen) return done(), toggle(row.resource.path);
        return done(), go(rows.slice(0, at).findLast(({ level }) => level < row.level));
      case 'Enter':
        if (row.kind === 'resource') return done(), toggle(row.resource.path);
        if (row.kind === 'left-out') return done(), actions.takeUp(row.id);
        return done(), actions.select(row.id);
      case ' ':
        if (row.kind === 'method') return done(), mark(row.id);
        return;
      case 'F2':
        if (canRename(row)) return done(), setEditing(row.id);
        return;
      case 'Delete':
        if (row.kind === 'method' || (row.kind === 'item' && row.what === 'model'))
          return done(), actions.skip(chosen(row.id), true), setMarked(new Set());
        return;
      case 'm':
        if (canMove(row) && !event.ctrlKey && !event.metaKey)
          return done(), actions.askMove(chosen(row.id)), setMarked(new Set());
        return;
      default:
        return;
    }
  };
  const drop = (event: DragEvent, path: string): void => {
    event.preventDefault();
    setOver(undefined);
    const ids = event.dataTransfer?.getData('text/plain').split('\n').filter(Boolean) ?? [];
    if (ids.length > 0) actions.move(ids, path);
    setMarked(new Set());
  };
  const finish = (row: TreeRow, value: string | undefined): void => {
    setEditing(undefined);
    isKeyed.current = true;
    if (value === undefined || value === '') return;
    if (row.kind === 'method' && value !== row.method.key) actions.rename(row.id, value);
    if (row.kind === 'item' && value !== keyOfItem(row)) actions.rename(row.id, value);
    if (row.kind === 'resource' && value !== row.resource.key)
      actions.renameResource(row.resource.path, value);
  };

  return (
    <section class="side" aria-label="Methods">
      <div class="filter">
        <input
          id="filter"
          type="search"
          placeholder="Filter  /"
          aria-label="Filter methods by name or path"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            isKeyed.current = true;
            go(rows[0]);
          }}
        />
        <select
          aria-label="Kind of methods"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as Kind)}
        >
          {KINDS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {marked.size > 0 && (
        <div class="marked">
          <span>{marked.size} marked</span>
          <button type="button" onClick={() => (actions.askMove([...marked]), setMarked(new Set()))}>
            Move to…
          </button>
          <button type="button" onClick={() => (actions.skip([...marked], true), setMarked(new Set()))}>
            Leave out
          </button>
          <button type="button" onClick={() => setMarked(new Set())}>
            Clear
          </button>
        </div>
      )}
      {rows.length === 0 && <p class="empty">No method fits.</p>}
      <div class="tree" role="tree" aria-label="Resources and methods" aria-multiselectable="true" ref={list}>
        {rows.map((row) => (
          <div
            key={row.id}
            role="treeitem"
            aria-level={row.level}
            aria-selected={row.id === selected || marked.has(row.id)}
            aria-expanded={row.kind === 'resource' ? row.isOpen : undefined}
            tabIndex={row.id === focused ? 0 : -1}
            class={`row ${row.kind}${row.id === selected ? ' selected' : ''}${marked.has(row.id) ? ' is-marked' : ''}${over === row.id ? ' over' : ''} level-${Math.min(row.level, 7)}`}
            draggable={canMove(row) && editing === undefined}
            onDragStart={(event) => event.dataTransfer?.setData('text/plain', chosen(row.id).join('\n'))}
            onDragOver={(event) => {
              if (row.kind !== 'resource' || isGroup(row.id)) return;
              event.preventDefault();
              setOver(row.id);
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => row.kind === 'resource' && drop(event, row.resource.path)}
            onFocus={() => setFocus(row.id)}
            onKeyDown={(event) => onKey(event, row)}
            onDblClick={() => canRename(row) && setEditing(row.id)}
            onClick={(event) => {
              if (editing !== undefined) return;
              isKeyed.current = false;
              if (row.kind === 'resource') return toggle(row.resource.path);
              if (row.kind === 'left-out') return;
              if (event.ctrlKey || event.metaKey) return mark(row.id);
              go(row);
            }}
          >
            <Row
              row={row}
              isEditing={editing === row.id}
              finish={(value) => finish(row, value)}
              takeUp={actions.takeUp}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
