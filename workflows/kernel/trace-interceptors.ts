import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** The name under which Temporal's OpenTelemetry interceptors carry a trace; its payload is handed on as it is. */
const traceHeader = '_tracer-data';

/**
 * Hands the trace of the message that was taken last on to what the workflow has done next. Makes no spans itself and
 * brings no telemetry library into the sandbox; without tracing no header comes, and none is added.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let latest: Headers[string] | undefined;
  const taken = <Input extends { headers: Headers }>(input: Input): Input => {
    latest = input.headers[traceHeader] ?? latest;
    return input;
  };
  const traced = <Input extends { headers: Headers }>(input: Input): Input =>
    latest === undefined ? input : { ...input, headers: { ...input.headers, [traceHeader]: latest } };
  return {
    inbound: [
      {
        execute: (input, next) => next(taken(input)),
        handleSignal: (input, next) => next(taken(input)),
        handleUpdate: (input, next) => next(taken(input)),
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(traced(input)),
        scheduleLocalActivity: (input, next) => next(traced(input)),
        signalWorkflow: (input, next) => next(traced(input)),
        startChildWorkflowExecution: (input, next) => next(traced(input)),
      },
    ],
  };
};

type Headers = Parameters<
  NonNullable<NonNullable<ReturnType<WorkflowInterceptorsFactory>['inbound']>[0]['execute']>
>[0]['headers'];
