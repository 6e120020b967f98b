import { readFileSync } from 'node:fs';
import type { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { publishBacklog } from '../../../api/health/backlog-metrics.ts';
import { publishMails } from '../../../api/health/mail-metrics.ts';
import { createMetrics } from '../../../api/health/request-metrics.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import { figureKinds } from '../../../worker/figures/activity-figures.ts';

const root = new URL('../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  annotations: { summary: string; runbook: string };
}
const rules = (parse(text('deploy/monitoring/alert-rules.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const dashboard = JSON.parse(text('deploy/monitoring/grafana-dashboard.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};

const asked = [
  ...rules.map(({ expr }) => expr),
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

/** As Prometheus sees them: counters end in _total, histograms have buckets and a count. */
async function publishedNames(): Promise<Set<string>> {
  const { registry }: { registry: Registry } = createMetrics();
  publishMails(registry, fakeStore());
  publishBacklog(registry, fakeStore());
  const ofApi = registry.getMetricsAsArray().map(({ name, type }) => ({ name, kind: String(type) }));
  const ofWorker = Object.entries(figureKinds).map(([name, { kind }]) => ({ name, kind: String(kind) }));
  const names = [
    ...ofApi.flatMap(({ name, kind }) => (kind === 'histogram' ? [`${name}_bucket`, `${name}_count`] : [name])),
    ...ofWorker.flatMap(({ name, kind }) => {
      if (kind === 'counter') return [`${name}_total`];
      return kind === 'histogram' ? [`${name}_bucket`, `${name}_count`] : [name];
    }),
  ];
  return new Set(names);
}

const ours = (expr: string): string[] => expr.match(/\b(giliran|http)_[a-z_]+/g) ?? [];

describe('what watches over the service', () => {
  it('asks only for metrics that the processes publish', async () => {
    const published = await publishedNames();
    expect(asked.flatMap(ours).length).toBeGreaterThan(15);
    expect(asked.flatMap(ours).filter((name) => !published.has(name))).toEqual([]);
  });

  it('leads from each alert to a section that is there', () => {
    const sections = [...text('docs/operations.md').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    for (const { annotations } of rules) expect(sections).toContain(annotations.runbook.split('#')[1]);
    expect(rules.length).toBeGreaterThan(5);
  });

  it('shows every figure of the workers', () => {
    expect(Object.keys(figureKinds).filter((name) => !asked.join(' ').includes(name))).toEqual([]);
  });
});
