/** A client made and used, with a `fetch` that answers by itself. Prints what came of it. */
var sent = [];
var client = new sdk.Smithery({
  apiKey: 'secret',
  baseURL: 'https://api.example.com',
  dangerouslyAllowBrowser: true,
  fetch: function (url, init) {
    sent.push(init.method + ' ' + url + ' ' + init.headers.get('authorization') + ' ' + (init.body || ''));
    var missing = url.indexOf('missing') >= 0;
    return Promise.resolve(new Response(missing ? '{"error":"none"}' : '{"qualifiedName":"a/b","key":"k"}', { status: missing ? 404 : 200, headers: { 'content-type': 'application/json' } }));
  },
});
client.servers.get('a/b')
  .then(function (server) { sent.push(server.qualifiedName); return client.organizations.apiKeys.create('org', { name: 'one' }); })
  .then(function (made) { sent.push(made.key); return client.servers.get('missing'); })
  .then(function () { sent.push('no error'); }, function (error) { sent.push(error instanceof sdk.NotFoundError, error.message); })
  .then(function () { return sdk.toFile('text', 'a.txt'); })
  .then(function (file) { sent.push(file.name); }, function (error) { sent.push(error.message); })
  .then(function () { report(JSON.stringify(sent)); });
