import { ruleCatalogue } from '../rules/catalogue.ts';
import { SDK_LANGUAGES } from '../terms.ts';
import { BUMPS, RUNTIMES, SOURCES, WIRES } from '../types.ts';

const text = { type: 'string' } as const;
const list = (items: object): object => ({ type: 'array', items });
const language = { enum: SDK_LANGUAGES, description: 'Whose SDK is meant; TypeScript where it is absent.' };

/** JSON Schema (2020-12) of the result file. */
export const reportSchema = (): object => {
  const location = {
    type: 'object',
    required: ['document', 'pointer', 'line', 'column'],
    properties: {
      document: text,
      pointer: text,
      line: { type: 'integer', minimum: 1 },
      column: { type: 'integer', minimum: 1 },
    },
    additionalProperties: false,
  };
  const origin = {
    type: 'object',
    required: ['document', 'pointer'],
    properties: {
      document: text,
      pointer: { ...text, description: 'JSON Pointer (RFC 6901) into the document as it was written.' },
    },
    additionalProperties: false,
  };
  const verdicts = {
    wire: {
      enum: WIRES,
      description:
        'A client built from the base against a server of the revision. `silent` and `break` are breaking.',
    },
    source: {
      ...list({ enum: SOURCES }),
      uniqueItems: true,
      description: 'Kinds of user code that stop compiling after the upgrade.',
    },
    runtime: { enum: RUNTIMES, description: 'Code that compiles after the upgrade.' },
    bump: { enum: BUMPS, description: 'What the SDK owes its users by semver.' },
  };
  const cell = {
    type: 'object',
    required: Object.keys(verdicts),
    properties: verdicts,
    additionalProperties: false,
  };
  const reach = list({
    type: 'object',
    required: ['operation', 'where'],
    properties: { operation: text, symbol: text, where: list(text) },
    additionalProperties: false,
  });
  const change = {
    type: 'object',
    required: [
      'kind',
      'rule',
      'title',
      'fingerprint',
      'subject',
      'message',
      'directions',
      'reach',
      'wire',
      'source',
      'runtime',
      'bump',
      'notice',
    ],
    properties: {
      kind: { const: 'change' },
      rule: { enum: Object.keys(ruleCatalogue) },
      title: text,
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{12}$' },
      subject: text,
      message: text,
      before: text,
      after: text,
      words: { ...text, description: 'The first sentence that the document says of what is new.' },
      page: { ...text, description: "Page of a new method below the SDK's docs/." },
      instead: { ...text, description: 'The method that the document names in place of a deprecated one.' },
      base: origin,
      revision: origin,
      baseLocation: location,
      revisionLocation: location,
      parentLocation: {
        ...location,
        description: 'Of what is gone: the nearest parent in the revision that is still there.',
      },
      language,
      directions: list({ enum: ['request', 'response'] }),
      reach,
      ...verdicts,
      byDirection: {
        type: 'object',
        required: ['request', 'response'],
        properties: { request: cell, response: cell },
        additionalProperties: false,
      },
      notice: { type: 'boolean', description: 'Deployed SDK versions are concerned although code is not.' },
      mitigation: text,
      mended: { const: true, description: '`sdkwright upgrade` writes the code of users anew.' },
      unstable: { const: true },
      places: {
        ...list({
          type: 'object',
          required: ['subject', 'message', 'reach'],
          properties: {
            subject: text,
            message: text,
            reach,
            baseLocation: location,
            revisionLocation: location,
            parentLocation: location,
          },
          additionalProperties: false,
        }),
        description: 'Every place of the same edit, the first of them above.',
      },
      accepted: {
        type: 'object',
        required: ['reason'],
        properties: { reason: text, owner: text, expires: text },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
  const report = {
    type: 'object',
    required: [
      'version',
      'base',
      'revision',
      'verdict',
      'changes',
      'withoutEffect',
      'accepted',
      'idleExceptions',
    ],
    properties: {
      version: { const: 1 },
      language,
      base: text,
      revision: text,
      sdk: {
        type: 'object',
        required: ['name'],
        properties: { name: text, version: text, next: text },
        additionalProperties: false,
      },
      verdict: {
        type: 'object',
        required: ['wire', 'source', 'runtime', 'bump', 'failOn', 'ok'],
        properties: {
          ...verdicts,
          leftBump: {
            enum: BUMPS,
            description: 'What is left without what was accepted; absent where nothing was.',
          },
          leftOut: {
            type: 'object',
            required: ['operations', 'changes'],
            properties: { operations: { type: 'integer' }, changes: { type: 'integer' } },
            description: 'Operations that were not to be judged, and the changes that reach nothing else.',
            additionalProperties: false,
          },
          judgedBump: {
            enum: BUMPS,
            description: 'What the layers of --layer alone ask for; `ok` is by it.',
          },
          declaredBump: { enum: BUMPS },
          failOn: { enum: ['major', 'minor', 'patch', 'none'] },
          ok: { type: 'boolean' },
        },
        additionalProperties: false,
      },
      changes: list({ $ref: '#/$defs/change' }),
      withoutEffect: list({ $ref: '#/$defs/change' }),
      accepted: list({ $ref: '#/$defs/change' }),
      idleExceptions: list(text),
    },
    additionalProperties: false,
  };
  const run = {
    type: 'object',
    required: ['version', 'verdict', 'reports'],
    properties: {
      version: { const: 1 },
      verdict: {
        type: 'object',
        required: ['wire', 'source', 'runtime', 'bump', 'ok'],
        properties: { ...verdicts, ok: { type: 'boolean' } },
        additionalProperties: false,
      },
      reports: list({ $ref: '#/$defs/report' }),
    },
    additionalProperties: false,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'sdkwright diff result',
    description: 'Of one document a report, of several a run: the worst verdict and the reports.',
    oneOf: [{ $ref: '#/$defs/report' }, { $ref: '#/$defs/run' }],
    $defs: { report, run, change },
  };
};
