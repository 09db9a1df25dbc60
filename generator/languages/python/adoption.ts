/** Repositories of Python packages that another generator filled. */
import type { AdoptionData } from '../language-data.ts';

const script = (about: string, ...commands: readonly string[]): string =>
  `#!/usr/bin/env bash\n# ${about}\nset -eu\ncd "$(dirname "$0")/.."\n${commands.join('\n')}\n`;

export const adoption: AdoptionData = {
  former: [
    {
      patterns: ['src/*/_*.py', 'src/*/_utils/**', 'src/*/{types,resources}/**', 'src/*/pagination.py'],
      reason: 'the runtime of the former generator; nothing generated imports it',
    },
    {
      patterns: [
        'tests/{__init__,conftest,utils,test_client,test_deepcopy,test_extract_files,test_files}.py',
        'tests/{test_legacy_response,test_models,test_qs,test_required_args,test_response}.py',
        'tests/{test_streaming,test_transform}.py',
        'tests/{api_resources,test_utils}/**',
        'tests/sample_file.txt',
      ],
      reason: 'tests the runtime of the former generator',
    },
    {
      patterns: ['{requirements,requirements-dev}.lock', 'uv.lock', 'poetry.lock'],
      reason: 'locks the packages of the former `pyproject.toml`',
    },
    {
      patterns: [
        '{noxfile.py,mypy.ini,.stats.yml,Brewfile}',
        'scripts/**',
        'bin/{ruffen-docs.py,replace-internal-symlinks}',
      ],
      reason: 'a tool, or settings of a tool, of the former package',
    },
  ],
  scripts: {
    'scripts/bootstrap': script(
      'Installs the package and what its tests need into .venv/.',
      'python3 -m venv .venv',
      '.venv/bin/pip install -e . pytest trio pyright mypy ruff',
    ),
    'scripts/lint': script(
      'Checks style and types; installs the tools first if they are missing.',
      '[ -x .venv/bin/ruff ] || ./scripts/bootstrap',
      '.venv/bin/ruff check src tests',
      // Pyright looks for packages of the first Python in the path, whatever folder it is in itself.
      '.venv/bin/pyright --pythonpath .venv/bin/python',
      '.venv/bin/mypy',
    ),
    'scripts/test': script(
      'Tests each method against a mock server, which needs Node.js.',
      '[ -x .venv/bin/pytest ] || ./scripts/bootstrap',
      '.venv/bin/pytest "$@"',
    ),
    'bin/publish-pypi': script(
      'Builds and publishes the package.',
      'python3 -m venv .venv',
      '.venv/bin/pip install build twine',
      'rm -rf dist',
      '.venv/bin/python -m build',
      'TWINE_USERNAME=__token__ TWINE_PASSWORD="$PYPI_TOKEN" .venv/bin/twine upload dist/*',
    ),
  },
  publisher: /publish-pypi|twine upload|pypi-publish|(?:rye|uv|poetry|hatch|flit) publish/,
  stale: [
    {
      command: /\bpython-version:[^#]*?['"\s[](?:2\.\d+|3\.\d)(?:['"\s,\]}]|$)/,
      reason: 'The new package needs Python 3.10 or later.',
    },
    {
      command: /\brye (?:sync|run|build)\b|\buv (?:sync|run)\b/,
      reason:
        '`pyproject.toml` has no groups of development packages any more. `./scripts/bootstrap` installs what ' +
        '`./scripts/lint` and `./scripts/test` need; `python -m build` builds.',
    },
  ],
  staleFiles: [],
  importedAs: (path) =>
    /^src\/((?!lib\/)[^/_]\w*(?:\/(?!_|lib\/)\w+)*)\.py$/.exec(path)?.[1]?.replaceAll('/', '.'),
  scriptNames: () => undefined,
  licenseIn: (path, text) => (path === 'pyproject.toml' ? projectText(text, 'license') : undefined),
  losses: (path, before, after) => {
    const [old, next] = [projectText(before, 'name'), projectText(after, 'name')];
    return path === 'pyproject.toml' && old !== undefined && old !== next
      ? [
          `The package was ${old} and is now ${next ?? 'nameless'}. ` +
            'Set `targets.python.package_name`, or users will not find it.',
        ]
      : [];
  },
};

/** A text of the table `[project]`; other tables may have the same keys. */
const projectText = (text: string, key: string): string | undefined =>
  new RegExp(`^\\[project\\]\\s*\\n(?:(?!\\[).*\\n)*?${key}\\s*=\\s*["']([^"'\\n]+)["']`, 'm').exec(
    text,
  )?.[1];
