import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { EnvironmentReference } from './EnvironmentReference';

/**
 * An alert, as the monitoring tool describes it. What it does not report is
 * absent.
 *
 * @public
 */
export const Alert = z.object({
  /** Id or fingerprint, the same for all states of the alert. */
  id: z.string().min(1),
  /** The name of the alert, or of the rule that raised it. */
  name: z.string().min(1),
  url: z.string().optional(),
  summary: z.string().optional(),
  /** In the words of the source. */
  severity: z.string().optional(),
  service: z.string().optional(),
  environment: EnvironmentReference.optional(),
});

/** @public */
export type Alert = z.output<typeof Alert>;

/**
 * An alert fired, was acknowledged, or was resolved.
 *
 * @public
 */
export const AlertChanged = z.object({
  alert: Alert,
  state: z.enum(['firing', 'acknowledged', 'resolved']),
  /** Who acknowledged or resolved it, if reported. */
  changedBy: Identity.optional(),
  /** The name of the route that notifies people, if reported. */
  receiver: z.string().optional(),
  /** When it began to fire, if reported. */
  startedAt: Instant.optional(),
  changedAt: Instant,
});
