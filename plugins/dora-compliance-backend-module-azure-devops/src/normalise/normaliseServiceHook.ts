import {
  type Normalised,
  normaliseJson,
  problemOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readApproval } from './approval';
import type { AzureDevOpsScope } from './AzureDevOpsScope';
import { readBuild } from './build';
import { readCreated, readMerged, readUpdated } from './change';
import { readPush } from './push';
import { readReleaseApproval, readReleaseDeployment } from './release';
import { readJob, readRun, readStage } from './run';
import { type EventReader, ServiceHookEvent } from './ServiceHookEvent';

const READERS: Readonly<Record<string, EventReader>> = {
  'build.complete': readBuild,
  'git.pullrequest.created': readCreated,
  'git.pullrequest.merged': readMerged,
  'git.pullrequest.updated': readUpdated,
  'git.push': readPush,
  'ms.vss-pipelinechecks-events.approval-completed': readApproval,
  'ms.vss-pipelines.job-state-changed-event': readJob,
  'ms.vss-pipelines.run-state-changed-event': readRun,
  'ms.vss-pipelines.stage-state-changed-event': readStage,
  'ms.vss-release.deployment-approval-completed-event': readReleaseApproval,
  'ms.vss-release.deployment-completed-event': readReleaseDeployment,
};

/** Reads an event of a service hook; of other events nothing is made. */
export function normaliseServiceHook(
  body: Uint8Array,
  scope: AzureDevOpsScope,
): Normalised {
  return normaliseJson('Azure DevOps', body, payload => {
    const event = ServiceHookEvent.parse(payload);
    // The documentation calls events of releases so, too.
    const eventType = event.eventType.replace(
      /^ms\.azure-devops-release\./,
      'ms.vss-release.',
    );
    const read = Object.hasOwn(READERS, eventType)
      ? READERS[eventType]
      : undefined;
    try {
      return read?.(event, scope) ?? [];
    } catch (error) {
      throw new Error(`${eventType}: ${problemOf(error)}`, { cause: error });
    }
  });
}
