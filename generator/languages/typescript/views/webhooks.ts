/** Webhooks in README and docs: a program for each method that parses them. */
import { type Code, code, empty, identifier, join, lineText } from '../code.ts';
import { verificationAdvice } from '../../prose.ts';
import { codeSpan } from '../../../text/markdown.ts';
import { optionName } from '../layout.ts';
import type { SnippetContext } from '../samples/snippet.ts';
import type { TypescriptSdk } from '../sdk.ts';
import { start, typescript } from './program.ts';

export interface WebhookSection {
  /** For example `client.webhooks.unwrap`. */
  readonly call: Code;
  readonly about: Code;
  readonly example: Code;
}

export function viewWebhooks(sdk: TypescriptSdk, context: SnippetContext): readonly WebhookSection[] {
  const layouts = [sdk.layout.root, ...sdk.layout.all];
  return sdk.unwraps.flatMap(({ resource, key, signing }) => {
    const layout = layouts.find((resourceLayout) => resourceLayout.path.join('.') === resource.join('.'));
    if (!layout) return [];
    const call = join(
      [code`client`, ...layout.properties.map(identifier), identifier(sdk.names.camel(key))],
      '.',
    );
    return [
      {
        call: codeSpan(call),
        about: aboutOf(sdk, signing),
        example: typescript(code`${start(context, empty)}

${handler(call, signing.kind)}`),
      },
    ];
  });
}

type Signing = TypescriptSdk['unwraps'][number]['signing'];

function aboutOf(sdk: TypescriptSdk, signing: Signing): Code {
  switch (signing.kind) {
    case 'none':
      return code`parses the body without verifying it. Anyone can forge such a request. ${lineText(verificationAdvice(signing.headers).replace(/\.$/, ''))}`;
    case 'given':
      return code`verifies the signature (Standard Webhooks) with \`key\`, then parses the body`;
    case 'option':
      return code`verifies the signature (Standard Webhooks) with \`key\` or, by default, the client option ${codeSpan(optionName(sdk.names, signing.option))}, then parses the body`;
    default:
      return signing satisfies never;
  }
}

function handler(call: Code, kind: Signing['kind']): Code {
  const options =
    kind === 'given'
      ? code`, { headers: request.headers, key: 'whsec_…' }`
      : kind === 'option'
        ? code`, { headers: request.headers }`
        : undefined;
  const event = options ? code`await ${call}(body${options})` : code`${call}(body)`;
  return code`export async function handle(request: Request): Promise<Response> {
  const body = await request.text(); // raw body: the signature of a re-encoded body does not match
  const event = ${event};
  console.log(event);
  return new Response('ok');
}`;
}
