import { z } from 'zod';
import { requestText } from '../../api/RequestText';
import { Day } from '../../time/Day';
import { Duration } from '../../time/Duration';
import { Instant } from '../../time/Instant';

/**
 * What is tried out in a drill: going back to an earlier version, restoring from a
 * backup, leaving a provider, an outage of a provider, whether an attack is detected,
 * or whether an attack succeeds.
 *
 * @public
 */
export const DrillKind = z.enum([
  'fall-back',
  'restore',
  'exit',
  'provider-outage',
  'detection',
  'security-test',
]);

/** @public */
export type DrillKind = z.output<typeof DrillKind>;

/** A drill or a test was completed (RTS 2024/1774 17(1)(e), 25(2); DORA 11(6), 24(1)). */
export const Drill = z.strictObject({
  kind: DrillKind,
  outcome: z.enum(['succeeded', 'failed']),
  /** How long it took until the system worked again. */
  achievedRecoveryTime: Duration.optional(),
  /** How much time of data was lost. */
  achievedRecoveryPoint: Duration.optional(),
  /** Whether it ran on systems that are separate from those that are tested. */
  segregated: z.boolean().optional(),
  /** Whether the tester is independent of those who run the system. */
  independent: z.boolean().optional(),
});

/** A backup of what is needed to deliver was made (DORA 12(1), 12(2)). */
export const Backup = z.strictObject({
  completedAt: Instant,
  /** What is in it. */
  contents: z.array(
    z.enum([
      'repositories',
      'pipelines',
      'environments',
      'secrets-metadata',
      'registry',
      'evidence',
    ]),
  ),
  /** Whether it is stored apart from the system that is backed up. */
  segregated: z.boolean(),
});

/** A change was made in an emergency (RTS 2024/1774 17(1)(f)). */
export const Emergency = z.strictObject({
  why: requestText(2000).min(1),
  startedAt: Instant,
  endedAt: Instant.optional(),
  /** What was done in it: at least one of these. */
  deployments: z.array(requestText(500).min(1)).max(50),
  /** Full ids of commits. */
  commits: z.array(requestText(100).min(1)).max(50),
  /** Addresses of pull or merge requests. */
  changes: z.array(requestText(500).min(1)).max(50),
  /** Id or address of the incident. */
  incident: requestText(500).min(1).optional(),
  /** Who was alerted. */
  alerted: requestText(500).min(1).optional(),
});

/**
 * What an environment is, and what it shares with others (RTS 2024/1774 8(2)(b)(v),
 * 16(5), 16(6)).
 */
export const Baseline = z.strictObject({
  environment: requestText(200).min(1),
  production: z.boolean(),
  /** The cloud account, subscription or cluster. */
  account: requestText(500).min(1),
  /** Identities with which pipelines act in it. */
  identities: z.array(requestText(500).min(1)).max(100),
  /** Names of the networks that reach it. */
  networks: z.array(requestText(500).min(1)).max(100),
  /** What data it holds. */
  data: z.enum(['none', 'synthetic', 'masked', 'production']),
});

/** Who can change production directly was looked at (RTS 2024/1774 21(a), 21(e)(ii)). */
export const ProductionAccess = z.strictObject({
  /** People who can change production at any time, without being given access first. */
  standingAccounts: z.number().int().nonnegative(),
  /** Sessions since the review before. */
  sessions: z.number().int().nonnegative(),
  /** Of these, sessions without an approval of somebody else. */
  withoutApproval: z.number().int().nonnegative(),
  /** Of these, sessions that lasted longer than approved. */
  overTime: z.number().int().nonnegative(),
  /** Of these, sessions without a log of what was done. */
  withoutLog: z.number().int().nonnegative(),
});

/** Rules that detect anomalies in pipelines (DORA 10(1), RTS 2024/1774 23(2)). */
export const DetectionRules = z.strictObject({
  detects: z.array(
    z.enum([
      'protection-weakened',
      'administrator-added',
      'deploy-key-added',
      'unusual-deployment',
      'runner-added',
      'pipeline-changed-from-fork',
      'mass-secret-read',
    ]),
  ),
  /** Where alerts go; absent if nobody is on call for them. */
  onCall: requestText(500).min(1).optional(),
  /** Day of the last test of the rules. */
  testedOn: Day.optional(),
});
