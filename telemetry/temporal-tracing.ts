import {
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
} from '@temporalio/interceptors-opentelemetry';

/** For a client: each start, signal, update and query is a span, and takes its trace along to the workflow. */
export function clientInterceptors() {
  return { workflow: [new OpenTelemetryWorkflowClientInterceptor()] };
}

/** For a worker: each attempt of an activity is a span of the trace that the workflow handed on. */
export function activityInterceptor(context: ConstructorParameters<typeof OpenTelemetryActivityInboundInterceptor>[0]) {
  return { inbound: new OpenTelemetryActivityInboundInterceptor(context) };
}
