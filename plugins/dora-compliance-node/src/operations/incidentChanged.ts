import type {
  Identity,
  Incident,
  Instant,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * What happened to an incident.
 *
 * @public
 */
export type IncidentStep =
  | { readonly step: 'detected'; readonly occurredAt?: Instant | undefined }
  | { readonly step: 'acknowledged' }
  | {
      readonly step: 'classified';
      /** In the words of the source. */
      readonly classification: string;
      /** What the classification is, such as `priority`. */
      readonly scheme?: string;
    }
  | { readonly step: 'resolved' };

/**
 * The statement on what happened to an incident.
 *
 * @public
 */
export function incidentChanged(
  incident: Incident,
  change: IncidentStep,
  context: {
    readonly at: Instant;
    /** Who did it, if reported. */
    readonly by?: Identity | undefined;
    readonly subjects: readonly Subject[];
    readonly sourceId: string;
  },
): Statement {
  const { at, by, subjects, sourceId } = context;
  const common = { subjects, observedAt: at, sourceId };
  switch (change.step) {
    case 'acknowledged':
      return {
        type: 'incident-acknowledged',
        ...common,
        predicate: {
          incident,
          acknowledgedAt: at,
          ...(by && { acknowledgedBy: by }),
        },
      };
    case 'classified': {
      const { classification, scheme } = change;
      return {
        type: 'incident-classified',
        ...common,
        predicate: {
          incident,
          classification,
          ...(scheme && { scheme }),
          classifiedAt: at,
          ...(by && { classifiedBy: by }),
        },
      };
    }
    case 'resolved':
      return {
        type: 'incident-resolved',
        ...common,
        predicate: { incident, resolvedAt: at, ...(by && { resolvedBy: by }) },
      };
    default: {
      const { occurredAt } = change;
      return {
        type: 'incident-detected',
        ...common,
        predicate: {
          incident,
          detectedAt: at,
          ...(occurredAt && { occurredAt }),
        },
      };
    }
  }
}
