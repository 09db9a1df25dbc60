/** What an app on Hermes has beside the language, as far as a call needs it; React Native brings more, but neither streams nor `crypto`. */
var console = { log: print, warn: print, error: print, info: print, debug: print };

// The engine's own does not wait, and insists on a number; nothing here takes so long that a time limit ends it.
var soon = setTimeout;
setTimeout = function (run, ms) { return ms > 1000 ? 0 : soon(run, ms); };
clearTimeout = function () {};

function Headers(init) {
  this.map = {};
  var self = this;
  if (init instanceof Headers) init.forEach(function (value, name) { self.set(name, value); });
  else if (Array.isArray(init)) init.forEach(function (pair) { self.append(pair[0], pair[1]); });
  else Object.keys(init || {}).forEach(function (name) { self.set(name, init[name]); });
}
Headers.prototype.get = function (name) { return name.toLowerCase() in this.map ? this.map[name.toLowerCase()] : null; };
Headers.prototype.has = function (name) { return name.toLowerCase() in this.map; };
Headers.prototype.set = function (name, value) { this.map[name.toLowerCase()] = String(value); };
Headers.prototype.append = function (name, value) { this.set(name, this.has(name) ? this.get(name) + ', ' + value : value); };
Headers.prototype.delete = function (name) { delete this.map[name.toLowerCase()]; };
Headers.prototype.forEach = function (visit) { var map = this.map; Object.keys(map).forEach(function (name) { visit(map[name], name); }); };
Headers.prototype.entries = function () { var map = this.map; return Object.keys(map).sort().map(function (name) { return [name, map[name]]; })[Symbol.iterator](); };
Headers.prototype[Symbol.iterator] = Headers.prototype.entries;

function Response(body, init) {
  this.status = (init && init.status) || 200;
  this.ok = this.status >= 200 && this.status < 300;
  this.headers = new Headers(init && init.headers);
  this.url = '';
  this.text = function () { return Promise.resolve(body); };
}
function Blob() {}
function FormData() {}
function URLSearchParams() {}
function URL(text) {
  var parts = /^(https?:)\/\/([^/?#]+)([^?#]*)(\?[^#]*)?/.exec(text);
  if (!parts) throw new TypeError('Invalid URL: ' + text);
  this.href = text;
  this.protocol = parts[1];
  this.host = parts[2];
  this.origin = parts[1] + '//' + parts[2];
  this.pathname = parts[3];
  this.search = parts[4] || '';
}
function AbortController() {
  var listeners = [];
  this.signal = { aborted: false, addEventListener: function (_, one) { listeners.push(one); }, removeEventListener: function () {} };
  this.abort = function () { this.signal.aborted = true; listeners.forEach(function (one) { (one.handleEvent || one).call(one); }); };
}
