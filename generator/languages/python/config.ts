/** Config keys of the Python SDK. */
import { textOrNull } from '../../config/schema/parts.ts';
import { targetSection } from '../../config/schema/target.ts';
import { snake } from '../../lib/words.ts';
import type { LanguageConfig } from '../language-data.ts';

export const pythonConfig: LanguageConfig = {
  section: targetSection({
    language: 'python',
    about:
      'The Python SDK. Generated together with the main target if it has `out`, or alone with `--target python`.',
    packageName: 'Name for `import`.',
    manifest: 'pyproject.toml',
    keys: { project_name: textOrNull('Name on PyPI. Default: the name for `import`.') },
    publish: {
      pypi: { type: ['boolean', 'object', 'null'], description: 'Whether the package is published on PyPI.' },
    },
  }),
  keys: [],
  proposed: (name) => ({
    // A name that can be imported.
    package_name: snake(name).replace(/^\d/, 'x$&') || 'sdk',
    out: 'sdk-python',
  }),
};
