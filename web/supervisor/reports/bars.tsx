import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/charts/styles.css';
import { BarChart, type BarChartProps } from '@mantine/charts';

export interface BarsProps extends Pick<BarChartProps, 'data' | 'dataKey' | 'type' | 'orientation' | 'referenceLines'> {
  series: { name: string; label: string; color: string }[];
  valueFormatter: (value: number) => string;
  height: number;
}

/** A picture of figures that stand in the table beside it; who cannot see it misses nothing. */
export default function Bars({ height, orientation = 'horizontal', ...props }: BarsProps) {
  return (
    <div aria-hidden>
      <BarChart
        h={height}
        orientation={orientation}
        withLegend={props.series.length > 1}
        legendProps={{ verticalAlign: 'top' }}
        maxBarWidth={28}
        gridAxis={orientation === 'vertical' ? 'y' : 'x'}
        tickLine="none"
        {...(orientation === 'vertical' ? { yAxisProps: { width: 90, interval: 0 } } : {})}
        xAxisProps={{ minTickGap: 24, allowDecimals: false }}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        {...props}
      />
    </div>
  );
}
