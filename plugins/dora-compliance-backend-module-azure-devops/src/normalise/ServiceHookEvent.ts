import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type Organisation, organisationAt } from '../place';
import type { AzureDevOpsScope } from './AzureDevOpsScope';
import { OptionalMoment } from './fields';

const Container = z
  .looseObject({ id: z.string().nullish(), baseUrl: z.string().nullish() })
  .nullish();

/** What is around the resource of every event. */
export const ServiceHookEvent = z.looseObject({
  createdDate: OptionalMoment,
  message: z
    .looseObject({
      text: z.string().nullish(),
      markdown: z.string().nullish(),
      html: z.string().nullish(),
    })
    .nullish(),
  detailedMessage: z.looseObject({ text: z.string().nullish() }).nullish(),
  resource: z.unknown(),
  resourceContainers: z
    .looseObject({
      collection: Container,
      account: Container,
      project: Container,
    })
    .nullish(),
});

export type ServiceHookEvent = z.output<typeof ServiceHookEvent> & {
  readonly eventType: string;
};

/** Some events are documented with their type as `eventId`. */
const Typed = z.looseObject({
  eventType: z.string().nullish(),
  eventId: z.string().nullish(),
});

/** The type of an event. Throws when it has none. */
export function readEventType(payload: unknown): string {
  const { eventType, eventId } = Typed.parse(payload);
  const type = eventType || eventId;
  if (!type) {
    throw new TypeError('eventType is missing');
  }
  return type;
}

/** Statements, and what of the event could not be read. */
export type Reading =
  | Statement[]
  | { statements: Statement[]; flaws: string[] };

/** Reads one event; throws an error that names the field. */
export type EventReader = (
  event: ServiceHookEvent,
  scope: AzureDevOpsScope,
) => Reading;

/** When the event was made; throws where it is needed and not reported. */
export function createdAt({ createdDate }: ServiceHookEvent): Instant {
  if (!createdDate) {
    throw new TypeError('createdDate is missing');
  }
  return createdDate;
}

/** The organisation or collection an event comes from, where it reports. */
export function readOrganisation({
  resourceContainers,
}: ServiceHookEvent): Organisation | undefined {
  const { collection, account, project } = resourceContainers ?? {};
  const baseUrl = collection?.baseUrl ?? account?.baseUrl ?? project?.baseUrl;
  return organisationAt(baseUrl ?? '');
}
