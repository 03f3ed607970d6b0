import type { Delivery } from './Delivery';
import { earlierReleases } from './earlierReleases';
import { findings } from './Finding';
import { findingDeliveries } from './findingDeliveries';
import { deploymentEvent, deploymentStatusEvent } from './github/deployment';
import { makeCommitSha, makeDigest, makeUuid } from './github/names';
import { type Pull, pullRequestEvent, reviewEvent } from './github/pullRequest';
import { publishedEvent } from './github/publishedEvent';
import { pushEvent } from './github/push';
import {
  hotfixWorkflow,
  releaseWorkflow,
  workflowRunEvent,
} from './github/workflowRun';
import { type Release, releases } from './Release';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The number of the first change of the last two months. */
const FIRST_NUMBER = 101;

const NO_COMMIT = '0'.repeat(40);

/**
 * Everything GitHub would have delivered up to a day, in the order of time.
 * The same day gives the same deliveries, byte for byte.
 *
 * @param today - midnight UTC of the day, as `2026-11-24`
 */
export function deliveries(today: string): Delivery[] {
  const midnight = Date.parse(`${today}T00:00:00Z`);
  const tips = new Map<string, string>();
  const all = [...earlierReleases, ...releases];
  const released = all.flatMap((release, index) => {
    const number = index + FIRST_NUMBER - earlierReleases.length;
    const before = tips.get(release.service) ?? NO_COMMIT;
    const after = makeCommitSha(`${release.service} ${number} main`);
    tips.set(release.service, after);
    const deployedAt = midnight - release.daysAgo * DAY + 14 * 60 * MINUTE;
    const clock = (minutes: number) =>
      new Date(deployedAt + minutes * MINUTE).toISOString().replace('.000', '');
    return [
      ...(release.flaw === 'direct-push'
        ? []
        : changeDeliveries({ release, number, after, clock })),
      ...branchDeliveries({ release, number, before, after, clock }),
      ...deploymentDeliveries({ release, after, clock }),
      ...(release.hotfix ? [hotfixDelivery({ release, after, clock })] : []),
    ];
  });
  const found = findings.flatMap(finding =>
    findingDeliveries(finding, midnight),
  );
  return [...released, ...found].sort((a, b) => a.at.localeCompare(b.at));
}

type Clock = (minutesFromDeployment: number) => string;

function changeDeliveries(options: {
  release: Release;
  number: number;
  after: string;
  clock: Clock;
}): Delivery[] {
  const { release, number, after, clock } = options;
  const { service, author, approver, flaw, title } = release;
  const first = makeCommitSha(`${service} ${number} first`);
  const second = makeCommitSha(`${service} ${number} second`);
  const opened: Pull = {
    service,
    number,
    title,
    // Ledger works badly, and so does who skips other steps.
    isDescribed: service !== 'ledger' && !flaw,
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
    delivery(
      of('opened'),
      'pull_request',
      clock(-2880),
      pullRequestEvent('opened', opened, author, clock(-2880)),
    ),
    delivery(
      of('pushed'),
      'pull_request',
      clock(-1440),
      pullRequestEvent('synchronize', head, pusher, clock(-1440), first),
    ),
    delivery(
      of('approved'),
      'pull_request_review',
      approval.at,
      reviewEvent(head, approval),
    ),
    delivery(
      of('merged'),
      'pull_request',
      merged.at,
      pullRequestEvent('closed', { ...head, merged }, author, merged.at),
    ),
  ];
}

function branchDeliveries(options: {
  release: Release;
  number: number;
  before: string;
  after: string;
  clock: Clock;
}): Delivery[] {
  const { release, number, before, after, clock } = options;
  const { service, author, flaw, title } = release;
  const byMerge = flaw !== 'direct-push';
  return [
    delivery(
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
    ),
    ...publicationDeliveries(options),
    delivery(
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
function publicationDeliveries(options: {
  release: Release;
  after: string;
  clock: Clock;
}): Delivery[] {
  const { release, after, clock } = options;
  const { service, flaw, author } = release;
  return flaw === 'artifact-by-tag'
    ? []
    : [
        delivery(
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

function deploymentDeliveries(options: {
  release: Release;
  after: string;
  clock: Clock;
}): Delivery[] {
  const { release, after, clock } = options;
  const { service, flaw } = release;
  const artifact =
    flaw === 'artifact-by-tag' ? 'latest' : makeDigest(`${service} ${after}`);
  return (['staging', 'production'] as const).flatMap(environment => {
    const start = environment === 'staging' ? -30 : -5;
    const deployed = {
      service,
      commit: after,
      environment,
      artifact,
      at: clock(start),
    };
    const end = clock(start + 5);
    const name = `${service} ${after} ${environment}`;
    return [
      delivery(
        `${name} deploying`,
        'deployment',
        deployed.at,
        deploymentEvent(deployed),
      ),
      delivery(
        `${name} deployed`,
        'deployment_status',
        end,
        deploymentStatusEvent(deployed, end),
      ),
    ];
  });
}

/** A run of a workflow that is in no catalog, on what was deployed before. */
function hotfixDelivery(options: {
  release: Release;
  after: string;
  clock: Clock;
}): Delivery {
  const { release, after, clock } = options;
  const { service, author } = release;
  const at = clock(1450);
  return delivery(
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

function delivery(
  name: string,
  event: string,
  at: string,
  payload: Record<string, unknown>,
): Delivery {
  return { event, id: makeUuid(`${name} ${at}`), at, payload };
}
