import { CommitId } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { BuildFacts } from './BuildFacts';
import { definitionOf, placeOf, urnOf } from './BuildPlace';
import { buildDeployments } from './deployment';
import { branchOf, instantAt, Millis } from './fields';
import type { JenkinsScope } from './JenkinsScope';
import { artifactOf, type Reading } from './readBuild';
import { repositoryUrl } from './repositoryUrl';
import { runStatement } from './run';
import { testStatement } from './tests';

/**
 * Milliseconds since 1970, or the plugin's own text, whose fraction counts
 * milliseconds without leading zeros: `2026-11-25T14:00:00.7+00:00`.
 */
const Timestamp = z.union([
  Millis,
  z.string().transform((text, context) => {
    const [, seconds = '', millis = '0'] =
      /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?(?:Z|\+00:00)$/.exec(
        text,
      ) ?? [];
    const time = Date.parse(`${seconds}Z`) + Number(millis);
    if (Number.isNaN(time)) {
      context.addIssue({ code: 'custom', message: 'is no moment in time' });
      return z.NEVER;
    }
    return time;
  }),
]);

/** What the Notification plugin sends at each phase of a build. */
export const Notification = z.looseObject({
  build: z.looseObject({
    phase: z.enum(['QUEUED', 'STARTED', 'COMPLETED', 'FINALIZED', 'NONE']),
  }),
});

const Completed = z.looseObject({
  build: z.looseObject({
    full_url: z.string().min(1),
    status: z.string().min(1),
    /** Old releases of the plugin do not send it. */
    timestamp: Timestamp.nullish(),
    duration: Millis.nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    scm: z
      .looseObject({
        url: z.string().nullish(),
        branch: z.string().nullish(),
        commit: z.string().nullish(),
      })
      .nullish(),
    test_summary: z
      .looseObject({
        total: z.number().int().nonnegative(),
        failed: z.number().int().nonnegative(),
        skipped: z.number().int().nonnegative(),
      })
      .nullish(),
  }),
});

/**
 * `COMPLETED` alone: it bears the time the build ended, or is sent then;
 * `FINALIZED` comes later. It never tells who started the build.
 */
export function readNotification(
  payload: unknown,
  scope: JenkinsScope,
  receivedAt?: Instant,
): Reading {
  if (Notification.parse(payload).build.phase !== 'COMPLETED') {
    return { statements: [], flaws: [] };
  }
  const { build } = Completed.parse(payload);
  const { full_url: url, scm, status, duration } = build;
  const timestamp = build.timestamp ?? Date.parse(receivedAt ?? '');
  if (Number.isNaN(timestamp)) {
    throw new TypeError('build.timestamp is missing');
  }
  const place = placeOf(url);
  const definition = definitionOf(place, scope, false);
  const repository = repositoryUrl(scm?.url ?? '');
  const commit = CommitId.safeParse(scm?.commit).data?.toLowerCase();
  const branch = branchOf(scm?.branch);
  const artifact = artifactOf(Object.values(build.parameters ?? {}));
  const facts: BuildFacts = {
    url: place.url,
    place,
    definition,
    pipeline: urnOf(place, definition),
    ...(repository && { repository }),
    ...(commit && { commit }),
    ...(branch && { branch }),
    ...(artifact && { artifact }),
  };
  const finishedAt = instantAt(timestamp);
  const tests = build.test_summary;
  return {
    statements: [
      runStatement(facts, {
        result: status,
        ...(duration && {
          startedAt: instantAt(Math.max(0, timestamp - duration)),
        }),
        finishedAt,
      }),
      ...testStatement(
        facts,
        {
          totalCount: tests?.total,
          failCount: tests?.failed,
          skipCount: tests?.skipped,
        },
        finishedAt,
      ),
      ...buildDeployments(facts, scope, status, finishedAt),
    ],
    flaws: [],
  };
}
