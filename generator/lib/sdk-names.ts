/** The names in an SDK, for code that refers to an SDK without building all of it. */

export interface SdkNames {
  /** Keys of a resource and of its method → `client.phoneNumbers.getAPIURL`. */
  readonly call: (resource: readonly string[], method: string) => string;
  /** Keys of a resource → `phoneNumbers.calls`. */
  readonly resource: (keys: readonly string[]) => string;
  /** Keys of a resource → its page below the SDK's `docs/`. */
  readonly page: (keys: readonly string[]) => string | undefined;
  /** The class of the client. */
  readonly client: string;
  /** Key of a client option → `apiKey`. */
  readonly option: (key: string) => string;
  /** A property of a result or a body, from its wire name and the name that the config gives it. */
  readonly property: (name: string, alias?: string) => string;
  /** An argument of a method, from the parameter's name and the name that the config gives it. */
  readonly argument: (name: string, alias?: string) => string;
  /**
   * True if arguments are passed by name: their order has no meaning, and
   * positional arguments have names too.
   */
  readonly keywords: boolean;
  /** A name of the document as a type name. */
  readonly type: (name: string) => string;
  /** Id of a schema → the name by which it is imported; undefined if it is not a named type. */
  readonly model: (id: string) => string | undefined;
  /**
   * Keys of a model's resource → the module from which its types are imported.
   * Equal if the imports are equal.
   */
  readonly home: (resource: readonly string[]) => string;
}
