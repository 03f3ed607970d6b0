export interface Config {
  doraCompliance?: {
    /**
     * Evidence from Jenkins. The module is off, and says so in the log, without
     * `webhookTokens` or controllers to collect from.
     */
    jenkins?: {
      /**
       * Tokens that deliveries come with. List the old and the new one while
       * rotating. Default: none.
       * @deepVisibility secret
       */
      webhookTokens?: Array<
        | string
        | {
            /** The secret itself. */
            secret: string;
            /**
             * What its deliveries may be about: jobs and the repositories they
             * build, such as `ci.bank.example/jenkins/payments` and
             * `github.com/bank/payments-*`. A pattern covers all that lies
             * below it; `*` stands for anything but a slash, `**` for
             * anything. Anything else is refused. Default: everything the
             * source tells of.
             */
            scope?: string[];
          }
      >;
      /**
       * Controllers to collect from. Default: those of
       * `doraCompliance.pipelines.jenkins` that have an `apiKey`.
       */
      controllers?: Array<{
        /** Its Jenkins URL, e.g. `https://ci.bank.example/jenkins`. */
        baseUrl: string;
        /** The user of the `apiKey`. Default: requests are anonymous. */
        username?: string;
        /**
         * The API token of the user. Default: requests are anonymous.
         * @visibility secret
         */
        apiKey?: string;
      }>;
      /** Polls the API of the controllers. */
      collect?: {
        /**
         * Default: collect when there are controllers. False: never. True: when
         * none are listed here, also from those of
         * `doraCompliance.pipelines.jenkins` without an `apiKey`.
         */
        enabled?: boolean;
        /**
         * Rounds read builds that began this long before the last complete
         * round; a build that takes longer may be missed. An ISO 8601 duration
         * longer than zero. Default: P1D.
         */
        longestBuild?: string;
      };
      /**
       * Which builds and stages are deployments: Jenkins does not tell.
       * Default: none.
       */
      deployments?: Array<{
        /**
         * Full name of the job or multibranch project, e.g.
         * `payments/deploy-*`. `*` stands for anything but a slash, `**` for
         * anything.
         */
        job: string;
        /** The stage that deploys. Default: the whole build. */
        stage?: string;
        /** The environment that is deployed to. */
        environment: string;
        /** Whether that environment is production. */
        production: boolean;
      }>;
      /**
       * Full names of multibranch projects, e.g. `payments/*`, for messages of
       * the Notification plugin and the stage view, which do not tell.
       * Default: none.
       */
      multibranchProjects?: string[];
    };
  };
}
