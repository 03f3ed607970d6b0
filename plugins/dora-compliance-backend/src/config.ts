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
import { z } from 'zod';
import type { CollectionSettings } from './collect/Collection';
import type { RedactionScope } from './ingest/redact/redact';
import { meansAddresses } from './ingest/redact/personalData';
import type { SilenceSettings } from './silence/Watch';
import { unreadKeys } from './unreadKeys';

/** The settings of the backend. */
export type DoraComplianceConfig = {
  assetSchedule: SchedulerServiceTaskScheduleDefinition;
  redaction: RedactionScope;
  collect: CollectionSettings;
  silence: SilenceSettings;
};

const ROOT = 'doraCompliance';

/** The longest time without a replica that may be no gap: an hour. */
const MAX_TOLERANCE = 60 * 60_000;

/** An empty list would keep all: its environment variable may not be set. */
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
    frequency: duration().default({ hours: 6 }),
    lookBack: duration().default({ days: 1 }),
    onboarding: durationOrFalse().default({ days: 30 }),
  }),
  silence: configObject({
    tolerance: duration()
      .refine(
        value => durationToMilliseconds(value) <= MAX_TOLERANCE,
        'is longer than an hour; set at most PT1H, as a shorter time in which no replica receives is no gap',
      )
      .default({ minutes: 5 }),
    quietAfter: duration().default({ days: 7 }),
  }),
};

/** Modules own the other parts and check them. */
const BackendSettings = z.looseObject({
  assets: backendSections.assets.prefault({}),
  redaction: backendSections.redaction.prefault({}),
  collect: backendSections.collect.prefault({}),
  silence: backendSections.silence.prefault({}),
});

/** Reads the settings; what is wrong is named by the key it stands under. */
export function readDoraComplianceConfig(
  config: RootConfigService,
): DoraComplianceConfig {
  const { redaction, collect, silence } = readConfig(
    config,
    ROOT,
    BackendSettings,
  );
  const { onboarding } = collect;
  const tolerance = durationToMilliseconds(silence.tolerance);
  return {
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
  };
}

/**
 * Warns of keys that nobody reads; throws where one was meant for the backend.
 */
export function requireReadKeys(
  { config, logger }: { config: RootConfigService; logger: LoggerService },
  ownedByModules: readonly string[],
): void {
  const { problems, warnings } = unreadKeys({
    root: config.keys(),
    given: config.getOptionalConfig(ROOT)?.keys() ?? [],
    own: Object.fromEntries(
      Object.entries(backendSections).map(([key, { shape }]) => [
        key,
        Object.keys(shape),
      ]),
    ),
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
