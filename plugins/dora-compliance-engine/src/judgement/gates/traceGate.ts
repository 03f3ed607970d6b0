import {
  addDuration,
  type Duration,
  type Evidence,
  type Identity,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type Baseline, findWeaknesses, type Weakness } from './findWeaknesses';

type Snapshot = Evidence<'branch-protection-observed'>;
type Change = Evidence<'settings-changed'>;

/** Rules that were not read for longer may have been off meanwhile. */
const LONGEST_SILENCE = 'P3D' as Duration;

/** A stretch of time in which the rules of a branch were, or may have been, off. */
export type GateFault = {
  kind: 'off' | 'changed' | 'silent';
  from: Instant;
  to: Instant;
  what: readonly Weakness[];
  by?: Identity | undefined;
  evidence: Evidence[];
};

/**
 * When the rules of a branch were weaker than a baseline since an instant, from
 * snapshots and reported changes together; earliest first.
 */
export function traceGate({
  snapshots,
  changes,
  baseline,
  since,
  asOf,
}: {
  /** Of one branch, earliest first. */
  snapshots: readonly Snapshot[];
  /** Of the rules of its repository, earliest first. */
  changes: readonly Change[];
  baseline: Baseline;
  since: Instant;
  asOf: Instant;
}): GateFault[] {
  return snapshots
    .flatMap((snapshot, place) => {
      const next = snapshots[place + 1];
      const from = snapshot.observedAt;
      const to = next?.observedAt ?? asOf;
      const meanwhile = changes.filter(
        ({ observedAt }) => observedAt > from && observedAt <= to,
      );
      return [
        ...listWeak(snapshot, { baseline, meanwhile, to }),
        ...listDeleted(meanwhile, to),
        ...listChanged(meanwhile, Boolean(next)),
        ...listSilent(snapshot, to),
      ];
    })
    .filter(({ to }) => to > since)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/** Weak as read, until a change that may have fixed it, or the next reading. */
function listWeak(
  snapshot: Snapshot,
  {
    baseline,
    meanwhile,
    to,
  }: { baseline: Baseline; meanwhile: readonly Change[]; to: Instant },
): GateFault[] {
  const { weak } = findWeaknesses(snapshot.predicate, baseline);
  const [first] = meanwhile;
  return weak.length > 0
    ? [
        {
          kind: 'off',
          from: snapshot.observedAt,
          to: first?.observedAt ?? to,
          what: weak,
          evidence: first ? [snapshot, first] : [snapshot],
        },
      ]
    : [];
}

/** From the deletion of a rule to its creation, or to the next reading. */
function listDeleted(meanwhile: readonly Change[], to: Instant): GateFault[] {
  return meanwhile.flatMap((change, place) => {
    const { action, changedBy } = change.predicate;
    if (action !== 'deleted' && action !== 'removed') {
      return [];
    }
    const end = meanwhile
      .slice(place + 1)
      .find(({ predicate }) => predicate.action === 'created');
    return [
      {
        kind: 'off' as const,
        from: change.observedAt,
        to: end?.observedAt ?? to,
        what: ['not-protected' as const],
        by: changedBy,
        evidence: end ? [change, end] : [change],
      },
    ];
  });
}

/**
 * Between two edits the rules are not known. A single edit between two readings
 * led from what the first read to what the second read.
 */
function listChanged(
  meanwhile: readonly Change[],
  isReadAgain: boolean,
): GateFault[] {
  const edits = meanwhile.filter(
    ({ predicate }) => predicate.action === 'edited',
  );
  const [first] = edits;
  const last = edits.at(-1);
  return first && last && (edits.length > 1 || !isReadAgain)
    ? [
        {
          kind: 'changed',
          from: first.observedAt,
          to: last.observedAt,
          what: [],
          by: first.predicate.changedBy,
          evidence: edits,
        },
      ]
    : [];
}

function listSilent(snapshot: Snapshot, to: Instant): GateFault[] {
  const from = addDuration(snapshot.observedAt, LONGEST_SILENCE);
  return from < to
    ? [{ kind: 'silent', from, to, what: [], evidence: [snapshot] }]
    : [];
}

/** From when on snapshots are needed to know the rules at an instant. */
export function startReading(since: Instant): Instant {
  return subtractDuration(since, LONGEST_SILENCE);
}
