export interface Config {
  doraCompliance?: {
    /**
     * Evidence from CDEvents. The module is off, and says so in the log,
     * without `webhookTokens` or `events`.
     */
    cdevents?: {
      /**
       * Tokens that senders give as `Authorization: Bearer <token>`. List the
       * old and the new one while rotating. Default: none.
       * @deepVisibility secret
       */
      webhookTokens?: Array<
        | string
        | {
            /** The secret itself. */
            secret: string;
            /**
             * What its deliveries may be about: entities and repositories,
             * such as `component:default/ledger` and `github.com/bank/ledger`.
             * A pattern covers all that lies below it; `*` stands for anything
             * but a slash, `**` for anything. Anything else is refused.
             * Default: everything the source tells of.
             */
            scope?: string[];
          }
      >;
      /**
       * Ids of environments that are production, in addition to those named
       * prod or production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Also receive CDEvents from Backstage's events service (topic
       * `cdevents`). They count as unverified. Default: false.
       */
      events?: boolean;
    };
  };
}
