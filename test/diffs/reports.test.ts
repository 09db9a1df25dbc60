import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyExceptions, readExceptions } from '../../generator/diff/exceptions.ts';
import { diffApis, verdictOf } from '../../generator/diff/diff-apis.ts';
import { renderChangelog, renderChangeset, renderCommit } from '../../generator/diff/report/changelog.ts';
import { renderGithub, renderJson, renderSarif } from '../../generator/diff/report/machine.ts';
import { renderHtml } from '../../generator/diff/report/html.ts';
import { renderMarkdown } from '../../generator/diff/report/markdown.ts';
import { markdownText } from '../../generator/lib/safe-text.ts';
import { type ReportInput, buildReport, exitCodeOf } from '../../generator/diff/report/report.ts';
import { renderText } from '../../generator/diff/report/text.ts';
import { ruleCatalogue } from '../../generator/diff/rules/catalogue.ts';
import { agentRuleTable } from '../../generator/diff/rules/agents.ts';
import { ruleTablePage } from '../../generator/diff/rules/page.ts';
import type { Change, DiffOptions } from '../../generator/diff/types.ts';
import { projectRoot } from '../support/shared.ts';
import { completeDocument } from './cases.ts';
import { apiOf, reportSchema } from './support.ts';

const changesOf = async (before: string, after: string, options?: DiffOptions): Promise<readonly Change[]> =>
  diffApis(await apiOf(completeDocument(before)), await apiOf(completeDocument(after)), options);

const before = `{both: {type: object, required: [id], properties: {id: {type: string}, size: {enum: [small, large]}, nick: {type: string}}}}`;
const after = `{both: {type: object, required: [id, size], properties: {id: {type: string, description: "An id"}, size: {enum: [small, large, huge, giant]}}}}`;

const reportOf = (changes: readonly Change[], more: Partial<ReportInput> = {}) =>
  buildReport({
    base: 'main:openapi.yml',
    revision: 'openapi.yml',
    changes,
    failOn: 'major',
    locate: (_side, origin) => ({ document: origin.document, pointer: origin.pointer, line: 7, column: 3 }),
    ...more,
  });

