import type { HumanDuration } from '@backstage/types';
import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  doraCompliance?: {
    /** The inventory of ICT assets. */
    assets?: {
      /**
       * When the inventory is synchronized with the catalog. Default: every 10
       * minutes, the first time 15 seconds after the start, with a timeout of
       * 30 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /**
     * What is removed from documents before they are stored. Secrets always
     * are. The plugin does not start while this is wrong.
     */
    redaction?: {
      /**
       * Kinds of personal data to remove; `email`: e-mail addresses, wherever
       * they are in a document. Without them, commits of authors without an
       * account can't be matched to a person. Must not be an empty list.
       * Default: none.
       */
      personalData?: 'email'[];
      /**
       * Names of JSON fields whose values are removed, e.g. `login`, whatever
       * their case. Must not be an empty list. Default: none.
       */
      fields?: string[];
    };
    /**
     * How sources are polled. Durations are longer than zero, in ISO 8601
     * (`PT6H`), as text (`6h`) or as an object (`{ hours: 6 }`).
     */
    collect?: {
      /**
       * How often each repository and pipeline is polled. One that was not read
       * completely for twice as long is a gap. Default: 6 hours.
       */
      frequency?: HumanDuration | string;
      /**
       * The longest time since the last complete round that the next round
       * covers; only a backfill covers what lies before that. Each source may
       * read further back in every round. Default: 1 day.
       */
      lookBack?: HumanDuration | string;
      /**
       * How far back a new repository or pipeline is backfilled, or false for
       * not at all. Default: 30 days.
       */
      onboarding?: HumanDuration | string | false;
    };
    /** What counts as evidence. */
    evidence?: {
      /**
       * What a sender tells longer than this after it happened is late. Late
       * evidence makes no control satisfied until the collector reads the same
       * from the API of the source. A duration as above, of 10 years at most;
       * more than 7 days is warned of at start. Default: 1 day.
       */
      lateAfter?: HumanDuration | string;
    };
    /** When a source counts as silent. Durations are as above. */
    silence?: {
      /**
       * How long no replica may be receiving before that is a gap of all
       * sources, and how long a delivery may take before it counts as missed.
       * At least 1 minute; more than 1 hour is warned of at start. Default: 5
       * minutes.
       */
      tolerance?: HumanDuration | string;
      /**
       * How long a source that is not polled may send nothing before it counts
       * as silent. Default: 7 days.
       */
      quietAfter?: HumanDuration | string;
    };
  };
}
