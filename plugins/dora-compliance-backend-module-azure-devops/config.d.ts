export interface Config {
  doraCompliance?: {
    /**
     * Evidence from Azure DevOps. The module is off, and says so in the log,
     * without `webhookSecrets`, `events` or credentials to collect with.
     */
    azureDevOps?: {
      /**
       * Secrets that service hooks send: the password of the basic
       * authentication, or the header `X-Ado-Webhook-Secret`. List the old and
       * the new one while rotating. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
        | string
        | {
            /** The secret itself. */
            secret: string;
            /**
             * What its deliveries may be about: repositories, projects and
             * pipelines, such as `dev.azure.com/bank/payments`. A pattern
             * covers all that lies below it; `*` stands for anything but a
             * slash, `**` for anything. Anything else is refused. Default:
             * everything the source tells of.
             */
            scope?: string[];
          }
      >;
      /**
       * Names of environments that are production, in addition to those named
       * prod or production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Branches whose pushes are collected and whose policies are read, in
       * addition to the default branch. Default: none.
       */
      protectedBranches?: string[];
      /**
       * Also receive Azure DevOps events from Backstage's events service (topic
       * `azureDevOps`). They count as unverified. Default: false.
       */
      events?: boolean;
      /**
       * Polls the API of Azure DevOps, with the credentials of
       * `integrations.azure`, for what service hooks do not tell.
       */
      collect?: {
        /**
         * Default: collect from every host under `integrations.azure` that
         * lists credentials. False: from none. True: from every host there; for
         * dev.azure.com without listed credentials, Backstage takes those of
         * its environment, such as a managed identity.
         */
        enabled?: boolean;
        /**
         * How far back each round looks for merged changes, runs, deployments
         * and pushes, as an ISO 8601 duration longer than zero. Default: P3D.
         */
        lookBack?: string;
      };
    };
  };
}
