/**
 * Every call of real documents as a tool: no client refuses it, and it takes what the full schema takes.
 * A sample of the documents in CI, all of them with `npm run corpus:agents`.
 */
import { dirname } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, describe, expect, test } from 'vitest';
import { corpusDocuments } from '../../bench/corpus/documents.ts';
import { createPlanner } from '../../generator/generate.ts';
import { type CatalogueMethod, planCatalogue } from '../../generator/plan/catalogue.ts';
import { argumentsOf } from '../../generator/plan/catalogue-arguments.ts';
import { agentSchema } from '../../generator/plan/json-schema/agents.ts';
import { fullSchema } from '../../generator/plan/json-schema/full.ts';
import type { SdkPlan } from '../../generator/plan/sdk.ts';
import { commandNames, flagNames } from '../../generator/plan/commands.ts';
import { rootHelp } from '../../generated/smithery-cli/src/help.ts';
import { treeOf } from '../../generated/smithery-cli/src/tree.ts';
import { executeTool, searchTool } from '../../generated/smithery-mcp/src/tools.ts';
import { aboutTokens } from '../../generator/plan/tokens.ts';
import { shownTitle } from '../../generator/languages/typescript/views/mcp.ts';
import { loadProject } from '../../generator/project.ts';
import { diskIo } from '../../generator/source/io.ts';
import { sharedFolder } from '../support/shared.ts';
import { lintTool } from './lint.ts';
import { type Schema, chanceOf, sampleOf } from './sample.ts';

const isWhole = process.env['MODE'] === 'corpus';
const documents = sharedFolder ? corpusDocuments(sharedFolder) : [];
const chosen = documents.filter(({ bytes }, index) => isWhole || (bytes < 150_000 && index % 4 === 0));

const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: true });
formats.default(ajv);

const figures = { documents: 0, tools: 0, large: 0, values: 0, arguments: 0, code: 0, help: 0 };

async function planOf(file: string): Promise<SdkPlan | undefined> {
  const { value } = await loadProject({
    io: diskIo(dirname(file), { allowOutside: true }),
    cwd: dirname(file),
    spec: file,
    config: false,
    allowRemote: false,
  });
  return value && createPlanner(value.documents)(value.config).plan;
}

describe.skipIf(!sharedFolder)('tools of', () => {
  test.each(chosen.map(({ id, file }) => [id, file] as const))('%s', async (_id, file) => {
    const plan = await planOf(file);
    if (!plan) return;
    figures.documents++;
    const methods = planCatalogue(plan);
    expect(new Set(methods.map(({ entry }) => entry.tool)).size).toBe(methods.length);
    for (const { entry } of planCatalogue(plan, 'full')) {
      const names = new Set(entry.arguments.map(({ name }) => name));
      expect(new Set(Object.keys(entry.whole?.['properties'] ?? {}))).toEqual(names);
      expect([entry.id, faultOf(entry.whole as Schema)]).toEqual([entry.id, undefined]);
    }
    for (const { entry } of methods) {
      figures.tools++;
      if (aboutTokens(JSON.stringify([entry.tool, entry.description, entry.input])) > 1000) figures.large++;
      expect([entry.id, lintTool(entry)]).toEqual([entry.id, []]);
      expect(entry.description.length).toBeLessThanOrEqual(300);
      expect(() => ajv.compile({ ...entry.input })).not.toThrow();
    }
    const { commands, own } = commandNames(methods.map(({ entry }) => entry));
    expect(new Set(commands.values()).size).toBe(methods.length);
    const listed = methods.map(({ entry }) => ({
      name: commands.get(entry.id) ?? '',
      title: entry.title,
      effect: entry.effect,
      entry: '',
    }));
    const program = {
      title: plan.api.info.title,
      name: 'program',
      version: '1',
      credentials: [],
      secretNames: [],
      own,
      commands: listed,
    };
    const help = aboutTokens(rootHelp(program, treeOf(listed)));
    expect(help).toBeLessThanOrEqual(500);
    const code = aboutTokens(JSON.stringify(codeTools(plan.api.info.title)));
    expect(code).toBeLessThanOrEqual(450);
    figures.help = Math.max(figures.help, help);
    figures.code = Math.max(figures.code, code);
    for (const { entry } of methods)
      expect(new Set(flagNames(entry).flags).size).toBe(entry.arguments.length);
    // Compiling two schemas for each argument of a thousand calls takes minutes.
    const step = Math.ceil(methods.length / (isWhole ? 60 : 12));
    for (const [index, method] of methods.entries())
      if (index % step === 0) expect(refused(plan, method, index)).toEqual([]);
  });

  afterAll(() => {
    console.info(JSON.stringify(figures));
    expect(figures.tools).toBeGreaterThan(50);
    expect(figures.values).toBeGreaterThan(50);
    expect(figures.large / figures.tools).toBeLessThanOrEqual(0.02);
  });
});

const NOTHING = { credentials: [], secretNames: [], entries: [] };

/** The whole list of tools in mode `code`. */
function codeTools(title: string): readonly object[] {
  const catalogue = { title: shownTitle(title), name: 'program', version: '1', ...NOTHING };
  return [searchTool(catalogue, true), executeTool(catalogue, false)];
}

test('a long title does not lengthen the list of tools in mode code', () => {
  expect(aboutTokens(JSON.stringify(codeTools('Very long title of an API. '.repeat(400))))).toBeLessThan(450);
});

/** Values of the full schema that the profile refuses, by argument. */
function refused(plan: SdkPlan, { planned, entry }: CatalogueMethod, seed: number): readonly string[] {
  const world = { shapes: plan.shapes, direction: 'request' } as const;
  return argumentsOf(plan.shapes, planned).flatMap(({ argument, type }) => {
    const full = fullSchema(world, type) as Schema;
    const small = agentSchema({ ...world, depth: 3, longest: 160 }, type);
    if (!small) return [];
    figures.arguments++;
    const takesFull = compiled(full);
    const takesSmall = compiled(small);
    const chance = chanceOf(seed + 1);
    for (let count = 0; count < 6; count++) {
      const value = sampleOf(full, chance);
      if (value === undefined || takesFull?.(value) !== true) continue;
      figures.values++;
      if (takesSmall?.(value) !== true)
        return [`${entry.id}.${argument.name} ${JSON.stringify(value)} ${JSON.stringify(small)}`];
    }
    return [];
  });
}

/** Undefined: a pattern of the document is none. */
/** What keeps a client from compiling the schema. */
function faultOf(schema: Schema): string | undefined {
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function compiled(schema: Schema): ((value: unknown) => boolean) | undefined {
  try {
    return ajv.compile(schema) as (value: unknown) => boolean;
  } catch {
    return undefined;
  }
}
