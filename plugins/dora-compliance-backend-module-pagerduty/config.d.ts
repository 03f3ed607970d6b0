export interface Config {
  doraCompliance?: {
    /**
     * Incidents of PagerDuty. Without `webhookSecrets`,
     * the module is off and logs this.
     */
    pagerduty?: {
      /**
       * Secrets of the webhook subscriptions, with which PagerDuty signs deliveries.
       * List those of all subscriptions. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
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
       * Which catalog entity a service is, if an incident does not name it. The
       * first rule that matches counts. Default: none.
       */
      services?: Array<{
        /**
         * A pattern of the name or the id of the service: `*` matches anything
         * except a slash, `**` matches anything.
         */
        name: string;
        /** The entity, such as `component:default/ledger`. */
        entity: string;
        /**
         * Where the service runs, by the name that pipelines deploy to, if an incident
         * does not say it. Default: not known.
         */
        environment?: string;
      }>;
      /**
       * Names of production environments, in addition to prod and
       * production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Names of environments that are not production. Without this, an
       * environment whose name does not say what it is, such as live or blue,
       * may be production. Default: none.
       */
      nonProductionEnvironments?: string[];
    };
  };
}
