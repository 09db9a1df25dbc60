// npm run build && node examples/first-call.mjs
import Bookshop from '@corner/bookshop';

const client = new Bookshop({
  apiKey: process.env['BOOKSHOP_API_KEY'], // This is the default and can be omitted
});

const order = await client.orders.create({
  delivery: { store_id: 'paris' },
  lines: [{ isbn: '9780141439518', copies: 2 }],
});

console.log(order.id);
