export interface Config {
  doraCompliance?: {
    /**
     * Evidence from GitLab. Without `signingTokens`, `webhookSecrets`, `events`
     * or credentials to collect with, the module is off and logs this.
     */
    gitlab?: {
      /**
       * Secret tokens of the webhooks (`X-Gitlab-Token`). To rotate, list the
       * old and the new one. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: projects and
             * groups, such as `gitlab.com/bank/payments`. A pattern also covers
             * everything below it. `*` matches anything except a slash, `**`
             * matches anything. Statements about anything else are refused.
             * Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Signing tokens of the webhooks (`whsec_<base64>`), with which GitLab
       * signs deliveries. To rotate, list the old and the new one.
       * Default: none.
       * @deepVisibility secret
       */
      signingTokens?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: projects and
             * groups, such as `gitlab.com/bank/payments`. A pattern also covers
             * everything below it. `*` matches anything except a slash, `**`
             * matches anything. Statements about anything else are refused.
             * Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * How much the signed time of a delivery may differ from the clock of the
       * backend, as an ISO 8601 duration longer than zero. A captured delivery
       * that is sent again later is refused. Default: PT5M.
       */
      signatureTolerance?: string;
      /**
       * Names of production environments, in addition to prod, production and
       * those of the tier production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Names of environments that are not production. Without this, an
       * environment whose name does not say what it is, such as live or blue,
       * keeps controls over deployments from being assessed. Default: none.
       */
      nonProductionEnvironments?: string[];
      /**
       * Branches whose pushes and protection are collected, in addition to the
       * default branch. Webhooks report pushes to all branches. Default:
       * none.
       */
      protectedBranches?: string[];
      /**
       * Also receive GitLab events from Backstage's events service (topic
       * `gitlab`). These count as unverified. Default: false.
       */
      events?: boolean;
      /** Polls the API of the hosts under `integrations.gitlab`. */
      collect?: {
        /**
         * Default: collect from every host under `integrations.gitlab` that has
         * a token. False: from none. True: from every host there, even without
         * a token.
         */
        enabled?: boolean;
        /**
         * Whether to read approval rules, push rules and protected
         * environments, which need GitLab Premium. If GitLab refuses them, the
         * part is incomplete. Default: true.
         */
        paidFeatures?: boolean;
        /**
         * How far back each round reads changes, pipelines, deployments and
         * pushes, as an ISO 8601 duration longer than zero. Default: P3D.
         */
        lookBack?: string;
      };
    };
  };
}
