import { cell, grows, harmless, promisesMore, repaired, rules } from './rule.ts';

const alias = 'Keep the old name as an alias of the new one in `models`: the bump becomes minor.';

export const responseRules = rules('response', {
  'success-status-added': {
    title: 'success status added',
    mirror: 'success-status-removed',
    cells: { api: cell('depends', [], 'same', 'minor') },
  },
  'success-status-removed': {
    title: 'success status removed',
    mirror: 'success-status-added',
    cells: { api: cell('break', [], 'repaired', 'minor') },
  },
  'success-status-changed': {
    title: 'success status changed',
    mirror: 'self',
    cells: { api: cell('break', [], 'repaired', 'minor') },
  },
  'error-status-added': {
    title: 'error status added',
    mirror: 'error-status-removed',
    cells: { api: grows },
  },
  'error-status-removed': {
    title: 'error status removed',
    mirror: 'error-status-added',
    cells: { api: harmless },
  },
  'error-body-removed': {
    title: 'body of an error no longer documented',
    mirror: 'error-status-added',
    cells: { api: cell('depends', ['read'], 'changed', 'major') },
    mitigation: 'Go on documenting the body of the error.',
  },
  'error-types-added': {
    title: 'first body of an error documented',
    mirror: 'error-types-removed',
    cells: { api: grows },
  },
  'error-types-removed': {
    title: 'no error has a documented body any more',
    mirror: 'error-types-added',
    cells: { api: cell('ok', ['name'], 'same', 'major') },
    mitigation: 'Document the body of an error, if only as `default`.',
  },
  'response-body-added': {
    title: 'result added where there was none',
    mirror: 'response-body-removed',
    cells: { api: cell('ok', ['type-level', 'fake'], 'same', 'minor') },
  },
  'response-body-removed': {
    title: 'result removed',
    mirror: 'response-body-added',
    cells: { api: cell('break', ['read', 'fake'], 'changed', 'major') },
  },
  'result-may-be-empty': {
    title: 'result may be absent',
    mirror: 'result-never-empty',
    cells: { api: cell('depends', ['read'], 'changed', 'major') },
  },
  'result-never-empty': {
    title: 'result is always there',
    mirror: 'result-may-be-empty',
    cells: { api: cell('ok', ['fake'], 'same', 'minor') },
  },
  'response-media-type-added': {
    title: 'response media type added',
    mirror: 'response-media-type-removed',
    cells: { api: grows },
  },
  'response-media-type-removed': {
    title: 'response media type removed',
    mirror: 'response-media-type-added',
    cells: { api: repaired },
  },
  'response-media-type-generalized': {
    title: 'response media type became more general',
    mirror: 'response-media-type-specialized',
    cells: { api: cell('break', [], 'same', 'minor') },
  },
  'response-media-type-specialized': {
    title: 'response media type became more specific',
    mirror: 'response-media-type-generalized',
    cells: { api: harmless },
  },
  'result-media-type-changed': {
    title: 'result read from another media type',
    mirror: 'self',
    cells: { api: cell('ok', ['read', 'exhaust', 'fake'], 'changed', 'major') },
    mitigation: 'Go on offering the media type that the SDK reads, before the new one.',
  },
  'response-header-added': {
    title: 'response header added',
    mirror: 'response-header-removed',
    cells: { api: harmless },
  },
  'response-header-removed': {
    title: 'optional response header removed',
    mirror: 'response-header-added',
    cells: { api: cell('depends', [], 'changed', 'minor') },
  },
  'required-response-header-removed': {
    title: 'required response header removed',
    mirror: 'response-header-added',
    cells: { api: cell('break', [], 'changed', 'minor') },
  },
  'response-header-became-optional': {
    title: 'response header became optional',
    mirror: 'response-header-became-required',
    cells: { api: cell('break', [], 'changed', 'minor') },
  },
  'response-header-became-required': {
    title: 'response header became required',
    mirror: 'response-header-became-optional',
    cells: { api: harmless },
  },
});

export const nameRules = rules('name', {
  'model-added': { title: 'named type added', mirror: 'model-removed', cells: { api: grows } },
  'model-extracted': {
    title: 'inline type got a name',
    mirror: 'model-removed',
    cells: { api: cell('ok', ['type-level'], 'same', 'minor') },
  },
  'model-removed': {
    title: 'named type removed or inlined',
    mirror: 'model-added',
    cells: { api: cell('ok', ['name'], 'same', 'major') },
    mitigation: 'Keep the schema as a component and in `models`.',
  },
  'model-renamed': {
    title: 'type renamed',
    mirror: 'self',
    cells: { api: cell('ok', ['name'], 'same', 'major') },
    mitigation: alias,
  },
  'model-moved': {
    title: 'type moved to another resource',
    mirror: 'self',
    cells: { api: cell('ok', ['name'], 'same', 'major') },
    mitigation: 'Pin it in the `models` of its old resource in the config.',
  },
  'client-renamed': {
    title: 'client renamed',
    mirror: 'self',
    cells: { api: cell('ok', ['name'], 'same', 'major') },
    mitigation: 'Set `client_settings.client_name` in the config.',
  },
});

