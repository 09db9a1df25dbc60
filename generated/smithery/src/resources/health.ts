import type { APIPromise } from '../api-promise.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { APIResource } from '../resource.ts';

export class HealthResource extends APIResource {
  /**
   * Check if the service is running
   *
   * @throws {InternalServerError} 500: Service unhealthy
   *
   * @example
   * ```ts
   * const health = await client.health.check();
   *
   * console.log(health.status);
   * ```
   */
  check(options?: RequestOptions): APIPromise<Health, HealthCheckErrors> {
    return this._client.get('/health', options);
  }
}

export interface Health {
  status: string;

  timestamp: string;
}

export interface HealthError {
  error: string;
}

export interface HealthCheckErrors {
  /** Service unhealthy */
  500: HealthError;
}

export declare namespace HealthResource {
  export { type Health as Health, type HealthError as HealthError };
}
