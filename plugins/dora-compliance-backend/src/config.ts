import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { RedactionScope } from './ingest/redact/redact';

/** The settings of the backend. */
export type DoraComplianceConfig = {
  assetSchedule: SchedulerServiceTaskScheduleDefinition;
  redaction: RedactionScope;
};

/** Reads the settings; what is wrong is named by the key it stands under. */
export function readDoraComplianceConfig(
  config: RootConfigService,
): DoraComplianceConfig {
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
        config.getOptionalStringArray('doraCompliance.redaction.personalData') ??
        [],
    },
  };
}
