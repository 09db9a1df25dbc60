/** Secrets that lie in a project: no text of a branch has them copied into the SDK or quoted in the log. */
import { describe, expect, test } from 'vitest';
import { type Scene, SECRET, SPEC, createScene } from './support.ts';

const GENERATE = ['generate', '--spec', 'openapi.yml', '--out', 'sdk'];

const referring = (ref: string): string =>
  `${SPEC}components:\n  schemas:\n    Leak: { $ref: ${JSON.stringify(ref)} }\n`.replace(
    "'204': { description: Nothing }",
    "'200': { description: All, content: { application/json: { schema: { $ref: '#/components/schemas/Leak' } } } }",
  );

const FILES: Readonly<Record<string, string>> = {
  'secrets.json': `{"type":"object","description":"${SECRET}","properties":{"a":{"type":"string","default":"${SECRET}"}}}`,
  '.env': `TOKEN=${SECRET}\nexport X: [${SECRET}\n`,
  '.env.production': `TOKEN: "${SECRET}`,
  '.npmrc': `//registry.example/:_authToken=${SECRET}\n\t- [`,
  'config/.netrc': `machine example login a password ${SECRET}`,
  'private/deep/token.yml': `type: string\ndescription: ${SECRET}\n`,
};

/** What names the file, and the command that reads it. */
const WAYS: Readonly<Record<string, (scene: Scene, file: string) => readonly string[]>> = {
  'a $ref': ({ put }, file) => (put('repository/openapi.yml', referring(`./${file}`)), GENERATE),
  'a $ref with a fragment': ({ put }, file) => (
    put('repository/openapi.yml', referring(`${file}#/properties/a`)), GENERATE
  ),
  'a $ref through a link': ({ put, link }, file) => (
    link('repository/harmless.yml', file), put('repository/openapi.yml', referring('harmless.yml')), GENERATE
  ),
  'a part that refers to it': ({ put }, file) => (
    put('repository/part.yml', `A: { $ref: ${JSON.stringify(file)} }`),
    put('repository/openapi.yml', referring('part.yml#/A')),
    GENERATE
  ),
  'spec of a config': ({ put }, file) => (
    put('repository/sdkwright.yml', `spec: ${JSON.stringify(file)}\n`), ['generate', '--out', 'sdk']
  ),
  'an overlay of a config': ({ put }, file) => (
    put('repository/sdkwright.yml', `openapi: { overlays: [${JSON.stringify(file)}] }\n`), GENERATE
  ),
  'templates that lie around it': ({ put }, file) => (
    put(
      'repository/target.yaml',
      `name: evil\nview: 1\nextends: typescript\noutputs:\n  - { template: ${JSON.stringify(file)}, path: docs/stolen.txt }\n`,
    ),
    [...GENERATE, '--templates', './']
  ),
};

describe.each(Object.entries(WAYS))('%s', (_way, bring) => {
  test.each(Object.keys(FILES))('%s', async (file) => {
    const scene = createScene();
    scene.put('repository/.gitignore', 'secrets.json\nprivate/\n');
    for (const [path, text] of Object.entries(FILES)) scene.put(`repository/${path}`, text);
    const args = bring(scene, file);
    const runs = [
      await scene.run(...args),
      await scene.run(
        'check',
        ...args.slice(1).filter((one, at) => !/^--out$/.test(one) && args[at] !== '--out'),
      ),
    ];
    for (const { said } of runs) expect(said).not.toContain(SECRET);
    const made = Object.entries(scene.tree('repository')).filter(([path]) =>
      path.startsWith('repository/sdk/'),
    );
    expect(made.filter(([, text]) => text.includes(SECRET))).toEqual([]);
    expect(runs[0]?.code).toBe(1);
  });
});

test('a document that is built, and ignored with its parts, is read', async () => {
  const { put, run } = createScene();
  put('repository/.gitignore', 'dist/\n');
  put('repository/dist/openapi.yml', referring('./parts/thing.yml'));
  put('repository/dist/parts/thing.yml', 'type: object\nproperties: { seen: { type: string } }\n');
  put('repository/sdkwright.yml', 'spec: dist/openapi.yml\n');
  expect((await run('check')).code).toBe(0);
  put('repository/dist/openapi.yml', referring('../secrets/thing.yml'));
  put('repository/secrets/thing.yml', `type: string\ndescription: ${SECRET}\n`);
  put('repository/.gitignore', 'dist/\nsecrets/*\n!secrets/public.yml\n');
  expect(await run('check')).toMatchObject({ code: 1, said: expect.stringContaining('error[file-private]') });
  put('repository/secrets/public.yml', 'type: string\n');
  put('repository/dist/openapi.yml', referring('../secrets/public.yml'));
  expect((await run('check')).code).toBe(0);
});

test('who trusts the document says so', async () => {
  const { put, run } = createScene();
  put('repository/.gitignore', 'mine.yml\n');
  put('repository/mine.yml', 'type: string\n');
  put('repository/openapi.yml', referring('mine.yml'));
  expect((await run('check', '--spec', 'openapi.yml')).code).toBe(1);
  expect((await run('check', '--spec', 'openapi.yml', '--allow', 'outside')).code).toBe(0);
});
