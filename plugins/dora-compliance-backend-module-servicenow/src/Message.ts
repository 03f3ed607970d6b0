import {
  Moment,
  OperationId,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** A text; ServiceNow has empty ones where a field has no value. */
const Text = z
  .string()
  .nullish()
  .transform(text => text?.trim() || undefined);

/** What the business rule of the README sends; the version is our own. */
export const Message = z.object({
  version: z.literal(1, 'must be 1'),
  event: z.string().min(1),
  /** When it happened. */
  at: Moment,
  /** The user who did it. */
  by: z
    .object({ id: Text, login: Text, name: Text, integration: z.boolean() })
    .partial()
    .nullish(),
  /** The host of the instance. */
  instance: z
    .string()
    .regex(/^[\w.-]{1,200}$/, 'must be the host of the instance'),
  incident: z.object({
    id: OperationId,
    number: z.string().min(1),
    url: Text,
    title: Text,
    severity: Text,
    service: Text,
    configurationItem: Text,
    environment: Text,
    entity: Text,
    repository: Text,
  }),
  /** When the incident began, if somebody recorded it. */
  occurredAt: Moment.nullish(),
  classification: Text,
  scheme: Text,
});

export type Message = z.output<typeof Message>;
