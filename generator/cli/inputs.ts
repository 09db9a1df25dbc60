/** What most commands are told: the document, the config, and what these may reach. */

/** As on the command line. */
export interface InputOptions {
  readonly spec?: string;
  readonly config?: string;
  readonly overlay?: readonly string[];
  readonly allowRemote?: boolean;
  readonly allowOutside?: boolean;
}

export interface Inputs {
  readonly spec?: string;
  readonly config?: string;
  readonly overlays?: readonly string[];
  readonly allowRemote: boolean;
  readonly allowOutside: boolean;
}
