/**
 * Changes of the config that settle a diagnostic, as data. `{name}` stands for a parameter of the diagnostic.
 * The place of the diagnostic is a key of the config where an edit has no path of its own.
 */
import type { JsonValue } from '../lib/json.ts';
import type { DiagnosticCode } from './catalogue.ts';

export interface Fix {
  /** What the button says. */
  readonly label: string;
  readonly edit: FixEdit;
}

export type FixEdit =
  /** Removes the key at the place, or the item of a list around it. */
  | { readonly kind: 'remove'; readonly what: 'key' | 'item' }
  /** Writes another text at the place; in an object at `key`. */
  | { readonly kind: 'replace'; readonly value: string; readonly key?: string }
  | { readonly kind: 'rename-key'; readonly key: string }
  /** Removes a key of the method whose entry or endpoint is the place; the path may lead deeper. */
  | { readonly kind: 'drop'; readonly path: readonly string[] }
  /** Sets a key anywhere in the config; a part `{resource}` may have several keys in dots. */
  | { readonly kind: 'set'; readonly path: readonly string[]; readonly value: JsonValue }
  /** Sets a key of the method of `{operation}`. */
  | { readonly kind: 'method'; readonly key: 'paginated'; readonly value: boolean }
  /** Writes the name that the method of `{operation}` has now. */
  | { readonly kind: 'keep-name' };

const remove = (label: string, what: 'key' | 'item' = 'key'): Fix => ({
  label,
  edit: { kind: 'remove', what },
});

const nearest = (key?: string): Fix => ({
  label: 'Write {nearest}',
  edit: { kind: 'replace', value: '{nearest}', ...(key !== undefined && { key }) },
});

export const fixes: { readonly [Code in DiagnosticCode]?: Fix } = {
  'config-key-misspelt': { label: 'Write {nearest}', edit: { kind: 'rename-key', key: '{nearest}' } },
  'config-key-unknown': remove('Remove {key}'),
  'config-name-unknown': nearest(),
  'config-operation-unknown': nearest('endpoint'),
  'config-model-unknown': nearest('openapi_uri'),
  'config-model-twice': remove('Remove this name'),
  'config-model-inline': remove('Remove the model'),
  'method-websocket': remove('Remove the method'),
  'model-written-out': {
    label: 'Name it {key}',
    edit: { kind: 'set', path: ['resources', '{resource}', 'models', '{key}'], value: '{name}' },
  },
  'operations-unconfigured': {
    label: 'Name them by default',
    edit: { kind: 'set', path: ['unspecified_endpoints'], value: 'generate' },
  },
  'method-name-collision': { label: 'Keep {renamed}', edit: { kind: 'keep-name' } },
  'pagination-mismatch': {
    label: 'Do not paginate',
    edit: { kind: 'method', key: 'paginated', value: false },
  },
  'pagination-not-found': {
    label: 'Do not paginate',
    edit: { kind: 'method', key: 'paginated', value: false },
  },
  'pagination-scheme-unused': remove('Remove the scheme', 'item'),
  'pagination-purpose-unknown': nearest('purpose'),
  'unwrap-missing': { label: 'Return the whole result', edit: { kind: 'drop', path: ['unwrap_response'] } },
  'positional-unknown': { label: 'Use the default', edit: { kind: 'drop', path: ['positional_params'] } },
  'stream-discriminator-missing': {
    label: 'Remove it',
    edit: { kind: 'drop', path: ['streaming', 'param_discriminator'] },
  },
  'webhook-key-missing': { label: 'Call it {unsafe}', edit: { kind: 'rename-key', key: '{unsafe}' } },
  'title-generic': {
    label: 'Keep {name}',
    edit: { kind: 'set', path: ['client_settings', 'client_name'], value: '{name}' },
  },
  'info-missing': {
    label: 'Keep {instead}',
    edit: { kind: 'set', path: ['client_settings', 'client_name'], value: '{instead}' },
  },
  'mcp-server-not-made': {
    label: 'Generate it into mcp',
    edit: { kind: 'set', path: ['targets', 'mcp'], value: { out: 'mcp' } },
  },
  'edit-matches-nothing': remove('Remove this change', 'item'),
  'edit-unknown': remove('Remove this change', 'item'),
  'edit-ignored': remove('Remove this change', 'item'),
};
