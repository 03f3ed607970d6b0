import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { findRepository } from '../lineage/keys';

/** Whether a later and complete collection did not find it. */
export function isGone(item: Evidence, index: EvidenceIndex): boolean {
  if (!item.type.endsWith('-observed')) {
    // What happened, such as a run, is not listed by every collection.
    return false;
  }
  const repository = findRepository(item);
  return index
    .ofType('collector-heartbeat')
    .some(
      heartbeat =>
        heartbeat.sourceId === item.sourceId &&
        heartbeat.predicate.complete &&
        heartbeat.predicate.startedAt > item.observedAt &&
        findRepository(heartbeat) === repository,
    );
}
