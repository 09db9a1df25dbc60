/** Folders of our own package. */
import { fileURLToPath } from 'node:url';

/** The same from `generator/` and from `dist/`. */
export const packageFolder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
