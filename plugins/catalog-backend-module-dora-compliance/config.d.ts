import type { HumanDuration } from '@backstage/types';

export interface Config {
  doraCompliance?: {
    /**
     * Delivery pipelines that are discovered in CI systems. The catalog does
     * not start if this is wrong: without discovery, it would remove the
     * pipelines it knows.
     */
    pipelines?: {
      /**
       * When pipelines are read. Durations must be longer than zero, in ISO
       * 8601 (`PT5M`), as text (`5m`) or as an object (`{ minutes: 5 }`).
       */
      schedule?: {
        /** Time between two bursts, at least 5 seconds. Default: 10 seconds. */
        burstInterval?: HumanDuration | string;
        /** How long one burst reads pages. Default: 1 minute. */
        burstLength?: HumanDuration | string;
        /** Time from one complete round to the next. Default: 1 hour. */
        restLength?: HumanDuration | string;
        /**
         * Backoff after a failed attempt: the first entry after one failure, the
         * second after two, and so on. Default: 1 minute, 5 minutes, 30 minutes, 3 hours.
         */
        backoff?: Array<HumanDuration | string>;
      };
      /**
       * If more than this percentage of the known pipelines of a source is
       * missing in a round, none is removed and the round fails. From 0 to
       * 100. Default: 50.
       */
      rejectRemovalsAbovePercentage?: number;
      /**
       * GitHub organizations whose Actions workflows are discovered, with the
       * credentials of `integrations.github`.
       */
      github?: Array<{
        /** Default: github.com. */
        host?: string;
        /** Name of the organization, e.g. `bank`. */
        organization: string;
        /** Reference of the ICT third-party provider, default kind Resource. */
        provider?: string;
      }>;
      /**
       * GitLab groups whose pipelines are discovered, including subgroups, with
       * the credentials of `integrations.gitlab`.
       */
      gitlab?: Array<{
        /** Default: gitlab.com. */
        host?: string;
        /** Full path of the group, e.g. `bank/payments`. */
        group: string;
        /** Reference of the ICT third-party provider, default kind Resource. */
        provider?: string;
      }>;
      /**
       * Jenkins controllers whose jobs are discovered.
       */
      jenkins?: Array<{
        /** URL of the controller, e.g. `https://ci.bank.example/jenkins`. */
        baseUrl: string;
        /** The user of the `apiKey`. Default: requests are anonymous. */
        username?: string;
        /**
         * The API token of the user. Default: requests are anonymous.
         * @visibility secret
         */
        apiKey?: string;
        /** Reference of the ICT third-party provider, default kind Resource. */
        provider?: string;
      }>;
      /**
       * Azure DevOps organizations whose pipelines are discovered, with the
       * credentials of `integrations.azure`.
       */
      azureDevOps?: Array<{
        /** Default: dev.azure.com. */
        host?: string;
        /** Name of the organization, e.g. `bank`. */
        organization: string;
        /** Name of the only project to read. Default: all projects. */
        project?: string;
        /** Reference of the ICT third-party provider, default kind Resource. */
        provider?: string;
      }>;
    };
  };
}
