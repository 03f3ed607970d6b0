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
    };
  };
}
