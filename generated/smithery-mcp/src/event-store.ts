/** Keeps the latest messages of a session for a client that reconnects, limited in number and size. */
import type { EventStore } from '@modelcontextprotocol/server';

type Message = Parameters<EventStore['storeEvent']>[1];

interface StoredEvent {
  readonly id: number;
  readonly streamId: string;
  readonly message: Message;
  readonly size: number;
}

export interface EventLimits {
  readonly events: number;
  /** Length as JSON, in characters. */
  readonly size: number;
}

const LIMITS: EventLimits = { events: 200, size: 2_000_000 };

export function createEventStore(limits: EventLimits = LIMITS): EventStore & { readonly size: () => number } {
  const events: StoredEvent[] = [];
  let [last, size] = [0, 0];
  const streamOf = (id: string): string | undefined =>
    events.find((event) => String(event.id) === id)?.streamId;
  return {
    size: () => size,
    storeEvent: (streamId, message) => {
      const event = { id: ++last, streamId, message, size: JSON.stringify(message).length };
      events.push(event);
      size += event.size;
      while (events.length > limits.events || size > limits.size) size -= events.shift()?.size ?? 0;
      return Promise.resolve(String(event.id));
    },
    getStreamIdForEventId: (id) => Promise.resolve(streamOf(id)),
    replayEventsAfter: async (id, { send }) => {
      const streamId = streamOf(id);
      if (streamId === undefined) throw new Error('The events after this one are no longer available.');
      for (const event of [...events])
        if (event.streamId === streamId && event.id > Number(id)) await send(String(event.id), event.message);
      return streamId;
    },
  };
}
