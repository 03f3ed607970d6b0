export interface Config {
  doraCompliance?: {
    /**
     * Evidence from GitHub. Without `webhookSecrets`, `events` or credentials to
     * collect with, the module is off and logs this.
     */
    github?: {
      /**
       * Secrets of the webhooks. Without secrets, deliveries are refused. To
       * rotate, list the old and the new one. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: repositories and
             * organizations, such as `github.com/bank/payments-*`. A pattern
             * also covers everything below it. `*` matches anything except a
             * slash, `**` matches anything. Statements about anything else are
             * refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Names of production environments, in addition to prod, production and
       * those that GitHub marks as production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Names of environments that are not production. Without this, an
       * environment whose name does not say what it is, such as live or blue,
       * keeps controls over deployments from being assessed. Default: none.
       */
      nonProductionEnvironments?: string[];
      /**
       * Branches whose pushes are collected, in addition to the default branch.
       * Pushes received by webhook are evidence for every branch.
       * Default: none.
       */
      protectedBranches?: string[];
      /**
       * Also receive GitHub events from Backstage's events service (topic
       * `github`). These count as unverified. Default: false.
       */
      events?: boolean;
      /**
       * Polls the API of GitHub, with the credentials of
       * `integrations.github`, for what webhooks do not report.
       */
      collect?: {
        /**
         * Default: collect from every host under `integrations.github` that has
         * a token or an app. False: from none. True: from every host there,
         * even without credentials.
         */
        enabled?: boolean;
        /**
         * How far back each round reads the history, as an ISO 8601 duration
         * longer than zero. Default: P3D.
         */
        changesWithin?: string;
      };
    };
  };
}
