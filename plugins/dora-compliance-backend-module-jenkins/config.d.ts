export interface Config {
  doraCompliance?: {
    /**
     * Evidence from Jenkins. Without `webhookTokens` or controllers to collect
     * from, the module is off and logs this.
     */
    jenkins?: {
      /**
       * Tokens that senders of deliveries use. To rotate, list the old and the
       * new one. Default: none.
       * @deepVisibility secret
       */
      webhookTokens?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: jobs and the
             * repositories they build, such as
             * `ci.bank.example/jenkins/payments` and
             * `github.com/bank/payments-*`. A pattern also covers everything
             * below it. `*` matches anything except a slash, `**` matches
             * anything. Statements about anything else are refused. Default:
             * no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Controllers to collect from. Default: those of
       * `doraCompliance.pipelines.jenkins` that have an `apiKey`.
       */
      controllers?: Array<{
        /** The Jenkins URL of the controller, e.g. `https://ci.bank.example/jenkins`. */
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
         * Default: collect if there are controllers. False: never. True: if
         * `controllers` is not set, also collect from controllers of
         * `doraCompliance.pipelines.jenkins` without an `apiKey`.
         */
        enabled?: boolean;
        /**
         * Rounds read builds that began up to this long before the last
         * complete round. Builds that take longer may be missed. An ISO 8601
         * duration longer than zero. Default: P1D.
         */
        longestBuild?: string;
      };
      /**
       * Which builds and stages are deployments. Jenkins does not report this.
       * Default: none.
       */
      deployments?: Array<{
        /**
         * Full name of the job or multibranch project, e.g.
         * `payments/deploy-*`. `*` matches anything except a slash, `**` matches
         * anything.
         */
        job: string;
        /** The stage that deploys. Default: the whole build. */
        stage?: string;
        /** The environment it deploys to. */
        environment: string;
        /** Whether that environment is production. */
        production: boolean;
      }>;
      /**
       * Full names of multibranch projects, e.g. `payments/*`. Messages of the
       * Notification plugin and the stage view do not report this.
       * Default: none.
       */
      multibranchProjects?: string[];
    };
  };
}
