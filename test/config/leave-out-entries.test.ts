/** Entries of a config that are wrong in themselves are left out, and each is a single error. */
import { describe, expect, it } from 'vitest';
import { leaveOutEntries } from '../../generator/config/leave-out-entries.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';

const ROOT = {
  edition: '1',
  pagination: [{ name: 'a' }, { name: 'b' }],
  readme: { example_requests: { headline: { endpoint: 'get /a' }, default: { endpoint: 'get /b' } } },
  resources: {
    pets: {
      methods: { list: 'get /pets', get: 1 },
      models: { pet: 'Pet' },
      subresources: { toys: { methods: { list: 2 }, subresources: { 'a/b': { models: { x: 3 } } } } },
    },
  },
};

const faultAt = (pointer: string | undefined, code = 'config-value', message = 'Wrong.'): Diagnostic =>
  ({
    ...{ code, severity: 'error', message },
    ...(pointer !== undefined && { origin: { document: 'sdkwright.yml', pointer } }),
  }) as unknown as Diagnostic;

const leftOut = (...faults: readonly Diagnostic[]) => leaveOutEntries(ROOT, faults);

describe('an entry', () => {
  it.each<[pointer: string, entry: string, path: readonly string[]]>([
    ['/pagination/1', 'pagination.1', ['pagination', '1']],
    ['/pagination/0/request/x', 'pagination.0', ['pagination', '0']],
    [
      '/readme/example_requests/headline/params',
      'readme.example_requests.headline',
      ['readme', 'example_requests', 'headline'],
    ],
    ['/resources/pets/methods/get', 'resources.pets.methods.get', ['resources', 'pets', 'methods', 'get']],
    [
      '/resources/pets/methods/get/endpoint',
      'resources.pets.methods.get',
      ['resources', 'pets', 'methods', 'get'],
    ],
    ['/resources/pets/models/pet', 'resources.pets.models.pet', ['resources', 'pets', 'models', 'pet']],
    [
      '/resources/pets/subresources/toys/methods/list',
      'resources.pets.subresources.toys.methods.list',
      ['resources', 'pets', 'subresources', 'toys', 'methods', 'list'],
    ],
    [
      '/resources/pets/subresources/toys/subresources/a~1b/models/x',
      'resources.pets.subresources.toys.subresources.a/b.models.x',
      ['resources', 'pets', 'subresources', 'toys', 'subresources', 'a/b', 'models', 'x'],
    ],
  ])('at %s is left out', (pointer, entry, path) => {
    const fault = faultAt(pointer);
    const { root, diagnostics } = leftOut(fault);
    const expected = structuredClone(ROOT) as Record<string, unknown>;
    const holder = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, expected);
    holder[path.at(-1) ?? ''] = { skip: true };
    expect(root).toEqual(expected);
    expect(diagnostics).toMatchObject([
      {
        code: 'config-entry-invalid',
        message: `Wrong. \`${entry}\` is left out.`,
        origin: { document: 'sdkwright.yml', pointer },
      },
    ]);
  });

  it('is a single error, whatever is wrong with it', () => {
    const { root, diagnostics } = leftOut(
      faultAt('/pagination/1/name', 'config-value', 'First.'),
      faultAt('/pagination/1/type', 'config-key-missing', 'Second.'),
      faultAt('/pagination/0', 'config-key-missing', 'Third.'),
    );
    expect(root).toMatchObject({ pagination: [{ skip: true }, { skip: true }] });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'First. `pagination.1` is left out.',
      'Third. `pagination.0` is left out.',
    ]);
  });

  it('is what the config does not hold as an object', () => {
    const { root } = leaveOutEntries({ pagination: 1, resources: { pets: 2 } }, [
      ...['/pagination/0', '/resources/pets/methods/get', '/resources/cats/models/cat'].map((pointer) =>
        faultAt(pointer),
      ),
    ]);
    const pets = { skip: true };
    expect(root).toEqual({ pagination: { skip: true }, resources: { pets, cats: { skip: true } } });
  });
});

it.each<[pointer: string | undefined, code?: string]>([
  ['/edition'],
  ['/pagination'],
  ['/pagination/x'],
  ['/pagination/1x'],
  ['/pagination/'],
  ['/x/pagination/1'],
  ['/readme/example_requests'],
  ['/readme/example_requests/'],
  ['/resources/pets'],
  ['/resources/pets/methods'],
  ['/resources/pets/methods/'],
  ['/resources/pets/other/list'],
  ['/resources/methods/list'],
  ['/resources/pets/subresources/toys'],
  ['/resources//methods/list'],
  ['/resources/pets/subresources//methods/list'],
  ['/resources/pets/subresources/toys/x/methods/list'],
  [undefined],
  ['/pagination/1', 'config-key-unknown'],
])('what is at %s stays, and so does its fault of %s', (pointer, code) => {
  const fault = faultAt(pointer, code);
  const { root, diagnostics } = leftOut(fault);
  expect(root).toBe(ROOT);
  expect(diagnostics).toEqual([fault]);
});
