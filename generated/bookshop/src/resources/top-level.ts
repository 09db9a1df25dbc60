export interface PingResponse {
  status: 'ok';

  /** Seconds since the last restart */
  uptime?: number;
}

export interface StatusResponse {
  status: 'ok';

  /** Seconds since the last restart */
  uptime?: number;
}
