import {
  type Duration,
  type Evidence,
  FindingSeverity,
  Instant,
  reason,
  ScanKind,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { definePopulation, type Member } from '../registry/Population';

type Changed = Evidence<'security-finding-changed'>;

/** A finding, as assertions and judgements read it. */
const Finding = z.object({
  id: z.string(),
  rule: z.string(),
  tool: z.string(),
  kind: ScanKind,
  severity: FindingSeverity,
  state: z.enum(['open', 'dismissed']),
  /** Absent if no source reports it. */
  openedAt: Instant.optional(),
});

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
          read: 'latest-of-each',
        },
        {
          types: ['security-scan-finished'],
          key: 'asset',
          read: 'history',
          within: SCANNED,
        },
      ],
    },
    find({ index, asset }) {
      const members = listLatest(index.ofType('security-finding-changed'))
        .filter(
          ({ predicate }) =>
            predicate.state !== 'fixed' &&
            (!kinds || kinds.includes(predicate.kind)),
        )
        .map(toMember);
      if (members.length > 0) {
        return { members };
      }
      const isScanned = index.ofType('security-scan-finished').length > 0;
      if (isScanned) {
        const why = reason('no-open-finding');
        return { members, empty: { status: 'satisfied', reason: why } };
      }
      const why = asset.linked
        ? reason('never-scanned')
        : reason('asset-not-linked');
      return { members, empty: { status: 'not-assessed', reason: why } };
    },
  }),
});

function listLatest(changes: readonly Changed[]): Changed[] {
  return [...new Map(changes.map(item => [identify(item), item])).values()];
}

function identify({ id, subjects, predicate }: Changed): string {
  const finding = subjects.find(({ kind }) => kind === 'finding');
  const repository = subjects.find(({ kind }) => kind === 'repository');
  if (finding) {
    return subjectKey(finding);
  }
  return repository
    ? `${subjectKey(repository)} ${predicate.tool.name} ${predicate.finding.id}`
    : id;
}

function toMember(item: Changed): Member {
  const { finding, tool, kind, severity, state, openedAt } = item.predicate;
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
    evidence: [item],
    describes: {
      kind: 'finding',
      title: finding.title ?? finding.rule,
      ...(finding.url && { uri: finding.url }),
      at: item.observedAt,
    },
  };
}
