/** The page of the studio. */
import { render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type {
  ActionAnswer,
  EffectView,
  MethodDetail,
  ModelDetail,
  StudioState,
} from '../generator/studio/contract.ts';
import { api } from './api.ts';
import { type Act, splitPath } from './act.ts';
import { Diagnostics } from './diagnostics.tsx';
import { GenerateDialog, KeysDialog, MoveDialog } from './dialogs.tsx';
import { Code, Docs, Effect } from './panes.tsx';
import { isItem, leaveOutModel, placeModel, renameItem, schemaOf } from './items.ts';
import { Middle } from './middle.tsx';
import { methodsIn } from './rows.ts';
import { Tree } from './tree.tsx';
import { Yaml } from './yaml.tsx';

const TABS = ['Code', 'Docs', 'Effect', 'YAML'] as const;
type Tab = (typeof TABS)[number];

interface Notice {
  readonly text: string;
  readonly isFault: boolean;
}

function App() {
  const [state, setState] = useState<StudioState>();
  const [selected, setSelected] = useState<string>();
  const [detail, setDetail] = useState<MethodDetail>();
  const [model, setModel] = useState<ModelDetail>();
  const [tab, setTab] = useState<Tab>('Code');
  const [language, setLanguage] = useState('');
  const [notice, setNotice] = useState<Notice>();
  const [moving, setMoving] = useState<readonly string[]>();
  const [isHelp, setHelp] = useState(false);
  const [progress, setProgress] = useState<readonly string[]>();
  const [isDone, setDone] = useState(false);
  const [effect, setEffect] = useState<EffectView>();
  const [base, setBase] = useState('start');
  const [isComparing, setComparing] = useState(false);
  const revision = useRef(0);
  /** The last revision that the server named, and the number of own actions under way. */
  const newest = useRef(0);
  const waiting = useRef(0);

  const take = useCallback((next: StudioState | undefined): void => {
    if (next === undefined || next.revision < revision.current) return;
    revision.current = next.revision;
    setState(next);
  }, []);
  const told = useCallback(
    (answer: ActionAnswer): boolean => {
      if (answer.ok) take(answer.state);
      else {
        setNotice({ text: answer.reason, isFault: true });
        if (answer.conflict === true) void api.state().then(take);
      }
      return answer.ok;
    },
    [take],
  );
  const answered = useCallback(
    async (action: Promise<ActionAnswer>): Promise<ActionAnswer> => {
      waiting.current += 1;
      const answer = await action;
      waiting.current -= 1;
      if (waiting.current === 0 && answer.ok && newest.current > answer.state.revision)
        void api.state().then(take);
      return answer;
    },
    [take],
  );
  const act: Act = useCallback(
    async (action, label) => {
      const isOk = told(await answered(api.act(action, label)));
      if (isOk) setNotice({ text: `Done: ${label}.`, isFault: false });
      return isOk;
    },
    [told],
  );
  const undo = useCallback(
    async (isUndo: boolean): Promise<void> => {
      const answer = await answered(isUndo ? api.undo() : api.redo());
      if (told(answer)) setNotice({ text: isUndo ? 'Undone.' : 'Done again.', isFault: false });
    },
    [told],
  );
  const generate = useCallback(async (): Promise<void> => {
    setProgress([]);
    setDone(false);
    const answer = await api.generate();
    if (!answer.ok) {
      setProgress([answer.reason ?? 'It did not begin.']);
      setDone(true);
    }
  }, []);

  useEffect(() => {
    void api.state().then(take);
    return api.listen((event) => {
      if (event.kind === 'changed') {
        // The answer to an own action contains the state.
        newest.current = Math.max(newest.current, event.revision);
        if (event.revision > revision.current && waiting.current === 0) void api.state().then(take);
        if (event.outside) setNotice({ text: 'A file was changed outside of the studio.', isFault: false });
      }
      if (event.kind === 'progress') setProgress((lines) => [...(lines ?? []), event.text]);
      if (event.kind === 'generated') {
        setProgress(event.lines);
        setDone(true);
      }
    });
  }, [take]);

  const shown = state?.revision;
  useEffect(() => {
    const schema = schemaOf(selected);
    if (schema === undefined) setModel(undefined);
    if (selected === undefined || isItem(selected)) setDetail(undefined);
    let isOld = false;
    if (schema !== undefined) void api.model(schema).then((next) => !isOld && setModel(next));
    else if (selected !== undefined && !isItem(selected))
      void api.method(selected).then((next) => !isOld && setDetail(next));
    return () => void (isOld = true);
  }, [selected, shown]);
  const first = state?.languages[0]?.name ?? '';
  const spoken = state?.languages.some(({ name }) => name === language) ? language : first;

  // The effect takes longer than a click: asked for after a pause, once something has changed or is asked for.
  const wantsEffect =
    state !== undefined && (state.undo !== undefined || tab === 'Effect' || base !== 'start');
  useEffect(() => {
    if (!wantsEffect || spoken === '') return undefined;
    let isOld = false;
    const timer = setTimeout(() => {
      setComparing(true);
      void api.effect(base, spoken).then((next) => {
        if (isOld || next.isOutdated) return;
        setEffect(next);
        setComparing(false);
      });
    }, 600);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [wantsEffect, shown, base, spoken]);

  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => setNotice(undefined), notice.isFault ? 9000 : 3500);
    return () => clearTimeout(timer);
  }, [notice]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.composedPath()[0];
      const isText =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      const isControl = event.ctrlKey || event.metaKey;
      if (isControl && event.key === 'Enter') return event.preventDefault(), void generate();
      if (isText) return;
      if (isControl && event.key.toLowerCase() === 'z')
        return event.preventDefault(), void undo(!event.shiftKey);
      if (isControl && event.key === 'y') return event.preventDefault(), void undo(false);
      if (isControl || event.altKey) return;
      if (event.key === '/') return event.preventDefault(), document.getElementById('filter')?.focus();
      if (event.key === '?') return event.preventDefault(), setHelp(true);
      const tabAt = TABS[Number(event.key) - 1];
      if (tabAt !== undefined) setTab(tabAt);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undo, generate]);

  if (state === undefined) return <p class="loading">Reading the document …</p>;
  const methods = methodsIn(state.root);
  const names = new Map(methods.map(({ id, name }) => [id, name]));
  const labelOf = (ids: readonly string[]): string =>
    ids.length === 1
      ? (names.get(ids[0] ?? '') ??
        state.models.find(({ id }) => id === schemaOf(ids[0]))?.name ??
        ids[0] ??
        '')
      : `${ids.length} methods`;
  const modelOf = (id: string) => state.models.find((item) => item.id === schemaOf(id));
  const move = async (ids: readonly string[], resource: string): Promise<void> => {
    for (const found of ids.flatMap((id) => modelOf(id) ?? [])) {
      const { action, label } = placeModel(found, resource, found.key);
      await act(action, label);
    }
    const others = ids.filter((id) => !isItem(id));
    if (others.length > 0)
      await act(
        { kind: 'move', methods: others, resource: splitPath(resource) },
        `move ${labelOf(others)} to ${resource || 'the client'}`,
      );
  };
  const rename = (id: string, key: string): void => {
    const item = isItem(id) ? renameItem(state, id, key) : undefined;
    const action = item?.action ?? { kind: 'rename' as const, method: id, key };
    void act(action, item?.label ?? `rename ${names.get(id) ?? id} to ${key}`).then((isDone) => {
      // Ids of schemes and webhooks contain their names.
      if (isDone && selected === id && /^(?:scheme|unwrap) /.test(id)) setSelected(undefined);
    });
  };
  const skip = async (ids: readonly string[]): Promise<void> => {
    for (const found of ids.flatMap((id) => modelOf(id) ?? [])) {
      const { action, label } = leaveOutModel(found);
      await act(action, label);
    }
    const others = ids.filter((id) => !isItem(id));
    if (others.length > 0)
      await act(
        { kind: 'method-key', methods: others, key: 'skip', value: true },
        `leave out ${labelOf(others)}`,
      );
  };
  const counts = (severity: string): number =>
    state.diagnostics.filter((item) => item.severity === severity).length;
  const breaking =
    effect?.fault === undefined ? (effect?.findings.filter(({ bump }) => bump === 'major').length ?? 0) : 0;
  const pane = {
    id: detail === undefined && model === undefined ? undefined : selected,
    language: spoken,
    revision: state.revision,
  };

  return (
    <div class={`app${selected === undefined ? '' : ' has-method'}`}>
      <header>
        <h1>
          <span class="brand">studio</span> {state.title}
        </h1>
        <span class="sum">
          {methods.length} methods · {state.languages.map(({ title }) => title).join(', ')}
        </span>
        <span class="grow" />
        {state.isStale && <span class="badge fault">The config has errors</span>}
        {breaking > 0 && (
          <button type="button" class="badge major" onClick={() => setTab('Effect')}>
            {breaking} breaking
          </button>
        )}
        <span class="saved">{state.config.exists ? `${state.config.file} saved` : 'no config yet'}</span>
        <div class="group">
          <button
            type="button"
            disabled={state.undo === undefined}
            title={state.undo && `Undo: ${state.undo}`}
            onClick={() => void undo(true)}
          >
            Undo
          </button>
          <button
            type="button"
            disabled={state.redo === undefined}
            title={state.redo && `Redo: ${state.redo}`}
            onClick={() => void undo(false)}
          >
            Redo
          </button>
        </div>
        <button type="button" class="help" aria-label="Keys" onClick={() => setHelp(true)}>
          ?
        </button>
        <button type="button" class="primary" onClick={() => void generate()}>
          Generate
        </button>
      </header>

      <main>
        <Tree
          state={state}
          selected={selected}
          actions={{
            select: setSelected,
            rename,
            renameResource: (path, key) =>
              void act(
                {
                  kind: 'move-resource',
                  resource: splitPath(path),
                  to: [...splitPath(path).slice(0, -1), key],
                },
                `rename ${path} to ${key}`,
              ),
            move: (ids, resource) => void move(ids, resource),
            askMove: setMoving,
            skip: (ids) => void skip(ids),
            takeUp: (id) => {
              const left = state.leftOut.find((row) => row.id === id);
              void act(
                left?.name === undefined
                  ? { kind: 'move', methods: [id], resource: [] }
                  : { kind: 'method-key', methods: [id], key: 'skip' },
                `take up ${left?.name ?? id}`,
              );
            },
          }}
        />
        <Middle
          state={state}
          selected={selected}
          detail={detail}
          model={model}
          act={act}
          askMove={setMoving}
          select={setSelected}
        />
        <section class="panes" aria-label="Result">
          <div class="tabs">
            <div role="tablist" aria-label="Views">
              {TABS.map((name, index) => (
                <button
                  key={name}
                  type="button"
                  role="tab"
                  id={`tab-${name}`}
                  aria-selected={tab === name}
                  aria-controls="pane"
                  tabIndex={tab === name ? 0 : -1}
                  onClick={() => setTab(name)}
                  onKeyDown={(event) => {
                    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                    const next = TABS[(index + step + TABS.length) % TABS.length];
                    if (step === 0 || next === undefined) return;
                    setTab(next);
                    document.getElementById(`tab-${next}`)?.focus();
                  }}
                >
                  {name}
                </button>
              ))}
            </div>
            {state.languages.length > 1 && (tab === 'Code' || tab === 'Docs' || tab === 'Effect') && (
              <select
                aria-label="Language"
                value={spoken}
                onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
              >
                {state.languages.map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </div>
          <div class="pane" role="tabpanel" id="pane" aria-labelledby={`tab-${tab}`}>
            {tab === 'Code' && <Code {...pane} />}
            {tab === 'Docs' && <Docs {...pane} select={setSelected} />}
            {tab === 'Effect' && (
              <Effect
                effect={effect}
                base={base}
                setBase={setBase}
                isBusy={isComparing}
                packages={state.packages.flatMap(({ language: own, packageName }) =>
                  own === 'typescript' && packageName !== '' ? [packageName] : [],
                )}
              />
            )}
            {tab === 'YAML' && <Yaml state={state} told={told} />}
          </div>
        </section>
      </main>

      <Diagnostics
        state={state}
        counts={{ error: counts('error'), warning: counts('warning'), note: counts('note') }}
        show={(row) => {
          if (row.method !== undefined) setSelected(row.method);
          if (row.isConfig) setTab('YAML');
        }}
        mend={({ fix, code }) => fix && void act(fix.action, `${fix.label} (${code})`)}
        ignore={(code) =>
          void act(
            {
              kind: 'changes',
              changes: [{ kind: 'set', path: ['diagnostics', 'ignored', code], value: true }],
            },
            `ignore ${code}`,
          )
        }
      />
      <div
        class={`notice${notice === undefined ? '' : ' is-shown'}${notice?.isFault ? ' fault' : ''}`}
        role="status"
        aria-live="polite"
      >
        {notice?.text}
      </div>

      {moving !== undefined && (
        <MoveDialog
          state={state}
          label={labelOf(moving)}
          isModel={moving.some((id) => isItem(id))}
          close={() => setMoving(undefined)}
          choose={(resource) => {
            setMoving(undefined);
            void move(moving, resource);
          }}
        />
      )}
      {isHelp && <KeysDialog close={() => setHelp(false)} />}
      {progress !== undefined && (
        <GenerateDialog lines={progress} isDone={isDone} close={() => setProgress(undefined)} />
      )}
    </div>
  );
}

const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}
