import {
  addDuration,
  type Duration,
  type Evidence,
  type EvidenceGap,
  type Identity,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type Baseline, findWeaknesses, type Weakness } from './findWeaknesses';

type Snapshot = Evidence<'branch-protection-observed'>;
type Change = Evidence<'settings-changed'>;

/** Rules that were not read for longer may have been off meanwhile. */
const LONGEST_SILENCE = 'P3D' as Duration;

/** A stretch of time in which the rules of a branch were, or may have been, off. */
export type GateFault = {
  kind: 'off' | 'changed' | 'silent' | 'not-received' | 'unknown';
  from: Instant;
  to: Instant;
  what: readonly Weakness[];
  by?: Identity | undefined;
  /** The source that was not heard. */
  source?: string;
  evidence: Evidence[];
};

/**
 * When the rules of a branch were weaker than a baseline since an instant, from
 * snapshots and reported changes together; earliest first.
 */
export function traceGate({
  snapshots,
  changes,
  mayBeOfOther,
  gaps,
  baseline,
  since,
  asOf,
}: {
  /** Of one branch, earliest first. */
  snapshots: readonly Snapshot[];
  /** Of the rules of its repository, earliest first. */
  changes: readonly Change[];
  /** Whether a change has the name of another branch. */
  mayBeOfOther: (change: Change) => boolean;
  /** Of the sources that report them. */
  gaps: readonly EvidenceGap[];
  baseline: Baseline;
  since: Instant;
  asOf: Instant;
}): GateFault[] {
  const first = snapshots[0]?.observedAt ?? asOf;
  // A rule that was deleted and created again before the first reading was off.
  const before = changes.filter(({ observedAt }) => observedAt <= first);
  return [
    ...listDeleted(before, first, mayBeOfOther),
    ...listNotReceived(gaps, first > since ? first : since, asOf),
    ...snapshots.flatMap((snapshot, place) => {
      const next = snapshots[place + 1];
      const from = snapshot.observedAt;
      const to = next?.observedAt ?? asOf;
      const meanwhile = changes.filter(
        ({ observedAt }) => observedAt > from && observedAt <= to,
      );
      return [
        ...listWeak(snapshot, { baseline, meanwhile, to }),
        ...listDeleted(meanwhile, to, mayBeOfOther),
        ...listChanged(meanwhile, Boolean(next)),
        ...listSilent(snapshot, to),
      ];
    }),
  ]
    .filter(({ to }) => to > since)
    .sort((x, y) => Date.parse(x.from) - Date.parse(y.from));
}

/**
 * Weak as read, until a change that may have fixed it, or the next reading; not
 * known, if the source did not report all rules.
 */
function listWeak(
  snapshot: Snapshot,
  {
    baseline,
    meanwhile,
    to,
  }: { baseline: Baseline; meanwhile: readonly Change[]; to: Instant },
): GateFault[] {
  const { complete } = snapshot.predicate;
  const { weak, unknown } = findWeaknesses(snapshot.predicate, baseline);
  const [first] = meanwhile;
  if (weak.length === 0 && complete && unknown.length === 0) {
    return [];
  }
  return [
    {
      kind: weak.length > 0 ? 'off' : 'unknown',
      from: snapshot.observedAt,
      to: first?.observedAt ?? to,
      what: weak,
      evidence: first ? [snapshot, first] : [snapshot],
    },
  ];
}

/** Fields of rules that switch them on, in the words of sources. */
const SWITCHES = ['active', 'enabled', 'enforcement'];

function isSwitchedOff({ predicate }: Change): boolean {
  const { action, changes } = predicate;
  return (
    action === 'deleted' ||
    action === 'removed' ||
    changes.some(
      ({ field, after }) =>
        SWITCHES.includes(field) &&
        [false, null, 'disabled', 'off'].includes(after as never),
    )
  );
}

/**
 * From the deletion of a rule, or from when it was switched off, to the next change
 * of it or the next reading. A rule that is called as another branch may have been
 * about that one only, or a set of rules that somebody called so.
 */
function listDeleted(
  meanwhile: readonly Change[],
  to: Instant,
  mayBeOfOther: (change: Change) => boolean,
): GateFault[] {
  return meanwhile.flatMap((change, place) => {
    const { changedBy } = change.predicate;
    if (!isSwitchedOff(change)) {
      return [];
    }
    const end = meanwhile.slice(place + 1).find(later => !isSwitchedOff(later));
    return [
      {
        kind: mayBeOfOther(change) ? ('changed' as const) : ('off' as const),
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
    change => change.predicate.action === 'edited' && !isSwitchedOff(change),
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

/** What was changed and changed back meanwhile shows in no reading. */
function listNotReceived(
  gaps: readonly EvidenceGap[],
  since: Instant,
  asOf: Instant,
): GateFault[] {
  return gaps
    .map(({ from, to = asOf, sourceId }) => ({
      kind: 'not-received' as const,
      from: from > since ? from : since,
      to: to < asOf ? to : asOf,
      what: [],
      source: sourceId,
      evidence: [],
    }))
    .filter(({ from, to }) => from < to);
}
