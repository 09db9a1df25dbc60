/** English words that do something; the default names tell an action from a thing by them. */

/** Verbs that are hardly ever nouns in a path. */
const STRONG = new Set([
  'abort', 'accept', 'acknowledge', 'activate', 'add', 'amend', 'analyze', 'append', 'apply', 'approve', 'archive', 'assign', 'associate', 'attach', 'authenticate', 'authorize', 'ban', 'bind', 'book', 'bulk', 'calculate', 'call', 'cancel',
  'capture', 'change', 'charge', 'check', 'checkout', 'claim', 'clear', 'clone', 'close', 'commit', 'compare', 'complete', 'compute', 'configure', 'confirm', 'connect', 'contains', 'convert', 'copy', 'count', 'create', 'deactivate', 'decline', 'decrypt', 'delete', 'deny',
  'deploy', 'deprecate', 'describe', 'destroy', 'detach', 'detect', 'disable', 'disassociate', 'disconnect', 'dismiss', 'dispatch', 'download', 'drop', 'duplicate', 'edit', 'embed', 'enable', 'encrypt', 'enqueue', 'estimate', 'evaluate', 'exchange', 'execute',
  'exists', 'expire', 'export', 'extend', 'extract', 'fetch', 'finalize', 'find', 'finish', 'flush', 'follow', 'force', 'forgot', 'fork', 'generate', 'get', 'grant', 'hide', 'identify', 'ignore', 'import', 'infer', 'ingest', 'init', 'initialize', 'initiate', 'insert', 'inspect',
  'install', 'invite', 'invoke', 'issue', 'join', 'kick', 'kill', 'launch', 'leave', 'link', 'list', 'load', 'lock', 'login', 'logout', 'lookup', 'look', 'make', 'mark', 'match', 'merge', 'migrate', 'modify', 'move', 'mute', 'notify', 'obtain', 'onboard', 'open', 'optimize', 'parse', 'patch', 'pause', 'pay', 'perform',
  'ping', 'play', 'poll', 'prepare', 'preview', 'process', 'promote', 'provision', 'publish', 'pull', 'purge', 'push', 'put', 'query', 'rebuild', 'receive', 'recover', 'redeem', 'redeliver', 'reject', 'refresh', 'refund', 'register', 'reindex', 'release', 'reload', 'remove', 'rename', 'render', 'renew', 'reopen', 'reorder', 'repair', 'replace', 'replay', 'replicate',
  'reply', 'rerank', 'rerun', 'resend', 'reset', 'resize', 'resolve', 'restart', 'restore', 'resume', 'resync', 'retrieve', 'retry', 'revert', 'review', 'revoke', 'rollback', 'rotate', 'run', 'save', 'scan', 'search', 'seek', 'send', 'serve', 'set', 'share', 'show', 'shutdown', 'sign', 'signin', 'signup', 'simulate', 'skip', 'sort', 'split', 'start', 'stop', 'store', 'stream', 'submit', 'subscribe', 'suspend', 'switch', 'sync', 'synchronize',
  'tag', 'terminate', 'toggle', 'tokenize', 'train', 'transcribe', 'tune', 'transfer', 'transform', 'translate', 'trigger', 'unarchive', 'unassign', 'unban', 'unblock', 'undelete', 'undo', 'unfollow', 'uninstall', 'unlink', 'unlock', 'unmute', 'unpublish', 'unregister', 'unset', 'unstar', 'unsubscribe', 'untag', 'unwatch', 'update', 'upgrade', 'upload', 'upsert', 'use', 'validate', 'verify', 'view', 'void', 'wait', 'withdraw', 'write',
]);

/** Adverbs and the like that act as commands behind a POST. */
const COMMANDS = new Set(['next', 'previous', 'shuffle', 'block', 'star', 'watch', 'pin', 'unpin', 'vote', 'ack', 'nack', 'test', 'read', 'unread', 'rate', 'score']);

/** Verbs that nobody would take for a thing. */
const PURE = new Set(['add', 'append', 'authenticate', 'calculate', 'cancel', 'check', 'create', 'delete', 'download', 'fetch', 'find', 'generate', 'get', 'list', 'lookup', 'remove', 'retrieve', 'search', 'update', 'upload', 'validate', 'verify', 'view']);
/** What a GET may do, beside the pure verbs. */
const GETTABLE = new Set(['autocomplete', 'compare', 'contains', 'count', 'describe', 'estimate', 'exists', 'export', 'inspect', 'ping', 'poll', 'preview', 'query', 'render', 'resolve', 'scan', 'stream', 'suggest', 'sync', 'infer']);

export const isPureVerb = (word: string): boolean => PURE.has(word);
export const isGettable = (word: string): boolean => PURE.has(word) || GETTABLE.has(word);
export const isVerb = (word: string): boolean => STRONG.has(word);
export const isCommand = (word: string): boolean => STRONG.has(word) || COMMANDS.has(word);

/** Verbs of an operationId that say no more than the HTTP method. */
export const PLAIN: ReadonlySet<string> = new Set(['get', 'list', 'retrieve', 'fetch', 'read', 'show', 'find', 'create', 'new', 'post', 'insert', 'make', 'update', 'edit', 'modify', 'change', 'put', 'patch', 'upsert', 'delete', 'destroy', 'head', 'options', 'run', 'request', 'perform', 'do', 'handle', 'query', 'describe', 'submit', 'attach', 'generate', 'process', 'execute', 'reorder', 'store']);

/** Verbs that ask and change nothing. */
export const READING: ReadonlySet<string> = new Set(['get', 'list', 'retrieve', 'fetch', 'show', 'view', 'describe', 'search', 'find', 'query', 'count', 'lookup']);
/** Of these the ones that have a name of their own beside `list` and `retrieve`. */
export const ASKING: ReadonlySet<string> = new Set(['search', 'find', 'query', 'count', 'lookup']);
/** Verbs that change what is there, in no way of their own. */
export const CHANGING: ReadonlySet<string> = new Set(['update', 'edit', 'modify', 'change', 'put', 'patch', 'replace', 'make', 'manage', 'configure', 'process']);
/** Verbs that bring something about. */
export const CREATING: ReadonlySet<string> = new Set(['create', 'add', 'insert', 'register', 'publish', 'invite', 'upload']);

/** Verbs after which something is gone or over, beside those that start with `un` or `dis`. */
const DESTROYING = new Set(['abort', 'archive', 'ban', 'cancel', 'clear', 'close', 'deactivate', 'decline', 'delete', 'destroy', 'detach', 'drop', 'empty', 'end', 'expire', 'flush', 'kick', 'kill', 'leave', 'logout', 'purge', 'reject', 'release', 'remove', 'reset', 'revoke', 'stop', 'terminate', 'void', 'withdraw', 'bulk']);
export const isDestroying = (word: string): boolean => DESTROYING.has(word) || /^(?:un|dis)(?!der|til)/.test(word);

/** Words that end the part of a phrase which names the action: `set volume FOR users playback`. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(['for', 'to', 'in', 'on', 'of', 'from', 'with', 'at', 'across', 'into', 'using', 'via', 'within', 'against', 'if', 'whether', 'or', 'and', 'that']);
export const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'all', 'this', 'its', 'existing', 'specific', 'given', 'single', 'your', 'our', 'my']);
