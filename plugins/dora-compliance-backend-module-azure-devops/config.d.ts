export interface Config {
  doraCompliance?: {
    azureDevOps?: {
      /**
       * Secrets that service hooks send along: the password of the basic
       * authentication, or the header `X-Ado-Webhook-Secret`. Give the old and
       * the new one while rotating.
       * @deepVisibility secret
       */
      webhookSecrets?: string[];
      /**
       * Names of environments that are production, beside those named prod or
       * production.
       */
      productionEnvironments?: string[];
      /**
       * Branches whose pushes and policies are evidence, beside the default
       * branch.
       */
      protectedBranches?: string[];
      /**
       * Also take Azure DevOps events from Backstage's events service (topic
       * `azureDevOps`). They count as unverified. Default: false.
       */
      events?: boolean;
      /**
       * Also ask the API of Azure DevOps, with the credentials of
       * `integrations.azure`, for what service hooks do not tell.
       */
      collect?: {
        /** Default: false. */
        enabled?: boolean;
        /**
         * How far back each round looks for merged changes, runs, deployments
         * and pushes, as an ISO 8601 duration. Default: P3D.
         */
        lookBack?: string;
      };
    };
  };
}
