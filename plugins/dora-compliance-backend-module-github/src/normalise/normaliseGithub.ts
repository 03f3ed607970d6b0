import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type KeptDocument,
  type Normalised,
  normaliseJson,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readPullRequest } from './change';
import { readDeployment, readDeploymentStatus } from './deployment';
import type { GithubScope } from './GithubScope';
import { readPush } from './push';
import { readRelease } from './release';
import { readReview } from './review';
import { readRun } from './run';

/** Reads statements from one event; throws a ZodError naming the field. */
type Reader = (payload: unknown, scope: GithubScope) => Statement[];

const readers = new Map<string, Reader>([
  ['deployment', readDeployment],
  ['deployment_status', readDeploymentStatus],
  ['pull_request', readPullRequest],
  ['pull_request_review', readReview],
  ['push', readPush],
  ['release', readRelease],
  ['workflow_run', readRun],
]);

/**
 * Reads a GitHub delivery. Events we have no use for give no statements;
 * those that lack what we need are rejected with the field and the reason.
 */
export function normaliseGithub(
  document: KeptDocument,
  scope: GithubScope,
): Normalised {
  const event = document.headers['x-github-event'];
  if (!event) {
    return {
      outcome: 'rejected',
      reason: 'The header X-GitHub-Event is missing',
    };
  }
  const read = readers.get(event);
  return normaliseJson(
    event,
    document.body,
    payload => read?.(payload, scope) ?? [],
  );
}
