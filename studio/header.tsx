/** The head of the page: what is open, what was saved, undo and Generate. */
import type { StudioState } from '../generator/studio/contract.ts';

export function Header({
  state,
  methods,
  breaking,
  actions,
}: {
  readonly state: StudioState;
  /** Number of methods. */
  readonly methods: number;
  /** Number of changes that break code of users. */
  readonly breaking: number;
  readonly actions: {
    readonly undo: (isUndo: boolean) => Promise<void>;
    readonly generate: () => Promise<void>;
    readonly help: () => void;
    readonly showEffect: () => void;
  };
}) {
  const { undo, generate, help, showEffect } = actions;
  return (
    <header>
      <h1>
        <span class="brand">studio</span> {state.title}
      </h1>
      <span class="sum">
        {methods} methods · {state.languages.map(({ title }) => title).join(', ')}
      </span>
      <span class="grow" />
      {state.isStale && (
        <span
          class="badge fault"
          title="The tree shows the last valid state; the diagnostics say what is wrong"
        >
          Errors
        </span>
      )}
      {breaking > 0 && (
        <button type="button" class="badge major" onClick={showEffect}>
          {breaking} breaking
        </button>
      )}
      <span class="saved">
        {state.config.exists
          ? `${state.config.file} saved`
          : state.config.isGone
            ? `${state.config.file} is gone`
            : 'no config yet'}
      </span>
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
      <button type="button" class="help" aria-label="Keys" onClick={help}>
        ?
      </button>
      <button type="button" class="primary" onClick={() => void generate()}>
        Generate
      </button>
    </header>
  );
}
