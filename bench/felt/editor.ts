/** How long an editor waits: TypeScript's own server, asked as editors ask it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contestant, TYPESCRIPT } from './contestants.ts';

export interface Waits {
  /** Milliseconds from opening the file to the list behind `client.`. */
  readonly first: number;
  /** From the next keystroke to the next list: the least of five. */
  readonly again: number;
  readonly entries: number;
}

export async function editorWaits({ folder, at }: Contestant): Promise<Waits> {
  const server = spawn(
    process.execPath,
    [join(TYPESCRIPT, 'tsserver.js'), '--disableAutomaticTypingAcquisition'],
    {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const waiting = new Map<number, (body: unknown) => void>();
  let text = '';
  server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 1);
      if (!line.startsWith('{')) continue;
      const message = JSON.parse(line) as { readonly request_seq?: number; readonly body?: unknown };
      waiting.get(message.request_seq ?? -1)?.(message.body);
    }
  });
  let last = 0;
  const tell = (command: string, args: object): number => {
    last += 1;
    server.stdin.write(`${JSON.stringify({ seq: last, type: 'request', command, arguments: args })}\n`);
    return last;
  };
  const ask = (command: string, args: object): Promise<unknown> => {
    const seq = tell(command, args);
    return new Promise((resolve) => waiting.set(seq, resolve));
  };
  const file = join(folder, 'main.ts');
  try {
    const started = performance.now();
    tell('open', { file, fileContent: readFileSync(file, 'utf8') });
    const list = await ask('completionInfo', { file, ...at });
    const first = performance.now() - started;
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const begun = performance.now();
      // A line more at the end: the program is made anew.
      tell('change', { file, line: 1, offset: 1, endLine: 1, endOffset: 1, insertString: ' ' });
      const next = { line: at.line, offset: at.offset + (at.line === 1 ? turn + 1 : 0) };
      await ask('completionInfo', { file, ...next });
      times.push(performance.now() - begun);
    }
    const entries = (list as { readonly entries?: readonly unknown[] }).entries?.length ?? 0;
    return { first, again: Math.min(...times), entries };
  } finally {
    server.kill();
  }
}
