import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The same fact from another document. */
export function doubleFact(item: Evidence): Evidence {
  return {
    ...item,
    documentDigest: 'sha256:another',
    recordedAt: new Date(
      Date.parse(item.recordedAt) + 60_000,
    ).toISOString() as Instant,
  } as unknown as Evidence;
}

/** Fields of predicates that say when something happened. */
const times = ['submittedAt', 'mergedAt', 'finishedAt', 'decidedAt'];

/** The same, but it happened later, as all fields report. */
export function delayFact(item: Evidence, to: Instant): Evidence {
  const predicate: Record<string, unknown> = { ...item.predicate };
  for (const field of times.filter(one => one in predicate)) {
    predicate[field] = to;
  }
  return {
    ...item,
    id: `${item.id}-late`,
    predicate,
    observedAt: to,
    recordedAt: to,
  } as unknown as Evidence;
}

/** The same, but nobody proved where it comes from. */
export function forgeFact(item: Evidence): Evidence {
  return {
    ...item,
    id: `${item.id}-forged`,
    verification: 'unverified',
    proof: 'none',
  } as unknown as Evidence;
}
