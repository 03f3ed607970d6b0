import { z } from 'zod';
import { Moment } from '../source/fields';
import { OperationId } from './OperationId';

/** Labels and annotations: texts by their names. */
const Texts = z.record(z.string(), z.string());

/** The fields that are read of an alert. */
export const GroupedAlert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: Texts,
  annotations: Texts.default({}),
  startsAt: Moment,
  /** While it fires, the beginning of the year 1. */
  endsAt: Moment,
  generatorURL: z.string().optional(),
  fingerprint: OperationId,
});

export type GroupedAlert = z.output<typeof GroupedAlert>;

/** The fields that are read of a group of alerts. */
export const AlertGroup = z.object({
  version: z.string(),
  receiver: z.string().optional(),
  truncatedAlerts: z.number().default(0),
  alerts: z.array(z.unknown()),
});
