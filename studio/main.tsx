/** The page of the studio. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { changesOf } from './changes.ts';
import { Diagnostics } from './diagnostics.tsx';
import { GenerateDialog, KeysDialog, MoveDialog } from './dialogs.tsx';
import { Header } from './header.tsx';
import { isItem } from './items.ts';
import { Middle } from './middle.tsx';
import { Results, type Tab } from './results.tsx';
import { methodsIn } from './rows.ts';
import { Tree } from './tree.tsx';
import { useEffectView, useSelected } from './use-answers.ts';
import { useKeys } from './use-keys.ts';
import { useProject } from './use-project.ts';

function App() {
  const project = useProject();
  const { state, notice, act, undo, generate, progress } = project;
  const [selected, setSelected] = useState<string>();
  const [tab, setTab] = useState<Tab>('Code');
  const [wanted, setLanguage] = useState('');
  const [moving, setMoving] = useState<readonly string[]>();
  const [isHelp, setHelp] = useState(false);
  const [base, setBase] = useState('start');
  const { detail, model } = useSelected(selected, state?.revision);
  const first = state?.languages[0]?.name ?? '';
  const language = state?.languages.some(({ name }) => name === wanted) ? wanted : first;
  // Asked for once something has changed, or when somebody looks.
  const isAsked = state !== undefined && (state.undo !== undefined || tab === 'Effect' || base !== 'start');
  const asked = useEffectView(isAsked, { base, language, revision: state?.revision });
  useKeys({ undo, generate, help: () => setHelp(true), show: setTab });
  if (state === undefined) return <p class="loading">Reading the document …</p>;

  const changes = changesOf(state, act);
  const { effect } = asked;
  const breaking =
    effect?.fault === undefined ? (effect?.findings.filter(({ bump }) => bump === 'major').length ?? 0) : 0;
  const rename = async (id: string, key: string): Promise<void> => {
    const isDone = await changes.rename(id, key);
    // Ids of schemes and webhooks contain their names.
    if (isDone && selected === id && /^(?:scheme|unwrap) /.test(id)) setSelected(undefined);
  };
  return (
    <div class={`app${selected === undefined ? '' : ' has-method'}`}>
      <Header
        state={state}
        methods={methodsIn(state.root).length}
        breaking={breaking}
        actions={{ undo, generate, help: () => setHelp(true), showEffect: () => setTab('Effect') }}
      />
      <main>
        <Tree
          state={state}
          selected={selected}
          actions={{
            ...changes,
            select: setSelected,
            rename: (id, key) => void rename(id, key),
            move: (ids, resource) => void changes.move(ids, resource),
            askMove: setMoving,
            skip: (ids) => void changes.skip(ids),
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
        <Results
          state={state}
          shown={{ id: detail === undefined && model === undefined ? undefined : selected, language, base }}
          tab={tab}
          setTab={setTab}
          setLanguage={setLanguage}
          select={setSelected}
          asked={asked}
          setBase={setBase}
          hear={project.hear}
        />
      </main>
      <Diagnostics
        state={state}
        show={(row) => {
          if (row.method !== undefined) setSelected(row.method);
          if (row.isConfig) setTab('YAML');
        }}
        act={act}
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
          label={changes.labelOf(moving)}
          isModel={moving.some((id) => isItem(id))}
          close={() => setMoving(undefined)}
          choose={(resource) => {
            setMoving(undefined);
            void changes.move(moving, resource);
          }}
        />
      )}
      {isHelp && <KeysDialog close={() => setHelp(false)} />}
      {progress && <GenerateDialog {...progress} close={project.closeProgress} />}
    </div>
  );
}

const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}
