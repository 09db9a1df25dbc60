/**
 * Asks the user before a destructive call. The question shows every argument, and consent is valid only for
 * these.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  type CallToolResult,
  type InputRequiredResult,
  type RequestStateCodec,
  type ServerContext,
  acceptedContent,
  createRequestStateCodec,
  inputRequired,
} from '@modelcontextprotocol/server';
import type { Entry } from './catalogue-types.ts';

/** The call in question, as the client returns it. */
export type ConsentCodec = RequestStateCodec<string>;

/** Questions are signed with a key of this process. */
export const consentCodec = (): ConsentCodec => createRequestStateCodec<string>({ key: randomBytes(32) });

const MOST_SHOWN = 12;
const LONGEST_SHOWN = 120;

/** Undefined if the user has agreed to exactly this call. */
export async function consentFor(
  codec: ConsentCodec,
  call: { readonly entry: Entry; readonly args: Readonly<Record<string, unknown>>; readonly canAsk: boolean },
  { mcpReq }: ServerContext,
): Promise<CallToolResult | InputRequiredResult | undefined> {
  const { entry, args, canAsk } = call;
  const about = createHash('sha256')
    .update(JSON.stringify([entry.id, args]))
    .digest('base64url');
  const asked = mcpReq.requestState<string>();
  if (asked !== undefined && mcpReq.inputResponses?.['consent'] !== undefined) {
    if (asked !== about) return refused('The user was asked about another call; nothing was sent.');
    const isAgreed = acceptedContent(mcpReq.inputResponses, 'consent')?.['agreed'] === true;
    return isAgreed ? undefined : refused('The user did not agree; nothing was sent.');
  }
  if (!canAsk)
    return refused(
      'This call is destructive, and your client cannot ask the user. Start the server without --confirm to allow it.',
    );
  return inputRequired({
    requestState: await codec.mint(about),
    inputRequests: {
      consent: inputRequired.elicit({
        message: questionOf(entry, args),
        requestedSchema: {
          type: 'object',
          properties: { agreed: { type: 'boolean', title: 'Proceed' } },
          required: ['agreed'],
        },
      }),
    },
  });
}

/** Path parameters come first; long values are shortened so that they cannot hide other arguments. */
export function questionOf(entry: Entry, args: Readonly<Record<string, unknown>>): string {
  const order = entry.arguments.map(({ name }) => name);
  const names = Object.keys(args).sort((a, b) => placeIn(order, a) - placeIn(order, b));
  const lines = names
    .slice(0, MOST_SHOWN)
    .map((name) => `${shown(name)}: ${shown(JSON.stringify(args[name]) ?? 'nothing')}`);
  const more = names.length > lines.length ? [`and ${names.length - lines.length} more arguments`] : [];
  return [`${entry.title} (${entry.verb} ${entry.path})`, ...lines, ...more, 'Continue?'].join('\n');
}

const placeIn = (order: readonly string[], name: string): number =>
  order.includes(name) ? order.indexOf(name) : order.length;

/** Escapes characters that hide text or change its direction: the user must see the call that is made. */
const shown = (text: string): string => {
  const plain = text.slice(0, 4 * LONGEST_SHOWN).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return plain.length <= LONGEST_SHOWN
    ? plain
    : `${plain.slice(0, LONGEST_SHOWN)}… (${text.length} characters)`;
};

const refused = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] });
