export interface Conflict extends Problem {
  conflicts_with: string;
}

export interface NotFound extends Problem {
  similar?: Array<string>;
}

/** Problem details, RFC 9457 */
export interface Problem {
  status: number;

  title: string;

  detail?: string;

  /** @default 'about:blank' */
  type?: string;
}
