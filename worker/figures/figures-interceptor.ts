import type { MetricMeter } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { figureKinds, figuresOf, type Figure } from './activity-figures.ts';

/** Counts what activities have done, once each is done. */
export function figuresInterceptor(record: FigureRecorder) {
  return ({ info }: { info: { activityType: string } }): { inbound: ActivityInboundCallsInterceptor } => ({
    inbound: {
      async execute(input, next) {
        const result: unknown = await next(input);
        figuresOf(info.activityType, input.args[0]).forEach(record);
        return result;
      },
    },
  });
}

type FigureRecorder = (figure: Figure) => void;

/** Has figures shown where the SDK shows its own metrics. Once for each process. */
export function figureRecorder(meter: MetricMeter): FigureRecorder {
  const instruments = Object.fromEntries(
    Object.entries(figureKinds).map(([name, { help, kind }]) => {
      if (kind === 'counter') {
        const counter = meter.createCounter(name, undefined, help);
        return [name, counter.add.bind(counter)];
      }
      if (kind === 'gauge') {
        const gauge = meter.createGauge(name, 'int', undefined, help);
        return [name, gauge.set.bind(gauge)];
      }
      const histogram = meter.createHistogram(name, 'float', 's', help);
      return [name, histogram.record.bind(histogram)];
    }),
  ) as Record<Figure['name'], (value: number, labels: Record<string, string>) => void>;
  return ({ labels, name, value }) => instruments[name](value, labels);
}
