import { isSpanContextValid, trace } from '@opentelemetry/api';

/** For a log line: the trace that it belongs to, if there is one. */
export function traceFields(): { traceId?: string } {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span) ? { traceId: span.traceId } : {};
}
