export interface Config {
  doraCompliance?: {
    gitlab?: {
      /**
       * Secret tokens of the webhooks (`X-Gitlab-Token`). Give the old and the
       * new one while rotating.
       * @deepVisibility secret
       */
      webhookSecrets?: string[];
      /**
       * Signing tokens of the webhooks (`whsec_…`), with which GitLab signs
       * what it sends. Give the old and the new one while rotating.
       * @deepVisibility secret
       */
      signingTokens?: string[];
      /**
       * Names of environments that are production, beside those of the tier
       * production and those named prod or production.
       */
      productionEnvironments?: string[];
      /**
       * Branches whose pushes are evidence, and whose protection is collected,
       * beside the default branch.
       */
      protectedBranches?: string[];
      /**
       * Also take GitLab events from Backstage's events service (topic
       * `gitlab`). They count as unverified. Default: false.
       */
      events?: boolean;
      /** Asks the API of the hosts under `integrations.gitlab`. */
      collect?: {
        /** Default: false. */
        enabled?: boolean;
        /**
         * Whether to ask for approval rules, push rules and protected
         * environments, which need GitLab Premium. Where GitLab refuses them,
         * what was collected counts as incomplete. Default: true.
         */
        paidFeatures?: boolean;
        /**
         * How far back each round looks for changes, pipelines, deployments
         * and pushes, as an ISO 8601 duration. Default: P3D.
         */
        lookBack?: string;
      };
    };
  };
}
