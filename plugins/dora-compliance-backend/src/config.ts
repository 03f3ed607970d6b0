import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { CollectionSettings } from './collect/Collection';
import type { RedactionScope } from './ingest/redact/redact';
import type { SilenceSettings } from './silence/Watch';

/** The settings of the backend. */
export type DoraComplianceConfig = {
  assetSchedule: SchedulerServiceTaskScheduleDefinition;
  redaction: RedactionScope;
  collect: CollectionSettings;
  silence: SilenceSettings;
};

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Reads the settings; what is wrong is named by the key it stands under. */
export function readDoraComplianceConfig(
  config: RootConfigService,
): DoraComplianceConfig {
  const tolerance = milliseconds(
    config,
    'doraCompliance.silence.tolerance',
    HOUR / 12,
  );
  const schedule = config.getOptionalConfig('doraCompliance.assets.schedule');
  return {
    assetSchedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 10 },
          timeout: { minutes: 30 },
          initialDelay: { seconds: 15 },
        },
    redaction: {
      personalData:
        config.getOptionalStringArray(
          'doraCompliance.redaction.personalData',
        ) ?? [],
    },
    collect: {
      frequency: milliseconds(
        config,
        'doraCompliance.collect.frequency',
        6 * HOUR,
      ),
      lookBack: milliseconds(config, 'doraCompliance.collect.lookBack', DAY),
      onboarding: onboardingIn(config),
      tolerance,
    },
    silence: {
      tolerance,
      quietAfter: milliseconds(
        config,
        'doraCompliance.silence.quietAfter',
        7 * DAY,
      ),
    },
  };
}

function onboardingIn(config: Config): number | undefined {
  const key = 'doraCompliance.collect.onboarding';
  return config.getOptional(key) === false
    ? undefined
    : milliseconds(config, key, 30 * DAY);
}

/** A length of time that is longer than nothing. */
function milliseconds(config: Config, key: string, otherwise: number): number {
  const value = config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : otherwise;
  if (!(value > 0)) {
    throw new Error(`${key} must be a duration longer than nothing`);
  }
  return value;
}
