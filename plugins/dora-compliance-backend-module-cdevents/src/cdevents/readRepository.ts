import type {
  Identity,
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { parseSystem } from './cdeventsUrn';
import { bareRepository, Text, webAddress } from './fields';
import { type Occurrence, buildStatement, toUrn } from './Occurrence';

const Repository = z.looseObject({
  name: Text.optional(),
  owner: Text.optional(),
  /** `uri` was called `url` in earlier versions. */
  uri: Text.optional(),
  url: Text.optional(),
});

type Action = Predicate<'settings-changed'>['action'];

/** `repository.created` */
export function readRepositoryCreated(occurrence: Occurrence): Statement[] {
  return repositoryChanged(occurrence, 'created');
}

/** `repository.modified` */
export function readRepositoryModified(occurrence: Occurrence): Statement[] {
  return repositoryChanged(occurrence, 'edited');
}

/** `repository.deleted` */
export function readRepositoryDeleted(occurrence: Occurrence): Statement[] {
  return repositoryChanged(occurrence, 'deleted');
}

/** CDEvents don't show what of a repository was modified. */
function repositoryChanged(
  occurrence: Occurrence,
  action: Action,
): Statement[] {
  const { context, subject } = occurrence.event;
  const { name, owner, uri, url } = Repository.parse(subject.content);
  const address = webAddress(uri ?? url);
  const fullName = [owner, name].filter(Boolean).join('/');
  const changedBy = readActor(occurrence);
  return [
    buildStatement(
      occurrence,
      'settings-changed',
      {
        setting: 'repository',
        action,
        name: fullName || subject.id,
        changes: [],
        ...(changedBy && { changedBy }),
        changedAt: context.timestamp,
      },
      {
        subjects: [{ kind: 'repository', uri: toUrn(occurrence, subject) }],
        ...(address && { origin: { repository: bareRepository(address) } }),
      },
    ),
  ];
}

/** `branch.deleted`. CDEvents name a branch by the id of the subject. */
export function readBranchDeleted(occurrence: Occurrence): Statement[] {
  const { context, subject } = occurrence.event;
  const changedBy = readActor(occurrence);
  return [
    buildStatement(
      occurrence,
      'reference-changed',
      {
        reference: { kind: 'branch', name: subject.id },
        action: 'deleted',
        ...(changedBy && { changedBy }),
        changedAt: context.timestamp,
      },
      { subjects: [{ kind: 'branch', uri: toUrn(occurrence, subject) }] },
    ),
  ];
}

/** Who acted; CDEvents themselves never report. */
function readActor({ event, supplement }: Occurrence): Identity | undefined {
  const { actor } = supplement;
  return (
    actor && {
      system: actor.system ?? parseSystem(event.context.source),
      login: actor.login,
      kind: 'unknown',
    }
  );
}
