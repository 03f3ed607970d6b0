import type {
  Deployment,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { cdeventsUrn, parseSystem } from './cdeventsUrn';
import { Name, Reference } from './fields';
import {
  parseArtifact,
  toEnvironment,
  type Occurrence,
  buildStatement,
  toUrn,
} from './Occurrence';

const Service = z.looseObject({ environment: Reference, artifactId: Name });

/** `service.deployed`, `service.upgraded` */
export function readDeployed(occurrence: Occurrence): Statement[] {
  const { deployment, about } = describe(occurrence);
  const deployedAt = occurrence.event.context.timestamp;
  return [
    buildStatement(
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
    buildStatement(
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
  const artifact = parseArtifact(occurrence, content.artifactId);
  const { name, digest, origin } = artifact;
  const uri = cdeventsUrn(context.source, context.id);
  const commit = supplement.commit ?? origin.commit;
  const { deployer } = supplement;
  const deployment: Deployment = {
    id: context.id,
    url: uri,
    ...(commit && { commit }),
    environment: toEnvironment(occurrence, content.environment.id),
    ...(deployer && {
      deployer: {
        system: deployer.system ?? parseSystem(context.source),
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
    { kind: 'entity', uri: toUrn(occurrence, subject) },
  ];
  return { deployment, about: { subjects, origin } };
}
