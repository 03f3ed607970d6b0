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
      webhookSecrets?: Array<
        | string
        | {
            /** The secret itself. */
            secret: string;
            /**
             * What its deliveries may be about: repositories and
             * organizations, such as `github.com/bank/payments-*`. A pattern
             * covers all that lies below it; `*` stands for anything but a
             * slash, `**` for anything. Anything else is refused. Default:
             * everything the source tells of.
             */
            scope?: string[];
          }
      >;
      /**
       * Names of environments that are production, in addition to those that
       * GitHub marks as such and those named prod or production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Branches whose pushes are collected, in addition to the default branch.
       * Pushes that GitHub sends are evidence, whatever their branch.
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
