/** How an SDK of an upgrade is opened: a document, an SDK, a revision, or none. */
import { expect, it } from 'vitest';
import { openSides } from '../../generator/cli/upgrade/both-sides.ts';
import { type MadeSdk, type OpenedSide, openSdk, packageOf } from '../../generator/cli/upgrade/sides.ts';
import { type Row, type Scene, play } from './play.ts';
import { FILES } from './upgrade-files.ts';

const shown = (opened: OpenedSide): unknown => {
  if (opened.kind === 'problem')
    return {
      found: opened.diagnostics.map(({ code, message }) => `${code}: ${message}`),
      texts: [...(opened.texts?.keys() ?? [])],
    };
  const { api, sdk, files, diagnostics, ...made } = opened.made;
  return {
    ...{
      kind: opened.kind,
      ...made,
      title: api.info.title,
      methods: sdk.methods?.length,
      found: diagnostics.map(({ message }) => message),
    },
    files: [files.length > 10, ...files.map(({ path }) => path).filter((path) => path.includes('pets'))],
  };
};
const open =
  (label: string, more: Partial<Parameters<typeof openSdk>[0]> = {}) =>
  async ({ terminal }: Scene): Promise<unknown> =>
    shown(await openSdk({ label, allowRemote: false, allowOutside: false, cwd: terminal.cwd, ...more }));

it('opens sides', () =>
  play(
    'upgrade-sides',
    (
      [
        ['a document', open('api.yml')],
        ['with a config', open('api.yml', { config: 'named.yml' })],
        ['with a config without a name', open('api.yml', { config: 'old.yml' })],
        ['with an overlay', open('api.yml', { config: 'overlaid.yml' })],
        ['with an overlay outside', open('api.yml', { config: 'outside.yml' })],
        ['with a broken config', open('api.yml', { config: 'bad.yml' })],
        ['with no config', open('api.yml', { config: 'none.yml' })],
        ['that is not there', open('none.yml')],
        ['that is broken', open('broken.yml')],
        ['with a fault', open('faulty.yml')],
        ['outside', open('../far.yml')],
        ['outside, allowed', open('../far.yml', { allowOutside: true })],
        ['a revision', open('none:api.yml')],
        ['an SDK', open('sdk')],
        ['an SDK and a config', open('./sdk', { config: 'overlaid.yml' })],
        ['an SDK and its name', open('./sdk', { config: 'named.yml' })],
        ['an SDK with its config', open('own')],
        ['a package with its config', open('npm:./own')],
        ['parts outside', open('parts.yml')],
        ['parts outside, allowed', open('parts.yml', { allowOutside: true })],
        ['another folder', open('empty')],
        ['a folder with another name for it', open('file:empty')],
        ['no name of a package', open('-a@1')],
        ['a package of no name', open('npm:a b')],
      ] as const
    ).map(([label, act]): Row => [label, FILES, act]),
  ));

const both =
  (options: Partial<Parameters<typeof openSides>[1]>) =>
  async ({ terminal }: Scene): Promise<unknown> => {
    const sides = await openSides(terminal, { from: 'api.yml', to: 'api.yml', ...options });
    const about = ({ name, files }: MadeSdk) => [
      name,
      ...files.map(({ path }) => path).filter((path) => path.startsWith('src/funcs/pets')),
    ];
    return typeof sides === 'number' ? sides : [about(sides.before), about(sides.after)];
  };

it('opens both sides', () =>
  play(
    'upgrade-both',
    (
      [
        ['documents', both({})],
        ['with configs', both({ fromConfig: 'named.yml', toConfig: 'renamed.yml' })],
        ['with another name', both({ fromConfig: 'named.yml', toConfig: 'renamed.yml', package: 'x' })],
        ['an SDK', both({ from: 'sdk' })],
        ['from nothing', both({ from: 'broken.yml' })],
        ['to nothing', both({ to: 'none.yml' })],
        ['a URL', both({ to: 'https://127.0.0.1:9/a' })],
        ['a URL, allowed', both({ from: 'https://127.0.0.1:9/a', allow: ['remote'] })],
        ['parts outside', both({ from: 'parts.yml' })],
        ['parts outside, allowed', both({ from: 'parts.yml', allow: ['outside'] })],
      ] as const
    ).map(([label, act]): Row => [label, FILES, act]),
  ));

it.each<[label: string, expected: string | undefined]>([
  ...['a@1', 'acme@next', '@acme/api@2.0.0', '@a-b.c/d-e.f@^1.0', 'x@~1', 'x@1-beta+2'].map(
    (name): [string, string] => [name, `npm:${name}`],
  ),
  ['npm:acme', 'npm:acme'],
  ...['./a@1', 'a/b@1', '@a/b', '@/b@1', 'a@', '@1', 'a@b@c', '@a!/b@1', 'a!@1', 'a@1!', 'a@1/b', 'x:y'].map(
    (name): [string, undefined] => [name, undefined],
  ),
])('%s is the package %s', (label, expected) => expect(packageOf(label)).toBe(expected));
