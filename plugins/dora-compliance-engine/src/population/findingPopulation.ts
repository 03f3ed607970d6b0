import {
  addDuration,
  type Duration,
  type Evidence,
  FindingSeverity,
  type IctAsset,
  Instant,
  reason,
  ScanKind,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  definePopulation,
  type Member,
  type Members,
} from '../registry/Population';
import { listExpiries } from './listExpiries';
import { succeeded } from './succeeded';
import {
  type FindingReport,
  traceFinding,
  type TracedFinding,
} from './traceFinding';

type Scan = Evidence<'security-scan-finished'>;

/** A finding, as assertions and judgements read it. */
const Finding = z.object({
  id: z.string(),
  rule: z.string(),
  tool: z.string(),
  kind: ScanKind,
  severity: FindingSeverity,
  state: z.enum(['open', 'dismissed']),
  /**
   * When it was opened, or opened again after the scanner saw that it was fixed.
   * Absent if no source reports it.
   */
  openedAt: Instant.optional(),
});

/** Findings of a change that is not merged are not open yet. */
const OF_CHANGE = /^refs\/(pull|merge-requests)\//;

/** A scan within this time shows that findings are reported at all. */
const SCANNED = 'P90D' as Duration;

/**
 * Each finding of a scanner that is not fixed, by its latest state, however long
 * ago it was opened. A dismissed finding is one of them: the person who dismissed
 * it only claims that it needs no fix.
 */
export const findingPopulation = definePopulation({
  name: 'open-finding',
  clause: z.strictObject({ kinds: z.array(ScanKind).min(1).optional() }),
  create: ({ kinds }) => ({
    member: { name: 'finding', schema: Finding },
    needs: {
      evidence: [
        {
          types: ['security-finding-changed'],
          key: 'asset',
          read: 'history',
        },
        {
          types: ['security-scan-finished'],
          key: 'asset',
          read: 'history',
          within: SCANNED,
        },
      ],
    },
    find({ asOf, index, asset }): Members {
      const since = subtractDuration(asOf, SCANNED);
      const scans = index
        .ofType('security-scan-finished')
        .filter(
          scan =>
            succeeded(scan) &&
            scan.observedAt > since &&
            (!kinds || kinds.includes(scan.predicate.kind)),
        );
      const known = traceEach(index.ofType('security-finding-changed'));
      const members = [
        ...known
          .filter(
            ({ latest: { predicate } }) =>
              predicate.state !== 'fixed' &&
              (!kinds || kinds.includes(predicate.kind)),
          )
          .map(toMember),
        ...listUnreported(
          scans,
          known.map(({ latest }) => latest),
        ),
      ];
      const last = scans.at(-1);
      const validUntil = last && addDuration(last.observedAt, SCANNED);
      const expiries = listExpiries(last ? [last] : [], {
        since,
        within: SCANNED,
      });
      return members.length > 0
        ? { members, validUntil }
        : { members, validUntil, empty: explainNone(asset, last), expiries };
    },
  }),
});

/** None is open only if a scan shows that findings are reported at all. */
function explainNone(
  { linked }: IctAsset,
  last: Scan | undefined,
): NonNullable<Members['empty']> {
  if (last) {
    return { status: 'satisfied', reason: reason('no-open-finding') };
  }
  const why = linked ? reason('never-scanned') : reason('asset-not-linked');
  return { status: 'not-assessed', reason: why };
}

/**
 * Scanners whose last scan has results, though no finding of them is known, or all
 * that are known were fixed before that scan.
 */
function listUnreported(
  scans: readonly Scan[],
  known: readonly FindingReport[],
): Member[] {
  const latest = new Map(
    scans
      .filter(({ predicate }) => !OF_CHANGE.test(predicate.ref ?? ''))
      .map(scan => [scan.predicate.tool.name, scan]),
  );
  return [...latest].flatMap(([tool, scan]) => {
    const { results = 0 } = scan.predicate;
    const isReported = known.some(
      ({ observedAt, predicate }) =>
        predicate.tool.name === tool &&
        (predicate.state !== 'fixed' || observedAt >= scan.observedAt),
    );
    return results === 0 || isReported
      ? []
      : [
          {
            value: {},
            evidence: [scan],
            describes: { kind: 'finding', title: tool, at: scan.observedAt },
            problem: reason('findings-not-reported', { tool, results }),
          },
        ];
  });
}

function traceEach(reports: readonly FindingReport[]): TracedFinding[] {
  const groups = new Map<string, FindingReport[]>();
  for (const report of reports) {
    const key = identify(report);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(report);
  }
  return [...groups.values()].map(traceFinding);
}

function identify({ id, subjects, predicate }: FindingReport): string {
  const finding = subjects.find(({ kind }) => kind === 'finding');
  const repository = subjects.find(({ kind }) => kind === 'repository');
  if (finding) {
    return subjectKey(finding);
  }
  return repository
    ? JSON.stringify([
        subjectKey(repository),
        predicate.tool.name,
        predicate.finding.id,
      ])
    : id;
}

function toMember({ latest, reports, openedAt }: TracedFinding): Member {
  const { finding, tool, kind, severity, state } = latest.predicate;
  return {
    value: {
      id: finding.id,
      rule: finding.rule,
      tool: tool.name,
      kind,
      severity,
      state,
      ...(openedAt && { openedAt }),
    },
    evidence: [latest, ...reports.slice(0, -1)],
    describes: {
      kind: 'finding',
      title: finding.title ?? finding.rule,
      ...(finding.url && { uri: finding.url }),
      at: latest.observedAt,
    },
  };
}
