import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { EnvironmentReference } from './EnvironmentReference';

/**
 * An incident, as the incident tool describes it. What it does not report is
 * absent.
 *
 * @public
 */
export const Incident = z.object({
  id: z.string().min(1),
  url: z.string().optional(),
  title: z.string().optional(),
  service: z.string().optional(),
  environment: EnvironmentReference.optional(),
  /** What was deployed when it happened, if reported. */
  artifact: z.string().optional(),
  /** Priority, urgency or severity, in the words of the source. */
  severity: z.string().optional(),
});

/** @public */
export type Incident = z.output<typeof Incident>;

/**
 * An incident was detected or reported (CDEvents `incident.detected`,
 * `incident.reported`).
 *
 * @public
 */
export const IncidentDetected = z.object({
  incident: Incident,
  detectedAt: Instant,
  /** When it began, if reported; detection may be later. */
  occurredAt: Instant.optional(),
});

/**
 * Somebody took responsibility for an incident. The first one shows how long it
 * took to respond.
 *
 * @public
 */
export const IncidentAcknowledged = z.object({
  incident: Incident,
  /** Absent if the source reports only that it was acknowledged. */
  acknowledgedBy: Identity.optional(),
  acknowledgedAt: Instant,
});

/**
 * An incident was classified. A later classification by the same scheme replaces
 * an earlier one.
 *
 * @public
 */
export const IncidentClassified = z.object({
  incident: Incident,
  /** In the words of the source, such as `P1` or `major`. */
  classification: z.string().min(1),
  /** What the classification is, such as `priority`, if reported. */
  scheme: z.string().optional(),
  /** Absent if the source reports only the classification. */
  classifiedBy: Identity.optional(),
  classifiedAt: Instant,
});

/**
 * An incident was resolved (CDEvents `incident.resolved`).
 *
 * @public
 */
export const IncidentResolved = z.object({
  incident: Incident,
  /** Absent if the source does not report it. */
  resolvedBy: Identity.optional(),
  resolvedAt: Instant,
});
