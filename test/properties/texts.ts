/** What must hold of the files of a tree that are no code, whatever a document says. */
import MarkdownIt from 'markdown-it';
import semver from 'semver';
import { parseAllDocuments } from 'yaml';
import type { TreeFile } from '../../generator/emit/types.ts';
import { isJsonObject } from '../../generator/lib/json.ts';

export function textFaults({ path, text }: TreeFile): readonly string[] {
  const faults = path.endsWith('.md')
    ? markdownFaults(text)
    : /\.ya?ml$/.test(path)
      ? yamlFaults(text)
      : path === 'package.json'
        ? packageFaults(text)
        : [];
  return faults.map((fault) => `${path}: ${fault}`);
}

/** npm's own rules for names (validate-npm-package-name), as far as new packages go. */
const PACKAGE_NAME = /^(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/;
/** Commands of every SDK; a document adds none. */
const SCRIPTS = new Set(['build', 'prepare', 'prepack', 'prepublishOnly', 'test', 'typecheck']);
const DEPENDENCIES = ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'];

function packageFaults(text: string): readonly string[] {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) return ['is no object'];
  const { name, version, scripts } = value;
  const commands = isJsonObject(scripts) ? Object.entries(scripts) : [];
  return [
    ...(typeof name === 'string' && PACKAGE_NAME.test(name) && name.length <= 214
      ? []
      : [`the name ${JSON.stringify(name)} is none`]),
    ...(typeof version === 'string' && semver.valid(version) !== null
      ? []
      : [`the version ${JSON.stringify(version)} is none`]),
    ...commands.flatMap(([key, command]) =>
      SCRIPTS.has(key) && !/alert|[`\n]/.test(String(command))
        ? []
        : [`has the script ${key}: ${String(command)}`],
    ),
    ...DEPENDENCIES.filter((key) => Object.keys(Object(value[key])).length > 0).map((key) => `has ${key}`),
  ];
}

const yamlFaults = (text: string): readonly string[] =>
  parseAllDocuments(text, { logLevel: 'silent' }).flatMap((one) =>
    'errors' in one ? one.errors.map((error) => error.message) : [],
  );

/** The marks of generated parts, with nothing behind their end. */
const OWN_COMMENT = /^\s*<!-- (?:sdkwright:|UsageSnippet )(?:(?!--!?>)[^])* -->\s*$/;

const markdown = new MarkdownIt({ html: true });
markdown.validateLink = () => true;

function markdownFaults(text: string): readonly string[] {
  const tokens = markdown.parse(text, {}).flatMap((one) => [one, ...(one.children ?? [])]);
  return tokens.flatMap((token) => {
    if (token.type.startsWith('html'))
      return OWN_COMMENT.test(token.content)
        ? []
        : [`has the HTML ${JSON.stringify(token.content.slice(0, 80))}`];
    const target = String(token.attrGet('href') ?? token.attrGet('src') ?? '');
    return /^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(target) ? [`leads to ${target.slice(0, 80)}`] : [];
  });
}
