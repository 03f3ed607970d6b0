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
import { earliest } from '../judgement/calendarDays';
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
 * incident that several deliveries report is one member: detected with the first of
 * them, and open again if it is detected after it was resolved.
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
          read: 'history',
        },
      ],
    },
    window: within,
    find(context): Members {
      const { asOf, index } = context;
      const since = subtractDuration(asOf, within);
      const resolved = groupByIncident(index.ofType('incident-resolved'));
      const detected = groupByIncident(index.ofType('incident-detected'));
      const unknown = [...resolved]
        .filter(([id]) => !detected.has(id))
        .flatMap(([, ends]) => ends.slice(-1))
        .filter(({ observedAt }) => observedAt > since)
        .map(toUndetected);
      const members = [...detected]
        .map(([id, reports]) => toMember(reports, resolved.get(id) ?? []))
        .filter(
          ({ value, describes }) => describes.at > since || !value.resolvedAt,
        );
      const leaving = [...members.filter(isResolved), ...unknown];
      return members.length + unknown.length > 0
        ? {
            members: [...members, ...unknown],
            validUntil: earliest(
              ...leaving.map(({ describes }) =>
                addDuration(describes.at, within),
              ),
            ),
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

/** The reports of each incident, earliest first. */
function groupByIncident<T extends Detected | Resolved>(
  items: readonly T[],
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = identify(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function identify({ subjects, predicate }: Detected | Resolved): string {
  const subject = subjects.find(({ kind }) => kind === 'incident');
  return subject ? subjectKey(subject) : predicate.incident.id;
}

type IncidentMember = Member & { value: z.output<typeof Incident> };

function isResolved({ value }: IncidentMember): boolean {
  return value.resolvedAt !== undefined;
}

/** Detected when the first report says so; resolved only after the last one. */
function toMember(
  reports: readonly Detected[],
  ends: readonly Resolved[],
): IncidentMember {
  const [first, last] = [reports[0]!, reports.at(-1)!];
  const end = ends.findLast(
    ({ predicate }) => predicate.resolvedAt >= last.predicate.detectedAt,
  );
  const { id } = first.predicate.incident;
  const told = reports.map(({ predicate }) => predicate.incident).reverse();
  const title = told.find(one => one.title)?.title;
  const artifact = told.find(one => one.artifact)?.artifact;
  const environment = told.find(one => one.environment)?.environment?.name;
  const url = told.find(one => one.url)?.url;
  const detectedAt = findFirst(
    reports.map(({ predicate }) => predicate.detectedAt),
  );
  return {
    value: {
      id,
      ...(title && { title }),
      ...(environment && { environment }),
      ...(artifact && { artifact }),
      detectedAt,
      ...(end && { resolvedAt: end.predicate.resolvedAt }),
    },
    evidence: end ? [...reports, end] : reports,
    describes: {
      kind: 'incident',
      title: title ?? id,
      ...(url && { uri: url }),
      at: detectedAt,
    },
  };
}

function findFirst(instants: readonly Instant[]): Instant {
  return [...instants].sort()[0]!;
}

/** Resolved, but nothing says when it was detected and what it is about. */
function toUndetected(end: Resolved): Member {
  const { incident } = end.predicate;
  return {
    value: {},
    evidence: [end],
    describes: {
      kind: 'incident',
      title: incident.title ?? incident.id,
      at: end.observedAt,
    },
    problem: reason('incident-not-detected', { incident: incident.id }),
  };
}
