export interface Config {
  doraCompliance?: {
    github?: {
      /**
       * Secrets of the webhooks. Give the old and the new one while rotating.
       * @deepVisibility secret
       */
      webhookSecrets?: string[];
      /**
       * Names of environments that are production, beside those GitHub marks
       * as such and those named prod or production.
       */
      productionEnvironments?: string[];
      /**
       * Branches whose pushes are evidence, beside the default branch.
       */
      protectedBranches?: string[];
      /**
       * Also take GitHub events from Backstage's events service (topic
       * `github`). They count as unverified. Default: false.
       */
      events?: boolean;
      /**
       * Also ask the API of GitHub, with the credentials of
       * `integrations.github`, for what webhooks do not tell.
       */
      collect?: {
        /** Default: false. */
        enabled: boolean;
        /**
         * How far back each round looks for what happened, as an ISO 8601
         * duration. Default: P3D.
         */
        changesWithin?: string;
      };
    };
  };
}
