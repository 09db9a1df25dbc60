/** How programs in documentation start: imports and the client. */
import { fenced } from '../../../text/markdown.ts';
import { type Code, code, empty, identifier, join, stringLiteral } from '../code.ts';
import type { SamplePlan } from '../samples/call.ts';
import { type SnippetContext, EXAMPLE_URL } from '../samples/snippet.ts';

export const typescript = (text: Code): Code => fenced(text, code`typescript`);

export const start = (
  context: SnippetContext,
  options: Code,
  sample?: SamplePlan,
  imports: Code = empty,
): Code => {
  const name = identifier(context.client.className);
  const fs = sample?.usesFile ? code`import fs from 'node:fs';\n` : empty;
  const given = requiredOptions(context);
  const all = join([...given, ...(options === '' ? [] : [options])], ', ');
  return code`${fs}import ${name}${imports} from ${stringLiteral(context.packageName)};\n\nconst client = new ${name}(${all === '' ? empty : code`{ ${all} }`});`;
};

/** Options without an environment variable or default. */
const requiredOptions = (context: SnippetContext): readonly Code[] => [
  ...(context.client.missingURL ? [code`baseURL: ${stringLiteral(EXAMPLE_URL)}`] : []),
  ...context.client.options
    .filter(
      ({ option }) =>
        option.required && option.readEnv === undefined && option.default === undefined && !option.nullable,
    )
    .map(
      ({ option, property }) =>
        code`${identifier(property)}: ${option.type === 'string' ? stringLiteral(option.example ?? `My ${property}`) : option.type === 'number' ? code`1` : code`true`}`,
    ),
];
