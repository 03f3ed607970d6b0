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
    redaction?: {
      /**
       * Names of fields whose values are personal data that is taken out of
       * documents before they are kept, e.g. `email`. Secrets are taken out
       * always. Without e-mail addresses, commits of authors without account
       * can't be told to be somebody's.
       */
      personalData?: string[];
    };
  };
}