describe('reports', () => {
  it('puts the verdict first, then what users must do', async () => {
    const text = renderText(reportOf(await changesOf(before, after)), { colour: false });
    expect(text.split('\n').slice(0, 10)).toEqual([
      'API change: major for the TypeScript SDK, breaking on the wire',
      'main:openapi.yml → openapi.yml',
      '3 need changes of code · 2 without effect',
      '',
      'Your users must change code (3)',
      '  property removed: breaks deployed clients; calls, reads of results and mocks stop compiling · property-removed',
      '    ✗ Pet.nick was removed (was string)  openapi.yml:7',
      '        in client.pets.retrieve(), client.pets.create()',
      '  property became required: breaks deployed clients; calls and mocks stop compiling · property-became-required',
      '    ✗ Pet.size became required  openapi.yml:7',
    ]);
    expect(text).toContain(
      'Without effect on the SDK (2)\n  info.version does not say that something breaks: 1, description changed: 1',
    );
  });

  it('tells one rule in one group, cut where it grows long, and never says a value twice', async () => {
    const names = (all: readonly string[]): string =>
      JSON.stringify({
        response: {
          type: 'object',
          properties: Object.fromEntries(all.map((name) => [name, { type: 'string' }])),
        },
      });
    const many = Array.from({ length: 30 }, (_one, index) => `p${index}`);
    const report = reportOf(await changesOf(names([...many, 'a']), names(['a'])));
    const lines = renderText(report, { colour: false }).split('\n');
    expect(lines.filter((line) => line.includes('· property-removed'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('✗'))).toHaveLength(20);
    expect(lines).toContain('      … and 10 more; --verbose lists them');
    expect(
      renderText(report, { colour: false, verbose: true })
        .split('\n')
        .filter((line) => line.includes('✗')),
    ).toHaveLength(30);
    const renamed = await changesOf(
      "paths: {/pets: {get: {operationId: listPets, responses: {'204': {description: done}}}}}",
      "paths: {/pets: {get: {operationId: list_all, responses: {'204': {description: done}}}}}",
    );
    expect(renderText(reportOf(renamed), { colour: false })).not.toMatch(/→ client/);
  });

  it('puts what is new under New, though mocks must have it too', async () => {
    const method = "paths: {/pets: {get: {operationId: listPets, responses: {'204': {description: done}}}}";
    const text = renderText(
      reportOf(
        await changesOf(
          `${method}}`,
          `${method}, /toys: {get: {operationId: listToys, responses: {'204': {description: done}}}}}`,
        ),
      ),
      { colour: false },
    );
    expect(text).toContain(
      '1 new\n\nNew (1)\n  method added: mocks stop compiling · minor · operation-added\n    + client.toys.list() was added (GET /toys)',
    );
  });

  it('gives the column in a document of one line', async () => {
    const report = reportOf(await changesOf(before, after), {
      locate: (_side, origin) => ({
        document: origin.document,
        pointer: origin.pointer,
        line: 1,
        column: 912,
      }),
    });
    expect(renderText(report, { colour: false })).toContain(
      'Pet.nick was removed (was string)  openapi.yml:1:912',
    );
  });

  it('puts the changes of an endpoint together, in Markdown and HTML too', async () => {
    const method = (id: string): string => `{operationId: ${id}, responses: {'204': {description: done}}}`;
    const report = reportOf(
      await changesOf(
        `paths: {/pets: {get: ${method('listPets')}, post: ${method('createPet')}}}`,
        `paths: {/pets: {get: {operationId: listPets, parameters: [{name: q, in: query, required: true, schema: {type: string}}, {name: r, in: query, required: true, schema: {type: string}}], responses: {'204': {description: done}}}}}`,
      ),
    );
    const title = 'GET /pets · client.pets.list()';
    expect(renderMarkdown(report)).not.toContain(title);
    expect(renderHtml([report])).not.toContain(`<h3>${title}`);
    const markdown = renderMarkdown(report, 'endpoint');
    expect(markdown).toContain(`**${markdownText(title)}**\n\n| what | before | after |`);
    expect(markdown.split('| what | before | after |')).toHaveLength(3);
    expect(renderHtml([report], 'endpoint')).toContain(`<h3>${title}`);
  });

  it('breaks columns of the page between words alone', async () => {
    const html = renderHtml([reportOf(await changesOf(before, after))]);
    expect(html).not.toContain('overflow-wrap: anywhere');
    expect(html).toContain('<code>client.<wbr>pets.<wbr>retrieve()</code>');
  });

  it('closes what it folded where a comment must be cut', async () => {
    const names = (all: readonly string[]): string =>
      JSON.stringify({
        response: {
          type: 'object',
          properties: Object.fromEntries(all.map((name) => [name, { type: 'string', description: name }])),
        },
      });
    const many = Array.from({ length: 39 }, (_one, index) => `p${index}${'x'.repeat(2_000)}`);
    const markdown = renderMarkdown(reportOf(await changesOf(names(['a']), names(['a', ...many]))));
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toContain('… shortened');
    expect(markdown.match(/^<\/details>$/gm)?.length).toBe(markdown.match(/^<details>$/gm)?.length);
  });

  it('says a change of a shared type once, with both directions and all methods', async () => {
    const [removed] = (await changesOf(before, after)).filter((one) => one.rule === 'property-removed');
    expect(removed).toMatchObject({
      subject: 'Pet.nick',
      directions: ['request', 'response'],
      byDirection: {
        request: { wire: 'ignored', source: ['call'] },
        response: { wire: 'break', source: ['read', 'fake'] },
      },
      reach: [
        { operation: 'GET /pets/{id}', symbol: 'client.pets.retrieve', where: ['response 200'] },
        { operation: 'POST /pets', symbol: 'client.pets.create', where: ['body'] },
      ],
    });
  });

  it('writes JSON that its own schema accepts', async () => {
    const validate = new Ajv({ strict: true }).compile(reportSchema());
    const value: unknown = JSON.parse(renderJson(reportOf(await changesOf(before, after))));
    validate(value);
    expect(validate.errors).toBeNull();
    expect(validate({ version: 2 })).toBe(false);
  });

  it('annotates at most ten lines, one per line, the worst first', async () => {
    const many = (type: string): string =>
      JSON.stringify({
        response: {
          type: 'object',
          properties: Object.fromEntries(
            Array.from({ length: 15 }, (_one, index) => [`p${index}`, { type }]),
          ),
        },
      });
    const changes = await changesOf(many('string'), many('boolean'));
    let line = 0;
    const lines = renderGithub(
      reportOf(changes, {
        locate: (_side, origin) => ({
          document: origin.document,
          pointer: origin.pointer,
          line: (line += 1),
          column: 1,
        }),
      }),
    )
      .trim()
      .split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatch(
      /^::error file=openapi\.yml,line=\d+,col=1,title=type changed::response 200 of client\.pets\.retrieve\(\)\.p\d+ changed type \[type-changed, major\]$/,
    );
    expect(renderGithub(reportOf(changes)).trim().split('\n')).toHaveLength(1);
  });

  it('writes SARIF', async () => {
    const report = reportOf(await changesOf(before, after));
    const sarif = JSON.parse(renderSarif(report, '1.2.3')) as {
      runs: [
        {
          tool: { driver: { rules: { id: string }[] } };
          results: { ruleId: string; ruleIndex: number; level: string }[];
        },
      ];
    };
    const [run] = sarif.runs;
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(run.results.map((one) => one.level)).toEqual(['error', 'error', 'error']);
  });

  it('writes what a person would write into a changelog', async () => {
    const report = reportOf(await changesOf(before, after));
    expect(renderChangelog(report, '2.0.0')).toBe(
      '## 2.0.0\n\n### Breaking\n\n- **pets**\n  - `Pet.nick` is gone.\n  - `Pet.size` became required.\n  - `Pet.size` can now be `"huge" | "giant"`.\n'.replace(
        '`"huge" | "giant"`',
        '`"huge" \\| "giant"`',
      ),
    );
    expect(renderChangeset(report, '@acme/pets')).toMatch(
      /^---\n"@acme\/pets": major\n---\n\n- \*\*breaking\*\* `Pet\.nick` is gone\./,
    );
    expect(renderCommit(report)).toMatch(/^feat!: follow the API\n\nBREAKING CHANGE: `Pet\.nick` is gone\./);
  });

  it('gathers in a changelog what one sentence can say', async () => {
    const operation = (id: string): string => `{operationId: ${id}, responses: {'204': {description: done}}}`;
    const many = await changesOf(
      `{paths: {/pets: {get: ${operation('listPets')}, delete: ${operation('clearPets')}, put: ${operation('replacePets')}}}}`,
      `{paths: {/pets: {get: ${operation('listPets')}}, /toys: {get: ${operation('listToys')}}}}`,
    );
    expect(renderChangelog(reportOf(many), '2.0.0')).toBe(
      '## 2.0.0\n\n### Breaking\n\n- **pets**: `client.pets.clear()` and `client.pets.replace()` are gone.\n\n### Added\n\n- **toys**: `client.toys.list()` (`GET /toys`)\n',
    );
    const inline = await changesOf(
      'request: {type: object, properties: {a: {type: string}}}',
      'request: {type: object, properties: {a: {type: string, maxLength: 3}, b: {type: string}, c: {type: string}}}',
    );
    expect(renderChangelog(reportOf(inline), '2.0.0')).toBe(
      '## 2.0.0\n\n### Changed\n\n- **pets**: `a` in the request of `client.pets.create()` is now limited by maxLength: 3.\n\n### Added\n\n- **pets**: `client.pets.create()` takes `b` and `c`.\n',
    );
  });

  it('shows hostile names without letting them act', async () => {
    const name = '</details>|`x`@team\n::error::owned\u001b[31m<script>';
    const hostile = (type: string): string =>
      JSON.stringify({ response: { type: 'object', properties: { [name]: { type } } } });
    const report = reportOf(await changesOf(hostile('string'), hostile('boolean')));
    const markdown = renderMarkdown(report);
    expect(markdown).not.toMatch(/<script>|(?<!&#64;)@team/);
    expect(markdown.match(/<\/details>/g)?.length ?? 0).toBe(markdown.match(/<details>/g)?.length ?? 0);
    for (const text of [
      markdown,
      renderText(report, { colour: false }),
      renderGithub(report),
      renderChangelog(report, 'x'),
    ])
      expect(text).not.toContain('\u001b');
    expect(
      renderGithub(report)
        .split('\n')
        .filter((line) => line.startsWith('::')),
    ).toHaveLength(1);
  });

  it('is silent about equal sides, and deterministic', async () => {
    expect(renderText(reportOf(await changesOf(before, before)), { colour: false })).toBe(
      'No API change\nmain:openapi.yml → openapi.yml\n',
    );
    expect(renderJson(reportOf(await changesOf(before, after)))).toBe(
      renderJson(reportOf(await changesOf(before, after))),
    );
  });
});

describe('policies', () => {
  it.each([
    ['strict', 'major'],
    ['standard', 'minor'],
    ['runtime-only', 'minor'],
  ] as const)('%s: a required property of a result asks for %s', async (preset, bump) => {
    const changes = await changesOf(
      'response: {type: object, properties: {b: {type: string}}}',
      'response: {type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}',
      { preset },
    );
    expect(verdictOf(changes).bump).toBe(bump);
  });

  it('runtime-only forgives types, not methods that are gone', async () => {
    const type = await changesOf(
      'response: {type: object, properties: {a: {type: string}, b: {type: string}}}',
      'response: {type: object, properties: {b: {type: string}}}',
      { preset: 'runtime-only' },
    );
    expect(verdictOf(type).bump).toBe('minor');
    const gone = await changesOf('response: {type: object}', 'paths: {}', { preset: 'runtime-only' });
    expect(verdictOf(gone).bump).toBe('major');
  });

  const returns = (values: string): string =>
    `response: {type: object, properties: {s: {type: string, enum: [${values}]}}}`;
  const events = (names: readonly string[]): string =>
    `webhooks: {${names.map((name) => `${name}: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}, responses: {200: {description: ok}}}}`).join(', ')}}`;

  it.each([
    ['a new value of a response', returns('a, b'), returns('a, b, c'), 'major', 'minor'],
    ['a new event', events(['petMade']), events(['petMade', 'petSold']), 'major', 'minor'],
    ['a value that is gone', returns('a, b'), returns('a'), 'minor', 'minor'],
    ['an event that is gone', events(['petMade', 'petSold']), events(['petMade']), 'major', 'major'],
    [
      'a value of another type',
      returns('a, b'),
      returns('a, b').replace('string', 'integer').replace('a, b', '1, 2'),
      'major',
      'major',
    ],
  ] as const)('open-values: %s', async (_title, from, to, standard, open) => {
    expect(verdictOf(await changesOf(from, to)).bump).toBe(standard);
    expect(verdictOf(await changesOf(from, to, { preset: 'open-values' })).bump).toBe(open);
  });

  it('fails by the bound, by the layers, or by the declared bump', async () => {
    const changes = await changesOf(
      'parameters: [{name: limit, in: query, schema: {type: integer, maximum: 9}}]',
      'parameters: [{name: limit, in: query, schema: {type: integer, maximum: 5}}]',
    );
    expect(exitCodeOf(reportOf(changes))).toBe(0);
    expect(exitCodeOf(reportOf(changes, { failOn: 'minor' }))).toBe(1);
    expect(exitCodeOf(reportOf(changes, { failOn: 'none' }))).toBe(0);
    expect(exitCodeOf(reportOf(changes, { layers: ['wire'] }))).toBe(1);
    expect(reportOf(changes, { layers: ['wire'] }).verdict).toMatchObject({
      bump: 'minor',
      judgedBump: 'major',
      ok: false,
    });
    expect(renderText(reportOf(changes, { layers: ['wire'] }), { colour: false })).toContain(
      'By the chosen layers the change is major, the bound is major.',
    );
    expect(exitCodeOf(reportOf(changes, { layers: ['source'], failOn: 'minor' }))).toBe(0);
    expect(exitCodeOf(reportOf(changes, { failOn: 'minor', declaredBump: 'minor' }))).toBe(0);
    expect(exitCodeOf(reportOf(changes, { failOn: 'none', declaredBump: 'patch' }))).toBe(1);
  });

  it('does not call a broken promise a break on the wire', async () => {
    const get = (extra: string): string =>
      `paths: {/a: {get: {operationId: a, ${extra} responses: {204: {description: ok}}}}}`;
    const text = renderText(reportOf(await changesOf(get(''), get('deprecated: true, x-sunset: soon,'))), {
      colour: false,
    });
    expect(text).toContain('compatible on the wire, a promise broken');
    expect(text).toContain('sunset date is no RFC 3339 date: breaks a promise');
  });

  it('lets unstable operations break', async () => {
    const draft = (level: string, extra: string): string =>
      `paths: {/a: {get: {operationId: a, x-stability-level: ${level}, ${extra} responses: {204: {description: ok}}}}}`;
    const required = 'parameters: [{name: x, in: query, required: true, schema: {type: string}}],';
    const [one] = await changesOf(draft('draft', ''), draft('draft', required));
    expect(one).toMatchObject({
      rule: 'parameter-added-required',
      unstable: true,
      wire: 'ok',
      bump: 'minor',
    });
    const [stable] = await changesOf(draft('stable', ''), draft('stable', required));
    expect(stable).toMatchObject({ wire: 'break', bump: 'major' });
  });
});

