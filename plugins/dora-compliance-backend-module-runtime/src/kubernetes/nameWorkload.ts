import { type Metadata, readValue } from '../fields';
import { findController, type ObjectIndex } from './ObjectIndex';

/**
 * What runs a pod, e.g. `Deployment ledger`. If the document does not have the
 * ReplicaSet, its name has the one of its Deployment and the hash that the label
 * of the pod has.
 */
export function nameWorkload(pod: Metadata, objects: ObjectIndex): string {
  const top = objects.listOwners(pod).at(-1);
  const { kind, name } = (top && findController(top.metadata)) ??
    (top ? { kind: top.kind, name: top.metadata.name } : undefined) ??
    findController(pod) ?? { kind: 'Pod', name: pod.name };
  const hash = readValue(pod.labels, 'pod-template-hash');
  return kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`)
    ? `Deployment ${name.slice(0, -hash.length - 1)}`
    : `${kind} ${name}`;
}
