/** Which lists page, in published SDKs and in ours without a config, from the IR alone. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { emptyConfig } from '../../generator/config/empty.ts';
import { buildApi } from '../../generator/ir/build.ts';
import type { Api, Method, PaginationPurpose, PaginationScheme } from '../../generator/ir/types.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { diskIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import type { Documents } from '../../generator/source/types.ts';
import { methodsOf } from '../init/support.ts';

export interface Paged {
  readonly method: Method;
  readonly scheme: PaginationScheme;
}

export interface Built {
  readonly api: Api;
  readonly documents: Documents;
}

/** The API of a document without a config; undefined where the document is none. */
export async function builtOf(file: string): Promise<Built | undefined> {
  const { value: documents } = await loadDocuments(basename(file), {
    io: diskIo(dirname(file)),
    allowRemote: false,
    upgrade,
  });
  return documents && { documents, api: buildApi({ documents, config: emptyConfig() }).value };
}

export function pagedOf(api: Api): readonly Paged[] {
  const schemes = new Map(api.paginationSchemes.map((one) => [one.name, one]));
  return methodsOf(api.root).flatMap(({ method }) => {
    const scheme = method.pagination && schemes.get(method.pagination.scheme);
    return scheme === undefined ? [] : [{ method, scheme }];
  });
}

/** The endpoint with nameless path parameters: `get /cards/{}`. */
export const endpointOf = (verb: string, path: string): string =>
  `${verb} ${path.replace(/\$?\{[^}]*\}/g, '{}')}`;

/** `cursor starting_after data.token`: kind, place of the items, and by what the next page is asked for. */
export function wayOf({ type, purposes, topLevelArray }: PaginationScheme): string {
  const said = (purpose: PaginationPurpose): string => {
    const use = purposes.find((one) => one.purpose === purpose);
    return use === undefined ? '' : use.header === undefined ? use.path.join('.') : `header ${use.header}`;
  };
  const wanted: readonly PaginationPurpose[] = [
    'next_cursor_param',
    'next_cursor_field',
    'next_cursor_id_param',
    'cursor_item_id',
    'cursor_url_field',
    'page_number_param',
    'offset_count_param',
  ];
  return [type, topLevelArray ? '[]' : said('items'), ...wanted.map(said)]
    .filter((one) => one !== '')
    .join(' ');
}

/** Endpoint → page class, of `surface.json`, or of the listing of an older SDK. */
export function publishedPages(file: string): ReadonlyMap<string, string | undefined> {
  return file.endsWith('.json')
    ? fromSurface(readFileSync(file, 'utf8'))
    : fromListing(readFileSync(file, 'utf8'));
}

function fromSurface(text: string): ReadonlyMap<string, string | undefined> {
  const { methods } = JSON.parse(text) as {
    readonly methods: readonly {
      readonly verb: string;
      readonly url: string;
      readonly page?: { readonly class: string };
    }[];
  };
  return new Map(methods.map(({ verb, url, page }) => [endpointOf(verb, url), page?.class]));
}

function fromListing(text: string): ReadonlyMap<string, string | undefined> {
  const found = [...text.matchAll(/^ {3}\w+\(.*\): Core\.\w+Promise<(.*)> {3}=> (\w+)(\(list\))? (\/\S*)/gm)];
  return new Map(
    found.map(([, result = '', verb = '', isList, path = '']) => [
      endpointOf(verb, path),
      isList === undefined ? undefined : /(\w*?Page),/.exec(result)?.[1],
    ]),
  );
}
