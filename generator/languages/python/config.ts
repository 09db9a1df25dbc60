/** Config keys of the Python SDK. */
import { textOrNull } from '../../config/schema/parts.ts';
import { targetSection } from '../../config/schema/target.ts';
import { snake } from '../../lib/words.ts';
import type { LanguageConfig } from '../language-data.ts';

export const pythonConfig: LanguageConfig = {
  section: targetSection({
    language: 'python',
    about:
      'The Python SDK. Made beside that of the main target where it has `out`, and alone by `--target python`.',
    packageName: 'Name that is imported.',
    manifest: 'pyproject.toml',
    keys: { project_name: textOrNull('Name on PyPI; without it the one that is imported.') },
    publish: { pypi: { type: ['boolean', 'object', 'null'], description: 'Whether it goes to PyPI.' } },
  }),
  keys: [],
  proposed: (name) => ({
    // A name that can be imported.
    package_name: snake(name).replace(/^\d/, 'x$&') || 'sdk',
    out: 'sdk-python',
  }),
};
