export interface Config {
  doraCompliance?: {
    /**
     * Evidence from GitHub. The module is off, and says so in the log, without
     * `webhookSecrets`, `events` or credentials to collect with.
     */
    github?: {
      /**
       * Secrets of the webhooks. Deliveries are refused without. List the old
       * and the new one while rotating. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: string[];
      /**
       * Names of environments that are production, in addition to those that
       * GitHub marks as such and those named prod or production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Branches whose pushes are evidence, in addition to the default branch.
       * Default: none.
       */
      protectedBranches?: string[];
      /**
       * Also receive GitHub events from Backstage's events service (topic
       * `github`). They count as unverified. Default: false.
       */
      events?: boolean;
      /**
       * Polls the API of GitHub, with the credentials of
       * `integrations.github`, for what webhooks do not tell.
       */
      collect?: {
        /**
         * Default: collect from every host under `integrations.github` that has
         * a token or an app. False: from none. True: from every host there,
         * also without credentials.
         */
        enabled?: boolean;
        /**
         * How far back each round looks for what happened, as an ISO 8601
         * duration longer than zero. Default: P3D.
         */
        changesWithin?: string;
      };
    };
  };
}
