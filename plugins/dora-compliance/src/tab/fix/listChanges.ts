import {
  type EvidenceView,
  type Reason,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How many changes are linked. */
const SHOWN = 3;

/** A pull or merge request that led to a finding. */
export type ChangeLink = { uri: string; number: string; title: string };

/**
 * The pull or merge requests in some evidence. If the reason names one, only that one
 * counts. Evidence comes from payloads, so that nothing is taken for granted.
 */
export function listChanges(
  evidence: readonly Pick<EvidenceView, 'predicate'>[],
  { params }: Pick<Reason, 'params'>,
): ChangeLink[] {
  const found = new Map<string, ChangeLink>();
  for (const { predicate } of evidence) {
    const link = readChange(predicate.change);
    if (link && (!params.change || String(params.change) === link.number)) {
      found.set(link.uri, link);
    }
  }
  return [...found.values()].slice(0, SHOWN);
}

function readChange(change: unknown): ChangeLink | undefined {
  const { number, title, url } = (change ?? {}) as Record<string, unknown>;
  const uri = typeof url === 'string' ? webLink(url) : undefined;
  return uri && typeof number === 'string'
    ? { uri, number, title: typeof title === 'string' ? title : '' }
    : undefined;
}
