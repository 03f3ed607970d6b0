import { z } from 'zod';
import { Instant } from '../time/Instant';
import { EnvironmentReference } from './EnvironmentReference';

const Incident = z.object({
  id: z.string().min(1),
  url: z.string().optional(),
  title: z.string().optional(),
  service: z.string().optional(),
  environment: EnvironmentReference.optional(),
  /** What was deployed when it happened, if reported. */
  artifact: z.string().optional(),
});

/**
 * An incident was detected or reported (CDEvents `incident.detected`,
 * `incident.reported`).
 *
 * @public
 */
export const IncidentDetected = z.object({
  incident: Incident,
  detectedAt: Instant,
});

/**
 * An incident was resolved (CDEvents `incident.resolved`).
 *
 * @public
 */
export const IncidentResolved = z.object({
  incident: Incident,
  resolvedAt: Instant,
});
