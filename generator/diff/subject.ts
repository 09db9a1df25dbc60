/** The subject of a finding as data. Only `subjectText` turns it into words. */

/** Path below the subject, in its written form: `.owner`, `[]`, `[0]`. */
export type SubjectPath = readonly string[];

export type Topic =
  | { readonly kind: 'method'; readonly method: string }
  /** Several methods in one sentence. */
  | { readonly kind: 'methods'; readonly text: string }
  | {
      readonly kind: 'parameter';
      readonly location: string;
      readonly name: string;
      /** The method whose path it was added to or removed from. */
      readonly method?: string;
    }
  /** A request or response body. `status` is present for a single response. */
  | ({
      readonly kind: 'content';
      readonly content: 'request body' | 'response' | 'result' | 'event' | 'payload';
      readonly status?: string;
    } & ContentOwner)
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'named'; readonly what: NamedThing; readonly name: string }
  /** Any other subject, in words: `the base URL`. */
  | { readonly kind: 'text'; readonly text: string };

type NamedThing =
  | 'security scheme'
  | 'client option'
  | 'environment'
  | 'server variable'
  | 'webhook'
  | 'response header';

/** A method of the SDK. Webhooks and callbacks have none and are named in words. */
type ContentOwner = { readonly method: string } | { readonly operation: string };

export type Subject = Topic & { readonly path: SubjectPath };

export const about = (topic: Topic, path: SubjectPath = []): Subject => ({ ...topic, path });

export const methodSubject = (method: string): Subject => about({ kind: 'method', method });
export const typeSubject = (name: string): Subject => about({ kind: 'type', name });
export const textSubject = (text: string): Subject => about({ kind: 'text', text });
export const namedSubject = (what: NamedThing, name: string): Subject => about({ kind: 'named', what, name });
export const parameterSubject = (location: string, name: string, method?: string): Subject =>
  about({ kind: 'parameter', location, name, ...(method !== undefined && { method }) });

/** The subject for a body of a method or operation. */
export const contentSubject = (
  content: Extract<Topic, { readonly kind: 'content' }>['content'],
  owner: { readonly operation: string; readonly symbol?: string },
  status?: string,
): Subject =>
  about({
    kind: 'content',
    content,
    ...(status !== undefined && { status }),
    ...(owner.symbol === undefined ? { operation: owner.operation } : { method: owner.symbol }),
  });

export const within = (subject: Subject, path: SubjectPath): Subject =>
  path.length === 0 ? subject : { ...subject, path: [...subject.path, ...path] };

/** `client.pets.list()`, `query parameter limit`, `request body of client.pets.create().owner`, `Pet.name`. */
export const subjectText = (subject: Subject): string => `${topicText(subject)}${subject.path.join('')}`;

function topicText(topic: Topic): string {
  switch (topic.kind) {
    case 'method':
      return `${topic.method}()`;
    case 'parameter':
      return `${topic.method === undefined ? '' : `${topic.method}() `}${topic.location} parameter ${topic.name}`;
    case 'content':
      return `${contentText(topic)} of ${'method' in topic ? `${topic.method}()` : topic.operation}`;
    case 'type':
      return topic.name;
    case 'named':
      return `${topic.what} ${topic.name}`;
    case 'methods':
    case 'text':
      return topic.text;
  }
}

const contentText = ({
  content,
  status,
}: Pick<Extract<Topic, { kind: 'content' }>, 'content' | 'status'>): string =>
  status === undefined ? content : `${content} ${status}`;
