import type { MetricsExporterConfig } from '@temporalio/worker';

/** Seconds, from a click to a long wait of a night. */
const assignedAfter = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400];

/** The SDK's metrics and ours for Prometheus, at `http://<address>/metrics`. */
export function metricsAt(bindAddress: string): MetricsExporterConfig {
  return {
    prometheus: {
      bindAddress,
      countersTotalSuffix: true,
      useSecondsForDurations: true,
      histogramBucketOverrides: { giliran_assigned_after_seconds: assignedAfter },
    },
  };
}