export const securityRules = rules('security', {
  'security-required': {
    title: 'authentication became mandatory',
    mirror: 'security-dropped',
    cells: { api: cell('break', [], 'rejected', 'major') },
  },
  'security-dropped': {
    title: 'authentication no longer needed',
    mirror: 'security-required',
    cells: { api: grows },
  },
  'security-replaced': {
    title: 'way of authentication replaced',
    mirror: 'self',
    cells: { api: cell('break', [], 'rejected', 'major') },
    mitigation: 'Accept the old way as an alternative for a while.',
  },
  'security-alternative-added': {
    title: 'alternative way of authentication added',
    mirror: 'security-alternative-removed',
    cells: { api: grows },
  },
  'security-alternative-removed': {
    title: 'alternative way of authentication removed',
    mirror: 'security-alternative-added',
    cells: { api: cell('depends', [], 'rejected', 'minor') },
  },
  'security-scope-added': {
    title: 'further scope demanded',
    mirror: 'security-scope-removed',
    cells: { api: cell('depends', [], 'rejected', 'minor') },
  },
  'security-scope-removed': {
    title: 'scope no longer demanded',
    mirror: 'security-scope-added',
    cells: { api: harmless },
  },
  'security-scheme-added': {
    title: 'security scheme added',
    mirror: 'security-scheme-removed',
    cells: { api: grows },
  },
  'security-scheme-removed': {
    title: 'security scheme removed',
    mirror: 'security-scheme-added',
    cells: { api: harmless },
  },
  'security-scheme-changed': { title: 'security scheme changed', mirror: 'self', cells: { api: repaired } },
  'security-scheme-detail-changed': {
    title: 'description of a security scheme changed',
    mirror: 'self',
    cells: { api: harmless },
  },
  'client-option-added': {
    title: 'client option added',
    mirror: 'client-option-removed',
    cells: { api: grows },
  },
  'client-option-added-required': {
    title: 'required client option added',
    mirror: 'client-option-removed',
    cells: { api: cell('depends', ['call'], 'rejected', 'major') },
    mitigation: 'Give it a default or `read_env` in `client_settings.opts`.',
  },
  'client-option-removed': {
    title: 'client option removed',
    mirror: 'client-option-added',
    cells: { api: cell('ok', ['call'], 'changed', 'major') },
  },
  'client-option-became-required': {
    title: 'client option became required',
    mirror: 'client-option-became-optional',
    cells: { api: cell('depends', ['call'], 'rejected', 'major') },
  },
  'client-option-became-optional': {
    title: 'client option became optional',
    mirror: 'client-option-became-required',
    cells: { api: cell('ok', ['type-level'], 'same', 'minor') },
  },
  'client-option-changed': {
    title: 'client option changed',
    mirror: 'self',
    cells: { api: cell('ok', ['call'], 'changed', 'major') },
  },
});

export const clientRules = rules('client', {
  'document-added': {
    title: 'document is new',
    mirror: 'document-removed',
    cells: { api: grows },
  },
  'document-removed': {
    title: 'document is gone',
    mirror: 'document-added',
    cells: { api: cell('break', ['call', 'read', 'name', 'fake'], 'rejected', 'major') },
  },
  'client-default-changed': {
    title: 'what the client does by itself changed',
    mirror: 'self',
    cells: { api: cell('ok', [], 'changed', 'minor') },
  },
  'conversion-changed': {
    title: 'times or 64-bit integers have another type',
    mirror: 'self',
    cells: { api: cell('ok', ['call', 'read', 'fake'], 'changed', 'major') },
    mitigation: 'Keep the options `dates` and `int64` of the target, or release a new major version.',
  },
  'client-option-meaning-changed': {
    title: 'client option used for something else',
    mirror: 'self',
    cells: { api: cell('depends', [], 'rejected', 'major') },
    mitigation: 'Give the new meaning an option of its own in `client_settings.opts`.',
  },
  'client-option-default-changed': {
    title: 'default of a client option changed',
    mirror: 'self',
    cells: { api: cell('ok', [], 'silent', 'minor') },
  },
  'environment-variable-changed': {
    title: 'environment variable renamed',
    mirror: 'self',
    cells: { api: cell('ok', [], 'rejected', 'major') },
    mitigation: 'Pin it with `read_env` or `default_env_prefix` in `client_settings`.',
  },
  'serialization-changed': {
    title: 'arrays and objects written otherwise',
    mirror: 'self',
    cells: { api: cell('depends', [], 'changed', 'minor') },
    mitigation: 'Pin `query_settings`, or the `edition`, in the config.',
  },
  'credentials-sent-changed': {
    title: 'rule for sending credentials changed',
    mirror: 'self',
    cells: { api: cell('depends', [], 'changed', 'minor') },
  },
  'browsers-refused': {
    title: 'browsers refused',
    mirror: 'browsers-allowed',
    cells: { api: cell('ok', [], 'rejected', 'major') },
  },
  'browsers-allowed': { title: 'browsers allowed', mirror: 'browsers-refused', cells: { api: grows } },
});

