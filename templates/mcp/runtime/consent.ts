/** The question before a call that destroys: it shows every argument, and the answer holds for these alone. */
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

/** What was asked about, as the client brings it back. */
export type ConsentCodec = RequestStateCodec<string>;

/** A key of this process signs the questions. */
export const consentCodec = (): ConsentCodec => createRequestStateCodec<string>({ key: randomBytes(32) });

const MOST_SHOWN = 12;
const LONGEST_SHOWN = 120;

/** Undefined: the user has agreed to this very call. */
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
      'This call destroys, and your client cannot ask the user. Start the server without --confirm to allow it.',
    );
  return inputRequired({
    requestState: await codec.mint(about),
    inputRequests: {
      consent: inputRequired.elicit({
        message: questionOf(entry, args),
        requestedSchema: {
          type: 'object',
          properties: { agreed: { type: 'boolean', title: 'Do it' } },
          required: ['agreed'],
        },
      }),
    },
  });
}

/** Path values come first, and no argument hides behind a long one. */
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

/** Marks that hide text or change its direction would show another call than is made. */
const shown = (text: string): string => {
  const plain = text.slice(0, 4 * LONGEST_SHOWN).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return plain.length <= LONGEST_SHOWN
    ? plain
    : `${plain.slice(0, LONGEST_SHOWN)}… (${text.length} characters)`;
};

const refused = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] });
