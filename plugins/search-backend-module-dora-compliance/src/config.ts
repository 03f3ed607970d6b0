import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

const KEY = 'search.collators.doraCompliance';

/** The same as for the catalog. */
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

/** What is indexed, when, and where results lead. */
export type SearchSettings = {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Whether documents have the compliance of assets, and findings have documents. */
  hasCompliance: boolean;
  /** The page of an entity, with `:namespace`, `:kind` and `:name`. */
  locationTemplate: string;
};

export function readSettings(config: RootConfigService): SearchSettings {
  const own = config.getOptionalConfig(KEY);
  const schedule = own?.getOptionalConfig('schedule');
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
    hasCompliance: own?.getOptionalBoolean('compliance') ?? false,
    locationTemplate:
      own?.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name',
  };
}
