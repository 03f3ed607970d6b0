import type { HumanDuration } from '@backstage/types';

export interface Config {
  doraCompliance?: {
    /**
     * Delivery pipelines that are discovered in CI systems. The catalog does
     * not start while this is wrong: it would remove the pipelines it knows.
     */
    pipelines?: {
      /**
       * When they are read. Durations are longer than zero, in ISO 8601
       * (`PT5M`), as text (`5m`) or as an object (`{ minutes: 5 }`).
       */
      schedule?: {
        /** Time between two bursts, at least 5 seconds. Default: 10 seconds. */
        burstInterval?: HumanDuration | string;
        /** How long a burst reads pages. Default: 1 minute. */
        burstLength?: HumanDuration | string;
        /** Time from one complete round to the next. Default: 1 hour. */
        restLength?: HumanDuration | string;
        /**
         * Time until the next attempt, by the number of attempts that failed.
         * Default: 1 minute, 5 minutes, 30 minutes, 3 hours.
         */
        backoff?: Array<HumanDuration | string>;
      };
      /**
       * When more of the known pipelines of a source have vanished in a round,
       * none is removed and the discovery says so. From 0 to 100, in percent.
       * Default: 50.
       */
      rejectRemovalsAbovePercentage?: number;
      /**
       * GitHub organizations whose Actions workflows are discovered. The
       * credentials are those of `integrations.github`.
       */
      github?: Array<{
        /** Default: github.com. */
        host?: string;
        /** Its name, e.g. `bank`. */
        organization: string;
        /** Reference of the ICT third-party provider, default kind Resource. */
        provider?: string;
      }>;
      /**
       * GitLab groups whose projects' pipelines are discovered, with those of
       * their subgroups. The credentials are those of `integrations.gitlab`.
       */
      gitlab?: Array<{
        /** Default: gitlab.com. */
        host?: string;
        /** Full path, e.g. `bank/payments`. */
        group: string;
        /** Reference of the ICT third-party provider, default kind Resource. */
        provider?: string;
      }>;
      /**
       * Jenkins controllers whose jobs are discovered.
       */
      jenkins?: Array<{
        /** E.g. `https://ci.bank.example/jenkins`. */
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
       * Azure DevOps organizations whose pipelines are discovered. The
       * credentials are those of `integrations.azure`.
       */
      azureDevOps?: Array<{
        /** Default: dev.azure.com. */
        host?: string;
        /** Its name, e.g. `bank`. */
        organization: string;
        /** Only this project; default: all of them. */
        project?: string;
        /** Reference of the ICT third-party provider, default kind Resource. */
        provider?: string;
      }>;
    };
  };
}
