export interface Config {
  doraCompliance?: {
    /**
     * Evidence from Azure DevOps. Without `webhookSecrets`, `events` or
     * credentials to collect with, the module is off and logs this.
     */
    azureDevOps?: {
      /**
       * Secrets that service hooks send: as the password of basic
       * authentication, or in the header `X-Ado-Webhook-Secret`. To rotate,
       * list the old and the new one. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: repositories,
             * projects and pipelines, such as `dev.azure.com/bank/payments`. A
             * pattern also covers everything below it. `*` matches anything
             * except a slash, `**` matches anything. Statements about anything
             * else are refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Names of production environments, in addition to prod and
       * production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Names of environments that are not production. Without this, an
       * environment whose name does not say what it is, such as live or blue,
       * keeps controls over deployments from being assessed. Default: none.
       */
      nonProductionEnvironments?: string[];
      /**
       * Branches whose pushes and policies are collected, in addition to the
       * default branch. Default: none.
       */
      protectedBranches?: string[];
      /**
       * Also receive Azure DevOps events from Backstage's events service (topic
       * `azureDevOps`). These count as unverified. Default: false.
       */
      events?: boolean;
      /**
       * Polls the API of Azure DevOps, with the credentials of
       * `integrations.azure`, for what service hooks do not report.
       */
      collect?: {
        /**
         * Default: collect from every host under `integrations.azure` that
         * lists credentials. False: from none. True: from every host there. For
         * dev.azure.com without listed credentials, Backstage uses those of its
         * environment, such as a managed identity.
         */
        enabled?: boolean;
        /**
         * How far back each round reads merged changes, runs, deployments and
         * pushes, as an ISO 8601 duration longer than zero. Default: P3D.
         */
        lookBack?: string;
      };
    };
  };
}
