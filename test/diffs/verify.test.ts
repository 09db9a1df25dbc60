/** The rules and the compiler agree on every case: what is said to stop compiling does, and nothing else. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Places } from '../../generator/plan/sdk.ts';
import { generateInMemory, openTemplates } from '../oracle/judge/in-memory.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import { type Generated, judge } from '../oracle/judge/judge.ts';
import { projectRoot } from '../support/shared.ts';
import { completeDocument, configOf, readCases } from './cases.ts';
import { everyNth } from '../support/sample.ts';
import { documentsOf } from './support.ts';

let templates: TemplateSet | undefined;
beforeAll(async () => {
  templates = await openTemplates(projectRoot, join(projectRoot, 'templates'));
});

async function generated(
  fragment: string,
  former?: Places,
): Promise<Generated & { readonly places: Places }> {
  if (templates === undefined) throw new Error('The template set cannot be read.');
  const documents = await documentsOf(completeDocument(fragment));
  return generateInMemory({ documents, config: configOf(fragment), ...(former && { former }) }, templates);
}

/** One finding that stands for the types of the whole SDK; the judge looks for a finding at each type. */
const UNJUDGED = 'conversion-changed:';

describe('the compiler as judge', () => {
  it.each(
    everyNth(readCases(), 2)
      .filter(({ expected }) => !expected.startsWith(UNJUDGED))
      .map((one) => [`${one.file} ${one.title}`, one] as const),
  )('%s', async (_name, one) => {
    const base = await generated(one.before);
    const revision = await generated(one.after, base.places);
    const { disagreements, probes } = judge(
      base,
      revision,
      diffApis(base.api, revision.api, { today: '2026-11-21', naming: sdkNames }),
    );
    expect(disagreements).toEqual([]);
    expect(probes).toBeGreaterThan(0);
  });

  it('notices a rule that says too much and one that says too little', async () => {
    const fragment = (type: string): string =>
      `response: {type: object, properties: {name: {type: ${type}}}}`;
    const [base, revision] = [await generated(fragment('string')), await generated(fragment('boolean'))];
    const silent = judge(base, revision, []);
    expect(silent.disagreements).toMatchObject([
      { symbol: 'client.pets.retrieve', kind: 'read', expected: 'compiles', fault: { code: 2345 } },
      { kind: 'exhaust', expected: 'compiles', fault: { code: 2367 } },
      { kind: 'fake', expected: 'compiles' },
    ]);
    const loud = judge(base, base, diffApis(base.api, revision.api));
    expect(loud.disagreements).toMatchObject([
      { symbol: 'client.pets.retrieve', kind: 'read', expected: 'breaks' },
      { kind: 'fake', expected: 'breaks' },
    ]);
  });

  it('reads what the API sends, and what members of a union have of their own', async () => {
    const sending = (price: string): string =>
      `paths: {}\nwebhooks: {${['born', 'sold'].map((one) => `${one}: {post: {requestBody: {required: true, content: {application/json: {schema: {type: object, required: [type], properties: {type: {const: ${one}}, ${one}: {type: ${one === 'sold' ? price : 'string'}}}}}}}, responses: {200: {description: ok}}}}`).join(', ')}}`;
    const [base, revision] = [await generated(sending('integer')), await generated(sending('string'))];
    expect(judge(base, revision, []).disagreements).toMatchObject([
      {
        symbol: 'client.webhooks.unsafeUnwrap',
        kind: 'read',
        expected: 'compiles',
        probe: expect.stringContaining('it.type === "sold")) return; '),
      },
      { kind: 'fake' },
    ]);
    const changes = diffApis(base.api, revision.api, { naming: sdkNames });
    expect(judge(base, base, changes).disagreements).toMatchObject([
      { symbol: 'client.webhooks.unsafeUnwrap', kind: 'read', expected: 'breaks' },
      { kind: 'fake', expected: 'breaks' },
    ]);
    expect(judge(base, revision, changes).answers[0]).toMatchObject({ kind: 'agrees', uses: 2 });
  });

  const untagged = readCases().filter((one) =>
    /^(?:A text or an object|One object or a list|Objects told)/.test(one.title),
  );
  it.each(untagged.map((one) => [one.title, one] as const))('switches: %s', async (_name, one) => {
    const base = await generated(one.before);
    const revision = await generated(one.after, base.places);
    const changes = diffApis(base.api, revision.api, { naming: sdkNames });
    const silent = judge(base, revision, []).disagreements.filter((each) => each.kind === 'exhaust');
    expect(silent).toMatchObject([
      { expected: 'compiles', probe: expect.stringMatching(/const it = |=== "a value/) },
    ]);
    const loud = judge(base, base, changes).disagreements.filter((each) => each.kind === 'exhaust');
    expect(loud).toMatchObject([{ symbol: 'client.pets.retrieve', expected: 'breaks' }]);
    const answer = judge(base, revision, changes).answers.filter((_answer, index) =>
      changes[index]?.rule.startsWith('union-member-'),
    );
    expect(answer).toMatchObject([{ kind: 'agrees' }]);
    expect(untagged.length).toBe(5);
  });
});
