import {
  type LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  configObject,
  ConfigurationError,
  duration,
  durationOrFalse,
  oneOf,
  readConfig,
  text,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  ParameterOverride,
  Regime,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { ControlOverrides } from './assess/overrideControls';
import { type Policy, policySettings } from './read/policies/policySettings';
import type { NotificationSettings } from './notify/NotificationSettings';
import type { CollectionSettings } from './sources/collect/CollectionWorkers';
import type { RedactionScope } from './ledger/redact/redact';
import { meansAddresses } from './ledger/redact/personalData';
import { sourceDefaults } from './sources/sourceDefaults';
import type { SilenceSettings } from './sources/silence/Watch';
import { findUnreadKeys } from './findUnreadKeys';

/** The settings of the backend. */
type DoraComplianceConfig = {
  /** Which provisions bind the organization. */
  regime: Regime;
  /** What the organization changes of controls. */
  overrides: ControlOverrides;
  /** What the organization has laid down. */
  policies: readonly Policy[];
  assetSchedule: SchedulerServiceTaskScheduleDefinition;
  redaction: RedactionScope;
  collect: CollectionSettings;
  silence: SilenceSettings;
  notifications: NotificationSettings;
  /** In milliseconds. */
  lateAfter: number;
  /** The scores of how many days before the record are computed. */
  pastDays: number;
};

const ROOT = 'doraCompliance';

/** A longer time without a replica is logged at the start: an hour. */
const LONG_TOLERANCE = 60 * 60_000;

/** A longer time is logged at the start: a week. */
const LONG_LATE_AFTER = 7 * 24 * 60 * 60_000;

const DAY = 24 * 60 * 60_000;

/** Each day takes as long as all controls of all assets. */
const MAX_PAST = 732 * DAY;

/** Earlier dates are rejected; far longer times are not valid dates. */
const MAX_LATE_AFTER = 10 * 366 * 24 * 60 * 60_000;

/**
 * Replicas send a heartbeat every 30 seconds; a tolerance of less than two
 * would open gaps.
 */
const MIN_TOLERANCE = 60_000;

/** An empty list would keep all; its environment variable may be missing. */
const notEmpty =
  'is empty; name at least one, or remove the key to keep personal data';

/** The parts of `doraCompliance` that the backend owns, with their defaults. */
export const backendSections = {
  assets: configObject({
    schedule: configObject({
      frequency: z.unknown(),
      timeout: z.unknown(),
      initialDelay: z.unknown().optional(),
      scope: z.unknown().optional(),
    }).optional(),
  }),
  redaction: configObject({
    personalData: z
      .array(oneOf(['email']))
      .min(1, notEmpty)
      .default([]),
    fields: z
      .array(
        text().refine(
          name => !meansAddresses(name),
          'is a name of e-mail addresses; set doraCompliance.redaction.personalData to [email], which takes them out wherever they are',
        ),
      )
      .min(1, notEmpty)
      .default([]),
  }),
  collect: configObject({
    frequency: duration().default(sourceDefaults.collect.frequency),
    lookBack: duration().default(sourceDefaults.collect.lookBack),
    onboarding: durationOrFalse().default(sourceDefaults.collect.onboarding),
  }),
  silence: configObject({
    tolerance: duration()
      .refine(
        value => durationToMilliseconds(value) >= MIN_TOLERANCE,
        'is shorter than a minute; set at least PT1M, as replicas report every 30 seconds',
      )
      .default(sourceDefaults.silence.tolerance),
    quietAfter: duration().default(sourceDefaults.silence.quietAfter),
  }),
  notifications: configObject({
    enabled: z.boolean().default(false),
    quietPeriod: duration().default({ minutes: 1 }),
    language: oneOf(['en', 'de']).default('en'),
    kinds: configObject({
      notSatisfied: z.boolean().default(true),
      notAssessed: z.boolean().default(true),
      satisfied: z.boolean().default(false),
      expiring: z.boolean().default(true),
      digest: z.boolean().default(true),
    }).prefault({}),
  }),
  evidence: configObject({
    lateAfter: duration()
      .refine(
        value => durationToMilliseconds(value) <= MAX_LATE_AFTER,
        'is longer than ten years; set at most P10Y',
      )
      .default({ days: 1 }),
  }),
  history: configObject({
    reconstruct: durationOrFalse()
      .refine(
        value => !value || durationToMilliseconds(value) <= MAX_PAST,
        'is longer than two years; set at most P2Y',
      )
      .default({ days: 90 }),
  }),
};

/** The modules own the other parts and check them. */
const BackendSettings = z.looseObject({
  regime: oneOf(Regime.options).default('full'),
  controls: z
    .record(
      z.string(),
      z.strictObject({
        parameters: z.record(z.string(), ParameterOverride).optional(),
      }),
    )
    .prefault({}),
  policies: z.array(policySettings).default([]),
  assets: backendSections.assets.prefault({}),
  redaction: backendSections.redaction.prefault({}),
  collect: backendSections.collect.prefault({}),
  silence: backendSections.silence.prefault({}),
  notifications: backendSections.notifications.prefault({}),
  evidence: backendSections.evidence.prefault({}),
  history: backendSections.history.prefault({}),
});

/**
 * Reads the settings. Errors name the configuration key. Logs a warning about
 * settings that hide much.
 */
export function readDoraComplianceConfig(
  config: RootConfigService,
  logger?: LoggerService,
): DoraComplianceConfig {
  const { regime, controls, policies, redaction, ...others } = readConfig(
    config,
    ROOT,
    BackendSettings,
  );
  const { collect, silence, evidence, history, notifications } = others;
  const { onboarding } = collect;
  const tolerance = durationToMilliseconds(silence.tolerance);
  if (tolerance > LONG_TOLERANCE) {
    logger?.warn(
      `${ROOT}.silence.tolerance is longer than an hour: events that are missed in a shorter downtime are not noticed. Set at most PT1H in production.`,
    );
  }
  const lateAfter = durationToMilliseconds(evidence.lateAfter);
  if (lateAfter > LONG_LATE_AFTER) {
    logger?.warn(
      `${ROOT}.evidence.lateAfter is longer than a week: whoever knows the secret of a source can report events from so long ago, and they count without confirmation. Set at most P7D in production.`,
    );
  }
  return {
    regime,
    overrides: controls,
    policies,
    assetSchedule: readSchedule(config),
    redaction: {
      personalData: [...redaction.personalData, ...redaction.fields],
    },
    collect: {
      frequency: durationToMilliseconds(collect.frequency),
      lookBack: durationToMilliseconds(collect.lookBack),
      onboarding: onboarding ? durationToMilliseconds(onboarding) : undefined,
      tolerance,
    },
    silence: {
      tolerance,
      quietAfter: durationToMilliseconds(silence.quietAfter),
    },
    notifications: {
      ...notifications,
      quietPeriod: durationToMilliseconds(notifications.quietPeriod),
    },
    lateAfter,
    pastDays: history.reconstruct
      ? Math.ceil(durationToMilliseconds(history.reconstruct) / DAY)
      : 0,
  };
}

/**
 * Logs a warning about keys that nothing reads; throws if one looks like a
 * setting of the backend.
 */
export function requireReadKeys(
  { config, logger }: { config: RootConfigService; logger: LoggerService },
  ownedByModules: readonly string[],
): void {
  const { problems, warnings } = findUnreadKeys({
    root: config.keys(),
    given: config.getOptionalConfig(ROOT)?.keys() ?? [],
    own: {
      regime: [],
      controls: [],
      policies: [],
      ...Object.fromEntries(
        Object.entries(backendSections).map(([key, { shape }]) => [
          key,
          Object.keys(shape),
        ]),
      ),
    },
    ownedByModules,
  });
  warnings.forEach(warning => logger.warn(warning));
  if (problems.length > 0) {
    throw new ConfigurationError(problems);
  }
}

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const key = `${ROOT}.assets.schedule`;
  const schedule = config.getOptionalConfig(key);
  try {
    return schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 10 },
          timeout: { minutes: 30 },
          initialDelay: { seconds: 15 },
        };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError([`${key} is wrong: ${problem}`]);
  }
}
