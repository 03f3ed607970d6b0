import {
  addDuration,
  Duration,
  type Evidence,
  Instant,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  definePopulation,
  type Member,
  type Members,
  type PopulationContext,
} from '../registry/Population';
import { explainNoEvent } from './explainNoEvent';

type Detected = Evidence<'incident-detected'>;
type Resolved = Evidence<'incident-resolved'>;

/** An incident, as assertions and judgements read it. */
const Incident = z.object({
  id: z.string(),
  title: z.string().optional(),
  environment: z.string().optional(),
  /** What was deployed when it happened, if reported. */
  artifact: z.string().optional(),
  detectedAt: Instant,
  /** Absent while it is not resolved. */
  resolvedAt: Instant.optional(),
});

/**
 * Each incident that was detected within the window, or is not resolved. An
 * incident that several deliveries report is one member.
 */
export const incidentPopulation = definePopulation({
  name: 'incident',
  clause: z.strictObject({ within: Duration }),
  create: ({ within }) => ({
    member: { name: 'incident', schema: Incident },
    needs: {
      evidence: [
        {
          types: ['incident-detected', 'incident-resolved'],
          key: 'asset',
          read: 'latest-of-each',
        },
      ],
    },
    window: within,
    find(context): Members {
      const { asOf, index } = context;
      const since = subtractDuration(asOf, within);
      const resolved = indexByIncident(index.ofType('incident-resolved'));
      const detected = indexByIncident(index.ofType('incident-detected'));
      const members = [...detected.values()]
        .map(item => toMember(item, resolved.get(identify(item))))
        .filter(
          ({ value, describes }) => describes.at > since || !value.resolvedAt,
        );
      const leaving = members.find(({ value }) => value.resolvedAt);
      return members.length > 0
        ? {
            members,
            ...(leaving && {
              validUntil: addDuration(leaving.describes.at, within),
            }),
          }
        : { members, empty: explainNone(context, within) };
    },
  }),
});

/** Not applicable only if an incident tool has ever reported about the asset. */
function explainNone(
  context: PopulationContext,
  within: Duration,
): NonNullable<Members['empty']> {
  const { asset, index } = context;
  const isHeard = [
    'incident-detected' as const,
    'incident-resolved' as const,
  ].some(type => index.ofType(type).length > 0);
  return asset.linked && !isHeard
    ? { status: 'not-assessed', reason: reason('incidents-unheard') }
    : explainNoEvent(context, { kind: 'incident', within });
}

/** The latest report of each incident. */
function indexByIncident<T extends Detected | Resolved>(
  items: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(items.map(item => [identify(item), item]));
}

function identify({ subjects, predicate }: Detected | Resolved): string {
  const subject = subjects.find(({ kind }) => kind === 'incident');
  return subject ? subjectKey(subject) : predicate.incident.id;
}

type IncidentMember = Member & { value: z.output<typeof Incident> };

function toMember(item: Detected, end: Resolved | undefined): IncidentMember {
  const { incident, detectedAt } = item.predicate;
  return {
    value: {
      id: incident.id,
      ...(incident.title && { title: incident.title }),
      ...(incident.environment && { environment: incident.environment.name }),
      ...(incident.artifact && { artifact: incident.artifact }),
      detectedAt,
      ...(end && { resolvedAt: end.predicate.resolvedAt }),
    },
    evidence: end ? [item, end] : [item],
    describes: {
      kind: 'incident',
      title: incident.title ?? incident.id,
      ...(incident.url && { uri: incident.url }),
      at: detectedAt,
    },
  };
}
