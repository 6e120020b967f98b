import type { Manifest } from './manifest-schema.ts';

interface Probe {
  httpGet?: { path: string; port: string };
  exec?: { command: string[] };
}

interface Container {
  name: string;
  image: string;
  ports?: { name: string; containerPort: number }[];
  env?: { name: string; value: string }[];
  startupProbe?: Probe;
  readinessProbe?: Probe;
  livenessProbe?: Probe;
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  securityContext?: Record<string, unknown>;
}

interface PodSpec {
  automountServiceAccountToken?: boolean;
  enableServiceLinks?: boolean;
  terminationGracePeriodSeconds?: number;
  securityContext?: Record<string, unknown>;
  topologySpreadConstraints?: unknown[];
  containers: Container[];
}

/** As much of a manifest as the rules look at; of most kinds some of it is missing. */
export interface Deployed extends Manifest {
  spec: {
    selector: { matchLabels: Record<string, string> } & Record<string, string>;
    template: { metadata: { labels: Record<string, string> }; spec: PodSpec };
    podSelector: { matchLabels: Record<string, string> };
    scaleTargetRef: { kind: string; name: string };
    ports: { targetPort: string }[];
  };
}

/** How long a process takes to end, in seconds, beside what its settings say: its connections, then those of the engines. */
const secondsToEnd = { api: 20, worker: 20 } as const;
const secretNames = ['MONGODB_URI', 'PAYLOAD_KEYS', 'SMTP_URL', 'SECOND_FACTOR_KEY', 'OIDC_CLIENT_SECRET'];

export function deploymentOf(manifests: Deployed[], name: string): Deployed {
  const found = manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name);
  if (!found) throw new Error(`there is no deployment ${name}`);
  return found;
}

/** What must hold beyond the schemas; one sentence for each breach. */
export function breaches(manifests: Deployed[]): string[] {
  const ofKind = (...kinds: string[]) => manifests.filter(({ kind }) => kinds.includes(kind));
  const pods = ofKind('Deployment', 'Job');
  const labels = pods.map(({ spec }) => spec.template.metadata.labels);
  const selectsAny = (wanted: Record<string, string>) =>
    labels.some((each) => Object.entries(wanted).every(([key, value]) => each[key] === value));
  const selectors: [Manifest, Record<string, string>][] = [
    ...ofKind('Deployment', 'PodDisruptionBudget').map(
      (m) => [m, m.spec.selector.matchLabels] as [Manifest, Record<string, string>],
    ),
    ...ofKind('NetworkPolicy').map((m) => [m, m.spec.podSelector.matchLabels] as [Manifest, Record<string, string>]),
    ...ofKind('Service').map((m) => [m, m.spec.selector] as [Manifest, Record<string, string>]),
  ];
  const scaled = ofKind('HorizontalPodAutoscaler').map(({ spec }) => spec.scaleTargetRef.name);
  const deployments = ofKind('Deployment').map(({ metadata }) => metadata.name);
  return [
    ...pods.flatMap(podBreaches),
    ...ofKind('Deployment').flatMap(serviceBreaches),
    ...selectors
      .filter(([, wanted]) => !selectsAny(wanted))
      .map(([{ kind, metadata }]) => `${kind} ${metadata.name} selects no pod`),
    ...deployments.filter((name) => !scaled.includes(name)).map((name) => `${name} has no autoscaler`),
    ...scaled.filter((name) => !deployments.includes(name)).map((name) => `nothing is called ${name} to be scaled`),
  ];
}

/** Of every pod: the same narrow rights that docker-compose.yml leaves. */
function podBreaches({ metadata: { name }, spec: { template } }: Deployed): string[] {
  const { spec: pod } = template;
  const [container] = pod.containers;
  const found: string[] = [];
  const demand = (holds: boolean | undefined, what: string): void => {
    if (holds !== true) found.push(`${name} ${what}`);
  };
  const security = container?.securityContext ?? {};
  demand(pod.containers.length === 1, 'has not one container');
  demand(/^[^@]+:\d+\.\d+/.test(container?.image ?? ''), `is not pinned: ${container?.image}`);
  demand(
    pod.securityContext?.['runAsNonRoot'] === true && Number(pod.securityContext['runAsUser']) > 0,
    'runs as root',
  );
  demand(
    JSON.stringify(pod.securityContext?.['seccompProfile']) === '{"type":"RuntimeDefault"}',
    'has no seccomp profile',
  );
  demand(security['readOnlyRootFilesystem'] === true, 'writes to its own files');
  demand(security['allowPrivilegeEscalation'] === false, 'may gain rights');
  demand(JSON.stringify(security['capabilities']) === '{"drop":["ALL"]}', 'keeps capabilities');
  demand(pod.automountServiceAccountToken === false, 'has a token of Kubernetes');
  demand(pod.enableServiceLinks === false, 'is handed the addresses of all services');
  demand(container?.resources?.requests?.['cpu'] !== undefined, 'asks for no CPU: the autoscaler counts by it');
  demand(container?.resources?.limits?.['memory'] !== undefined, 'has no limit of memory');
  for (const { name: setting } of container?.env ?? [])
    demand(!secretNames.includes(setting), `holds a secret: ${setting}`);
  return found;
}

/** Of what runs for ever. */
function serviceBreaches({ metadata: { name }, spec: { template } }: Deployed): string[] {
  const { spec: pod } = template;
  const [container] = pod.containers;
  const missing = (['startupProbe', 'readinessProbe', 'livenessProbe'] as const).filter((probe) => !container?.[probe]);
  const drain = Number(container?.env?.find((each) => each.name === 'DRAIN_SECONDS')?.value ?? 0);
  const needed = drain + secondsToEnd[container?.name as keyof typeof secondsToEnd];
  const isCutOff = !((pod.terminationGracePeriodSeconds ?? 30) >= needed);
  return [
    ...missing.map((probe) => `${name} has no ${probe}`),
    ...(isCutOff ? [`${name} is cut off before it has ended, which takes ${needed} s`] : []),
    ...(pod.topologySpreadConstraints?.length ? [] : [`${name} may lie on one machine`]),
  ];
}
