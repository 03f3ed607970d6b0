export interface Config {
  doraCompliance?: {
    /**
     * Evidence from GitLab. The module is off, and says so in the log, without
     * `signingTokens`, `webhookSecrets`, `events` or credentials to collect
     * with.
     */
    gitlab?: {
      /**
       * Secret tokens of the webhooks (`X-Gitlab-Token`). List the old and the
       * new one while rotating. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
        | string
        | {
            /** The secret itself. */
            secret: string;
            /**
             * What its deliveries may be about: projects and groups, such as
             * `gitlab.com/bank/payments`. A pattern covers all that lies below
             * it; `*` stands for anything but a slash, `**` for anything.
             * Anything else is refused. Default: everything the source tells
             * of.
             */
            scope?: string[];
          }
      >;
      /**
       * Signing tokens of the webhooks (`whsec_<base64>`), with which GitLab
       * signs what it sends. List the old and the new one while rotating.
       * Default: none.
       * @deepVisibility secret
       */
      signingTokens?: Array<
        | string
        | {
            /** The secret itself. */
            secret: string;
            /**
             * What its deliveries may be about: projects and groups, such as
             * `gitlab.com/bank/payments`. A pattern covers all that lies below
             * it; `*` stands for anything but a slash, `**` for anything.
             * Anything else is refused. Default: everything the source tells
             * of.
             */
            scope?: string[];
          }
      >;
      /**
       * How far the signed time of a delivery may be from the clock of the
       * backend, as an ISO 8601 duration longer than zero. What is sent again
       * later is refused. Default: PT5M.
       */
      signatureTolerance?: string;
      /**
       * Names of environments that are production, in addition to those of the
       * tier production and those named prod or production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Branches whose pushes and protection are collected, in addition to the
       * default branch. Webhooks tell of the pushes to all branches. Default:
       * none.
       */
      protectedBranches?: string[];
      /**
       * Also receive GitLab events from Backstage's events service (topic
       * `gitlab`). They count as unverified. Default: false.
       */
      events?: boolean;
      /** Polls the API of the hosts under `integrations.gitlab`. */
      collect?: {
        /**
         * Default: collect from every host under `integrations.gitlab` that has
         * a token. False: from none. True: from every host there, also without
         * a token.
         */
        enabled?: boolean;
        /**
         * Whether to ask for approval rules, push rules and protected
         * environments, which need GitLab Premium. Where GitLab refuses them,
         * what was collected counts as incomplete. Default: true.
         */
        paidFeatures?: boolean;
        /**
         * How far back each round looks for changes, pipelines, deployments
         * and pushes, as an ISO 8601 duration longer than zero. Default: P3D.
         */
        lookBack?: string;
      };
    };
  };
}
