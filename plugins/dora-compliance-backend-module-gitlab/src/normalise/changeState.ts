import {
  commitSubject,
  type Predicate,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { toIdentity } from './accounts';
import { SOURCE_ID, parseSystem } from './fields';
import {
  actedAt,
  readChange,
  changeSubjects,
  type MergeRequestEvent,
} from './MergeRequestEvent';

/** What an update says of the state of a change: its target and its train. */
export function stateUpdates(event: MergeRequestEvent): Statement[] {
  const previous = event.changes?.target_branch?.previous;
  const isRetargeted =
    previous && previous !== event.object_attributes.target_branch;
  const train = trainAction(event);
  return [
    ...(isRetargeted
      ? [
          stateChanged(event, {
            action: 'retargeted',
            previousTargetBranch: previous,
          }),
        ]
      : []),
    ...(train ? [stateChanged(event, { action: train })] : []),
  ];
}

/** A merge train merges by itself what is on it, so that is switched with it. */
function trainAction({
  changes,
  object_attributes: change,
}: MergeRequestEvent): 'queued' | 'dequeued' | undefined {
  const { previous, current } = changes?.merge_when_pipeline_succeeds ?? {};
  const isTrain = (params: typeof change.merge_params) =>
    params?.auto_merge_strategy === 'merge_train';
  if (previous === false && current === true) {
    return isTrain(change.merge_params) ? 'queued' : undefined;
  }
  return previous === true &&
    current === false &&
    isTrain(changes?.merge_params?.previous)
    ? 'dequeued'
    : undefined;
}

/** A change was closed, reopened, retargeted, or entered or left a train. */
export function stateChanged(
  event: MergeRequestEvent,
  told: Pick<
    Predicate<'change-state-changed'>,
    'action' | 'previousTargetBranch'
  >,
): Statement {
  const { project, object_attributes: change, user } = event;
  const head = change.last_commit?.id;
  const changedAt = actedAt(event);
  return {
    type: 'change-state-changed',
    subjects: [
      ...changeSubjects(event),
      ...(head ? [commitSubject(head)] : []),
    ],
    predicate: {
      change: readChange(event),
      ...told,
      changedBy: toIdentity(user, parseSystem(project.web_url)),
      changedAt,
      ...(head && { headCommit: head }),
      targetBranch: change.target_branch,
    },
    observedAt: changedAt,
    sourceId: SOURCE_ID,
  };
}
