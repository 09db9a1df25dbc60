/** The client of the tests: it talks to a mock server and objects to requests that break the specification. */
import { Smithery } from '../src/index.ts';

const baseURL = process.env['TEST_API_BASE_URL'] ?? 'http://127.0.0.1:4010';

/** Requests that were sent, the latest last. */
export const requests: { readonly url: string; readonly headers: Headers }[] = [];

function note(url: string, init?: RequestInit): void {
  requests.push({ url, headers: new Headers(init?.headers) });
}

async function checkedFetch(url: string, init?: RequestInit): Promise<Response> {
  note(url, init);
  // Tokens are no part of the mock server.
  if (String(init?.body ?? '').includes('grant_type=')) {
    return Response.json({ access_token: 'token', token_type: 'Bearer', expires_in: 3600 });
  }
  const response = await fetch(url, init);
  // Faults of the answer are those of the examples that the mock server sends.
  const violations = response.headers.get('sl-violations') ?? '';
  if (violations.includes('"location":["request"')) {
    throw new Error(`The request breaks the specification: ${violations}`);
  }
  return response;
}

export const client: Smithery = new Smithery({
  apiKey: 'My apiKey',
  baseURL,
  maxRetries: 0,
  fetch: checkedFetch,
});

/** A client whose server answers every request with this body. */
export function answering(body: string, contentType: string): Smithery {
  return client.withOptions({
    fetch: async (url, init) => {
      note(url, init);
      return new Response(body, { headers: { 'Content-Type': contentType } });
    },
  });
}
