import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** ICT assets, their findings, and controls. */
      doraCompliance?: {
        /** When they are indexed. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Whether each finding is found by itself. Default: true. */
        findings?: boolean;
        /**
         * The address of the page of an entity. Default:
         * `/catalog/:namespace/:kind/:name`.
         */
        locationTemplate?: string;
      };
    };
  };
}
