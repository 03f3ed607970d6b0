import {
  type Normalised,
  normaliseJson,
  describeProblem,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { ZodError } from 'zod';
import { readApproval } from './approval';
import type { AzureDevOpsScope } from './AzureDevOpsScope';
import { readBuild } from './build';
import { readCreated, readMerged, readUpdated } from './change';
import { readCheckUpdated } from './check';
import { readPush } from './push';
import { readRelease } from './release';
import { readReleaseApproval } from './releaseApproval';
import {
  readRepository,
  readRepositoryDeleted,
  readRepositoryForked,
} from './repository';
import { readJob, readRun, readStage } from './run';
import { readAlert } from './securityAlert';
import {
  type EventReader,
  readEventType,
  ServiceHookEvent,
} from './ServiceHookEvent';

const READERS: Readonly<Record<string, EventReader>> = {
  'build.complete': readBuild,
  'git.pullrequest.created': readCreated,
  'git.pullrequest.merged': readMerged,
  'git.pullrequest.updated': readUpdated,
  'git.push': readPush,
  'git.repo.created': readRepository,
  'git.repo.deleted': readRepositoryDeleted,
  'git.repo.forked': readRepositoryForked,
  'git.repo.renamed': readRepository,
  'git.repo.statuschanged': readRepository,
  'git.repo.undeleted': readRepository,
  'ms.vss-alerts.alert-created-event': readAlert,
  'ms.vss-alerts.alert-state-changed-event': readAlert,
  'ms.vss-alerts.alert-updated-event': readAlert,
  'ms.vss-pipelinechecks-events.approval-completed': readApproval,
  'ms.vss-pipelinechecks-events.check-updated-event': readCheckUpdated,
  'ms.vss-pipelines.job-state-changed-event': readJob,
  'ms.vss-pipelines.run-state-changed-event': readRun,
  'ms.vss-pipelines.stage-state-changed-event': readStage,
  'ms.vss-release.deployment-approval-completed-event': readReleaseApproval,
  'ms.vss-release.deployment-completed-event': readRelease,
};

const SEND_ALL =
  '. Set "Resource details to send" of the subscription to All, if it is not';

/** Reads an event of a service hook; nothing is made of other events. */
export function normaliseServiceHook(
  body: Uint8Array,
  scope: AzureDevOpsScope,
): Normalised {
  return normaliseJson('Azure DevOps', body, payload => {
    // The documentation also names events of releases this way.
    const eventType = readEventType(payload).replace(
      /^ms\.azure-devops-release\./,
      'ms.vss-release.',
    );
    const read = Object.hasOwn(READERS, eventType)
      ? READERS[eventType]
      : undefined;
    if (!read) {
      return [];
    }
    try {
      const event = ServiceHookEvent.parse(payload);
      const { resource } = event;
      if (resource === undefined || resource === null) {
        throw new TypeError(`resource is missing${SEND_ALL}`);
      }
      return read({ ...event, eventType }, scope);
    } catch (error) {
      const problem = `${eventType}: ${describeProblem(error)}${hintFor(
        error,
      )}`;
      throw new Error(problem, { cause: error });
    }
  });
}

/** Subscriptions may send fewer fields than there are, or no resource. */
function hintFor(error: unknown): string {
  const lacks =
    error instanceof ZodError &&
    error.issues.some(
      ({ code, message }) =>
        code === 'invalid_type' && /received undefined$/.test(message),
    );
  return lacks ? SEND_ALL : '';
}
