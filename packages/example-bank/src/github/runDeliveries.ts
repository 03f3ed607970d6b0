import type { Delivery } from '../Delivery';
import type { Story } from '../Story';
import { buildDelivery } from './buildDelivery';
import { makeDigest } from './names';
import { publishedEvent } from './publishedEvent';
import {
  hotfixWorkflow,
  releaseWorkflow,
  workflowRunEvent,
} from './workflowRun';

/** The image, and the run of the workflow that built it. */
export function buildDeliveries(story: Story): Delivery[] {
  const { release, number, after, clock } = story;
  const { service, author, flaw } = release;
  return [
    ...publicationDeliveries(story),
    buildDelivery(
      `${service} ${number} built`,
      'workflow_run',
      clock(-45),
      workflowRunEvent({
        workflow: releaseWorkflow,
        service,
        commit: after,
        conclusion: flaw === 'failed-run' ? 'failure' : 'success',
        actor: author,
        startedAt: clock(-55),
        at: clock(-45),
      }),
    ),
  ];
}

/** The image that a run built, unless it is deployed by its tag alone. */
export function publicationDeliveries(story: Story): Delivery[] {
  const { release, after, clock } = story;
  const { service, flaw, author } = release;
  return flaw === 'artifact-by-tag'
    ? []
    : [
        buildDelivery(
          `${service} ${after} published`,
          'registry_package',
          clock(-50),
          publishedEvent({
            service,
            commit: after,
            digest: makeDigest(`${service} ${after}`),
            sender: author,
            at: clock(-50),
          }),
        ),
      ];
}

/** A run of a workflow that is in no catalog, on what was deployed before. */
export function hotfixDelivery(story: Story): Delivery {
  const { release, after, clock } = story;
  const { service, author } = release;
  const at = clock(1450);
  return buildDelivery(
    `${service} ${after} hotfix`,
    'workflow_run',
    at,
    workflowRunEvent({
      workflow: hotfixWorkflow,
      service,
      commit: after,
      conclusion: 'success',
      actor: author,
      startedAt: clock(1440),
      at,
    }),
  );
}
