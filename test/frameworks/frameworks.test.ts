/**
 * `templates/tanstack-query` in the frameworks that its README names, apart from React, which has a test in a
 * browser: each program is compiled strictly, asks for a list page by page, and for a call that changes something.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Plugin, build, transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Generated, generateInto } from '../support/overlay.ts';
import { projectRoot } from '../support/shared.ts';

const run = promisify(execFile);
const here = import.meta.dirname;
const modules = join(here, 'node_modules');

/** What every program starts with: a client whose second page is the last. */
const COMMON = `
import { Bookshop } from './index.ts';
import { authorsListPages, booksDeleteMutation, booksRetrieveQuery } from './query/index.ts';

const asked: string[] = [];
const fetch = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
  const { pathname, search, searchParams } = new URL(url);
  asked.push(\`\${init.method} \${pathname}\${search}\`);
  if (init.method === 'DELETE') return new Response(null, { status: 204 });
  if (pathname !== '/authors') return Response.json({ id: 'b1', title: 'Emma' });
  return searchParams.has('starting_after')
    ? Response.json({ authors: [{ id: 'second', name: 'Second' }], has_more: false })
    : Response.json({ authors: [{ id: 'first', name: 'First' }], has_more: true });
};
const client = new Bookshop({ baseURL: 'https://shop.example', apiKey: 'k', staffName: 's', staffPassword: 'p', maxRetries: 0, fetch });
async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    if (tries > 500) throw new Error('It does not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
`;

const PROGRAMS = {
  vue: `
import { QueryClient, useInfiniteQuery, useMutation, useQuery } from '@tanstack/vue-query';
import { computed, effectScope, ref } from 'vue';
${COMMON}
export async function use(): Promise<unknown> {
  const queries = new QueryClient();
  const scope = effectScope();
  const found = await scope.run(async () => {
    const id = ref('b1');
    const book = useQuery(computed(() => booksRetrieveQuery(client, id.value)), queries);
    const authors = useInfiniteQuery(authorsListPages(client, { limit: 1 }), queries);
    const removal = useMutation(booksDeleteMutation(client), queries);
    await until(() => authors.isSuccess.value && book.isSuccess.value);
    await authors.fetchNextPage();
    await removal.mutateAsync({ bookID: 'b1' });
    id.value = 'b2';
    await until(() => asked.includes('GET /books/b2'));
    const names: string[] | undefined = authors.data.value?.pages.flatMap((page) =>
      page.getPaginatedItems().map((author) => author.name),
    );
    return { names, hasNext: authors.hasNextPage.value };
  });
  scope.stop();
  return { ...found, asked };
}
`,
  solid: `
import { QueryClient, useInfiniteQuery, useMutation, useQuery } from '@tanstack/solid-query';
import { createRoot, createSignal } from 'solid-js';
${COMMON}
export async function use(): Promise<unknown> {
  const queries = new QueryClient();
  return createRoot(async (dispose) => {
    const [id, setId] = createSignal('b1');
    const book = useQuery(() => booksRetrieveQuery(client, id()), () => queries);
    const authors = useInfiniteQuery(() => authorsListPages(client, { limit: 1 }), () => queries);
    const removal = useMutation(() => booksDeleteMutation(client), () => queries);
    await until(() => authors.isSuccess && book.isSuccess);
    await authors.fetchNextPage();
    await removal.mutateAsync({ bookID: 'b1' });
    setId('b2');
    await until(() => asked.includes('GET /books/b2'));
    const names: string[] | undefined = authors.data?.pages.flatMap((page) =>
      page.getPaginatedItems().map((author) => author.name),
    );
    const found = { names, hasNext: authors.hasNextPage };
    dispose();
    return { ...found, asked };
  });
}
`,
  svelte: `
import { QueryClient, createInfiniteQuery, createMutation, createQuery } from '@tanstack/svelte-query';
import { flushSync } from 'svelte';
${COMMON}
export async function use(): Promise<unknown> {
  const queries = new QueryClient();
  let id = $state('b1');
  let names: string[] | undefined;
  let hasNext: boolean | undefined;
  let more = async (): Promise<unknown> => undefined;
  let remove = async (): Promise<unknown> => undefined;
  const stop = $effect.root(() => {
    const book = createQuery(() => booksRetrieveQuery(client, id), () => queries);
    const authors = createInfiniteQuery(() => authorsListPages(client, { limit: 1 }), () => queries);
    const removal = createMutation(() => booksDeleteMutation(client), () => queries);
    more = () => authors.fetchNextPage();
    remove = () => removal.mutateAsync({ bookID: 'b1' });
    // As a component shows them.
    $effect(() => {
      hasNext = authors.hasNextPage;
      names = authors.data?.pages.flatMap((page) => page.getPaginatedItems().map((author) => author.name));
      void book.data;
    });
  });
  flushSync();
  await until(() => names?.length === 1 && asked.length === 2);
  await more();
  await until(() => names?.length === 2);
  await remove();
  id = 'b2';
  flushSync();
  await until(() => asked.includes('GET /books/b2'));
  stop();
  return { names, hasNext, asked };
}
`,
} as const;

