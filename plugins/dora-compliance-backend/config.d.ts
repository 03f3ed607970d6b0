import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  doraCompliance?: {
    assets?: {
      /**
       * How often the ICT assets are brought in line with the catalog.
       * Default: every 10 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
