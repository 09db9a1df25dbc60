export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly log: (text: string) => void;
  readonly fetch: typeof globalThis.fetch;
}
export declare function runAction(world: World): Promise<number>;
export declare function runComment(world: World): Promise<number>;
export declare function data(text: string): string;
