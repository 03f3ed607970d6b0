export interface Config {
  doraCompliance?: {
    /**
     * Evidence from CDEvents. Without `webhookTokens` or `events`, the module is
     * off and logs this.
     */
    cdevents?: {
      /**
       * Tokens that senders send as `Authorization: Bearer <token>`. To rotate,
       * list the old and the new one. Default: none.
       * @deepVisibility secret
       */
      webhookTokens?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: entities and
             * repositories, such as `component:default/ledger` and
             * `github.com/bank/ledger`. A pattern also covers everything below
             * it. `*` matches anything except a slash, `**` matches anything.
             * Statements about anything else are refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Ids of production environments, in addition to prod and
       * production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Names of environments that are not production. Without this, an
       * environment whose name does not say what it is, such as live or blue,
       * keeps controls over deployments from being assessed. Default: none.
       */
      nonProductionEnvironments?: string[];
      /**
       * Also receive CDEvents from Backstage's events service (topic
       * `cdevents`). These count as unverified. Default: false.
       */
      events?: boolean;
    };
  };
}
