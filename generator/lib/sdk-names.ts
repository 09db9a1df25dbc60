/** What an SDK calls things, for those who speak of an SDK without designing it whole. */

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
  /** A property of a result or of a body, by its name on the wire and the one that the config gives it. */
  readonly property: (name: string, alias?: string) => string;
  /** An argument of a method, by the name of its parameter and the one that the config gives it. */
  readonly argument: (name: string, alias?: string) => string;
  /** Arguments are passed by name: their order means nothing, and those passed by position have names too. */
  readonly keywords: boolean;
  /** Any name of the document as the name of a type. */
  readonly type: (name: string) => string;
  /** Id of a schema → the name that it is imported by; undefined where it has none of its own. */
  readonly model: (id: string) => string | undefined;
  /** Keys of a model's resource → what its types are imported from; equal where the imports are. */
  readonly home: (resource: readonly string[]) => string;
}