describe('exceptions', () => {
  it('covers a change by fingerprint or by rule and place, until its date', async () => {
    const changes = await changesOf(before, after);
    const [first] = changes;
    const file = readExceptions(
      parse(`accept:
  - {fingerprint: ${first?.fingerprint ?? ''}, reason: nobody used it, owner: ann}
  - {rule: enum-value-added, pointer: '/components/schemas/Pet/**', reason: agreed}
  - {rule: property-became-required, reason: too late, expires: 2026-01-01}
  - {rule: type-changed, reason: long ago}
severities: {docs-changed: "off"}`) as never,
      'exceptions.yml',
    );
    expect(file.diagnostics).toEqual([]);
    const { changes: marked, idle } = applyExceptions(changes, file.value, '2026-11-21');
    expect(marked.filter((one) => one.accepted !== undefined).map((one) => one.rule)).toEqual([
      'property-removed',
      'enum-value-added',
    ]);
    expect(idle).toEqual([
      'The exception for property-became-required expired on 2026-01-01.',
      'The exception for type-changed covers no change any more.',
    ]);
    expect(reportOf(marked, { idleExceptions: idle }).accepted).toHaveLength(2);
    const all = changes.map((one): Change => ({ ...one, accepted: { reason: 'agreed' } }));
    expect(renderText(reportOf(all), { colour: false })).toMatch(
      /^API change: major for the TypeScript SDK, [^\n]*\d accepted, what is left is none\n/,
    );
    expect(
      (await changesOf(before, after, { severities: file.value.severities })).some(
        (one) => one.rule === 'docs-changed',
      ),
    ).toBe(false);
  });

  it.each([
    ['accept: [{rule: no-such-rule, reason: x}]', 'there is no rule "no-such-rule"'],
    ['accept: [{rule: type-changed}]', 'the entry has no `reason`'],
    ['accept: [{reason: x}]', 'the entry has neither `fingerprint` nor `rule`'],
    ['accept: [{rule: type-changed, reason: x, until: y}]', 'the key "until" is unknown'],
    ['accept: [{rule: type-changed, reason: x, expires: soon}]', '`expires` is no date: "soon"'],
    [
      'severities: {type-changed: loud}',
      'the weight of type-changed is none of none, patch, minor, major, off',
    ],
    ['ignore: []', 'the key "ignore" is unknown'],
    ['[]', 'the file is no mapping with `accept` and `severities`'],
  ])('refuses %s', (text, problem) => {
    const { diagnostics } = readExceptions(parse(text) as never, 'exceptions.yml');
    expect(diagnostics.map((one) => one.message)).toEqual([expect.stringContaining(problem)]);
  });

  it('keeps fingerprints when only the wording or another property changes', async () => {
    const print = async (other: string): Promise<string | undefined> =>
      (await changesOf(before, other)).find((one) => one.rule === 'property-removed')?.fingerprint;
    expect(await print(after)).toBe(await print(after.replace('huge, giant', 'huge')));
  });
});

