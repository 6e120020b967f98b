import { Paper, Text } from '@mantine/core';
import classes from './reports.module.css';

export interface Figure {
  name: string;
  value: string;
  /** What is counted, in a sentence. */
  means: string;
}

/** Figures that one reads first, each with what it means. */
export function FigureTiles({ figures }: { figures: Figure[] }) {
  return (
    <dl className={classes.tiles}>
      {figures.map(({ name, value, means }) => (
        <Paper key={name} withBorder px="md" py="sm" className={classes.tile}>
          <dt className={classes.term}>{name}</dt>
          <dd className={classes.value}>{value}</dd>
          <Text component="dd" m={0} size="sm" c="dimmed">
            {means}
          </Text>
        </Paper>
      ))}
    </dl>
  );
}
