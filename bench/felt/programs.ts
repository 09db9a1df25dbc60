/**
 * What a user of each package writes to do the same thing. `client.` at the mark is where an editor is asked.
 */

/** Stands where completions are asked for. */
export const MARK = '/*here*/';

const classOpenAI = (pages: string): string => `
const client = new OpenAI({ apiKey: 'k' });

export async function run(): Promise<void> {
  const completion = await client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: 'Say hello.' }],
    temperature: 0.2,
  });
  console.log(completion.choices[0]?.message.content, completion.usage?.total_tokens);

  const stream = await client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: 'Count to ten.' }],
    stream: true,
  });
  for await (const chunk of stream) console.log(chunk.choices[0]?.delta.content);

  const response = await client.responses.create({ model: 'gpt-4o', input: 'Say hello.' });
  for (const item of response.output)
    if (item.type === 'message') console.log(item.role, item.content.length);

  const embedding = await client.embeddings.create({ model: 'text-embedding-3-small', input: ['a', 'b'] });
  console.log(embedding.data[0]?.embedding.length);

  ${pages}
  const removed = await client.files.delete('file-1');
  console.log(removed.deleted);
  client./*here*/models;
}
`;

const classStripe = (pages: string): string => `
export async function run(): Promise<void> {
  const customer = await client.customers.create({ email: 'a@example.com', name: 'A', metadata: { plan: 'x' } });
  console.log(customer.id, customer.email);

  const intent = await client.paymentIntents.create({
    amount: 2000,
    currency: 'eur',
    customer: customer.id,
    automatic_payment_methods: { enabled: true },
  });
  console.log(intent.status, intent.client_secret);

  const confirmed = await client.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
  if (confirmed.status === 'requires_action') console.log(confirmed.next_action?.type);

  ${pages}

  const refund = await client.refunds.create({ payment_intent: intent.id, amount: 500 });
  console.log(refund.status, refund.amount);

  const subscription = await client.subscriptions.create({ customer: customer.id, items: [{ price: 'p' }] });
  console.log(subscription.items.data[0]?.price.unit_amount);

  const removed = await client.customers.retrieve(customer.id);
  if ('deleted' in removed && removed.deleted) console.log(removed.id);
  client./*here*/refunds;
}
`;

/** What TypeScript and Node cost without any SDK. */
export const EMPTY = "import client from 'PACKAGE';\n\nclient./*here*/nothing;\n";

/** Program texts by API and contestant; `PACKAGE` is where each imports from. */
export const PROGRAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  openai: {
    sdkwright: `import OpenAI from 'PACKAGE';\n${classOpenAI(`const files = await client.files.list({ purpose: 'assistants' });
  for (const file of files.data) console.log(file.id, file.bytes);`)}`,
    npm: `import OpenAI from 'PACKAGE';\n${classOpenAI(
      "for await (const file of client.files.list({ purpose: 'assistants' })) console.log(file.id, file.bytes);",
    )}`,
    // Its type of a message takes none.
    'hey-api': `import * as client from 'PACKAGE';

export async function run(): Promise<void> {
  const completion = await client.createChatCompletion({
    throwOnError: true,
    body: { model: 'gpt-4o', messages: [], temperature: 0.2 },
  });
  console.log(completion.data);

  const streamed = await client.createChatCompletion({
    throwOnError: true,
    body: { model: 'gpt-4o', messages: [], stream: true },
  });
  console.log(streamed.data);

  const response = await client.createResponse({ throwOnError: true, body: { model: 'gpt-4o', input: 'Say hello.' } });
  console.log(response.data);

  const embedding = await client.createEmbedding({
    throwOnError: true,
    body: { model: 'text-embedding-3-small', input: ['a', 'b'] },
  });
  console.log(embedding.data.data[0]?.embedding.length);

  const files = await client.listFiles({ throwOnError: true, query: { purpose: 'assistants' } });
  for (const file of files.data.data) console.log(file.id, file.bytes);

  const removed = await client.deleteFile({ throwOnError: true, path: { file_id: 'file-1' } });
  console.log(removed.data.deleted);
  client./*here*/listModels;
}
`,
  },
  stripe: {
    sdkwright: `import Stripe from 'PACKAGE';\n\nconst client = new Stripe({ apiKey: 'sk' });\n${classStripe(
      'for await (const one of client.customers.list({ limit: 100 })) console.log(one.id, one.created);',
    )}`,
    npm: `import Stripe from 'PACKAGE';\n\nconst client = new Stripe('sk');\n${classStripe(
      'for await (const one of client.customers.list({ limit: 100 })) console.log(one.id, one.created);',
    )}`,
    'hey-api': `import * as client from 'PACKAGE';

export async function run(): Promise<void> {
  const { data: customer } = await client.postCustomers({
    throwOnError: true,
    body: { email: 'a@example.com', name: 'A', metadata: { plan: 'x' } },
  });
  console.log(customer.id, customer.email);

  const { data: intent } = await client.postPaymentIntents({
    throwOnError: true,
    body: { amount: 2000, currency: 'eur', customer: customer.id, automatic_payment_methods: { enabled: true } },
  });
  console.log(intent.status, intent.client_secret);

  const { data: confirmed } = await client.postPaymentIntentsIntentConfirm({
    throwOnError: true,
    path: { intent: intent.id },
    body: { payment_method: 'pm_card_visa' },
  });
  if (confirmed.status === 'requires_action') console.log(confirmed.next_action?.type);

  const { data: customers } = await client.getCustomers({ throwOnError: true, query: { limit: 100 } });
  for (const one of customers.data) console.log(one.id, one.created);

  const { data: refund } = await client.postRefunds({
    throwOnError: true,
    body: { payment_intent: intent.id, amount: 500 },
  });
  console.log(refund.status, refund.amount);

  const { data: subscription } = await client.postSubscriptions({
    throwOnError: true,
    body: { customer: customer.id, items: [{ price: 'p' }] },
  });
  console.log(subscription.items.data[0]?.price.unit_amount);
  client./*here*/postRefunds;
}
`,
    // It types bodies of forms as URLSearchParams.
    Redocly: `import * as client from 'PACKAGE';

const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);

export async function run(): Promise<void> {
  const customer = await client.PostCustomers({ body: form({ email: 'a@example.com', name: 'A' }) });
  console.log(customer.id, customer.email);

  const intent = await client.PostPaymentIntents({ body: form({ amount: '2000', currency: 'eur', customer: customer.id }) });
  console.log(intent.status, intent.client_secret);

  const confirmed = await client.PostPaymentIntentsIntentConfirm({
    path: { intent: intent.id },
    body: form({ payment_method: 'pm_card_visa' }),
  });
  if (confirmed.status === 'requires_action') console.log(confirmed.next_action?.type);

  const customers = await client.GetCustomers({ query: { limit: 100 } });
  for (const one of customers.data) console.log(one.id, one.created);

  const refund = await client.PostRefunds({ body: form({ payment_intent: intent.id, amount: '500' }) });
  console.log(refund.status, refund.amount);

  const subscription = await client.PostSubscriptions({ body: form({ customer: customer.id }) });
  console.log(subscription.items.data[0]?.price.unit_amount);
  client./*here*/PostRefunds;
}
`,
  },
};
