import {
  Client,
  type ClientOptions,
  Connection,
  ServiceError,
  defaultGrpcRetryOptions,
  isGrpcServiceError,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';
import { EngineUnavailable } from '../http/problem.ts';

export interface EngineConnectionOptions {
  /** host:port */
  address: string;
  namespace: string;
  /** How it writes what Temporal keeps, and what stands between. */
  clientOptions?: Pick<ClientOptions, 'dataConverter' | 'interceptors'>;
}

/** gRPC's own backoff between attempts to connect grows to two minutes: far too long after a restart of Temporal. */
const reconnectSoon = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 };

/** A few quick attempts bridge a hiccup (about 1 s); after that the caller's own fallback is the better answer. */
const retryAttempts = 4;

/** A client that connects when it is first used, and again by itself whenever the connection was lost. */
export function lazyClient(options: EngineConnectionOptions): { client: Client; connection: Connection } {
  const connection = Connection.lazy({
    address: options.address,
    channelArgs: {
      'grpc.keepalive_permit_without_calls': 1,
      'grpc.keepalive_time_ms': 30_000,
      'grpc.keepalive_timeout_ms': 15_000,
      ...reconnectSoon,
    },
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: retryAttempts }))],
  });
  return { client: new Client({ connection, namespace: options.namespace, ...options.clientOptions }), connection };
}

/** gRPC status codes by number: grpc-js is not a dependency of ours. */
const unavailableCodes = new Set([
  1, // CANCELLED
  2, // UNKNOWN
  4, // DEADLINE_EXCEEDED
  5, // NOT_FOUND, of a namespace; of a workflow it is WorkflowNotFoundError
  8, // RESOURCE_EXHAUSTED
  10, // ABORTED
  13, // INTERNAL
  14, // UNAVAILABLE
  15, // DATA_LOSS
]);

/** The error to throw on: EngineUnavailable when Temporal could not be asked, else the error itself. */
export function engineError(error: unknown): unknown {
  // A Temporal that is still being set up. Settings that are wrong show at /ready.
  if (error instanceof NamespaceNotFoundError) return new EngineUnavailable(error);
  const grpc = error instanceof ServiceError ? error.cause : error;
  if (isGrpcServiceError(grpc) && unavailableCodes.has(grpc.code)) return new EngineUnavailable(error);
  return error;
}
