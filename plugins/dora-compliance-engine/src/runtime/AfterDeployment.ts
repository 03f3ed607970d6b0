import type {
  EnvironmentReference,
  Evidence,
  Identity,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../lineage/Deployments';

/**
 * One time that an alert fired, or an incident.
 *
 * @public
 */
export type ProductionEvent = {
  kind: 'alert' | 'incident';
  /** Its name in its tool. */
  title: string;
  url?: string | undefined;
  severity?: string | undefined;
  environment?: EnvironmentReference | undefined;
  /** The name of the route that notifies people about the alert. */
  receiver?: string | undefined;
  /** When the alert began to fire, or the incident was detected; if known. */
  from: Instant | undefined;
  /** When it was first acknowledged, and by whom, if reported. */
  acknowledgedAt?: Instant | undefined;
  acknowledgedBy?: Identity | undefined;
  /** Absent while it is open. */
  resolvedAt?: Instant | undefined;
  /** All reports, earliest first. */
  reports: readonly Evidence[];
};

/**
 * What happened in production after a deployment. What is not known is absent: an
 * event without an acknowledgement may have one that no source reported.
 *
 * @public
 */
export type AfterDeployment = {
  deployment: KnownDeployment;
  /** The end of the time in which an event counts as one after the deployment. */
  until: Instant;
  /** Whether that time is over: nothing can be added to the events any more. */
  isOver: boolean;
  /** Whether any alert or incident is known at all, whenever and wherever. */
  isReported: boolean;
  /** What began in that time, earliest first. */
  events: readonly ProductionEvent[];
  /** What may have begun in that time: only its end is known. */
  undated: readonly ProductionEvent[];
  /** The deployment that took this one back. */
  rollback: KnownDeployment | undefined;
  /** The first event. */
  detectedAt: Instant | undefined;
  /** The first acknowledgement of any event. */
  respondedAt: Instant | undefined;
  /** When the last event was resolved, or when the deployment was taken back. */
  restoredAt: Instant | undefined;
  /** In milliseconds: from the deployment, and from the first event. */
  timeTo: {
    detect?: number | undefined;
    respond?: number | undefined;
    restore?: number | undefined;
  };
};
