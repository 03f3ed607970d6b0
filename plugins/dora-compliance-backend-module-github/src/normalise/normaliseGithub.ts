import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  KeptDocument,
  Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { ZodError } from 'zod';
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
  try {
    const payload: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(document.body),
    );
    return { outcome: 'normalised', statements: read?.(payload, scope) ?? [] };
  } catch (error) {
    return { outcome: 'rejected', reason: `${event}: ${describe(error)}` };
  }
}

function describe(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues
      .map(issue => `${issue.path.join('.') || 'payload'} ${issue.message}`)
      .join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