type Compile = (code: string, options: object) => { readonly js: { readonly code: string } };
const svelte = async (): Promise<{ readonly compile: Compile; readonly compileModule: Compile }> =>
  (await import(pathToFileURL(join(modules, 'svelte/src/compiler/index.js')).href)) as {
    readonly compile: Compile;
    readonly compileModule: Compile;
  };

/** Modules with runes are compiled by Svelte, once their types are gone. */
const svelteModules: Plugin = {
  name: 'svelte-modules',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: (await svelte()).compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' })
        .js.code,
      loader: 'js',
    }));
    onLoad({ filter: /\.svelte\.[jt]s$/ }, async ({ path }) => {
      const { compileModule } = await svelte();
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', target: 'esnext' });
      return { contents: compileModule(code, { filename: path, generate: 'client' }).js.code, loader: 'js' };
    });
  },
};

async function install(): Promise<void> {
  if (existsSync(join(modules, '@tanstack/svelte-query/package.json'))) return;
  await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: here });
}

describe('templates/tanstack-query in other frameworks than React', () => {
  let shop: Generated;
  beforeAll(async () => {
    await install();
    shop = await generateInto('tanstack-query');
    mkdirSync(join(shop.dir, 'node_modules'), { recursive: true });
    for (const name of ['@tanstack', 'solid-js', 'svelte', 'vue', '@vue', 'csstype'])
      if (existsSync(join(modules, name)))
        symlinkSync(join(modules, name), join(shop.dir, 'node_modules', name));
  });
  afterAll(() => rmSync(shop.dir, { recursive: true, force: true }));

  it.each(Object.entries(PROGRAMS))('%s', async (framework, text) => {
    const file = join(shop.dir, 'src', framework === 'svelte' ? 'svelte.svelte.ts' : `${framework}.ts`);
    writeFileSync(file, text);
    writeFileSync(
      join(shop.dir, `tsconfig.${framework}.json`),
      JSON.stringify({
        extends: './tsconfig.json',
        compilerOptions: {
          module: 'esnext',
          moduleResolution: 'bundler',
          skipLibCheck: true,
          types: framework === 'svelte' ? ['svelte'] : [],
        },
        files: [file],
        include: [],
      }),
    );
    const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
    const failed = await run(process.execPath, [compiler, '--noEmit', '-p', `tsconfig.${framework}.json`], {
      cwd: shop.dir,
    }).catch((error: { readonly stdout?: string }) => error);
    expect(failed.stdout).toBe('');
    const outfile = join(shop.dir, `${framework}.mjs`);
    await build({
      entryPoints: [file],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      conditions: ['browser', 'svelte', 'module'],
      define: { 'process.env.NODE_ENV': '"development"' },
      plugins: [svelteModules],
      logLevel: 'silent',
    });
    const { use } = (await import(pathToFileURL(outfile).href)) as { readonly use: () => Promise<unknown> };
    expect(await use()).toEqual({
      names: ['First', 'Second'],
      hasNext: false,
      asked: [
        'GET /books/b1',
        'GET /authors?limit=1',
        'GET /authors?limit=1&starting_after=first',
        'DELETE /books/b1',
        'GET /books/b2',
      ],
    });
  });
});
