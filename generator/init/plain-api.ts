/** The API of documents without a config: built once, for proposals and for the config that `init` writes. */
import { emptyConfig } from '../config/empty.ts';
import { buildApi } from '../ir/build.ts';
import type { Documents } from '../source/types.ts';

type Built = ReturnType<typeof buildApi>;

const known = new WeakMap<Documents, Built>();

export function plainApi(documents: Documents): Built {
  const built = known.get(documents) ?? buildApi({ documents, config: emptyConfig() });
  known.set(documents, built);
  return built;
}
