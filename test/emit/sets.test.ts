import { describe, expect, it } from 'vitest';
import { hashOriginal } from '../../generator/emit/layers.ts';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import { describeSet, ejectTemplates, listSets } from '../../generator/emit/sets.ts';
import { memoryTemplates } from '../../generator/emit/template-io.ts';

const FILES = {
  'shipped/base/target.yaml':
    'name: base\nabout: All there is.\nview: 1\noutputs: [{ template: a.hbs, path: a }]\nruntime: runtime\n',
  'shipped/base/a.hbs': 'A{{> partials/p}}{{> hooks/h}}\n',
  'shipped/base/partials/p.hbs': 'P',
  'shipped/base/hooks/h.hbs': '',
  'shipped/base/runtime/r.ts': 'R\n',
  'shipped/over/target.yaml': 'name: over\nview: 1\nextends: base\n',
};
const eject = (names: readonly string[], files: Record<string, string> = {}) =>
  ejectTemplates({ set: 'base', names, into: './mine' }, memoryTemplates({ ...FILES, ...files }));

describe('templates list', () => {
  it('names the shipped sets and what can be replaced in them', async () => {
    const io = memoryTemplates(FILES);
    expect((await listSets(io)).value.map((set) => [set.name, set.about, set.chain])).toEqual([
      ['base', 'All there is.', ['base']],
      ['over', '', ['base', 'over']],
    ]);
    expect((await describeSet('over', io)).value?.files).toEqual([
      'a.hbs',
      'hooks/h.hbs',
      'partials/p.hbs',
      'runtime/r.ts',
    ]);
  });
});

describe('templates eject', () => {
  it('copies files and notes what they were made from', async () => {
    const { value, diagnostics } = await eject(['partials/p', 'runtime/r.ts']);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([
      {
        path: 'target.yaml',
        text: `name: custom\nview: 1\nextends: base\noriginals:\n  partials/p.hbs: ${hashOriginal('P')}\n  runtime/r.ts: ${hashOriginal('R\n')}\n`,
      },
      { path: 'partials/p.hbs', text: 'P' },
      { path: 'runtime/r.ts', text: 'R\n' },
    ]);
  });

  it('keeps what is in the overlay', async () => {
    const mine = {
      'mine/target.yaml': '# ours\nname: mine\nview: 1\nextends: base\n',
      'mine/a.hbs': 'changed',
    };
    expect((await eject(['partials/p'], mine)).value[0]?.text).toBe(
      `# ours\nname: mine\nview: 1\nextends: base\noriginals:\n  partials/p.hbs: ${hashOriginal('P')}\n`,
    );
    expect((await eject(['a'], mine)).diagnostics.map((one) => `${one.code}: ${one.message}`)).toEqual([
      'template-ejected-already: The file mine/a.hbs already exists.',
    ]);
  });

  it('suggests the nearest name', async () => {
    expect((await eject(['partials/q'])).diagnostics.map((one) => [one.message, one.help])).toEqual([
      [
        'The template set has no file partials/q.',
        'Correct the name, or add the file; the nearest name is partials/p.hbs.',
      ],
    ]);
  });
});

describe('an override', () => {
  const load = (original: string) =>
    loadTemplateSet(
      './mine',
      memoryTemplates({
        ...FILES,
        'mine/target.yaml': `name: mine\nview: 1\nextends: base\noriginals:\n  partials/p.hbs: ${hashOriginal(original)}\n`,
        'mine/partials/p.hbs': 'Q',
      }),
    );

  it('is fine while its original stays as it was, and warned of later', async () => {
    expect((await load('P')).diagnostics).toEqual([]);
    const stale = await load('older');
    expect(stale.value).toBeDefined();
    expect(stale.diagnostics.map((one) => [one.code, one.severity, one.message, one.position?.line])).toEqual(
      [
        [
          'template-override-stale',
          'warning',
          'The file shipped/base/partials/p.hbs changed since mine/partials/p.hbs was made from it.',
          5,
        ],
      ],
    );
  });
});