describe('rules', () => {
  it('each has its mirror, and the mirror knows a way back', () => {
    const ids = Object.keys(ruleCatalogue);
    for (const [id, rule] of Object.entries(ruleCatalogue))
      expect(rule.mirror === 'self' || ids.includes(rule.mirror), `${id} → ${rule.mirror}`).toBe(true);
  });

  it('a change and its opposite are both noticed', async () => {
    for (const [a, b] of [
      [before, after],
      ['request: {type: string}', 'request: {type: string, maxLength: 3}'],
      ['parameters: []', 'parameters: [{name: a, in: query, schema: {type: string}}]'],
    ] as const) {
      expect((await changesOf(a, b)).length).toBeGreaterThan(0);
      expect((await changesOf(b, a)).length).toBeGreaterThan(0);
    }
  });

  it('for agents are documented one by one', () => {
    const file = join(projectRoot, 'docs/diff.md');
    const page = readFileSync(file, 'utf8');
    const [start, end] = ['<!-- agents -->\n\n', '\n<!-- /agents -->'];
    const [from, to] = [page.indexOf(start) + start.length, page.indexOf(end)];
    if (process.env['UPDATE_EXPECTED'] === '1')
      writeFileSync(file, page.slice(0, from) + agentRuleTable() + page.slice(to));
    else expect(page.slice(from, to)).toBe(agentRuleTable());
  });

  it('are documented one by one', () => {
    const file = join(projectRoot, 'docs/diff.md');
    const page = readFileSync(file, 'utf8');
    if (process.env['UPDATE_EXPECTED'] === '1')
      writeFileSync(
        file,
        `${page.slice(0, page.indexOf('<!-- rules -->'))}<!-- rules -->\n\n${ruleTablePage()}`,
      );
    else expect(page.slice(page.indexOf('<!-- rules -->'))).toBe(`<!-- rules -->\n\n${ruleTablePage()}`);
  });
});
