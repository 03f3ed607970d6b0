import type {
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Name, Reference, Text, webAddress } from './fields';
import {
  parseArtifact,
  toEnvironment,
  type Occurrence,
  buildStatement,
  toUrn,
} from './Occurrence';

const Incident = z.looseObject({
  environment: Reference,
  service: Reference.optional(),
  artifactId: Name.optional(),
  description: Text.optional(),
  ticketURI: Name.optional(),
});

const Reported = Incident.required({ ticketURI: true });

/** `incident.detected` */
export function readDetected(occurrence: Occurrence): Statement[] {
  return detected(occurrence, Incident);
}

/** `incident.reported` */
export function readReported(occurrence: Occurrence): Statement[] {
  return detected(occurrence, Reported);
}

/** `incident.resolved` */
export function readResolved(occurrence: Occurrence): Statement[] {
  const { incident, about } = describe(occurrence, Incident);
  const resolvedAt = occurrence.event.context.timestamp;
  return [
    buildStatement(
      occurrence,
      'incident-resolved',
      { incident, resolvedAt },
      about,
    ),
  ];
}

function detected(
  occurrence: Occurrence,
  schema: typeof Incident | typeof Reported,
): Statement[] {
  const { incident, about } = describe(occurrence, schema);
  const detectedAt = occurrence.event.context.timestamp;
  return [
    buildStatement(
      occurrence,
      'incident-detected',
      { incident, detectedAt },
      about,
    ),
  ];
}

function describe(
  occurrence: Occurrence,
  schema: typeof Incident | typeof Reported,
) {
  const { subject } = occurrence.event;
  const content: z.output<typeof Incident> = schema.parse(subject.content);
  const { artifactId, service, description } = content;
  const artifact = artifactId
    ? parseArtifact(occurrence, artifactId)
    : undefined;
  const url = webAddress(content.ticketURI);
  const incident = {
    id: subject.id,
    ...(url && { url }),
    ...(description && { title: description }),
    ...(service && { service: service.id }),
    environment: toEnvironment(occurrence, content.environment.id),
    ...(artifact && { artifact: artifact.digest ?? artifactId }),
  };
  const subjects: Subject[] = [
    { kind: 'incident', uri: toUrn(occurrence, subject) },
    ...(artifact ? [artifact.subject] : []),
    ...(service
      ? [{ kind: 'entity' as const, uri: toUrn(occurrence, service) }]
      : []),
  ];
  return { incident, about: { subjects, origin: artifact?.origin ?? {} } };
}
