import {
  type PartialReading,
  CommitId,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { BuildFacts } from './BuildFacts';
import { toDefinition, parsePlace, toUrn } from './BuildPlace';
import { buildDeployments } from './deployment';
import { toBranchName, instantAt, Millis, Text } from './fields';
import type { JenkinsScope } from './JenkinsScope';
import { parseLeniently } from './parseLeniently';
import { findArtifact } from './readBuild';
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

/** Phases in which a build is not over. */
const EARLY = ['QUEUED', 'STARTED', 'NONE'] as const;

/** `FINALIZED` was called `FINISHED` by the first releases of the plugin. */
const FINAL = ['FINALIZED', 'FINISHED'] as const;

/** What the Notification plugin sends at each phase of a build. */
export const Notification = z.looseObject({
  build: z.looseObject({ phase: z.unknown() }),
});

const Phase = z.looseObject({
  build: z.looseObject({ phase: z.enum([...EARLY, 'COMPLETED', ...FINAL]) }),
});

const Count = z.number().int().nonnegative();

const Ended = z.looseObject({
  build: z.looseObject({
    /** Left out by controllers that don't know their own address. */
    full_url: Text.min(1).nullish(),
    /** Below the address of the controller. */
    url: Text.nullish(),
    status: Text.min(1),
    /** Old releases of the plugin do not send it. */
    timestamp: Timestamp.nullish(),
    duration: Millis.nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    scm: z
      .looseObject({
        url: Text.nullish(),
        branch: Text.nullish(),
        commit: Text.nullish(),
      })
      .nullish(),
    test_summary: z
      .looseObject({ total: Count, failed: Count, skipped: Count })
      .nullish(),
  }),
});

/** Parts that can be left out when they have a form we don't know. */
const OPTIONAL = /^build\.(duration|parameters|scm(\.\w+)?|test_summary)/;

/**
 * A build that is over. It never shows who started the build. Of two messages
 * on one build the first counts for its deployments.
 */
export function readNotification(
  payload: unknown,
  scope: JenkinsScope,
  receivedAt?: Instant,
): PartialReading {
  const { phase } = Phase.parse(payload).build;
  if ((EARLY as readonly string[]).includes(phase)) {
    return { statements: [], flaws: [] };
  }
  const { data, flaws } = parseLeniently(Ended, payload, OPTIONAL);
  const { scm, status, duration, ...build } = data.build;
  const timestamp = build.timestamp ?? Date.parse(receivedAt ?? '');
  if (Number.isNaN(timestamp)) {
    throw new TypeError('build.timestamp is missing');
  }
  const place = parsePlace(resolveAddress(build, scope));
  const definition = toDefinition(place, scope, false);
  const repository = repositoryUrl(scm?.url ?? '');
  const commit = CommitId.safeParse(scm?.commit).data?.toLowerCase();
  const branch = toBranchName(scm?.branch);
  const artifact = findArtifact(Object.values(build.parameters ?? {}));
  const facts: BuildFacts = {
    url: place.url,
    place,
    definition,
    pipeline: toUrn(place, definition),
    ...(repository && { repository }),
    ...(commit && { commit }),
    ...(branch && { branch }),
    ...(artifact && { artifact }),
  };
  const finishedAt = instantAt(timestamp);
  const tests = build.test_summary;
  // FINALIZED bears the time it was sent, which reports no start.
  const startedAt =
    phase === 'COMPLETED' && build.timestamp && duration
      ? instantAt(Math.max(0, timestamp - duration))
      : undefined;
  return {
    statements: [
      runStatement(facts, {
        result: status,
        ...(startedAt && { startedAt }),
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
    flaws,
  };
}

/** Of a controller that does not know its address, when only one can be it. */
function resolveAddress(
  { full_url, url }: Pick<z.output<typeof Ended>['build'], 'full_url' | 'url'>,
  { baseUrls }: JenkinsScope,
): string {
  const [only] = baseUrls;
  if (full_url) {
    return full_url;
  }
  if (url && only && baseUrls.length === 1) {
    return `${only}/${url.replace(/^\/+/, '')}`;
  }
  throw new TypeError(
    'build.full_url is missing: set the Jenkins URL in the system configuration of the controller',
  );
}
