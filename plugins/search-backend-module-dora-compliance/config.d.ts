import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** ICT assets, their findings, and controls. */
      doraCompliance?: {
        /** When they are indexed. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Whether criticality, statuses and findings are found by everybody who may read
         * the entity of an asset in the catalog, whatever `dora-compliance.asset.read`
         * says. Default: false.
         */
        compliance?: boolean;
        /**
         * The address of the page of an entity. Default:
         * `/catalog/:namespace/:kind/:name`.
         */
        locationTemplate?: string;
      };
    };
  };
}
