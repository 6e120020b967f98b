import { Paper, Skeleton, Table, Text, Title } from '@mantine/core';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import type { BarsProps } from './bars.tsx';
import classes from './reports.module.css';

const Bars = lazy(() => import('./bars.tsx'));

export interface Column<Row> {
  name: string;
  /** The first column names its row. */
  cell: (row: Row) => ReactNode;
}

interface ChartAndTableProps<Row> {
  title: string;
  /** What is counted, in a sentence. */
  text?: string;
  chart?: BarsProps | undefined;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  empty: string;
}

/** Figures as a picture and, beside it, as a table. */
export function ChartAndTable<Row>({ title, text, chart, columns, rows, keyOf, empty }: ChartAndTableProps<Row>) {
  const id = useId();
  const [head, ...others] = columns;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {text && (
        <Text c="dimmed" mt={4}>
          {text}
        </Text>
      )}
      {rows.length === 0 && <Text mt="md">{empty}</Text>}
      {rows.length > 0 && (
        <div className={classes.pair} data-alone={chart ? undefined : true}>
          {chart && (
            <Suspense fallback={<Skeleton h={chart.height} />}>
              <Bars {...chart} />
            </Suspense>
          )}
          <Table.ScrollContainer
            minWidth={others.length * 90 + 120}
            type="native"
            tabIndex={0}
            role="group"
            aria-labelledby={id}
            className={classes.scroll}
          >
            <Table stickyHeader verticalSpacing={6} className={classes.figures}>
              <Table.Thead>
                <Table.Tr>
                  {columns.map(({ name }) => (
                    <Table.Th key={name} scope="col">
                      {name}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={keyOf(row)}>
                    {head && (
                      <Table.Th scope="row" fw={500}>
                        {head.cell(row)}
                      </Table.Th>
                    )}
                    {others.map(({ name, cell }) => (
                      <Table.Td key={name}>{cell(row)}</Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </div>
      )}
    </Paper>
  );
}
