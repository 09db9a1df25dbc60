/** What parts of the page need to change the config. */
import type { ConfigAction } from '../generator/studio/contract.ts';

/** Sends an action; false if it was refused, which the page has shown. */
export type Act = (action: ConfigAction, label: string) => Promise<boolean>;

export const splitPath = (path: string): readonly string[] => (path === '' ? [] : path.split('.'));
