import type { HumanDuration } from '@backstage/types';
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
       * documents before they are kept. With `email`, addresses are taken out
       * wherever they stand. Secrets are taken out always. Without e-mail addresses, commits of authors without account
       * can't be told to be somebody's.
       */
      personalData?: string[];
    };
    collect?: {
      /**
       * How often each repository and pipeline is asked about. One that was
       * not read whole for twice as long is a gap. Default: `PT6H`.
       */
      frequency?: HumanDuration | string;
      /**
       * A round must read back to the last whole one, at most so far. What
       * lies before that only a back-fill makes good. Default: `P1D`.
       */
      lookBack?: HumanDuration | string;
      /**
       * How far back a repository or pipeline that is new is back-filled, or
       * false for not at all. Default: `P30D`.
       */
      onboarding?: HumanDuration | string | false;
    };
    silence?: {
      /**
       * How long no replica may be there to receive before that is a gap of
       * all sources, and how long a delivery may take before it counts as
       * missed. Default: `PT5M`.
       */
      tolerance?: HumanDuration | string;
      /**
       * How long a source that only pushes may tell nothing before it counts
       * as silent. Default: `P7D`.
       */
      quietAfter?: HumanDuration | string;
    };
  };
}
