import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { AzureDevOpsScope } from './AzureDevOpsScope';
import { Moment } from './fields';

/** What is around the resource of every event. */
export const ServiceHookEvent = z.looseObject({
  eventType: z.string().min(1),
  createdDate: Moment.optional(),
  resourceVersion: z.string().nullish(),
  message: z
    .looseObject({
      text: z.string().nullish(),
      markdown: z.string().nullish(),
      html: z.string().nullish(),
    })
    .nullish(),
  resource: z.unknown(),
  resourceContainers: z
    .looseObject({
      project: z.looseObject({ id: z.string().nullish() }).nullish(),
      collection: z.looseObject({ baseUrl: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

export type ServiceHookEvent = z.output<typeof ServiceHookEvent>;

/** Statements, and what of the event could not be read. */
export type Reading =
  | Statement[]
  | { statements: Statement[]; flaws: string[] };

/** Reads one event; throws an error that names the field. */
export type EventReader = (
  event: ServiceHookEvent,
  scope: AzureDevOpsScope,
) => Reading;

/** When the event was made; throws where it is needed and not told. */
export function createdAt({ createdDate }: ServiceHookEvent) {
  if (!createdDate) {
    throw new TypeError('createdDate is missing');
  }
  return createdDate;
}
