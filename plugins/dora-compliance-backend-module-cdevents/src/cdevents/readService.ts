import type {
  Deployment,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { cdeventsUrn, systemOf } from './cdeventsUrn';
import { Name, Reference } from './fields';
import {
  artifactOf,
  environmentOf,
  type Occurrence,
  statementOf,
  urnOf,
} from './Occurrence';

const Service = z.looseObject({ environment: Reference, artifactId: Name });

/** `service.deployed`, `service.upgraded` */
export function readDeployed(occurrence: Occurrence): Statement[] {
  const { deployment, about } = describe(occurrence);
  const deployedAt = occurrence.event.context.timestamp;
  return [
    statementOf(
      occurrence,
      'service-deployed',
      { deployment, deployedAt },
      about,
    ),
  ];
}

/** `service.rolledback` */
export function readRolledBack(occurrence: Occurrence): Statement[] {
  const { deployment, about } = describe(occurrence);
  const rolledBackAt = occurrence.event.context.timestamp;
  return [
    statementOf(
      occurrence,
      'service-rolled-back',
      { deployment, rolledBackAt },
      about,
    ),
  ];
}

/** CDEvents name the service, not the deployment: that is the event itself. */
function describe(occurrence: Occurrence) {
  const { event, supplement } = occurrence;
  const { context, subject } = event;
  const content = Service.parse(subject.content);
  const artifact = artifactOf(occurrence, content.artifactId);
  const { name, digest, origin } = artifact;
  const uri = cdeventsUrn(context.source, context.id);
  const commit = supplement.commit ?? origin.commit;
  const { deployer } = supplement;
  const deployment: Deployment = {
    id: context.id,
    url: uri,
    ...(commit && { commit }),
    environment: environmentOf(occurrence, content.environment.id),
    ...(deployer && {
      deployer: {
        system: deployer.system ?? systemOf(context.source),
        login: deployer.login,
        kind: 'unknown' as const,
      },
    }),
    artifact: { name, ...(digest && { digest }) },
  };
  const subjects: Subject[] = [
    { kind: 'deployment', uri },
    artifact.subject,
    // Known by its own name, so that an entity can be tied to the service.
    { kind: 'entity', uri: urnOf(occurrence, subject) },
  ];
  return { deployment, about: { subjects, origin } };
}
