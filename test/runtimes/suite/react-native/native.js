// What React Native's native side gives: a clock, a console and requests. The answers are made up here.
var console = { log: print, warn: print, error: print, info: print, debug: print, assert: function () {} };
var soon = setTimeout;
setTimeout = function (run, ms) { return ms > 1000 ? 0 : soon(run, ms); };
clearTimeout = function () {};
var sent = [];
function FormData() {}
function Blob() {}
function XMLHttpRequest() { this.headers = {}; this.readyState = 0; }
XMLHttpRequest.prototype.open = function (method, url) { this.method = method; this.url = url; };
XMLHttpRequest.prototype.setRequestHeader = function (name, value) { this.headers[name.toLowerCase()] = value; };
XMLHttpRequest.prototype.getAllResponseHeaders = function () { return 'content-type: application/json\r\n'; };
XMLHttpRequest.prototype.abort = function () { if (this.done) return; this.done = true; sent.push('aborted'); if (this.onabort) this.onabort(); };
XMLHttpRequest.prototype.send = function (body) {
  sent.push(this.method + ' ' + this.url + ' ' + this.headers.authorization + ' ' + (body || ''));
  var self = this;
  var answer = answerTo(this.method, this.url);
  if (answer === undefined) return;
  Promise.resolve().then(function () {
    if (self.done) return;
    self.done = true;
    self.readyState = 4;
    self.status = answer[0];
    self.statusText = '';
    self.responseURL = self.url;
    self.responseText = self.response = JSON.stringify(answer[1]);
    if (self.onreadystatechange) self.onreadystatechange();
    if (self.onload) self.onload();
  });
};
function answerTo(method, url) {
  if (url.indexOf('/never') >= 0) return undefined;
  if (url.indexOf('/missing') >= 0) return [404, { error: 'none' }];
  if (/\/servers\?/.test(url)) { var page = Number((/page=(\d+)/.exec(url) || [0, 1])[1]); return [200, { servers: [{ qualifiedName: 'p' + page }], pagination: { currentPage: page, totalPages: 2, pageSize: 1, totalCount: 2 } }]; }
  return [200, { qualifiedName: 'a/b', key: 'k' }];
}
