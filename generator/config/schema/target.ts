/** The section of a language below `targets`. */
import type { LanguageName } from '../../languages/names.ts';
import { type Schema, flag, ignored, scalar, section, text, textOrNull } from './parts.ts';

/** Keys of every target. */
export const targetKeys = {
  out: text('Folder of the SDK, relative to this file.'),
  templates: {
    type: ['string', 'array'],
    items: { type: 'string' },
    description:
      'Template set or overlay: the name of a shipped set, or a folder relative to this file. A list contains overlays of a single set, applied in order.',
  },
  command: text(
    'A program that receives the plan as JSON on its standard input and prints files (docs/plan.md). It only runs with `--allow commands`.',
  ),
} as const;

export interface TargetSection {
  readonly language: LanguageName;
  readonly about: string;
  /** The meaning of `package_name`. */
  readonly packageName: string;
  /** The file that contains the version. */
  readonly manifest: string;
  /** Additional keys of this language. */
  readonly keys?: Readonly<Record<string, Schema>>;
  readonly publish: Readonly<Record<string, Schema>>;
  readonly options?: Readonly<Record<string, Schema>>;
}

export const targetSection = ({
  language,
  about,
  packageName,
  manifest,
  keys = {},
  publish,
  options = {},
}: TargetSection): Schema =>
  section(
    {
      package_name: textOrNull(packageName),
      ...keys,
      edition: scalar(
        `Same as \`edition\` of the config, for this target (\`${language}.2025-10-10\`). It overrides that of the config.`,
      ),
      production_repo: textOrNull('Repository, `owner/name`.'),
      publish: section({ ...publish, ...forService(['release']) }, 'Where the package is published.'),
      options: section({ ...forService(['custom']), ...options }, 'Options of the target.', {
        additionalProperties: ignored('service', 'For the hosted service.'),
      }),
      skip: flag('true: not generated.'),
      version: text(
        `Version of the package in the first run. Later runs keep the version in \`${manifest}\`, which release tools increase.`,
      ),
      ...targetKeys,
      ...forService(SERVICE_KEYS.filter((key) => !Object.hasOwn(keys, key))),
    },
    about,
  );

const SERVICE_KEYS = [
  'readme_title',
  'screencast',
  'staging_repo',
  'keep_files',
  'custom',
  'project_name',
  'readme',
  'publish_packages',
  'release_environment',
  'license',
];

/** Keys for the hosted service, which have no effect here. */
export const forService = (keys: readonly string[]): Readonly<Record<string, Schema>> =>
  Object.fromEntries(keys.map((key) => [key, ignored('service', 'For the hosted service.')]));
