/** `upgrade`, called by itself in small projects: what is changed, left and remembered. */
import { it } from 'vitest';
import { runUpgrade } from '../../generator/cli/commands/upgrade-run.ts';
import { type Files, type Scene, play } from './play.ts';
import { FILES, SPEC, done, methods } from './upgrade-files.ts';

const CODE = "import Zoo from 'zoo';\nconst client = new Zoo();\nvoid client.pets.find('1');\n";
const PROJECT: Files = {
  ...FILES,
  'package.json': '{"type": "module"}',
  'tsconfig.json': '{"compilerOptions": {"noLib": true, "types": []}}',
  'src/a.ts': CODE,
};
const upgrades =
  (...all: readonly (Partial<Parameters<typeof runUpgrade>[2]> & { readonly files?: readonly string[] })[]) =>
  async ({ terminal }: Scene): Promise<unknown> => {
    const codes: number[] = [];
    for (const { files = [], ...more } of all)
      codes.push(
        await runUpgrade(terminal, files, {
          ...{ from: 'api.yml', to: 'api.yml', fromConfig: 'old.yml', toConfig: 'new.yml' },
          ...more,
        }),
      );
    return codes;
  };
const SWAP = methods("find: 'get /pets/{id}', first: get /pets, second: get /toys");
const SWAPPED = methods("find: 'get /pets/{id}', first: get /toys, second: get /pets");
const MORE = `${SPEC}  /pets: {get: {${done}}}\n  /toys: {get: {${done}}}\n`;
const TWO: Files = {
  ...PROJECT,
  ...{ 'api.yml': MORE, 'old.yml': SWAP, 'new.yml': SWAPPED },
  'src/a.ts': `${CODE}void client.pets.first();\n`,
  'src/b.ts': `${CODE}void client.pets.second();\n`,
};
const LEFT: Files = { ...PROJECT, 'less.yml': SPEC.replace('/pets/{id}', '/cats/{id}') };
const sides = (from: string, to: string) => ({ from, to, dryRun: true });

it('upgrades', () =>
  play('upgrade', [
    ['all code', PROJECT, upgrades({ dryRun: true }, { check: true }, {}, {})],
    ['some code', { ...PROJECT, 'src/b.tsx': CODE }, upgrades({ files: ['src/*.tsx'] }, { check: true })],
    ['no code', PROJECT, upgrades({ files: ['none/*.ts', 'x.ts'] })],
    [
      'code in another form',
      { ...PROJECT, 'c.vue': CODE, 'd.vue': '' },
      upgrades({ files: ['c.vue', 'src/a.ts'] }, { files: ['d.vue', 'src/a.ts'] }),
    ],
    [
      'code with a mark',
      { ...PROJECT, 'src/a.ts': `\uFEFF${CODE}` },
      upgrades({}, { files: ['src/a.ts'], check: true }),
    ],
    ['names that were exchanged', TWO, upgrades({ files: ['src/b.ts'] }, {}, {})],
    ['names that cannot be remembered', { ...TWO, '.sdkwright': '' }, upgrades({ files: ['src/b.ts'] })],
    ['a method that is gone', LEFT, upgrades({ to: 'less.yml', toConfig: 'old.yml' })],
    [
      'from nothing',
      PROJECT,
      upgrades(sides('none.yml', 'api.yml'), sides('api.yml', 'broken.yml'), sides('none.yml', 'broken.yml')),
    ],
    [
      'from a URL',
      PROJECT,
      upgrades(sides('https://127.0.0.1:9/a', 'api.yml'), sides('api.yml', 'https://127.0.0.1:9/a'), {
        ...sides('https://127.0.0.1:9/a', 'api.yml'),
        allow: ['remote'],
      } as never),
    ],
    [
      'from outside',
      PROJECT,
      upgrades({ fromConfig: '../own.yml', dryRun: true }, {
        fromConfig: '../own.yml',
        dryRun: true,
        allow: ['outside'],
      } as never),
    ],
    ['from an SDK', PROJECT, upgrades({ from: 'sdk', fromConfig: undefined as never, dryRun: true })],
    [
      'to another name',
      PROJECT,
      upgrades(
        { fromConfig: 'named.yml', toConfig: 'renamed.yml', dryRun: true },
        { toConfig: 'renamed.yml', dryRun: true },
        { fromConfig: 'named.yml', toConfig: 'renamed.yml', package: 'zoo', dryRun: true },
        { package: 'other', check: true },
      ),
    ],
    [
      'code that cannot be written',
      { ...PROJECT, 'src/a.ts': '', '.git/a.ts': CODE },
      upgrades({ files: ['.git/a.ts'] }),
    ],
  ]));