export const serverRules = rules('server', {
  'server-changed': {
    title: 'default server changed',
    mirror: 'self',
    cells: { api: cell('depends', [], 'silent', 'minor') },
    mitigation: 'Keep the old host answering.',
  },
  'environment-changed': {
    title: 'URL of an environment changed',
    mirror: 'self',
    cells: { api: cell('depends', [], 'silent', 'minor') },
  },
  'environment-added': { title: 'environment added', mirror: 'environment-removed', cells: { api: grows } },
  'environment-removed': {
    title: 'environment removed',
    mirror: 'environment-added',
    cells: { api: cell('depends', ['call'], 'rejected', 'major') },
  },
  'server-variable-added': {
    title: 'server variable added',
    mirror: 'server-variable-removed',
    cells: { api: cell('depends', [], 'same', 'minor') },
  },
  'server-variable-added-required': {
    title: 'server variable without a default added',
    mirror: 'server-variable-removed',
    cells: { api: cell('depends', [], 'rejected', 'major') },
  },
  'server-variable-changed': {
    title: 'server variable changed',
    mirror: 'self',
    cells: { api: cell('depends', [], 'silent', 'minor') },
  },
  'server-variable-removed': {
    title: 'server variable removed',
    mirror: 'server-variable-added',
    cells: { api: cell('depends', [], 'same', 'minor') },
  },
});

export const webhookRules = rules('webhook', {
  'webhook-added': {
    title: 'webhook added',
    mirror: 'webhook-removed',
    cells: { api: cell('ok', ['exhaust'], 'changed', 'major') },
  },
  'webhook-removed': {
    title: 'webhook removed',
    mirror: 'webhook-added',
    cells: { api: cell('ok', ['name', 'exhaust', 'fake'], 'silent', 'major') },
  },
  'callback-added': { title: 'callback added', mirror: 'callback-removed', cells: { api: grows } },
  'unwrap-method-added': {
    title: 'method that reads webhooks added',
    mirror: 'unwrap-method-removed',
    cells: { api: promisesMore },
  },
  'unwrap-method-removed': {
    title: 'method that reads webhooks removed',
    mirror: 'unwrap-method-added',
    cells: { api: cell('ok', ['call', 'fake'], 'rejected', 'major') },
  },
  'unwrap-key-changed': {
    title: 'key of the webhooks read from another option',
    mirror: 'self',
    cells: { api: cell('ok', [], 'rejected', 'major') },
  },
  'callback-removed': {
    title: 'callback removed',
    mirror: 'callback-added',
    cells: { api: cell('depends', [], 'silent', 'minor') },
  },
});

export const lifecycleRules = rules('lifecycle', {
  deprecated: { title: 'deprecated', mirror: 'reactivated', cells: { api: cell('ok', [], 'same', 'minor') } },
  reactivated: { title: 'deprecation withdrawn', mirror: 'deprecated', cells: { api: harmless } },
  'sunset-missing': {
    title: 'deprecated without a sunset date',
    mirror: 'sunset-set',
    cells: { api: cell('break', [], 'same', 'minor') },
    mitigation: 'Give an `x-sunset` date outside the grace period.',
  },
  'sunset-set': {
    title: 'sunset date set',
    mirror: 'sunset-removed',
    cells: { api: cell('ok', [], 'same', 'minor') },
  },
  'sunset-unreadable': {
    title: 'sunset date is no RFC 3339 date',
    mirror: 'self',
    cells: { api: cell('break', [], 'same', 'minor') },
  },
  'sunset-too-soon': {
    title: 'sunset date inside the grace period',
    mirror: 'sunset-set',
    cells: { api: cell('break', [], 'same', 'minor') },
  },
  'sunset-removed': {
    title: 'sunset date removed',
    mirror: 'sunset-set',
    cells: { api: cell('break', [], 'same', 'minor') },
  },
  'stability-decreased': {
    title: 'stability lowered',
    mirror: 'stability-increased',
    cells: { api: cell('break', [], 'same', 'minor') },
  },
  'stability-increased': {
    title: 'stability raised',
    mirror: 'stability-decreased',
    cells: { api: harmless },
  },
  'stability-unreadable': {
    title: 'stability is none of draft, alpha, beta, stable',
    mirror: 'self',
    cells: { api: cell('break', [], 'same', 'minor') },
  },
  'version-not-raised': {
    title: 'info.version does not say that something breaks',
    mirror: 'self',
    cells: { api: harmless },
  },
});

export const docsRules = rules('docs', {
  'docs-changed': { title: 'description changed', mirror: 'self', cells: { api: harmless } },
  'examples-changed': { title: 'example changed', mirror: 'self', cells: { api: harmless } },
});
