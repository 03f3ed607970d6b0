import {
  commitSubject,
  type Instant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { Action, toIdentity, Moment, Repository, User } from './fields';
import { changeSubjects, describeChange, PullRequest } from './pullRequest';

const StateEvent = z.looseObject({
  action: z.string(),
  repository: Repository,
  sender: User.nullish(),
  reason: z.string().nullish(),
  pull_request: PullRequest.extend({
    closed_at: Moment.nullish(),
    updated_at: Moment.nullish(),
  }),
  changes: z
    .looseObject({
      base: z
        .looseObject({
          ref: z.looseObject({ from: z.string().min(1) }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

type StateEvent = z.output<typeof StateEvent>;

const states = new Map([
  ['closed', 'closed'],
  ['dequeued', 'dequeued'],
  ['edited', 'retargeted'],
  ['enqueued', 'queued'],
  ['reopened', 'reopened'],
] as const);

type Told = Parameters<typeof states.get>[0];

/**
 * `pull_request` that was closed without a merge, reopened, aimed at another
 * branch, or entered or left the merge queue. Other edits change no state.
 */
export function readChangeState(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action: told } = Action.parse(payload);
  const action = states.get(told as Told);
  if (!action) {
    return [];
  }
  const event = StateEvent.parse(payload);
  const { repository, pull_request: pull, sender, changes, reason } = event;
  const previous = changes?.base?.ref?.from;
  if (action === 'retargeted' && !previous) {
    return [];
  }
  const changedAt = readMoment(event) ?? requireMoment(context);
  return [
    {
      type: 'change-state-changed',
      subjects: [...changeSubjects(event), commitSubject(pull.head.sha)],
      predicate: {
        change: describeChange(pull),
        action,
        ...(sender && { changedBy: toIdentity(sender, repository) }),
        changedAt,
        headCommit: pull.head.sha,
        targetBranch: pull.base.ref,
        ...(action === 'retargeted' && { previousTargetBranch: previous }),
        ...(action === 'dequeued' && reason && { reason }),
      },
      observedAt: changedAt,
      sourceId: 'github',
    },
  ];
}

/** Of the queue a change itself reports no moment. */
function readMoment({ action, pull_request: pull }: StateEvent) {
  const { closed_at: closed, updated_at: updated } = pull;
  const moments: Record<string, Instant | null | undefined> = {
    closed: closed ?? updated,
    edited: updated,
    reopened: updated,
  };
  return moments[action] ?? undefined;
}
