import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Job } from 'kubernetes-models/batch/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Namespace, Service, ServiceAccount } from 'kubernetes-models/v1';

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
}

const models = [
  ...[Deployment, HorizontalPodAutoscaler, Ingress, Job, Namespace, NetworkPolicy, PodDisruptionBudget],
  ...[Service, ServiceAccount],
] as unknown as { apiVersion: string; kind: string; prototype: { validate: () => void } }[];

/**
 * What Kubernetes' own schemas say against it; empty when nothing. They let unknown keys pass, as the server does when it is
 * not asked to be strict: so a key that no schema has looked at counts as a fault too, a slip of the pen in most cases.
 */
export function schemaFaults(manifest: Manifest): string[] {
  const { apiVersion, kind } = manifest;
  const Model = models.find((model) => model.apiVersion === apiVersion && model.kind === kind);
  if (!Model) return [`${apiVersion} ${kind}: no schema is known`];
  const looked = new Set<string>();
  try {
    // Not of an instance: making one reads every key.
    Model.prototype.validate.call(watched(manifest, '', looked));
  } catch (error) {
    return [`${kind} ${manifest.metadata?.name}: ${error instanceof Error ? error.message : String(error)}`];
  }
  return pathsOf(manifest, '')
    .filter((path) => !looked.has(path))
    .map((path) => `${kind} ${manifest.metadata.name}: unknown key ${path}`);
}

/** The same data, which notes each path that is read. */
function watched<T extends object>(data: T, at: string, looked: Set<string>): T {
  return new Proxy(data, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) return value;
      const path = `${at}/${key}`;
      looked.add(path);
      return typeof value === 'object' && value !== null ? watched(value, path, looked) : value;
    },
  });
}

function pathsOf(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${at}/${key}`, ...pathsOf(inner, `${at}/${key}`)]);
}
