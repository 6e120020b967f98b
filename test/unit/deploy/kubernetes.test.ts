import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { apiSettingsSchema } from '../../../settings/api-settings.ts';
import { readSettings } from '../../../settings/service-settings.ts';
import { workerSettingsSchema } from '../../../settings/worker-settings.ts';
import { breaches, deploymentOf, type Deployed } from './kubernetes-rules.ts';
import { schemaFaults, type Manifest } from './manifest-schema.ts';

const root = new URL('../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const base = 'deploy/kubernetes/base/';

interface Kustomization {
  resources: string[];
  configMapGenerator: { name: string; literals?: string[]; files?: string[] }[];
}
const kustomization = (path: string): Kustomization => parse(text(path)) as Kustomization;

/** YAML 1.1, as Kubernetes reads it. */
const manifestsIn = (path: string): Manifest[] =>
  parseAllDocuments(text(path), { version: '1.1' }).map((document) => document.toJS() as Manifest);

const manifests = (): Deployed[] =>
  kustomization(`${base}kustomization.yaml`).resources.flatMap((file) => manifestsIn(base + file)) as Deployed[];

/** The real manifests with one change. */
function broken(name: string, change: (manifest: Deployed) => void): Deployed[] {
  const copy = manifests();
  change(deploymentOf(copy, name));
  return copy;
}

describe('the manifests for Kubernetes', () => {
  it('fit the schemas of Kubernetes', () => {
    const all = [...manifests(), ...manifestsIn('deploy/kubernetes/example/namespace.yaml')];
    expect(all.length).toBeGreaterThan(10);
    expect(all.flatMap(schemaFaults)).toEqual([]);
  });

  it.each<[string, string, (manifest: Deployed) => void]>([
    [
      'an unknown key',
      'unknown key /spec/template/spec/terminationGracePeriod',
      (m) => Object.assign(m.spec.template.spec, { terminationGracePeriod: 9 }),
    ],
    ['a list that is none', 'must be array', (m) => Object.assign(m.spec.template.spec, { containers: {} })],
    [
      'a probe without a number',
      'must be integer',
      (m) => Object.assign(m.spec.template.spec.containers[0]!.livenessProbe!, { periodSeconds: '10s' }),
    ],
    ['no selector', 'selector', (m) => Object.assign(m.spec, { selector: undefined })],
    [
      'a memory that is none',
      'quantity',
      (m) => Object.assign(m.spec.template.spec.containers[0]!.resources!, { limits: { memory: 'much' } }),
    ],
  ])('would be refused with %s', (_what, fault, change) => {
    const faults = broken('giliran-api', change).flatMap(schemaFaults);
    expect(faults.join('\n')).toContain(fault);
  });

  it('keep to the invariants', () => {
    expect(breaches(manifests())).toEqual([]);
  });

  it.each<[string, (manifest: Deployed) => void]>([
    ['runs as root', (m) => Object.assign(m.spec.template.spec.securityContext!, { runAsUser: 0 })],
    [
      'writes to its own files',
      (m) => Object.assign(m.spec.template.spec.containers[0]!.securityContext!, { readOnlyRootFilesystem: false }),
    ],
    ['is not pinned', (m) => Object.assign(m.spec.template.spec.containers[0]!, { image: 'giliran' })],
    [
      'is cut off before it has ended',
      (m) => Object.assign(m.spec.template.spec, { terminationGracePeriodSeconds: 20 }),
    ],
    ['has no livenessProbe', (m) => delete m.spec.template.spec.containers[0]!.livenessProbe],
    ['selects no pod', (m) => Object.assign(m.spec.template.metadata.labels, { 'app.kubernetes.io/name': 'other' })],
    [
      'holds a secret',
      (m) => m.spec.template.spec.containers[0]!.env!.push({ name: 'MONGODB_URI', value: 'mongodb://u:p@h/' }),
    ],
  ])('would be told apart when one %s', (sentence, change) => {
    expect(breaches(broken('giliran-api', change)).join('\n')).toContain(sentence);
  });

  it('are all applied', () => {
    const files = readdirSync(new URL(base, root)).filter((file) => file.endsWith('.yaml'));
    const { resources } = kustomization(`${base}kustomization.yaml`);
    expect([...resources, 'kustomization.yaml'].sort()).toEqual(files.sort());
  });

  it('make the namespace with the script that docker-compose.yml runs', () => {
    expect(text(`${base}create-namespace.sh`)).toBe(text('deploy/temporal/create-namespace.sh'));
  });
});

/** Values of a Secret, as an installation has them. */
const secrets: Record<string, string> = {
  MONGODB_URI: 'mongodb+srv://giliran:nHk3vT9@store.example/giliran?w=majority',
  PAYLOAD_KEYS: '',
  SMTP_URL: '',
  SECOND_FACTOR_KEY: '',
  OIDC_CLIENT_SECRET: '',
};

describe('the settings in the manifests', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'giliran-secrets-'));
    for (const [name, value] of Object.entries(secrets)) writeFileSync(join(dir, name), value);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const environmentOf = (name: string): Record<string, string> => {
    const { configMapGenerator } = kustomization(`${base}kustomization.yaml`);
    const literals = configMapGenerator.find((map) => map.name === 'giliran-settings')?.literals ?? [];
    const container = deploymentOf(manifests(), name).spec.template.spec.containers[0]!;
    const own = container.env!.map(({ name: key, value }) => [key, value.replace('/run/secrets/giliran', dir)]);
    return Object.fromEntries([...literals.map((line) => line.split(/=(.*)/s).slice(0, 2)), ...own]) as Record<
      string,
      string
    >;
  };

  it.each([
    ['giliran-api', apiSettingsSchema],
    ['giliran-worker', workerSettingsSchema],
  ] as const)('of %s are taken by its process, and it knows each of them', (name, schema) => {
    const environment = environmentOf(name);
    expect(readSettings(schema, environment)).toMatchObject({
      NODE_ENV: 'production',
      MONGODB_URI: secrets['MONGODB_URI'],
    });
    const known = Object.keys(schema.shape);
    expect(Object.keys(environment).filter((key) => !known.includes(key.replace(/_FILE$/, '')))).toEqual([]);
  });

  it('of the API do not let a process start without a store', () => {
    const { MONGODB_URI_FILE: _, ...without } = environmentOf('giliran-api');
    expect(() => readSettings(apiSettingsSchema, without)).toThrow('MONGODB_URI');
  });
});
