import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

export interface TracingOptions {
  /** `giliran-api` or `giliran-worker`. */
  serviceName: string;
  /** The collector's address, as OTEL_EXPORTER_OTLP_ENDPOINT has it; undefined: nothing is traced. */
  endpoint: string | undefined;
  /** Where spans go instead, at once; for tests. */
  exporter?: SpanExporter;
}

export interface Tracing {
  isOn: boolean;
  /** Sends what is still here, for at most two seconds, and stops. Never rejects: no trace is worth a stuck process. */
  stop(): Promise<void>;
}

const off: Tracing = { isOn: false, stop: () => Promise.resolve() };

/**
 * Has the process's spans sent to a collector by OTLP over HTTP, with the trace of whoever called (W3C traceparent).
 * The SDK's own variables (OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_HEADERS …) count as everywhere.
 */
export function startTracing({ serviceName, endpoint, exporter }: TracingOptions): Tracing {
  if (endpoint === undefined && exporter === undefined) return off;
  const processor = exporter
    ? new SimpleSpanProcessor(exporter)
    : new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint?.replace(/\/$/, '')}/v1/traces` }));
  const resource = new Resource({ 'service.name': serviceName });
  const provider = new NodeTracerProvider({ resource, spanProcessors: [processor] });
  provider.register();
  return {
    isOn: true,
    async stop() {
      const deadline = new Promise((resolve) => setTimeout(resolve, 2_000).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), deadline]);
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
