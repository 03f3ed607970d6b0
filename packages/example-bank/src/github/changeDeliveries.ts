import type { Delivery } from '../Delivery';
import type { Story } from '../Story';
import { buildDelivery } from './buildDelivery';
import { makeCommitSha } from './names';
import { type Pull, pullRequestEvent, reviewEvent } from './pullRequest';
import { pushEvent } from './push';

/** A change from its pull request, if there is one, to the main branch. */
export function changeDeliveries(story: Story): Delivery[] {
  return [
    ...(story.release.flaw === 'direct-push' ? [] : pullDeliveries(story)),
    pushDelivery(story),
  ];
}

function pullDeliveries(story: Story): Delivery[] {
  const { release, number, after, first, second, clock } = story;
  const { service, author, approver, flaw, title } = release;
  const opened: Pull = {
    service,
    number,
    title,
    // Ledger works badly, and so does who skips other steps.
    isDescribed: service !== 'ledger' && (!flaw || flaw === 'break-glass'),
    author,
    openedAt: clock(-2880),
    head: first,
  };
  const head = { ...opened, head: second };
  // The approver of a self-approved change pushed its last commit.
  const pusher = flaw === 'self-approved' ? approver : author;
  const approval =
    flaw === 'stale-approval'
      ? { reviewer: approver, commit: first, at: clock(-1500) }
      : { reviewer: approver, commit: second, at: clock(-120) };
  const merged = { at: clock(-60), by: author, commit: after };
  const of = (what: string) => `${service} ${number} ${what}`;
  return [
    buildDelivery(
      of('opened'),
      'pull_request',
      clock(-2880),
      pullRequestEvent('opened', opened, author, clock(-2880)),
    ),
    buildDelivery(
      of('pushed'),
      'pull_request',
      clock(-1440),
      pullRequestEvent('synchronize', head, pusher, clock(-1440), first),
    ),
    ...(flaw === 'break-glass'
      ? []
      : [
          buildDelivery(
            of('approved'),
            'pull_request_review',
            approval.at,
            reviewEvent(head, approval),
          ),
        ]),
    buildDelivery(
      of('merged'),
      'pull_request',
      merged.at,
      pullRequestEvent('closed', { ...head, merged }, author, merged.at),
    ),
  ];
}

function pushDelivery(story: Story): Delivery {
  const { release, number, before, after, clock } = story;
  const { service, author, flaw, title } = release;
  const byMerge = flaw !== 'direct-push';
  return buildDelivery(
    `${service} ${number} on main`,
    'push',
    clock(-60),
    pushEvent({
      service,
      before,
      after,
      message: byMerge ? `${title} (#${number})` : title,
      author,
      sender: author,
      // Two commits are rebased, so that who wrote them is known.
      ...(byMerge && {
        first: makeCommitSha(`${service} ${number} rebased`),
      }),
      byMerge,
      at: clock(-60),
    }),
  );
}
