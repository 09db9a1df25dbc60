import { ruleCatalogue } from '../rules/catalogue.ts';
import { BUMPS, RUNTIMES, SOURCES, WIRES } from '../types.ts';

const text = { type: 'string' } as const;
const list = (items: object): object => ({ type: 'array', items });

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
      base: origin,
      revision: origin,
      baseLocation: location,
      revisionLocation: location,
      directions: list({ enum: ['request', 'response'] }),
      reach: list({
        type: 'object',
        required: ['operation', 'where'],
        properties: { operation: text, symbol: text, where: list(text) },
        additionalProperties: false,
      }),
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
      accepted: {
        type: 'object',
        required: ['reason'],
        properties: { reason: text, owner: text, expires: text },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'sdkwright diff result',
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
    $defs: { change },
  };
};
