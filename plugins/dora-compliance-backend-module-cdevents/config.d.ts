export interface Config {
  doraCompliance?: {
    cdevents?: {
      /**
       * Tokens senders give as `Authorization: Bearer <token>`. Give the old
       * and the new one while rotating.
       * @deepVisibility secret
       */
      webhookTokens?: string[];
      /**
       * Ids of environments that are production, beside those named prod or
       * production.
       */
      productionEnvironments?: string[];
      /**
       * Also take CDEvents from Backstage's events service (topic
       * `cdevents`). They count as unverified. Default: false.
       */
      events?: boolean;
    };
  };
}
