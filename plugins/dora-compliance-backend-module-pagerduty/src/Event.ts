import {
  Moment,
  OperationId,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

const Text = z.string().nullish();

/** A user, a service, or something else that PagerDuty refers to. */
export const Reference = z.object({
  id: OperationId,
  type: z.string().optional(),
  summary: Text,
  html_url: Text,
});

export type Reference = z.output<typeof Reference>;

/** An event; what its `data` is depends on its type. */
export const Event = z.object({
  event_type: z.string().min(1),
  occurred_at: Moment,
  /** Absent if an automation triggered the event. */
  agent: Reference.nullish(),
  data: z.unknown(),
});

export type Event = z.output<typeof Event>;

/** The fields that are read of an incident. */
export const IncidentData = z.object({
  id: OperationId,
  html_url: Text,
  title: Text,
  service: Reference.nullish(),
  priority: z.object({ summary: z.string().min(1) }).nullish(),
  incident_type: z.object({ name: z.string().min(1) }).nullish(),
  urgency: Text,
});

export type IncidentData = z.output<typeof IncidentData>;
