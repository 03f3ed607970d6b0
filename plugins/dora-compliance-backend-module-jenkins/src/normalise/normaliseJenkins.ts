import {
  type PartialReading,
  COLLECTED_HEADER,
  type KeptDocument,
  type Normalised,
  normaliseJson,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { isFinished, readBuildJson } from './BuildJson';
import type { JenkinsScope } from './JenkinsScope';
import { normaliseJenkinsApi } from './normaliseJenkinsApi';
import { Notification, readNotification } from './notification';
import { readBuild } from './readBuild';
import { readStageRun, readStageRuns } from './stages';

const StageRunMarks = z.looseObject({ stages: z.array(z.unknown()) });

function isStageRun(value: unknown): boolean {
  return StageRunMarks.safeParse(value).success;
}

function readPushedBuild(
  payload: unknown,
  scope: JenkinsScope,
): PartialReading {
  const { data, flaws } = readBuildJson(payload);
  const reading = readBuild(data, scope);
  const early = isFinished(data)
    ? []
    : ['The build is not over: post it from a job that runs afterwards'];
  return { ...reading, flaws: [...flaws, ...early, ...reading.flaws] };
}

/** The kinds of payloads, each by the fields no other has. */
const kinds: readonly {
  readonly marks: z.ZodType;
  readonly read: (
    payload: unknown,
    scope: JenkinsScope,
    receivedAt?: Instant,
  ) => PartialReading;
}[] = [
  {
    marks: Notification,
    read: readNotification,
  },
  {
    marks: z.looseObject({ building: z.unknown(), number: z.unknown() }),
    read: readPushedBuild,
  },
  {
    marks: StageRunMarks,
    read: readStageRun,
  },
  {
    marks: z.array(z.unknown()).refine(items => items.some(isStageRun)),
    read: readStageRuns,
  },
];

/**
 * Reads a document of Jenkins: one that was collected, or one of the payloads
 * it is known to send. Others are rejected.
 */
export function normaliseJenkins(
  { headers, body, receivedAt }: KeptDocument,
  scope: JenkinsScope,
): Normalised {
  if (headers[COLLECTED_HEADER]) {
    return normaliseJenkinsApi(body, scope);
  }
  return normaliseJson('jenkins', body, payload => {
    const kind = kinds.find(({ marks }) => marks.safeParse(payload).success);
    if (!kind) {
      throw new TypeError(
        'payload is neither a build, nor a message of the Notification plugin, nor runs of the stage view',
      );
    }
    return kind.read(payload, scope, receivedAt);
  });
}
