/** Code of a user of the Python SDK. */
export interface PythonProbe {
  /** `client.pets.list`, `client` for its construction, `type Pet`. */
  readonly symbol: string;
  readonly kind: 'call' | 'read' | 'exhaust' | 'fake' | 'name';
  /** Statements, without indentation. */
  readonly lines: readonly string[];
  /** So many of the first lines name a class; what is gone there says nothing of what is read of it. */
  readonly naming?: number;
  /** It tells apart the members of the union that this property holds; '' of the value itself. */
  readonly tells?: string;
}
