import type { HumanDuration } from '@backstage/types';
import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  doraCompliance?: {
    /**
     * Which provisions bind the organization. Controls and provisions that are not
     * of the regime are not installed. `full`: DORA 5 to 15; `simplified`: DORA 16
     * in their place; `microenterprise`: `full` without what the law exempts
     * microenterprises from; `ict-provider`: no duty of its own, only what contracts
     * with financial entities ask. Default: full.
     */
    regime?: 'full' | 'simplified' | 'microenterprise' | 'ict-provider';
    /**
     * What the organization changes of installed controls, by their id. The plugin
     * does not start if a control or a parameter does not exist.
     */
    controls?: {
      [controlId: string]: {
        /** Other values of parameters, by name. */
        parameters?: {
          [name: string]: {
            /** Value for assets that support critical or important functions. */
            'critical-or-important'?: string | number | boolean | string[];
            important?: string | number | boolean | string[];
            standard?: string | number | boolean | string[];
            /** Why, in a sentence. It is recorded with the control. */
            rationale: string;
            /**
             * Who approved it, e.g. `user:default/anna`. Required, with
             * `approvedOn`, unless all values are stricter than those of the
             * control.
             */
            approvedBy?: string;
            /** When, e.g. `2026-11-30`. */
            approvedOn?: string;
          };
        };
      };
    };
    /**
     * The policies and standards of the organization. The plugin does not start if a
     * clause names a control that does not exist.
     */
    policies?: {
      /** Words of lower-case letters with dashes; part of the address of its page. */
      id: string;
      title: string;
      version: string;
      /** Who owns it, e.g. `group:default/ict-risk`. */
      owner: string;
      /** Who approved it, e.g. `Management board`. */
      approvedBy?: string;
      /** When, e.g. `2026-02-10`. */
      approvedOn: string;
      /** When it was reviewed last. */
      reviewedOn?: string;
      /** By when it has to be reviewed again. */
      reviewDue: string;
      /** Where the document is. Required if there is no digest. */
      link?: string;
      /** SHA-256 of the approved document, e.g. `sha256:…`. */
      digest?: string;
      clauses: {
        /** As the document numbers it, in quotation marks, e.g. `'4.2'`. */
        id: string;
        /** What it asks. */
        text: string;
        /** Ids of the controls that enforce it. None: nothing enforces it. */
        controls?: string[];
      }[];
    }[];
    /** The inventory of ICT assets. */
    assets?: {
      /**
       * When the inventory is synchronized with the catalog. Default: every 10
       * minutes, first 15 seconds after startup, with a timeout of 30 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /**
     * What is removed from documents before they are stored, in addition to
     * secrets. The plugin does not start if this is wrong.
     */
    redaction?: {
      /**
       * Kinds of personal data to remove. `email` removes e-mail addresses
       * anywhere in a document. Commits of authors without an account can then
       * not be matched to a person. Must not be an empty list. Default: none.
       */
      personalData?: 'email'[];
      /**
       * Names of JSON fields whose values are removed, e.g. `login`. Case is
       * ignored. Must not be an empty list. Default: none.
       */
      fields?: string[];
    };
    /**
     * How sources are polled. Durations must be longer than zero, in ISO 8601
     * (`PT6H`), as text (`6h`) or as an object (`{ hours: 6 }`).
     */
    collect?: {
      /**
       * How often each repository and pipeline is polled. If one was not read
       * completely for twice this time, this is a gap. Default: 6 hours.
       */
      frequency?: HumanDuration | string;
      /**
       * The longest time since the last complete round that the next round
       * covers. Only a backfill covers the time before that. A source may
       * read further back in every round. Default: 1 day.
       */
      lookBack?: HumanDuration | string;
      /**
       * How far back a new repository or pipeline is backfilled. False: no
       * backfill. Default: 30 days.
       */
      onboarding?: HumanDuration | string | false;
    };
    /** What owners of assets receive by Backstage's notifications. */
    notifications?: {
      /**
       * Whether notifications are sent. They need the notifications plugin.
       * Default: false.
       */
      enabled?: boolean;
      /**
       * The changes of an owner become one message when there was no other one for
       * this time, or after ten times this time. A duration as above. Default: 1
       * minute.
       */
      quietPeriod?: HumanDuration | string;
      /** The language of the messages. Default: en. */
      language?: 'en' | 'de';
      /** Which kinds of messages are sent. */
      kinds?: {
        /** Controls became not satisfied. Default: true. */
        notSatisfied?: boolean;
        /** Controls became not assessed. Default: true. */
        notAssessed?: boolean;
        /** Controls became satisfied. Default: false. */
        satisfied?: boolean;
        /** Satisfied controls are about to be lost by time alone. Default: true. */
        expiring?: boolean;
        /** A summary for each owner every Monday. Default: true. */
        digest?: boolean;
      };
    };
    /** What counts as evidence. */
    evidence?: {
      /**
       * Evidence that arrives later than this after it happened is late. Late
       * evidence makes no control satisfied until the collector reads the same
       * from the API of the source. A duration as above, at most 10 years; more
       * than 7 days logs a warning at startup. Default: 1 day.
       */
      lateAfter?: HumanDuration | string;
    };
    /** Scores over time. */
    history?: {
      /**
       * For how long before the first recorded day scores are computed from
       * evidence about that time. Each of the last 30 days is computed, and every
       * seventh before. False: none. A duration as above, at most 2 years.
       * Default: 90 days.
       */
      reconstruct?: HumanDuration | string | false;
    };
    /** When a source counts as silent. Durations are as above. */
    silence?: {
      /**
       * If no replica receives for longer than this, it is a gap of all
       * sources. A delivery that takes longer than this counts as missed. At
       * least 1 minute; more than 1 hour logs a warning at startup. Default: 5
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
