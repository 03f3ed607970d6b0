import {
  addDuration,
  Duration,
  type Evidence,
  type EvidenceGap,
  identityLabel,
  type Instant,
  isEvidenceOf,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { findRepository } from '../../lineage/keys';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { earliest } from '../calendarDays';
import { de } from './de';
import { en } from './en';
import { type Baseline, findWeaknesses } from './findWeaknesses';
import { reason } from './reasons';
import { remedies } from './remedies';
import { type GateFault, traceGate } from './traceGate';

type Snapshot = Evidence<'branch-protection-observed'>;

const DAY = 24 * 60 * 60 * 1000;

const Count = z.number().int();

/** The longest period that controls can ask about, and how far before it. */
const READ = 'P400D' as Duration;

/**
 * `branch.gates` in assertions: whether the rules of a branch meet a baseline now
 * and met it all the time in the parameter `period` of the control, by the
 * parameter `requiredApprovals`. Time before the first reading is not judged. A branch
 * that is gone is judged until it was.
 */
export const gates: Judgement = {
  name: 'branch.gates',
  member: 'branch-protection-observed',
  needs: {
    evidence: [
      {
        types: [
          'branch-protection-observed',
          'change-merged',
          'commits-pushed',
          'settings-changed',
        ],
        key: 'asset',
        read: 'history',
        within: READ,
      },
    ],
  },
  remedies,
  words: { en, de },
  judge({ evidence: [item], value }, { asOf, gaps, index, parameters }) {
    if (!item || !isEvidenceOf('branch-protection-observed', item)) {
      return [];
    }
    const baseline = {
      requiredApprovals: Count.parse(parameters.requiredApprovals),
    };
    const period = Duration.parse(parameters.period);
    const { goneAt } = value as { goneAt?: Instant };
    const always = judgePeriod(item, {
      asOf,
      end: goneAt ?? asOf,
      baseline,
      gaps,
      index,
      period,
    });
    return goneAt ? [always] : [judgeNow(item, baseline), always];
  },
};

function judgeNow({ id, predicate }: Snapshot, baseline: Baseline): TimedCheck {
  const { branch } = predicate;
  const { weak, unknown } = findWeaknesses(predicate, baseline);
  const answer = { check: 'gate-on-now', evidence: [id] };
  if (weak.length > 0) {
    const cause = reason('gate-weak', { branch, what: weak.join() });
    return { ...answer, passed: false, cause };
  }
  return unknown.length > 0
    ? {
        ...answer,
        passed: null,
        cause: reason('gate-unknown', { branch, fields: unknown.join(', ') }),
      }
    : { ...answer, passed: true, cause: reason('gate-on', { branch }) };
}

/** What the rules of a branch are judged with over time. */
type PeriodContext = {
  asOf: Instant;
  /** When the branch was gone; `asOf` if it is not. */
  end: Instant;
  baseline: Baseline;
  gaps: readonly EvidenceGap[];
  index: EvidenceIndex;
  period: Duration;
};

function judgePeriod(item: Snapshot, context: PeriodContext): TimedCheck {
  const { asOf, end, baseline, gaps, index, period } = context;
  const { branch } = item.predicate;
  const check = 'gate-on-always';
  const begin = subtractDuration(asOf, period);
  if (end <= begin) {
    const cause = reason('gate-gone-before', { branch, gone: end });
    return { check, passed: true, cause, evidence: [item.id] };
  }
  const snapshots = listSnapshots(item, index, begin);
  const first = snapshots[0]?.observedAt ?? end;
  const since = first > begin ? first : begin;
  const changes = listChanges(item, index).filter(
    ({ observedAt }) => observedAt <= end,
  );
  const others = listBranches(item, index);
  const told = new Set([...snapshots, ...changes].map(one => one.sourceId));
  const faults = traceGate({
    snapshots,
    changes,
    mayBeOfOther: ({ predicate: { name } }) =>
      name !== branch && others.has(name),
    gaps: gaps.filter(({ sourceId }) => told.has(sourceId)),
    baseline,
    since: begin,
    asOf: end,
  });
  if (faults.length > 0) {
    return { check, ...answerFaults(item, faults, context) };
  }
  const days = Math.floor((Date.parse(end) - Date.parse(since)) / DAY);
  return {
    check,
    passed: true,
    cause:
      end < asOf
        ? reason('gate-on-until-gone', { branch, since, gone: end })
        : reason('gate-always-on', { branch, since, days }),
    evidence: [item.id, ...snapshots.slice(0, 1).map(({ id }) => id)],
  };
}

/** The branches of a repository whose rules were read. */
function listBranches(
  item: Snapshot,
  index: EvidenceIndex,
): ReadonlySet<string | undefined> {
  return new Set(
    index
      .ofType('branch-protection-observed')
      .filter(one => isSameRepository(one, item))
      .map(({ predicate }) => predicate.branch),
  );
}

/** The readings of a branch; the last one before the period says how it began. */
function listSnapshots(
  item: Snapshot,
  index: EvidenceIndex,
  begin: Instant,
): Snapshot[] {
  const { branch } = item.predicate;
  const all = index
    .ofType('branch-protection-observed')
    .filter(
      one => one.predicate.branch === branch && isSameRepository(one, item),
    );
  const last = all.findLast(({ observedAt }) => observedAt <= begin);
  return all.filter(one => one.observedAt > begin || one === last);
}

function answerFaults(
  item: Snapshot,
  faults: readonly GateFault[],
  { asOf, index, period }: PeriodContext,
): Omit<TimedCheck, 'check'> {
  const worst = faults.find(({ kind }) => kind === 'off') ?? faults[0]!;
  const landed = listLanded(item, index, worst);
  return {
    passed: worst.kind === 'off' ? false : null,
    cause: explainFault(worst, item.predicate.branch, landed.length),
    evidence: [...worst.evidence, ...landed].map(({ id }) => id),
    // When it leaves the period, if it has ended.
    changesAt:
      worst.to < asOf
        ? earliest(...faults.map(({ to }) => addDuration(to, period)))
        : undefined,
  };
}

function explainFault(
  { kind, from, to, what, by, source = '' }: GateFault,
  branch: string,
  landed: number,
) {
  const person = by ? identityLabel(by) : '';
  switch (kind) {
    case 'off':
      return reason('gate-off', {
        branch,
        from,
        to,
        what: what.join(),
        landed,
        person,
      });
    case 'unknown':
      return reason('gate-unknown-between', { branch, from, to });
    case 'not-received':
      return reason('gate-unheard', { branch, from, to, source });
    case 'changed':
      return reason('gate-changed-between', { branch, from, to, person });
    default:
      return reason('gate-not-observed', { branch, from, to });
  }
}

/** Changes of rules that may be about the branch; a name may be a pattern. */
function listChanges(item: Snapshot, index: EvidenceIndex) {
  return index
    .ofType('settings-changed')
    .filter(
      one =>
        one.predicate.setting === 'branch-protection' &&
        isSameRepository(one, item) &&
        mayBeAbout(one.predicate.name, item.predicate.branch),
    );
}

/** Rulesets have names of their own, so only the name of another branch rules out. */
function mayBeAbout(name: string | undefined, branch: string): boolean {
  if (name === undefined || !/[*?[]/.test(name)) {
    return true;
  }
  const [prefix = ''] = name.split(/[*?[]/);
  return branch.startsWith(prefix);
}

/** What came to the branch while its rules were off. */
function listLanded(
  item: Snapshot,
  index: EvidenceIndex,
  { from, to }: GateFault,
): Evidence[] {
  const { branch } = item.predicate;
  const merges = index
    .ofType('change-merged')
    .filter(({ predicate }) => predicate.targetBranch === branch);
  const pushes = index
    .ofType('commits-pushed')
    .filter(({ predicate }) => predicate.branch === branch);
  const landed = (pushes.length > 0 ? pushes : merges) as readonly Evidence[];
  return landed.filter(
    one =>
      one.observedAt >= from &&
      one.observedAt <= to &&
      isSameRepository(one, item),
  );
}

function isSameRepository(a: Evidence, b: Evidence): boolean {
  return findRepository(a) === findRepository(b);
}
