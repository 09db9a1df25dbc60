/** Config keys of the Go SDK. */
import { flag, matching, textOrNull } from '../../config/schema/parts.ts';
import { targetSection } from '../../config/schema/target.ts';
import type { LanguageConfig } from '../language-data.ts';

/** Text of a config never becomes code. */
export const MODULE_PATH = /^(?!\.)[\w.~-]+(?:\/(?!\.)[\w.~-]+)*$/;

export const goConfig: LanguageConfig = {
  section: targetSection({
    language: 'go',
    about:
      'The Go SDK. Generated together with the main target if it has `out`, or alone with `--target go`. The path of its ' +
      'module is `module_path`, or `github.com/` followed by `production_repo`.',
    packageName: 'Name of the package.',
    manifest: 'internal/version.go',
    keys: {
      module_path: {
        ...textOrNull(
          'Path of the module without `/vN`, if it is not at the root of its repository: ' +
            '`github.com/acme/sdks/go` for the folder `go` of `acme/sdks`.',
        ),
        ...matching(MODULE_PATH.source, 'a path such as `github.com/acme/sdks/go`'),
      },
    },
    publish: {},
    options: {
      enable_v2: flag('Older switch; names and shapes are always those of the current generation.'),
      back_compat_use_shared_package: flag('Older switch; shared models are in the package of the client.'),
    },
  }),
  keys: [],
  needsRepository: 'module',
  module: { file: 'go.mod', pathIn: (text) => /^module\s+(\S+?)(?:\/v\d+)?\s*$/m.exec(text)?.[1] },
  proposed: (name) => ({
    package_name: name.replace(/[^a-z0-9]/g, '').replace(/^(?![a-z])/, 'sdk'),
    out: 'sdk-go',
  }),
};
