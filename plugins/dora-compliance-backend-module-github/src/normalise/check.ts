import {
  commitSubject,
  type Identity,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import {
  Action,
  Commit,
  toIdentity,
  Moment,
  Repository,
  repositorySubject,
  readSystem,
  User,
  WebAddress,
} from './fields';
import { toOutcome } from './outcome';

const App = z.looseObject({
  slug: z.string().min(1).nullish(),
  name: z.string(),
});

const CheckEvent = z.looseObject({
  repository: Repository,
  check_run: z.looseObject({
    name: z.string().min(1),
    head_sha: Commit,
    html_url: WebAddress.nullish(),
    conclusion: z.string().nullable(),
    completed_at: Moment.nullish(),
    app: App.nullish(),
  }),
});

const StatusEvent = z.looseObject({
  repository: Repository,
  sender: User.nullish(),
  sha: Commit,
  context: z.string().min(1),
  state: z.enum(['success', 'failure', 'error', 'pending']),
  target_url: z.string().nullish(),
  updated_at: Moment,
});

/** `check_run`: completed. */
export function readCheck(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  if (action !== 'completed') {
    return [];
  }
  const { repository, check_run: check } = CheckEvent.parse(payload);
  const finishedAt = check.completed_at ?? requireMoment(context);
  return [
    {
      type: 'check-finished',
      subjects: [repositorySubject(repository), commitSubject(check.head_sha)],
      predicate: {
        name: check.name,
        outcome: toOutcome(check.conclusion),
        commit: check.head_sha,
        ...(check.html_url && { url: check.html_url }),
        ...(check.app && { reportedBy: appIdentity(check.app, repository) }),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: 'github',
    },
  ];
}

/** `status`: success, failure or error; pending reports no end. */
export function readStatus(payload: unknown): Statement[] {
  const status = StatusEvent.parse(payload);
  const { repository, sender } = status;
  if (status.state === 'pending') {
    return [];
  }
  const url = WebAddress.safeParse(status.target_url).data;
  return [
    {
      type: 'check-finished',
      subjects: [repositorySubject(repository), commitSubject(status.sha)],
      predicate: {
        name: status.context,
        outcome: status.state === 'success' ? 'success' : 'failure',
        commit: status.sha,
        ...(url && { url }),
        ...(sender && { reportedBy: toIdentity(sender, repository) }),
        finishedAt: status.updated_at,
      },
      observedAt: status.updated_at,
      sourceId: 'github',
    },
  ];
}

/** An app acts as `slug[bot]`; its id is that of the app, not the account. */
function appIdentity(
  app: z.output<typeof App>,
  repository: Repository,
): Identity {
  return {
    system: readSystem(repository),
    ...(app.slug && { login: `${app.slug}[bot]` }),
    name: app.name,
    kind: 'bot',
  };
}
